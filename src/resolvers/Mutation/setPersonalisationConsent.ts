import { isSelfOr } from '../../domain/privacy/caller.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { codedError } from '../../server/errors.js';
import { customerOf } from '../mappers.js';

const MAX_ID_LENGTH = 128;

export const setPersonalisationConsent: NonNullable<MutationResolvers['setPersonalisationConsent']> = async (_, { input }, context) => {
  context.cachePolicy.forbid();
  const { customerId, consent } = input;
  if (!isSelfOr(context.caller, customerId, 'privacy:write'))
    throw codedError('FORBIDDEN', 'Only for the customer, or with the scope privacy:write');
  if (customerId.length < 1 || customerId.length > MAX_ID_LENGTH) {
    const message = `customerId must be an id of 1 to ${String(MAX_ID_LENGTH)} characters`;
    return { __typename: 'InvalidInputError', message, problems: [{ path: 'customerId', message }] };
  }
  await context.facts.recordConsents([{ customerId, consent, decidedAt: context.now }]);
  return { __typename: 'PersonalisationConsentSaved', customer: customerOf(customerId) };
};
