import { readContract } from '../../src/contract.js';
import { serveSubgraph, type NeighbourOptions, type RunningSubgraph } from '../../src/demo/neighbours/serve-subgraph.js';

const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: '1', endCursor: '1' };
const slots = { human: 1, learned: 1, fallback: 0, learnedShareCap: 1 };

const provenance = (source: string) => ({
  source,
  explanation: `Said by the stub: ${source}`,
  personalised: false,
  rule: null,
  evidence: null,
  because: null,
  modelVersion: null,
});

const edges = (ids: readonly string[], source: string) =>
  ids.map((id, at) => ({
    node: { __typename: 'Product', id },
    cursor: String(at + 1),
    slot: at + 1,
    required: at === 0,
    quantity: at === 0 ? 2 : 1,
    provenance: provenance(source),
  }));

const connection = (ids: readonly string[], source: string) => ({
  recommendationId: 'stub-1',
  edges: edges(ids, source),
  pageInfo,
  emptyReason: null,
  slots,
  unknownIds: [],
});

/** A subgraph with Tandem's contract and fixed answers, for tests of what stands around it. */
export const startStubTandem = (options: NeighbourOptions): Promise<RunningSubgraph> =>
  serveSubgraph(
    {
      sdl: readContract(),
      cacheControl: 'public, max-age=30',
      resolvers: {
        Query: {
          basketComplements: () => connection(['usb-hub', 'gone-product'], 'CO_PURCHASE'),
          learningStatus: () => ({ orders: 1, products: 1, pairs: 1, customers: 1, windowDays: 365, sufficient: true }),
        },
        Mutation: {
          recordInteractions: () => ({ __typename: 'RecordingReport', accepted: 3, duplicates: 0, rejected: [] }),
        },
        Product: {
          __resolveReference: ({ id }: { readonly id: string }) => ({ id }),
          complements: () => connection(['aa-battery', 'aa-batteries-8'], 'REQUIRED_COMPANION'),
        },
        Customer: {
          __resolveReference: ({ id }: { readonly id: string }) => ({ id }),
          personalisedPicks: () => ({
            ...connection(['robot-dog', 'rc-truck'], 'SIMILAR_TO_RECENT'),
            personalisation: { applied: true, reason: 'PERSONALISED' },
          }),
          personalisedNavigation: () => [{ categoryId: 'toys', affinity: 1 }],
          behaviourProfile: () => ({ consent: true, interactions: 1, since: null, categories: [], recentProducts: [{ id: 'rc-car' }] }),
        },
      },
    },
    options,
  );
