import { proposedPairs as propose } from '../../domain/cross-sell/proposed-pairs.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { badArgument, readFirst, readId } from '../arguments.js';
import { readingDecisions } from '../merchandising-access.js';
import { proposedPairsAnswer } from '../pair-answer.js';

export const proposedPairs: NonNullable<QueryResolvers['proposedPairs']> = async (_, args, context) => {
  readingDecisions(context);
  const { anchorId = null, after = null } = args;
  const first = readFirst(args.first, 200);
  const dependencies = context.proposals(first);
  const page = await propose({ anchorId: anchorId === null ? null : readId('anchorId', anchorId), first, after }, dependencies);
  if (page === null) throw badArgument('after must be an endCursor of this list');
  return proposedPairsAnswer(page, after === null, dependencies.reading);
};
