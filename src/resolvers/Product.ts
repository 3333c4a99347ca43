import { complementsFor } from '../domain/cross-sell/complements-for.js';
import type { ProductResolvers } from '../generated/graphql.js';
import { answerPublic } from './answer.js';
import { readAfter, readFilter, readFirst, readIds } from './arguments.js';
import { shownComplements } from './complement-connection.js';

export const Product: ProductResolvers = {
  complements: (product, args, context) =>
    answerPublic(context, async () => {
      const request = {
        placement: args.placement,
        anchorIds: [...new Set([product.id, ...readIds('alongside', args.alongside, 100)])],
        excludeIds: readIds('exclude', args.exclude, 500),
        filter: readFilter(args.filter),
        arm: args.arm ?? 'TREATMENT',
        first: readFirst(args.first, 24),
        position: readAfter(args.after),
      };
      return shownComplements(await complementsFor(request, context.lanes(request.anchorIds.length)), request, context);
    }),
};
