import { hasScope } from '../../domain/privacy/caller.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { recordInteractions as record } from '../../recording/record-facts.js';
import { codedError } from '../../server/errors.js';
import type { RequestContext } from '../../server/request-context.js';
import { recordingResultOf } from './recording-result.js';

/** A customer may record what they did themselves, and nothing in the name of others or of a visit alone. */
const mayRecord = ({ caller }: RequestContext, customerIds: readonly (string | null | undefined)[]): boolean =>
  hasScope(caller, 'events:write') || (caller.customerId !== null && customerIds.every((id) => id === caller.customerId));

export const recordInteractions: NonNullable<MutationResolvers['recordInteractions']> = async (_, { input }, context) => {
  context.cachePolicy.forbid();
  if (!mayRecord(context, input.interactions.map(({ customerId }) => customerId)))
    throw codedError('FORBIDDEN', 'Only for the customer’s own interactions, or with the scope events:write');
  const { facts, profiles, now, settings } = context;
  const speaker = hasScope(context.caller, 'events:write') ? 'shop' : 'themself';
  return recordingResultOf(
    await record(input.interactions, { facts, profiles, now, retentionDays: settings.interactionRetentionDays }, speaker),
  );
};
