import { learningStatusOf } from '../../domain/learning/learning-status.js';
import { hasScope } from '../../domain/privacy/caller.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { codedError } from '../../server/errors.js';

export const learningStatus: NonNullable<QueryResolvers['learningStatus']> = (_, __, context) => {
  context.cachePolicy.forbid();
  if (!hasScope(context.caller, 'reports:read')) throw codedError('FORBIDDEN', 'Only with the scope reports:read');
  const { model, withheld } = context.lanes(1).snapshot;
  return learningStatusOf(model, withheld);
};
