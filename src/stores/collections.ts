import type { CollectionOptions, Db, IndexDescription } from 'mongodb';

import type { InteractionKind } from '../domain/facts/interaction.js';
import type { OrderStatus } from '../domain/facts/order.js';
import type { StoredHabit } from '../domain/personalisation/earlier-habits.js';
import type { FacetWeight, TypicalPrice } from '../domain/personalisation/profile.js';
import type {
  CopyVariantDocument,
  DecidedPairDocument,
  JournalDocument,
  PolicyDocument,
  RuleDocument,
  ShopAutopilotDocument,
} from './decisions/decision-documents.js';
import type { DayChangesDocument, ExposureDocument, MeasuredDocument, ServedDocument } from './measurement/measurement-documents.js';
import type { DaySheetDocument } from './measurement/sheet-documents.js';
import type { ErasureDocument, ErasureKeyDocument } from './privacy/erasure-documents.js';
import type {
  CoPurchaseDocument,
  ModelDocument,
  PopularityDocument,
  ProductDemandDocument,
  ProposedPairsDocument,
  SimilarityDocument,
  StagedModelDocument,
  TraitAffinityDocument,
} from './learned/learned-documents.js';

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
  /** Where `placedAt` was before, of an order that was moved to another day; absent for none. */
  formerlyPlacedAt?: readonly Date[];
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

/** Derived: a fold over the customer's facts. Key: customer id. */
export interface ProfileDocument {
  _id: string;
  revision: number;
  asOf: Date | null;
  since: Date | null;
  interactions: number;
  orders: number;
  products: readonly StoredHabit[];
  categories: readonly FacetWeight[];
  brands: readonly FacetWeight[];
  recentProductIds: readonly string[];
  /** Absent in profiles of earlier releases, which knew the default only. */
  purchaseHalfLifeDays?: number;
  /** Absent in profiles stored before there was one. */
  typicalPrice?: TypicalPrice | null;
}

/** Counters that rise with every change of what instances hold in memory. Key: "rules" or "catalogue". */
export interface RevisionDocument {
  _id: string;
  revision: number;
  /** Only of "rules": the commit that made this revision and may not be written out in full yet. Absent is null. */
  pending?: string | null;
}

/** Decisions are read where they are written, whatever the connection string prefers: a stale reading would decide upon what is no more. */
const DECISIONS: CollectionOptions = { readPreference: 'primary' };

/** Every collection and its indexes beside the key: the data model on one page. */
const INDEXES: Readonly<Record<string, readonly IndexDescription[]>> = {
  catalogue: [{ key: { categoryPath: 1 } }, { key: { tags: 1 } }, { key: { brand: 1 } }],
  categories: [],
  orders: [{ key: { customerId: 1, status: 1, placedAt: 1, _id: 1 } }, { key: { placedAt: 1 } }, { key: { 'lines.productId': 1, placedAt: -1 } }, { key: { sessionId: 1 } }],
  interactions: [{ key: { customerId: 1, kind: 1, at: 1, _id: 1 } }, { key: { at: 1 } }, { key: { sessionId: 1 } }],
  consents: [],
  erasures: [{ key: { kind: 1 } }],
  erasure_keys: [],
  served: [{ key: { recommendationId: 1 } }, { key: { customerId: 1 } }, { key: { servedAt: 1 } }],
  exposures: [{ key: { at: 1 } }, { key: { lastAt: 1 } }],
  day_changes: [],
  day_sheets: [],
  measured: [],
  rules: [{ key: { priority: -1, _id: 1 } }, { key: { revision: 1 } }, { key: { state: 1, updatedAt: 1 } }, { key: { updatedAt: 1 } }],
  placement_policies: [],
  shop_autopilot: [],
  decided_pairs: [{ key: { anchorId: 1 } }, { key: { decidedAt: -1, _id: 1 } }],
  copy_variants: [{ key: { productId: 1 } }, { key: { updatedAt: -1, _id: 1 } }, { key: { revision: 1 } }],
  decision_journal: [{ key: { commitId: 1 } }],
  copurchase_stats: [{ key: { version: 1 } }],
  similarity_stats: [{ key: { version: 1 } }],
  popularity: [{ key: { version: 1 } }],
  product_demand: [{ key: { version: 1 } }],
  trait_affinities: [{ key: { version: 1 } }],
  proposed_pairs: [{ key: { version: 1 } }],
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
  erasures: db.collection<ErasureDocument>('erasures', DECISIONS),
  erasureKeys: db.collection<ErasureKeyDocument>('erasure_keys', DECISIONS),
  served: db.collection<ServedDocument>('served'),
  exposures: db.collection<ExposureDocument>('exposures'),
  dayChanges: db.collection<DayChangesDocument>('day_changes', DECISIONS),
  daySheets: db.collection<DaySheetDocument>('day_sheets'),
  measured: db.collection<MeasuredDocument>('measured'),
  rules: db.collection<RuleDocument>('rules', DECISIONS),
  policies: db.collection<PolicyDocument>('placement_policies', DECISIONS),
  shopAutopilot: db.collection<ShopAutopilotDocument>('shop_autopilot', DECISIONS),
  decidedPairs: db.collection<DecidedPairDocument>('decided_pairs', DECISIONS),
  copyVariants: db.collection<CopyVariantDocument>('copy_variants', DECISIONS),
  decisionJournal: db.collection<JournalDocument>('decision_journal', DECISIONS),
  coPurchase: db.collection<CoPurchaseDocument>('copurchase_stats'),
  similarity: db.collection<SimilarityDocument>('similarity_stats'),
  popularity: db.collection<PopularityDocument>('popularity'),
  demand: db.collection<ProductDemandDocument>('product_demand'),
  traits: db.collection<TraitAffinityDocument>('trait_affinities'),
  proposedPairs: db.collection<ProposedPairsDocument>('proposed_pairs'),
  profiles: db.collection<ProfileDocument>('behaviour_profiles'),
  models: db.collection<ModelDocument>('models'),
  stagedModels: db.collection<StagedModelDocument>('staged_models'),
  revisions: db.collection<RevisionDocument>('revisions', DECISIONS),
});
export type Collections = ReturnType<typeof collectionsOf>;

/** Creates the indexes that are missing; those that exist stay as they are. */
export const ensureIndexes = async (db: Db): Promise<void> => {
  for (const [name, indexes] of Object.entries(INDEXES))
    if (indexes.length > 0) await db.collection(name).createIndexes([...indexes]);
};
