import type { Db, IndexDescription } from 'mongodb';

import type { InteractionKind } from '../domain/facts/interaction.js';
import type { OrderStatus } from '../domain/facts/order.js';
import type { Autopilot, Diversity } from '../domain/merchandising/policy.js';
import type { PairDecision } from '../domain/merchandising/decided-pair.js';
import type { Lane, ProductSelector, RuleAction, RuleState } from '../domain/merchandising/rule.js';
import type { FacetWeight, ProductHabit } from '../domain/personalisation/profile.js';

/** Fact: what ranking needs to know of a product. Key: product id. */
export interface CatalogueDocument {
  _id: string;
  title: string;
  /** Root first. Indexed, so that rules find products by category, descendants included. */
  categoryPath: readonly string[];
  brand: string | null;
  tags: readonly string[];
  priceMinor: number | null;
  currencyCode: string | null;
  variantOf: string | null;
  inStock: boolean;
  active: boolean;
}

/** Derived from the catalogue as it is written: one document per category. Key: category id. */
export interface CategoryDocument {
  _id: string;
  path: readonly string[];
}

/** Fact. Key: order id. */
export interface OrderDocument {
  _id: string;
  customerId: string | null;
  sessionId: string | null;
  placedAt: Date;
  updatedAt: Date;
  status: OrderStatus;
  currencyCode: string;
  lines: readonly { productId: string; quantity: number; unitPriceMinor: number; recommendationId: string | null }[];
}

/** Fact; removed once older than the retention. Key: event id. */
export interface InteractionDocument {
  _id: string;
  kind: InteractionKind;
  customerId: string | null;
  sessionId: string | null;
  productId: string | null;
  categoryId: string | null;
  query: string | null;
  at: Date;
  recommendationId: string | null;
  slot: number | null;
}

/** Fact. Key: customer id. */
export interface ConsentDocument {
  _id: string;
  consent: boolean;
  decidedAt: Date;
}

/** Fact. Key: rule id. */
export interface RuleDocument {
  _id: string;
  name: string;
  lane: Lane;
  action: RuleAction;
  when: ProductSelector | null;
  then: ProductSelector | null;
  placements: readonly string[];
  slot: number | null;
  weight: number | null;
  quantity: number | null;
  priority: number;
  validFrom: Date | null;
  validUntil: Date | null;
  state: RuleState;
  version: number;
  note: string | null;
  createdBy: string;
  approvedBy: string | null;
  updatedAt: Date;
}

/** Fact. Key: lane and placement, as in CROSS_SELL:CHECKOUT. */
export interface PolicyDocument {
  _id: string;
  lane: Lane;
  placement: string;
  autopilot: Autopilot;
  learnedShareCap: number;
  atLeast: number;
  fallback: boolean;
  diversity: Diversity;
  version: number;
  updatedBy: string;
  updatedAt: Date;
}

/** Fact. Key: both ids as a JSON array. */
export interface DecidedPairDocument {
  _id: string;
  anchorId: string;
  complementId: string;
  decision: PairDecision;
  version: number;
  decidedBy: string;
  decidedAt: Date;
  note: string | null;
}

/** Derived, versioned. Key: model version and product id. Columns of equal length: they decode several times faster than sub-documents. */
export interface CoPurchaseDocument {
  _id: string;
  version: string;
  productId: string;
  orders: number;
  neighbourIds: readonly string[];
  ordersTogether: readonly number[];
  neighbourOrders: readonly number[];
  scores: readonly number[];
}

/** Derived, versioned. Key: model version and product id. */
export interface SimilarityDocument {
  _id: string;
  version: string;
  productId: string;
  viewedIds: readonly string[];
  viewedScores: readonly number[];
  boughtIds: readonly string[];
  boughtScores: readonly number[];
}

/** Derived, versioned. Key: model version and category id. */
export interface PopularityDocument {
  _id: string;
  version: string;
  categoryId: string;
  ids: readonly string[];
  scores: readonly number[];
}

/** Derived: a fold over the customer's facts. Key: customer id. */
export interface ProfileDocument {
  _id: string;
  revision: number;
  asOf: Date | null;
  since: Date | null;
  interactions: number;
  orders: number;
  products: readonly ProductHabit[];
  categories: readonly FacetWeight[];
  brands: readonly FacetWeight[];
  recentProductIds: readonly string[];
}

/** What a pointer says of one published version. */
export interface PublishedModel {
  version: string;
  asOf: Date;
  publishedAt: Date;
  windowDays: number;
  orders: number;
  products: number;
  pairs: number;
  customers: number;
}

/** Pointer, in one document so that one write moves it. Key: "published". */
export interface ModelDocument extends PublishedModel {
  _id: string;
  /** Kept for rollback; null before the second learning. */
  previous: PublishedModel | null;
}

/** A version that a learning run is writing, so that no other run sweeps it away. Key: version. */
export interface StagedModelDocument {
  _id: string;
  startedAt: Date;
}

/** Counters that rise with every change of what instances hold in memory. Key: "rules" or "catalogue". */
export interface RevisionDocument {
  _id: string;
  revision: number;
}

/** Every collection and its indexes beside the key: the data model on one page. */
const INDEXES: Readonly<Record<string, readonly IndexDescription[]>> = {
  catalogue: [{ key: { categoryPath: 1 } }, { key: { tags: 1 } }, { key: { brand: 1 } }],
  categories: [],
  orders: [{ key: { customerId: 1, placedAt: 1 } }, { key: { placedAt: 1 } }],
  interactions: [{ key: { customerId: 1, at: 1 } }, { key: { at: 1 } }],
  consents: [],
  rules: [],
  placement_policies: [],
  decided_pairs: [{ key: { anchorId: 1 } }],
  copurchase_stats: [{ key: { version: 1 } }],
  similarity_stats: [{ key: { version: 1 } }],
  popularity: [{ key: { version: 1 } }],
  behaviour_profiles: [],
  models: [],
  staged_models: [],
  revisions: [],
};

/** The shop's collections, typed. */
export const collectionsOf = (db: Db) => ({
  catalogue: db.collection<CatalogueDocument>('catalogue'),
  categories: db.collection<CategoryDocument>('categories'),
  orders: db.collection<OrderDocument>('orders'),
  interactions: db.collection<InteractionDocument>('interactions'),
  consents: db.collection<ConsentDocument>('consents'),
  rules: db.collection<RuleDocument>('rules'),
  policies: db.collection<PolicyDocument>('placement_policies'),
  decidedPairs: db.collection<DecidedPairDocument>('decided_pairs'),
  coPurchase: db.collection<CoPurchaseDocument>('copurchase_stats'),
  similarity: db.collection<SimilarityDocument>('similarity_stats'),
  popularity: db.collection<PopularityDocument>('popularity'),
  profiles: db.collection<ProfileDocument>('behaviour_profiles'),
  models: db.collection<ModelDocument>('models'),
  stagedModels: db.collection<StagedModelDocument>('staged_models'),
  revisions: db.collection<RevisionDocument>('revisions'),
});
export type Collections = ReturnType<typeof collectionsOf>;

/** Creates the indexes that are missing; those that exist stay as they are. */
export const ensureIndexes = async (db: Db): Promise<void> => {
  for (const [name, indexes] of Object.entries(INDEXES))
    if (indexes.length > 0) await db.collection(name).createIndexes([...indexes]);
};
