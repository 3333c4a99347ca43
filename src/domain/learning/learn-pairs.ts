import { AnchorLearner, type AnchorLearning, type ByKind, type LearnedAnchors } from './anchor-learner.js';
import type { AnchorRange } from './anchor-ranges.js';
import type { AnchorRows } from './co-purchase.js';
import type { PairCounter, PairTotals } from './count-pairs.js';
import { type Guest, guestsFor } from './guests.js';
import type { KeptPairs } from './kept-pairs.js';
import { type NeighbourWeights, neighbourWeights, type Weighing } from './neighbour-weights.js';
import type { LearningSettings } from './settings.js';

/** How much evidence a weight needs, as a share of the average product's; chosen on the validation parts of docs/quality.md. */
const RIDGE = 0.1;

/** Hears how many anchors of how many are done. */
export type OnAnchor = (done: number, total: number) => void;

/** What a list of complements is made from, by product number. */
export interface LearnedPairs extends Pick<LearnedAnchors, 'best' | 'kept' | 'keptCustomers'> {
  readonly basketWeights: NeighbourWeights;
  readonly guests: readonly Guest[];
}

/** What an anchor met in each kind of groups; valid until the next anchor's. */
export const rowsOf = ({ orders, visits, customers }: ByKind<PairCounter>, anchor: number): AnchorRows => {
  const owned = customers.row(anchor);
  // What the same customers bought needs to have met in one order only.
  return { bought: orders.row(anchor, owned), viewed: visits.row(anchor), owned };
};

/** Counts and learns a range of anchors: the whole shop's are learned by joining those of all ranges. */
export const learnAnchors = (
  counters: ByKind<PairCounter>,
  learning: Omit<AnchorLearning, 'totals'>,
  { from, until }: AnchorRange,
  onProgress: OnAnchor = () => undefined,
): LearnedAnchors => {
  const learner = new AnchorLearner({ ...learning, totals: counters });
  for (let anchor = from; anchor < until; anchor += 1) {
    learner.learn(rowsOf(counters, anchor));
    onProgress(anchor + 1 - from, until - from);
  }
  return learner.finish();
};

/** What is worked out from the pairs that were kept and the groups that these are counted in. */
export const weighingOf = (
  pairs: KeptPairs,
  { occurrences: { weights } }: PairTotals,
  { neighbours }: Pick<LearningSettings, 'neighbours'>,
): Weighing => ({ pairs, occurrenceWeights: weights, settings: { neighbours, ridge: RIDGE } });

/** What products say of each other by the pairs that were kept of them. */
export const weigh = (kept: KeptPairs, totals: PairTotals, settings: Pick<LearningSettings, 'neighbours'>): NeighbourWeights =>
  neighbourWeights(weighingOf(kept, totals, settings));

/** The lists of the whole shop, of what was learned of all anchors and what their products say of each other in baskets. */
export const pairsFrom = (
  { best, kept, keptCustomers, places }: LearnedAnchors,
  basketWeights: NeighbourWeights,
  { spreadShare }: Pick<LearningSettings, 'spreadShare'>,
): LearnedPairs => ({ best, kept, keptCustomers, basketWeights, guests: guestsFor(places, spreadShare) });
