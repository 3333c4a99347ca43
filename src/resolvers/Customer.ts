import { navigationFor } from '../domain/personalisation/navigation-for.js';
import { personalisedComplementsFor } from '../domain/personalisation/personalised-complements-for.js';
import { picksFor } from '../domain/personalisation/picks-for.js';
import { profileViewFor } from '../domain/personalisation/profile-view.js';
import { START } from '../domain/ranking/cursor.js';
import type { CustomerResolvers } from '../generated/graphql.js';
import { answerPrivate } from './answer.js';
import { readAfter, readFilter, readFirst, readId, readIds } from './arguments.js';
import { shownComplements } from './complement-connection.js';
import { productOf } from './mappers.js';
import { shownPicks } from './pick-connection.js';
import { readSurface } from './surface.js';

export const Customer: CustomerResolvers = {
  personalisedPicks: (customer, args, context) =>
    answerPrivate(context, customer.id, 'picks:read', async () => {
      const request = {
        customerId: customer.id,
        surface: args.surface,
        context: readSurface(args.surface, args.context),
        excludeIds: readIds('exclude', args.exclude, 500),
        filter: readFilter(args.filter),
        first: readFirst(args.first, 50),
        position: readAfter(args.after),
      };
      return shownPicks(await picksFor(request, context.lanes(1 + request.context.candidateIds.length)), request, context);
    }),

  personalisedComplements: (customer, args, context) =>
    answerPrivate(context, customer.id, 'picks:read', async () => {
      const request = {
        customerId: customer.id,
        placement: args.placement,
        anchorIds: [...new Set([readId('productId', args.productId), ...readIds('alongside', args.alongside, 100)])],
        excludeIds: readIds('exclude', args.exclude, 500),
        filter: readFilter(args.filter),
        arm: args.arm ?? 'TREATMENT',
        first: readFirst(args.first, 24),
        position: START,
      };
      return shownComplements(await personalisedComplementsFor(request, context.lanes(request.anchorIds.length)), request, context);
    }),

  personalisedNavigation: (customer, args, context) =>
    answerPrivate(context, customer.id, 'picks:read', async () => {
      const request = { customerId: customer.id, first: readFirst(args.first, 50), under: args.under ?? null };
      return [...(await navigationFor(request, context.lanes(1)))];
    }),

  behaviourProfile: async (customer, _, context) => {
    context.cachePolicy.forbid();
    // What is held about a customer is the customer's to see: no scope opens it, and for everybody else it is as if there were none.
    if (context.caller.customerId !== customer.id) return null;
    const view = await profileViewFor(customer.id, context.lanes(1));
    if (view === null) return null;
    return { ...view, categories: [...view.categories], recentProducts: view.recentProductIds.map(productOf) };
  },
};
