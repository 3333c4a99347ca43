import { createCopy } from '../../domain/copy/change-copy.js';
import { refused } from '../../domain/merchandising/changing/failure.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { failureAnswer } from '../change-answer.js';
import { COPY_NOUN, copyChangeOf, copySaved } from '../copy-change.js';
import { keyProblems } from '../idempotency-key.js';

export const createCopyVariant: NonNullable<MutationResolvers['createCopyVariant']> = async (_, { input }, context) => {
  const change = copyChangeOf(context);
  const { idempotencyKey = null, variant } = input;
  const problems = keyProblems(idempotencyKey);
  const result = problems.length > 0 ? refused({ kind: 'INVALID', problems }) : await createCopy({ idempotencyKey, variant }, change);
  if (result.ok) return copySaved(result.value, context);
  return failureAnswer(result.failure, ['InvalidInputError', 'IdempotencyKeyReusedError'], {
    noun: COPY_NOUN,
    contents: 'variant',
    own: ['idempotencyKey'],
  });
};
