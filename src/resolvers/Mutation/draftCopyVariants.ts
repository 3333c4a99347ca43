import { draftCopy, type DraftResult } from '../../domain/copy/draft-copy.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { failureAnswer } from '../change-answer.js';
import { copyAnswer } from '../copy-answer.js';
import { copyChangeOf } from '../copy-change.js';

const draftAnswer = (result: DraftResult) => {
  if (result.ok)
    return {
      __typename: 'CopyVariantsDrafted' as const,
      variants: result.variants.map(copyAnswer),
      refused: result.refused.map(({ audience, text, reason }) => ({ audience, text, reason })),
    };
  const { failure } = result;
  if (failure.kind === 'COPY_WRITER') return { __typename: 'CopyWriterError' as const, message: failure.message };
  return failureAnswer(failure, ['InvalidInputError', 'NotFoundError'], { noun: 'product' });
};

export const draftCopyVariants: NonNullable<MutationResolvers['draftCopyVariants']> = async (_, { input }, context) => {
  const change = copyChangeOf(context);
  const { copyWriter, signal } = context;
  // Somebody else's language model takes seconds, where the server's usual time is less than one.
  context.extendDeadline(copyWriter.timeoutMs);
  return draftAnswer(await draftCopy(input, { ...change, ask: (request) => copyWriter.write(request, signal) }));
};
