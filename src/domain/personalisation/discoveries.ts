import { floatAt } from '../learning/columns.js';
import type { RecommendationSource } from '../ranking/candidate.js';
import { favourites } from './favourites.js';
import { type NeighbourSums, sumNeighbours } from './neighbour-sums.js';
import type { PickEvidence } from './pick-evidence.js';
import { PickRows } from './pick-rows.js';
import { chanceOfFirstPurchase } from './pick-scorecard.js';
import { boughtSeeds, interestSeeds } from './pick-seeds.js';

/** How much the strongest of each kind of interest weighs against the strongest that purchases say. */
export const INTEREST_SHARES = { similar: 0.45, favourite: 0.15 } as const;

/** What interest is weighed against for a customer whose purchases say nothing: it orders their list, and moves nothing else. */
const NO_PURCHASES = 0.1;

/** One kind of reason, by row; rows beyond its scores have none. */
interface Share {
  readonly source: RecommendationSource;
  readonly scores: Float64Array;
  readonly becauseOf: (row: number) => string | null;
}

/** Products that the customer does not own, and how well each suits them, in columns. */
export interface Discoveries {
  /** Above 0 for products that suit. */
  readonly scores: Float64Array;
  idAt(place: number): string;
  /** The kind of reason that weighs most, so that the explanation names the true one. */
  reasonAt(place: number): { readonly source: RecommendationSource; readonly becauseId: string | null };
}

const largestFrom = (first: number, scores: Float64Array): number => {
  let largest = 0;
  for (let row = first; row < scores.length; row += 1) largest = Math.max(largest, floatAt(scores, row));
  return largest;
};

const normalised = (scores: Float64Array, weight: number): Float64Array => {
  const most = largestFrom(0, scores);
  return most === 0 ? scores : scores.map((score) => (weight * score) / most);
};

/** The chance that the next order holds each product that purchases lead to, from the row `first` on. */
const chances = ({ sums }: NeighbourSums, first: number, rows: PickRows): Float64Array => {
  const scores = new Float64Array(rows.size);
  for (let row = first; row < scores.length; row += 1) {
    const neighbours = floatAt(sums, row);
    if (neighbours > 0) scores[row] = chanceOfFirstPurchase(neighbours, rows.wantedAt(row));
  }
  return scores;
};

const summed = (shares: readonly Share[], first: number, size: number): Float64Array => {
  const totals = new Float64Array(size - first);
  for (const { scores } of shares) {
    const end = Math.min(size, scores.length);
    for (let row = first; row < end; row += 1) totals[row - first] = floatAt(totals, row - first) + floatAt(scores, row);
  }
  return totals;
};

/** What the customer owns or has refused: it takes part in how neighbours compare, and is not discovered. */
const numberKnown = ({ profile, demand }: PickEvidence): PickRows => {
  const rows = new PickRows(demand);
  for (const { productId, purchases, notInterested } of profile.products) if (purchases > 0 || notInterested) rows.rowOf(productId);
  return rows;
};

/**
 * Scores what the customer neither owns nor has refused: what purchases lead to, by the scorecard; what is like the products they looked at, and
 * what sells in their categories, in fixed proportion to the strongest that purchases say, which is `strongestHabit` or one of these.
 */
export const discover = (evidence: PickEvidence, strongestHabit: number): Discoveries => {
  const { profile, similarity, viewedId, now } = evidence;
  const rows = numberKnown(evidence);
  const first = rows.size;
  const bought = sumNeighbours(boughtSeeds(profile, now), (id) => similarity.get(id)?.bought, rows);
  const shoppers = chances(bought, first, rows);
  const viewed = sumNeighbours(interestSeeds(profile, viewedId), (id) => similarity.get(id)?.viewed, rows);
  const unit = Math.max(strongestHabit, largestFrom(first, shoppers)) || NO_PURCHASES;
  const shares: readonly Share[] = [
    { source: 'SIMILAR_TO_RECENT', scores: normalised(viewed.sums, unit * INTEREST_SHARES.similar), becauseOf: viewed.becauseOf },
    { source: 'SHOPPERS_LIKE_YOU', scores: shoppers, becauseOf: bought.becauseOf },
    { source: 'FAVOURITE_CATEGORY', scores: favourites(evidence, rows, unit * INTEREST_SHARES.favourite), becauseOf: () => null },
  ];
  return {
    scores: summed(shares, first, rows.size),
    idAt: (place) => rows.idAt(first + place),
    reasonAt: (place) => {
      const row = first + place;
      const main = shares.reduce((most, share) => (floatAt(share.scores, row) > floatAt(most.scores, row) ? share : most));
      return { source: main.source, becauseId: main.becauseOf(row) };
    },
  };
};
