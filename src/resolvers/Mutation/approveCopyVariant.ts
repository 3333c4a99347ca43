import { approveCopy } from '../../domain/copy/change-copy.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { copyChangeOf, copyDecisionAnswer } from '../copy-change.js';

export const approveCopyVariant: NonNullable<MutationResolvers['approveCopyVariant']> = async (_, { input }, context) => {
  const change = copyChangeOf(context);
  const { id, version, note = null } = input;
  return copyDecisionAnswer(await approveCopy({ id, version, note }, change), context);
};
