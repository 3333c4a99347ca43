import { type PairStrength, ratioAt, strongestFirst } from '../cross-sell/pair-strength.js';
import type { CoPurchaseStats, StrongestPairs } from './model.js';

/** Pairs of a shop that are laid before people without their asking for an anchor. */
export const MOST_PROPOSED = 10_000;

/** A shop without pairs. */
export const NO_PAIRS: StrongestPairs = {
  anchorIds: [],
  complementIds: [],
  logLikelihoodRatios: [],
  ordersTogether: [],
  anchorOrders: [],
  neighbourOrders: [],
};

interface Ranked extends PairStrength {
  readonly stats: CoPurchaseStats;
  readonly place: number;
}

/** Keeps the strongest of many pairs, whatever order they come in; never holds more than twice as many as it keeps. */
class StrongestOf {
  readonly #most: number;
  #kept: Ranked[] = [];
  /** A pair weaker than this is not among the strongest. */
  #bar = 0;

  constructor(most: number) {
    this.#most = most;
  }

  offer(stats: CoPurchaseStats, place: number, logLikelihoodRatio: number): void {
    if (logLikelihoodRatio < this.#bar) return;
    this.#kept.push({ logLikelihoodRatio, anchorId: stats.productId, complementId: stats.neighbourIds[place] ?? '', stats, place });
    if (this.#kept.length >= 2 * this.#most) this.#bar = this.strongest().at(-1)?.logLikelihoodRatio ?? 0;
  }

  strongest(): readonly Ranked[] {
    this.#kept = this.#kept.sort(strongestFirst).slice(0, this.#most);
    return this.#kept;
  }
}

const columnsOf = (pairs: readonly Ranked[]): StrongestPairs => ({
  anchorIds: pairs.map(({ anchorId }) => anchorId),
  complementIds: pairs.map(({ complementId }) => complementId),
  logLikelihoodRatios: pairs.map(({ logLikelihoodRatio }) => logLikelihoodRatio),
  ordersTogether: pairs.map(({ stats, place }) => stats.ordersTogether[place] ?? 0),
  anchorOrders: pairs.map(({ stats }) => stats.orders),
  neighbourOrders: pairs.map(({ stats, place }) => stats.neighbourOrders[place] ?? 0),
});

/**
 * The strongest directed pairs of a shop by Dunning's G² over its completed orders: of all that is published, in whatever order. They
 * follow from the published counts, and are no part of what names a version.
 */
export const strongestPairs = (all: readonly CoPurchaseStats[], orders: number, most = MOST_PROPOSED): StrongestPairs => {
  const strongest = new StrongestOf(most);
  for (const stats of all) {
    for (let place = 0; place < stats.neighbourIds.length; place += 1) strongest.offer(stats, place, ratioAt(stats, place, orders));
  }
  return columnsOf(strongest.strongest());
};
