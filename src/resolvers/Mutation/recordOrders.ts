import { hasScope } from '../../domain/privacy/caller.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { recordOrders as record } from '../../recording/record-facts.js';
import { codedError } from '../../server/errors.js';
import { recordingResultOf } from './recording-result.js';

export const recordOrders: NonNullable<MutationResolvers['recordOrders']> = async (_, { input }, context) => {
  context.cachePolicy.forbid();
  if (!hasScope(context.caller, 'events:write')) throw codedError('FORBIDDEN', 'Only with the scope events:write');
  const { facts, profiles, now, settings } = context;
  return recordingResultOf(await record(input.orders, { facts, profiles, now, retentionDays: settings.interactionRetentionDays }));
};
