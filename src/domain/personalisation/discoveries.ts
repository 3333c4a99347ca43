import { floatAt } from '../learning/columns.js';
import type { RecommendationSource } from '../ranking/candidate.js';
import { favourites } from './favourites.js';
import { inDemand } from './in-demand.js';
import { sumNeighbours } from './neighbour-sums.js';
import type { PickEvidence } from './pick-evidence.js';
import { chanceOfFirstPurchase, type ChanceOfFirstPurchase } from './pick-scorecard.js';
import { interestSeeds } from './pick-seeds.js';
import { type Reached, reachedFrom } from './purchase-reach.js';
import { shoppingDaysOf } from './shopping-days.js';

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

/** The kind of reason that weighs most, so that the explanation names the true one. */
export interface Reason {
  readonly source: RecommendationSource;
  readonly becauseId: string | null;
  /** Whether anything of the customer's own has a part in it. */
  readonly personalised: boolean;
}

/** Products that the customer does not own, and how well each suits them, in columns. */
export interface Discoveries {
  /** Above 0 for products that suit. */
  readonly scores: Float64Array;
  idAt(place: number): string;
  reasonAt(place: number): Reason;
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

/** The chance that the next order holds each product that purchases lead to. */
const chances = ({ rows, first, bought }: Reached, chanceOf: ChanceOfFirstPurchase): Float64Array => {
  const scores = new Float64Array(rows.size);
  for (let row = first; row < scores.length; row += 1) {
    const neighbours = floatAt(bought.sums, row);
    if (neighbours > 0) scores[row] = chanceOf(neighbours, rows.wantedAt(row));
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

/**
 * Scores what the customer neither owns nor has refused: what purchases lead to, by the scorecard; what is like the products they looked at, and
 * what sells in their categories, in fixed proportion to the strongest that purchases say, which is `strongestHabit` or one of these; and what the
 * shop's customers want most now.
 */
export const discover = (evidence: PickEvidence, strongestHabit: number): Discoveries => {
  const { profile, similarity, viewedId } = evidence;
  const reached = reachedFrom(evidence);
  const { rows, first, bought } = reached;
  const chanceOf = chanceOfFirstPurchase(shoppingDaysOf(profile));
  const shoppers = chances(reached, chanceOf);
  const viewed = sumNeighbours(interestSeeds(profile, viewedId), (id) => similarity.get(id)?.viewed, rows);
  const unit = Math.max(strongestHabit, largestFrom(first, shoppers)) || NO_PURCHASES;
  // After the unit: interest is weighed against all that purchases say.
  const wanted = inDemand(reached, chanceOf, evidence, shoppers);
  const shares: readonly Share[] = [
    { source: 'SIMILAR_TO_RECENT', scores: normalised(viewed.sums, unit * INTEREST_SHARES.similar), becauseOf: viewed.becauseOf },
    { source: 'SHOPPERS_LIKE_YOU', scores: shoppers, becauseOf: bought.becauseOf },
    { source: 'FAVOURITE_CATEGORY', scores: favourites(evidence, rows, unit * INTEREST_SHARES.favourite), becauseOf: () => null },
    { source: 'IN_DEMAND', scores: wanted, becauseOf: () => null },
  ];
  const scores = summed(shares, first, rows.size);
  return {
    scores,
    idAt: (place) => rows.idAt(first + place),
    reasonAt: (place) => {
      const row = first + place;
      const main = shares.reduce((most, share) => (floatAt(share.scores, row) > floatAt(most.scores, row) ? share : most));
      return { source: main.source, becauseId: main.becauseOf(row), personalised: floatAt(scores, place) > floatAt(wanted, row) };
    },
  };
};
