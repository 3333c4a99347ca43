import { updateCopy } from '../../domain/copy/change-copy.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { failureAnswer } from '../change-answer.js';
import { COPY_NOUN, copyChangeOf, copySaved } from '../copy-change.js';

export const updateCopyVariant: NonNullable<MutationResolvers['updateCopyVariant']> = async (_, { input }, context) => {
  const change = copyChangeOf(context);
  const { id, version, text, audience = null } = input;
  const result = await updateCopy({ id, version, text, audience }, change);
  if (result.ok) return copySaved(result.value, context);
  return failureAnswer(result.failure, ['InvalidInputError', 'NotFoundError', 'VersionConflictError'], { noun: COPY_NOUN });
};
