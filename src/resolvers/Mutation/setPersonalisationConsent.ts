import { validateConsent } from '../../domain/facts/consent-input.js';
import { isSelfOr } from '../../domain/privacy/caller.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { codedError } from '../../server/errors.js';
import { invalidInput } from '../invalid-input.js';
import { customerOf } from '../mappers.js';

export const setPersonalisationConsent: NonNullable<MutationResolvers['setPersonalisationConsent']> = async (_, { input }, context) => {
  context.cachePolicy.forbid();
  const { customerId, consent } = input;
  if (!isSelfOr(context.caller, customerId, 'privacy:write'))
    throw codedError('FORBIDDEN', 'Only for the customer, or with the scope privacy:write');
  const checked = validateConsent({ customerId, consent, decidedAt: context.now }, context.now);
  if (!checked.ok) return invalidInput(checked.problems);
  const [outcome] = await context.facts.recordConsents([checked.consent]);
  if (outcome?.kind === 'rejected') return invalidInput([{ path: 'customerId', message: `customerId ${outcome.message}` }]);
  return { __typename: 'PersonalisationConsentSaved', customer: customerOf(customerId) };
};
