import { isSelfOr } from '../../domain/privacy/caller.js';
import type { SampleCustomer } from '../shop/sample-shop.js';
import { CUSTOMERS_SDL } from './customers-schema.js';
import { serveSubgraph, type NeighbourContext, type NeighbourOptions, type RunningSubgraph } from './serve-subgraph.js';

/** The neighbour that owns `Customer`: foreign, unknown and absent customers look alike. */
export const startCustomersSubgraph = (
  customers: readonly SampleCustomer[],
  options: NeighbourOptions,
): Promise<RunningSubgraph> => {
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const find = (id: string, { caller }: NeighbourContext): SampleCustomer | null =>
    isSelfOr(caller, id, 'picks:read') ? (byId.get(id) ?? null) : null;
  return serveSubgraph(
    {
      sdl: CUSTOMERS_SDL,
      cacheControl: 'private, no-store',
      resolvers: {
        Query: {
          me: (_, __, context) => (context.caller.customerId === null ? null : find(context.caller.customerId, context)),
          customer: (_, { id }: { id: string }, context) => find(id, context),
        },
        Customer: { __resolveReference: ({ id }: { readonly id: string }, context: NeighbourContext) => find(id, context) },
      },
    },
    options,
  );
};
