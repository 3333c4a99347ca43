import type { ProductFacts } from '../../src/domain/catalogue/product.js';
import type { Interaction } from '../../src/domain/facts/interaction.js';
import type { Order } from '../../src/domain/facts/order.js';
import type { LearnedStatistics, Model } from '../../src/domain/learning/model.js';
import { defaultPolicy, type PlacementPolicy } from '../../src/domain/merchandising/policy.js';
import { createRuleIndex } from '../../src/domain/merchandising/rule-index.js';
import type { MerchandisingRule, ProductSelector } from '../../src/domain/merchandising/rule.js';
import type { BehaviourProfile, ProductHabit } from '../../src/domain/personalisation/profile.js';
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

/** What one customer did with one product. */
export const aHabit = (productId: string, changes: Partial<ProductHabit> = {}): ProductHabit => ({
  productId,
  purchases: 0,
  lastPurchasedAt: null,
  purchaseWeight: 0,
  interestWeight: 0,
  lastSeenAt: null,
  notInterested: false,
  ...changes,
});

/** A profile with nothing in it but what is given. */
export const aProfile = (changes: Partial<BehaviourProfile> = {}): BehaviourProfile => ({
  customerId: 'c1',
  asOf: NOW,
  since: NOW,
  interactions: 0,
  orders: 0,
  products: [],
  categories: [],
  brands: [],
  recentProductIds: [],
  ...changes,
});

/** A snapshot of a shop that nobody has decided anything about. */
export const aSnapshot = (
  changes: Partial<Omit<Snapshot, 'rules'>> & { readonly rules?: readonly MerchandisingRule[] } = {},
): Snapshot => ({
  policies: [],
  model: aModel(),
  popularity: new Map(),
  categoryPaths: new Map(),
  ruleProducts: new Map(),
  knownProducts: new Map(),
  ...changes,
  rules: createRuleIndex(changes.rules ?? []),
});

/** Statistics with nothing in them but what is given. */
export const someStatistics = (changes: Partial<LearnedStatistics> = {}): LearnedStatistics => ({
  coPurchase: [],
  similarity: [],
  popularity: [],
  ...changes,
});
