import { pairId } from '../../domain/merchandising/kept/decisions.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { badArgument, readFirst, readId } from '../arguments.js';
import { keysetConnection, readKey, takePage, type Key } from '../keyset-page.js';
import { readingDecisions } from '../merchandising-access.js';
import { decidedPairAnswer } from '../pair-answer.js';

const behind = (key: Key | null): { decidedAt: Date; id: string } | null => {
  if (key === null) return null;
  const decidedAt = new Date(key.order);
  if (Number.isNaN(decidedAt.getTime())) throw badArgument('after must be an endCursor of this list');
  return { decidedAt, id: key.id };
};

export const decidedPairs: NonNullable<QueryResolvers['decidedPairs']> = async (_, args, context) => {
  readingDecisions(context);
  const { anchorId = null, decision = null } = args;
  const first = readFirst(args.first, 200);
  const after = behind(readKey(args.after));
  const pairs = context.decisions.decidedPairs(
    {
      anchorId: anchorId === null ? null : readId('anchorId', anchorId),
      decisions: decision === null ? ['APPROVE', 'DISMISS'] : [decision],
    },
    after,
  );
  return keysetConnection(
    await takePage(pairs, first),
    after === null,
    (pair) => ({ order: pair.decidedAt.getTime(), id: pairId(pair) }),
    decidedPairAnswer,
  );
};
