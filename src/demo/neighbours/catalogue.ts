import { GraphQLError } from 'graphql';
import { toDecimal } from '../../domain/catalogue/money.js';
import type { SampleProduct } from '../shop/stock.js';
import { CATALOGUE_SDL } from './catalogue-schema.js';
import { serveSubgraph, type NeighbourOptions, type RunningSubgraph } from './serve-subgraph.js';

const MAX_IDS = 200;

const priceOf = ({ priceMinor, currencyCode }: SampleProduct): { amount: string; currencyCode: string } | null =>
  priceMinor === null || currencyCode === null ? null : { amount: toDecimal(priceMinor, currencyCode), currencyCode };

/** The neighbour that owns `Product`: everything that it shows of a product is public. */
export const startCatalogueSubgraph = (products: readonly SampleProduct[], options: NeighbourOptions): Promise<RunningSubgraph> => {
  const byId = new Map(products.map((product) => [product.id, product]));
  const find = (id: string): SampleProduct | null => byId.get(id) ?? null;
  const findAll = (ids: readonly string[]): readonly (SampleProduct | null)[] => {
    if (ids.length <= MAX_IDS) return ids.map(find);
    throw new GraphQLError(`ids: at most ${MAX_IDS}`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
  return serveSubgraph(
    {
      sdl: CATALOGUE_SDL,
      cacheControl: 'public, max-age=60',
      resolvers: {
        Query: {
          product: (_, { id }: { id: string }) => find(id),
          products: (_, { ids }: { ids: readonly string[] }) => findAll(ids),
        },
        Product: { price: priceOf, __resolveReference: ({ id }: { readonly id: string }) => find(id) },
      },
    },
    options,
  );
};
