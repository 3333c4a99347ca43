import type { Binary } from 'mongodb';

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
  /** Absent in versions of earlier releases, whose baskets summed the scores. */
  basketScores?: readonly number[];
}

/** Neighbours by their places in the version's demand, from 0, in columns of `count` numbers as bytes: they decode ten times faster than ids. */
export interface NumberedColumns {
  count: number;
  numbers: Binary;
  scores: Binary;
}

/** Derived, versioned. Key: model version and product id. */
export interface SimilarityDocument {
  _id: string;
  version: string;
  productId: string;
  /** Those that the version's demand does not know; all of them in versions of earlier releases. Columns of numbers are absent where there are none. */
  viewedIds: readonly string[];
  viewedScores: readonly number[];
  viewedNumbered?: NumberedColumns;
  boughtIds: readonly string[];
  boughtScores: readonly number[];
  boughtNumbered?: NumberedColumns;
}

/** Derived, versioned. Key: model version and category id. */
export interface PopularityDocument {
  _id: string;
  version: string;
  categoryId: string;
  ids: readonly string[];
  scores: readonly number[];
}

/** Derived, versioned. Key: model version and trait. */
export interface TraitAffinityDocument {
  _id: string;
  version: string;
  trait: string;
  weight: number;
  productIds: readonly string[];
  /** Absent in versions from before it was told: nothing is shown for their traits. */
  relativeDemand?: readonly number[];
}

/** Derived, versioned: a part of the shop's strongest pairs. Key: model version and number of the part. Columns of equal length, strongest first. */
export interface ProposedPairsDocument {
  _id: string;
  version: string;
  /** From 0. */
  part: number;
  /** The least ratio of this part: a page that begins below it skips the part unread. */
  weakest: number;
  anchorIds: readonly string[];
  complementIds: readonly string[];
  logLikelihoodRatios: readonly number[];
  ordersTogether: readonly number[];
  anchorOrders: readonly number[];
  neighbourOrders: readonly number[];
}

/** Derived, versioned: a part of the demand for the shop's products. Key: model version and number of the part. Columns of equal length, strongest first. */
export interface ProductDemandDocument {
  _id: string;
  version: string;
  /** From 0. */
  part: number;
  ids: readonly string[];
  /** Columns of numbers as bytes: memory holds them all, and reads them anew with every model. */
  demand: Binary;
  trend: Binary;
  repeatRate: Binary;
  /** 0: unknown. */
  intervalDays: Binary;
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

/** What a pointer says of a version that was learned and held back. */
export interface WithheldDocument {
  modelVersion: string;
  at: Date;
  orders: number;
  publishedHitRate: number;
  withheldHitRate: number;
  margin: number;
}

/** Pointer, in one document so that one write moves it. Key: "published". Its own fields are those of what is published. */
export interface ModelDocument extends PublishedModel {
  _id: string;
  /** Newest first, the published one at the front; absent in pointers written before there was a list. */
  publications?: readonly PublishedModel[];
  /** Publications before this instant are not all known any more; null while none was ever dropped. */
  completeSince?: Date | null;
  /** Of what was learned last; absent where that is published. */
  withheld?: WithheldDocument;
  /** The version before, in pointers without a list. */
  previous?: PublishedModel | null;
}

/** A version that a learning run is writing, so that no other run sweeps it away; or one that is being removed, so that nobody writes it. Key: version. */
export interface StagedModelDocument {
  _id: string;
  startedAt: Date;
  /** Absent where it is being written. */
  removing?: true;
}
