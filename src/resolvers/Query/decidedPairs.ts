import { pairId } from '../../domain/merchandising/kept/decisions.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { readFirst, readId } from '../arguments.js';
import { readInstantKey } from '../instant-key.js';
import { keysetConnection, takePage } from '../keyset-page.js';
import { readingDecisions } from '../merchandising-access.js';
import { decidedPairAnswer } from '../pair-answer.js';

export const decidedPairs: NonNullable<QueryResolvers['decidedPairs']> = async (_, args, context) => {
  readingDecisions(context);
  const { anchorId = null, decision = null } = args;
  const first = readFirst(args.first, 200);
  const after = readInstantKey('decidedPairs', args.after);
  const pairs = context.decisions.decidedPairs(
    {
      anchorId: anchorId === null ? null : readId('anchorId', anchorId),
      decisions: decision === null ? ['APPROVE', 'DISMISS'] : [decision],
    },
    after === null ? null : { decidedAt: after.at, id: after.id },
  );
  return keysetConnection(
    await takePage(pairs, first),
    after === null,
    { list: 'decidedPairs', keyOf: (pair) => ({ order: pair.decidedAt.getTime(), id: pairId(pair) }), nodeOf: decidedPairAnswer },
  );
};
