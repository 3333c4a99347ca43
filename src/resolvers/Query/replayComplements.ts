import { replayComplements as replay } from '../../domain/cross-sell/replay-complements.js';
import { NotRetained } from '../../domain/merchandising/kept/not-retained.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { codedError } from '../../server/errors.js';
import { orUnavailable } from '../answer.js';
import { badArgument, readFirst, readId, readIds } from '../arguments.js';
import { complementConnectionOf } from '../complement-connection.js';
import { readingDecisions } from '../merchandising-access.js';
import { WHAT_IF_WEIGHT } from '../what-if-weight.js';

const orNotRetained = async <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof NotRetained) throw codedError('NOT_RETAINED', error.message);
    throw error;
  }
};

export const replayComplements: NonNullable<QueryResolvers['replayComplements']> = async (_, args, context) => {
  readingDecisions(context);
  const { placement, at } = args;
  if (at.getTime() > context.now.getTime()) throw badArgument(`at must not be in the future, got ${at.toISOString()}`);
  const request = {
    productId: readId('productId', args.productId),
    alongside: readIds('alongside', args.alongside, 100),
    placement,
    at,
    first: readFirst(args.first, 24),
  };
  const list = await orNotRetained(() => orUnavailable(() => replay(request, context.replay(WHAT_IF_WEIGHT))));
  return complementConnectionOf(list);
};
