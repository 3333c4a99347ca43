import type { CoPurchaseStats } from '../learning/model.js';
import type { DecidedPair } from '../merchandising/decided-pair.js';
import type { PairStrength } from './pair-strength.js';

/** Names a directed pair. */
export type PairKey = Pick<DecidedPair, 'anchorId' | 'complementId'>;

/** A pair that learning proposes, with all that was counted of it. */
export interface CountedProposal extends PairStrength {
  readonly ordersTogether: number;
  readonly anchorOrders: number;
  readonly neighbourOrders: number;
}

/** A pair whose orders are looked for. */
export interface SampledPair extends PairKey {
  /** Which of the two is in fewer orders: these are the ones to look through. */
  readonly rarerId: string;
}

/** How many orders show that a pair was bought together. */
export const MOST_SAMPLE_ORDERS = 5;

/** Reads what is laid before people who decide pairs. Statistics are those of one published version. */
export interface ProposedPairsReading {
  /**
   * The strongest pairs of the shop, strongest first, in batches; those with a higher ratio than `notAbove` may be left out. The stream
   * may be left at any point.
   */
  strongest(version: string, notAbove: number | null): AsyncIterable<readonly CountedProposal[]>;
  /** What goes with these anchors; unknown ones are absent. */
  coPurchase(version: string, anchorIds: readonly string[]): Promise<ReadonlyMap<string, CoPurchaseStats>>;
  /** Ids of those pairs that a person approved or dismissed. */
  decidedAmong(pairs: readonly PairKey[]): Promise<ReadonlySet<string>>;
  /** Those of these products that the catalogue holds as active, in stock or not. */
  activeAmong(productIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Ids of completed orders with both products, newest first, MOST_SAMPLE_ORDERS at most, by pair id. */
  sampleOrders(pairs: readonly SampledPair[]): Promise<ReadonlyMap<string, readonly string[]>>;
}
