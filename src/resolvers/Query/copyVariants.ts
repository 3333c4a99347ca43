import type { QueryResolvers } from '../../generated/graphql.js';
import { readFirst, readId } from '../arguments.js';
import { copyAnswer } from '../copy-answer.js';
import { readInstantKey } from '../instant-key.js';
import { keysetConnection, takePage } from '../keyset-page.js';
import { readingDecisions } from '../merchandising-access.js';

export const copyVariants: NonNullable<QueryResolvers['copyVariants']> = async (_, args, context) => {
  readingDecisions(context);
  const { productId = null, state = null } = args;
  const first = readFirst(args.first, 200);
  const after = readInstantKey('copyVariants', args.after);
  const copies = context.decisions.copies(
    { productId: productId === null ? null : readId('productId', productId), states: state === null ? ['DRAFT', 'APPROVED'] : [state] },
    after === null ? null : { updatedAt: after.at, id: after.id },
  );
  return keysetConnection(
    await takePage(copies, first),
    after === null,
    { list: 'copyVariants', keyOf: ({ updatedAt, id }) => ({ order: updatedAt.getTime(), id }), nodeOf: copyAnswer },
  );
};
