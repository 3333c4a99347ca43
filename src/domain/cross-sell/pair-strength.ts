import type { CoPurchaseStats } from '../learning/model.js';
import { type AssociationCounts, logLikelihoodRatioOf } from './association.js';

/** What the strength of a directed pair is known by, and where it stands among others. */
export interface PairStrength {
  readonly logLikelihoodRatio: number;
  readonly anchorId: string;
  readonly complementId: string;
}

const byCodeUnits = (first: string, second: string): number => (first < second ? -1 : first > second ? 1 : 0);

/** The order of pairs by strength: the most surprising first, ties by anchor, then by complement. */
export const strongestFirst = (a: PairStrength, b: PairStrength): number =>
  b.logLikelihoodRatio - a.logLikelihoodRatio || byCodeUnits(a.anchorId, b.anchorId) || byCodeUnits(a.complementId, b.complementId);

/** What was counted of an anchor and its neighbour at a place of its columns, in a shop with so many orders. */
export const countsAt = (stats: CoPurchaseStats, place: number, orders: number): AssociationCounts => ({
  together: stats.ordersTogether[place] ?? 0,
  anchorOrders: stats.orders,
  neighbourOrders: stats.neighbourOrders[place] ?? 0,
  orders,
});

/** How surprising an anchor and its neighbour at a place of its columns are: Dunning's G². */
export const ratioAt = (stats: CoPurchaseStats, place: number, orders: number): number => logLikelihoodRatioOf(countsAt(stats, place, orders));
