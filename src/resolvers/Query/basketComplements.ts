import { complementsFor } from '../../domain/cross-sell/complements-for.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { answerPublic } from '../answer.js';
import { badArgument, readAfter, readFilter, readFirst, readIds } from '../arguments.js';
import { shownComplements } from '../complement-connection.js';

export const basketComplements: NonNullable<QueryResolvers['basketComplements']> = (_, args, context) =>
  answerPublic(context, async () => {
    const anchorIds = readIds('productIds', args.productIds, 100);
    if (anchorIds.length === 0) throw badArgument('productIds must hold 1 to 100 ids, got 0');
    const request = {
      placement: args.placement,
      anchorIds,
      excludeIds: readIds('exclude', args.exclude, 500),
      filter: readFilter(args.filter),
      arm: args.arm ?? 'TREATMENT',
      first: readFirst(args.first, 24),
      position: readAfter(args.after),
    };
    return shownComplements(await complementsFor(request, context.lanes(anchorIds.length)), request, context);
  });
