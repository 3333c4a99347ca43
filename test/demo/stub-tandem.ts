import { readContract } from '../../src/contract.js';
import { serveSubgraph, type NeighbourOptions, type RunningSubgraph } from '../../src/demo/neighbours/serve-subgraph.js';

const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: '1', endCursor: '1' };
const slots = { human: 1, learned: 1, fallback: 0, asked: 4, learnedShareCap: 1 };

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

const at = new Date('2026-11-20T10:00:00Z').toISOString();
const product = (id: string) => ({ __typename: 'Product', id });
const rule = { id: 'r1', name: 'Stub', lane: 'CROSS_SELL', action: 'RECOMMEND', placements: [], priority: 0, state: 'DRAFT', version: 1 };
const ruleSaved = () => ({
  __typename: 'MerchandisingRuleSaved',
  rule: { ...rule, createdBy: 'mia', updatedAt: at, history: [{ version: 1, at, by: 'mia', state: 'DRAFT', summary: 'created' }], warnings: [] },
});
const policy = {
  lane: 'CROSS_SELL',
  placement: 'CHECKOUT',
  autopilot: 'ASSIST',
  learnedShareCap: 0.25,
  sameGroupCap: 1,
  atLeast: 0,
  fallback: false,
  diversity: 'NONE',
  version: 1,
  updatedBy: 'noor',
  updatedAt: at,
  history: [],
};
const shop = { autopilot: 'ASSIST', note: null, version: 1, updatedBy: 'noor', updatedAt: at, history: [] };
const evidence = { ordersTogether: 3, support: 0.1, confidence: 0.5, lift: 2, windowDays: 365 };
const pair = {
  id: 'p1',
  anchor: product('tent'),
  complement: product('sleeping-bag'),
  evidence,
  logLikelihoodRatio: 12.5,
  sampleOrderIds: ['o1'],
};
const preview = {
  at,
  lists: [{ anchor: product('tent'), placement: 'CHECKOUT', today: [], withDraft: edges(['sleeping-mat'], 'RULE'), displaced: [] }],
  picks: [],
  warnings: [],
};
const copyVariant = {
  id: 'copy-1',
  product: product('mouse-vertical'),
  text: 'Said by the stub.',
  audience: { favouriteCategoryId: 'computing' },
  state: 'DRAFT',
  origin: 'HUMAN',
  version: 1,
  createdBy: 'mia',
  updatedAt: at,
  history: [{ version: 1, at, by: 'mia', state: 'DRAFT', summary: 'created' }],
};
const copySaved = () => ({ __typename: 'CopyVariantSaved', variant: copyVariant });

const money = { amount: '12.90', currencyCode: 'GBP' };
const funnel = { lists: 2, impressions: 8, clicks: 1, basketAdds: 1, orderLines: 1 };
const uplift = { treatment: 1, holdout: 1, difference: 0, low: -1, high: 1, treatmentSize: 100, holdoutSize: 100, method: 'Said by the stub' };
const scorecard = {
  measuredAt: at,
  currencyCode: 'GBP',
  orders: 2,
  ordersInOtherCurrencies: 0,
  funnel,
  bySource: [{ source: 'CO_PURCHASE', impressions: 8, clicks: 1, basketAdds: 1, orderLines: 1, revenue: money }],
  shownBy: { human: 0, learned: 8, fallback: 0 },
  byWeek: [],
};
const crossSellScorecard = {
  ...scorecard,
  averageOrderValue: money,
  uplift,
  topPairs: [{ anchor: product('tent'), product: product('sleeping-bag'), orderLines: 1, revenue: money }],
};
const personalisationScorecard = { ...scorecard, customers: 2, retention: [{ days: 30, rate: 0.5, customers: 2 }], lifetimeValueUplift: uplift };
const counts = { interactions: 1, orders: 1, profiles: 1, consents: 1, servedLists: 0, exposures: 1, learningGroups: 0 };

/** A subgraph with Tandem's contract and fixed answers, for tests of what stands around it. */
export const startStubTandem = (options: NeighbourOptions): Promise<RunningSubgraph> =>
  serveSubgraph(
    {
      sdl: readContract(),
      cacheControl: 'public, max-age=30',
      resolvers: {
        Query: {
          basketComplements: () => connection(['usb-hub', 'gone-product'], 'CO_PURCHASE'),
          crossSellArm: () => 'TREATMENT',
          crossSellScorecard: () => crossSellScorecard,
          personalisationScorecard: () => personalisationScorecard,
          learningStatus: () => ({ orders: 1, products: 1, pairs: 1, customers: 1, windowDays: 365, sufficient: true }),
          proposedPairs: () => ({ edges: [{ node: pair, cursor: '1' }], pageInfo }),
          previewRule: () => preview,
          copyVariants: () => ({ edges: [{ node: copyVariant, cursor: '1' }], pageInfo }),
          placementPolicies: () => [policy],
          shopAutopilot: () => shop,
          replayComplements: () => connection(['sleeping-bag'], 'CO_PURCHASE'),
        },
        Mutation: {
          recordInteractions: () => ({ __typename: 'RecordingReport', accepted: 3, duplicates: 0, rejected: [] }),
          forgetProduct: () => ({ __typename: 'ProductForgotten', interactions: 1, customer: { id: 'ada' } }),
          eraseCustomer: () => ({ __typename: 'ErasureReceipt', id: 'receipt', erasedAt: at, ...counts }),
          decideProposedPairs: () => ({ __typename: 'ProposedPairsDecided', decided: 1 }),
          createMerchandisingRule: ruleSaved,
          approveMerchandisingRule: ruleSaved,
          createCopyVariant: copySaved,
          approveCopyVariant: copySaved,
          setPlacementPolicy: () => ({ __typename: 'PlacementPolicySaved', policy }),
          setShopAutopilot: () => ({ __typename: 'ShopAutopilotSaved', shop }),
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
