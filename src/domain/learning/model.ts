import type { TraitAffinity } from './trait-affinity.js';
import type { WithheldModel } from './withheld-model.js';

/** The statistics published together, as the pointer names them. */
export interface Model {
  /** Names the statistics by their contents: the same facts and settings give the same version. */
  readonly version: string;
  /** Newest fact that was learned from; the window ends just after it. */
  readonly asOf: Date;
  readonly publishedAt: Date;
  readonly windowDays: number;
  /** Completed orders in the window. */
  readonly orders: number;
  /** Products in those orders. */
  readonly products: number;
  /** Published directed pairs. */
  readonly pairs: number;
  /** Known customers in those orders. */
  readonly customers: number;
}

/** What goes with one anchor, best first, in columns of equal length. */
export interface CoPurchaseStats {
  readonly productId: string;
  /** Orders in the window that hold the anchor. */
  readonly orders: number;
  readonly neighbourIds: readonly string[];
  /** Orders that hold both. */
  readonly ordersTogether: readonly number[];
  /** Orders that hold the neighbour. */
  readonly neighbourOrders: readonly number[];
  /** How well each goes with the anchor alone; above 0. */
  readonly scores: readonly number[];
  /** What the anchor adds to the case for each in a basket, beside what the basket's other products add: baskets sum these; 0 or more. */
  readonly basketScores: readonly number[];
}

/** Neighbours and their scores, best first, in columns of equal length. */
export interface ScoredNeighbours {
  readonly ids: readonly string[];
  readonly scores: readonly number[];
}

/** What is like one product, for picks. */
export interface SimilarityStats {
  readonly productId: string;
  /** Viewed in the same visits. */
  readonly viewed: ScoredNeighbours;
  /** Bought by the same customers. */
  readonly bought: ScoredNeighbours;
}

/** What sells in one category, its descendants included, best first. */
export interface Popularity {
  /** Empty string: the whole shop. */
  readonly categoryId: string;
  readonly ids: readonly string[];
  /** Orders, each counting less with age; above 0. */
  readonly scores: readonly number[];
}

/** How much the shop's customers want its products now, strongest first, in columns of equal length. */
export interface ProductDemand {
  readonly ids: readonly string[];
  /** Logarithm of the orders of late, beside those of the average product: 0 is average. */
  readonly demand: readonly number[];
  /** Logarithm of the orders of late beside what the longer past would have led to expect: above 0 is in season, below 0 is fading. */
  readonly trend: readonly number[];
  /** Share of the product's buyers who bought it on another day again, shrunk towards the shop's share; above 0 and at most 1. */
  readonly repeatRate: readonly number[];
  /** Days between two purchases of it by one customer, the median; null where too few bought it again to tell. */
  readonly intervalDays: readonly (number | null)[];
}

/** The directed pairs of the whole shop that surprise most, the most surprising first, in columns of equal length. */
export interface StrongestPairs {
  readonly anchorIds: readonly string[];
  readonly complementIds: readonly string[];
  /** Dunning's G². */
  readonly logLikelihoodRatios: readonly number[];
  readonly ordersTogether: readonly number[];
  readonly anchorOrders: readonly number[];
  readonly neighbourOrders: readonly number[];
}

/** What a learning run learns of facts. */
export interface StatisticsOfFacts {
  readonly coPurchase: readonly CoPurchaseStats[];
  readonly similarity: readonly SimilarityStats[];
  readonly popularity: readonly Popularity[];
  readonly demand: ProductDemand;
  /** Follows from the co-purchases. */
  readonly strongest: StrongestPairs;
}

/** Everything a learning run publishes: also what its pairs tell of the catalogue. */
export interface LearnedStatistics extends StatisticsOfFacts {
  /** By name. */
  readonly traits: readonly TraitAffinity[];
}

/** The first products of lists by anchor, best first; anchors without a list are absent. */
export type FirstNeighbours = ReadonlyMap<string, readonly string[]>;

/** A version cannot be written because another learning run is removing the very same one, as it was kept no longer; the message is for the user. */
export class VersionBeingRemoved extends Error {
  constructor(version: string) {
    super(`version ${version} is being removed by another learning run, or was when that run was stopped: nothing was published; run it again, in an hour at the latest`);
    this.name = 'VersionBeingRemoved';
  }
}

/** Where learned statistics are written: beside the published version, which stays until the pointer moves. */
export interface ModelWriter {
  published(): Promise<Model | null>;
  /** The first `most` neighbours of these anchors by a version's scores for the anchor alone. */
  firstNeighbours(version: string, anchorIds: readonly string[], most: number): Promise<FirstNeighbours>;
  /** Writes the documents of a version; writing them again changes nothing. `written` counts documents, for a progress bar. Throws VersionBeingRemoved. */
  stage(version: string, statistics: LearnedStatistics, onProgress?: (written: number) => void): Promise<void>;
  /**
   * Adds to a published version what an earlier release did not write of it, and takes back that anything is withheld: it was learned again.
   * Changes nothing where nothing is missing.
   */
  complete(version: string, statistics: LearnedStatistics): Promise<void>;
  /** Moves the pointer: the one write that makes a version live. Versions before stay, for replay and rollback. */
  publish(model: Model): Promise<void>;
  /** Notes what was learned and not published, until something is published. Changes nothing where another version than this one is published. */
  withhold(publishedVersion: string, withheld: WithheldModel): Promise<void>;
  /** Removes statistics that are not among the newest versions that are kept and that no running learning could be writing. */
  sweep(now: Date, versionsKept: number): Promise<void>;
}
