import type { ScoredNeighbours } from '../learning/model.js';

/** Neighbours by their numbers in the published demand, in columns of equal length. */
export interface NumberedNeighbours {
  readonly numbers: Uint32Array;
  readonly scores: Float64Array;
}

/**
 * The neighbours of one product as they are loaded: thousands are added up for one list of picks, and a number is found many times faster than an
 * id. `ids` and `scores` hold those that the demand does not know, and all of them in documents of earlier releases.
 */
export interface LoadedNeighbours extends ScoredNeighbours {
  readonly numbered?: NumberedNeighbours;
}

/** What is like one product, for picks, as it is loaded. */
export interface SimilarProducts {
  readonly productId: string;
  /** Viewed in the same visits. */
  readonly viewed: LoadedNeighbours;
  /** Bought by the same customers. */
  readonly bought: LoadedNeighbours;
}

/** How many neighbours there are. */
export const countOf = ({ ids, numbered }: LoadedNeighbours): number => ids.length + (numbered?.numbers.length ?? 0);
