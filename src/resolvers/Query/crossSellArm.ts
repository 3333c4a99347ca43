import { armOf } from '../../domain/measurement/arm.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { readFactId } from '../arguments.js';

export const crossSellArm: NonNullable<QueryResolvers['crossSellArm']> = (_, args, context) => {
  context.cachePolicy.forbid();
  const sessionId = readFactId('sessionId', args.sessionId);
  const arm = armOf('CROSS_SELL', sessionId, context.settings);
  context.recorder.exposed({ lane: 'CROSS_SELL', unitId: sessionId, arm, at: context.now });
  return arm;
};
