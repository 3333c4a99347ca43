import { retireCopy } from '../../domain/copy/change-copy.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { copyChangeOf, copyDecisionAnswer } from '../copy-change.js';

export const retireCopyVariant: NonNullable<MutationResolvers['retireCopyVariant']> = async (_, { input }, context) => {
  const change = copyChangeOf(context);
  const { id, version, note = null } = input;
  return copyDecisionAnswer(await retireCopy({ id, version, note }, change), context);
};
