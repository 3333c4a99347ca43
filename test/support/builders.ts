import type { ProductFacts } from '../../src/domain/catalogue/product.js';
import type { CopyVariantRecord } from '../../src/domain/copy/copy-variant.js';
import type { Interaction } from '../../src/domain/facts/interaction.js';
import type { Order } from '../../src/domain/facts/order.js';
import type {
  CoPurchaseStats,
  LearnedStatistics,
  Model,
  Popularity,
  ProductDemand,
  ScoredNeighbours,
  SimilarityStats,
} from '../../src/domain/learning/model.js';
import type { DecidedPair } from '../../src/domain/merchandising/decided-pair.js';
import type { PairRecord, PolicyRecord, RuleRecord, ShopAutopilotRecord } from '../../src/domain/merchandising/kept/decisions.js';
import { NO_PAIRS } from '../../src/domain/learning/strongest-pairs.js';
import { defaultPolicy, type PlacementPolicy } from '../../src/domain/merchandising/policy.js';
import { createRuleIndex } from '../../src/domain/merchandising/in-force/rule-index.js';
import type { MerchandisingRule, ProductSelector } from '../../src/domain/merchandising/rule.js';
import { propose, type Candidate } from '../../src/domain/ranking/candidate.js';
import { NO_DEMAND } from '../../src/domain/serving/demand-index.js';
import type { Snapshot } from '../../src/domain/serving/snapshot.js';

/** The instant at which tests happen. */
export const NOW = new Date('2026-11-20T12:00:00.000Z');

/** A sellable product. */
export const aProduct = (id: string, changes: Partial<ProductFacts> = {}): ProductFacts => ({
  id,
  title: `Product ${id}`,
  categoryPath: ['things'],
  brand: null,
  tags: [],
  priceMinor: 1000,
  currencyCode: 'GBP',
  variantOf: null,
  inStock: true,
  active: true,
  ...changes,
});

/** A selector that asks for nothing but what is given. */
export const aSelector = (parts: Partial<ProductSelector> = {}): ProductSelector => ({
  productIds: [],
  categoryIds: [],
  brands: [],
  tags: [],
  minPrice: null,
  maxPrice: null,
  maxPriceRatio: null,
  ...parts,
});

/** An approved cross-sell rule that recommends nothing until told what. */
export const aRule = (id: string, changes: Partial<MerchandisingRule> = {}): MerchandisingRule => ({
  id,
  name: `Rule ${id}`,
  lane: 'CROSS_SELL',
  action: 'RECOMMEND',
  when: null,
  then: aSelector({ productIds: [] }),
  placements: [],
  slot: null,
  weight: null,
  quantity: null,
  priority: 0,
  validFrom: null,
  validUntil: null,
  state: 'APPROVED',
  version: 1,
  note: null,
  createdBy: 'tests',
  approvedBy: 'tests',
  updatedAt: NOW,
  ...changes,
});

/** A policy that lets learning run, changed as told. */
export const aPolicy = (changes: Partial<PlacementPolicy> & Pick<PlacementPolicy, 'lane' | 'placement'>): PlacementPolicy => ({
  ...defaultPolicy(changes.lane, changes.placement),
  ...changes,
});

/** A completed order of one of each product. */
export const anOrder = (id: string, productIds: readonly string[], changes: Partial<Order> = {}): Order => ({
  id,
  customerId: 'c1',
  sessionId: null,
  placedAt: new Date('2026-11-10T10:00:00.000Z'),
  updatedAt: new Date('2026-11-10T10:00:00.000Z'),
  status: 'COMPLETED',
  currencyCode: 'GBP',
  lines: productIds.map((productId) => ({ productId, quantity: 1, unitPriceMinor: 1000, recommendationId: null })),
  ...changes,
});

/** A view of a product by a customer. */
export const anInteraction = (id: string, productId: string, changes: Partial<Interaction> = {}): Interaction => ({
  id,
  kind: 'VIEW',
  customerId: 'c1',
  sessionId: null,
  productId,
  categoryId: null,
  query: null,
  at: new Date('2026-11-19T10:00:00.000Z'),
  recommendationId: null,
  slot: null,
  ...changes,
});

/** A published model of a shop with a thousand orders. */
export const aModel = (changes: Partial<Model> = {}): Model => ({
  version: 'm1',
  asOf: NOW,
  publishedAt: NOW,
  windowDays: 365,
  orders: 1000,
  products: 10,
  pairs: 10,
  customers: 100,
  ...changes,
});

/** A snapshot of a shop that nobody has decided anything about. */
export const aSnapshot = (
  changes: Partial<Omit<Snapshot, 'rules'>> & { readonly rules?: readonly MerchandisingRule[] } = {},
): Snapshot => ({
  policies: [],
  ceiling: 'ASSIST',
  copy: new Map(),
  model: aModel(),
  withheld: null,
  popularity: new Map(),
  demand: NO_DEMAND,
  traits: new Map(),
  categoryPaths: new Map(),
  ruleProducts: new Map(),
  knownProducts: new Map(),
  ...changes,
  rules: createRuleIndex(changes.rules ?? []),
});

/** The demand for products, average where nothing else is given. */
export const someDemand = (
  products: Readonly<Record<string, { readonly demand?: number; readonly trend?: number; readonly repeatRate?: number; readonly intervalDays?: number }>>,
): ProductDemand => {
  const all = Object.values(products);
  return {
    ids: Object.keys(products),
    demand: all.map(({ demand = 0 }) => demand),
    trend: all.map(({ trend = 0 }) => trend),
    repeatRate: all.map(({ repeatRate = 0.2 }) => repeatRate),
    intervalDays: all.map(({ intervalDays = null }) => intervalDays),
  };
};

/** Statistics with nothing in them but what is given. */
export const someStatistics = (changes: Partial<LearnedStatistics> = {}): LearnedStatistics => ({
  coPurchase: [],
  similarity: [],
  popularity: [],
  demand: someDemand({}),
  strongest: NO_PAIRS,
  traits: [],
  ...changes,
});

/** What goes with an anchor that was in 100 orders: neighbours with their scores, best first. */
export const someNeighbours = (productId: string, scores: Readonly<Record<string, number>>): CoPurchaseStats => {
  const best = Object.entries(scores).toSorted(([, a], [, b]) => b - a);
  return {
    productId,
    orders: 100,
    neighbourIds: best.map(([id]) => id),
    ordersTogether: best.map((_, index) => 50 - index),
    neighbourOrders: best.map(() => 200),
    scores: best.map(([, score]) => score),
    basketScores: best.map(([, score]) => score),
  };
};

const scored = (scores: Readonly<Record<string, number>>): ScoredNeighbours => {
  const best = Object.entries(scores).toSorted(([, a], [, b]) => b - a);
  return { ids: best.map(([id]) => id), scores: best.map(([, score]) => score) };
};

/** What is like a product: viewed in the same visits, bought by the same customers. */
export const someSimilar = (
  productId: string,
  { viewed = {}, bought = {} }: { readonly viewed?: Readonly<Record<string, number>>; readonly bought?: Readonly<Record<string, number>> },
): SimilarityStats => ({ productId, viewed: scored(viewed), bought: scored(bought) });

/** What sells in a category, by the scores given; the empty id is the whole shop. */
export const somePopularity = (categoryId: string, scores: Readonly<Record<string, number>>): Popularity => ({ categoryId, ...scored(scores) });

/** Popularity as a snapshot holds it. */
export const popularityOf = (...all: readonly Popularity[]): ReadonlyMap<string, Popularity> =>
  new Map(all.map((popularity) => [popularity.categoryId, popularity]));

/** A person's decision about a pair. */
export const aPair = (anchorId: string, complementId: string, decision: DecidedPair['decision'] = 'APPROVE'): DecidedPair => ({
  anchorId,
  complementId,
  decision,
  decidedBy: 'tests',
  decidedAt: NOW,
  note: null,
});

/** A candidate that learning found, changed as told. */
export const aCandidate = (productId: string, changes: Partial<Omit<Candidate, 'product'>> & { readonly product?: Partial<ProductFacts> } = {}): Candidate => {
  const { product, ...proposal } = changes;
  return { ...propose({ productId, source: 'CO_PURCHASE', score: 1, ...proposal }), product: aProduct(productId, product) };
};

/** A rule as it is kept: one version, written through the API, whose contents are those of the rule; changed as told. */
export const aRuleRecord = (
  id: string,
  { editedBy, createdWith = null, warnings = [], history, ...changes }: Partial<RuleRecord> = {},
): RuleRecord => {
  const rule = aRule(id, changes);
  const { version, createdBy, approvedBy, updatedAt, ...contents } = rule;
  const only = { version, at: updatedAt, by: createdBy, via: 'API', summary: 'Written.', state: rule.state, approvedBy, contents } as const;
  return { ...rule, editedBy: editedBy ?? createdBy, createdWith, warnings, history: history ?? [only] };
};

/** A policy as it is kept: one version, written through the API; changed as told. */
export const aPolicyRecord = (changes: Partial<PolicyRecord> & Pick<PolicyRecord, 'lane' | 'placement'>): PolicyRecord => {
  const policy = { ...aPolicy({ version: 1, updatedBy: 'tests', updatedAt: NOW, lane: changes.lane, placement: changes.placement }), ...changes };
  const { autopilot, learnedShareCap, sameGroupCap, atLeast, fallback, diversity, version, updatedBy, updatedAt } = policy;
  const contents = { autopilot, learnedShareCap, sameGroupCap, atLeast, fallback, diversity };
  return { history: [{ version, at: updatedAt, by: updatedBy, via: 'API', summary: 'Written.', contents }], ...policy };
};

/** A decided pair as it is kept: one decision, made through the API; changed as told. */
export const aPairRecord = (anchorId: string, complementId: string, changes: Partial<PairRecord> = {}): PairRecord => {
  const pair = { ...aPair(anchorId, complementId), version: 1, ...changes };
  const { version, decision, note, decidedBy, decidedAt } = pair;
  return { history: [{ version, at: decidedAt, by: decidedBy, via: 'API', summary: 'Decided.', decision, note }], ...pair };
};

/** The shop's autopilot as it is kept: one version, set through the API; changed as told. */
export const aShopAutopilotRecord = (changes: Partial<ShopAutopilotRecord> = {}): ShopAutopilotRecord => {
  const shop = { autopilot: 'ASSIST' as const, note: null, version: 1, updatedBy: 'tests', updatedAt: NOW, ...changes };
  const { version, autopilot, note, updatedBy, updatedAt } = shop;
  return { history: [{ version, at: updatedAt, by: updatedBy, via: 'API', summary: 'Set.', autopilot, note }], ...shop };
};

/** A copy variant as it is kept: a person's approved text for those who like a brand; one version, changed as told. */
export const aCopyRecord = (id: string, changes: Partial<CopyVariantRecord> = {}): CopyVariantRecord => {
  const copy = {
    id,
    productId: 'p1',
    text: `Text ${id}`,
    audience: { kind: 'FAVOURITE_BRAND', brand: 'Acme' } as const,
    state: 'APPROVED' as const,
    origin: 'HUMAN' as const,
    model: null,
    version: 1,
    createdBy: 'tests',
    editedBy: 'tests',
    approvedBy: 'tests',
    updatedAt: NOW,
    createdWith: null,
    ...changes,
  };
  const { productId, text, audience, state, version, createdBy, updatedAt } = copy;
  const contents = { productId, text, audience };
  return { history: [{ version, at: updatedAt, by: createdBy, via: 'API', summary: 'Written.', state, contents }], ...copy };
};
