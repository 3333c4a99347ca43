import { floatAt } from '../learning/columns.js';
import { propose, type Proposal } from '../ranking/candidate.js';
import { buyAgain, type ScoredHabit } from './buy-again.js';
import { type Discoveries, discover } from './discoveries.js';
import type { PickEvidence } from './pick-evidence.js';
import { reachedByBest } from './reached-by-best.js';

/** Scores what suits a customer; better models come in here. */
export type PickScorer = (evidence: PickEvidence) => readonly Proposal[];

const MOST_PROPOSALS = 200;

const proposeHabit = ({ habit: { productId, purchases }, score }: ScoredHabit): Proposal =>
  propose({ productId, source: 'BUY_AGAIN', score, personalised: true, purchases });

/** Field by field, as a spread takes several times as long. */
const proposeDiscovery = (discoveries: Discoveries, place: number): Proposal => {
  const { source, becauseId, personalised } = discoveries.reasonAt(place);
  return propose({ productId: discoveries.idAt(place), source, score: floatAt(discoveries.scores, place), becauseId, personalised });
};

/** What competes for a place in the list, in one column of scores: the habits, then the discoveries. */
class Contest {
  readonly #habits: readonly ScoredHabit[];
  readonly #discoveries: Discoveries;
  readonly #scores: Float64Array;

  constructor(habits: readonly ScoredHabit[], discoveries: Discoveries) {
    this.#habits = habits;
    this.#discoveries = discoveries;
    this.#scores = new Float64Array(habits.length + discoveries.scores.length);
    habits.forEach(({ score }, place) => {
      this.#scores[place] = score;
    });
    this.#scores.set(discoveries.scores, habits.length);
  }

  /** The places of the best, best first, ties by id. */
  best(most: number): readonly number[] {
    const reached = reachedByBest(this.#scores, most);
    const places: number[] = [];
    for (let place = 0; place < this.#scores.length; place += 1) {
      const score = floatAt(this.#scores, place);
      // A number that the demand has lost is no product.
      if (score > 0 && score >= reached && this.#idAt(place) !== '') places.push(place);
    }
    return places.sort((a, b) => floatAt(this.#scores, b) - floatAt(this.#scores, a) || (this.#idAt(a) < this.#idAt(b) ? -1 : 1)).slice(0, most);
  }

  proposalAt(place: number): Proposal {
    const habit = this.#habits[place];
    return habit === undefined ? proposeDiscovery(this.#discoveries, place - this.#habits.length) : proposeHabit(habit);
  }

  #idAt(place: number): string {
    return this.#habits[place]?.habit.productId ?? this.#discoveries.idAt(place - this.#habits.length);
  }
}

/** Many neighbours are met for each that is proposed: the others never become objects. */
const proposeBest = (habits: readonly ScoredHabit[], discoveries: Discoveries, most: number): readonly Proposal[] => {
  const contest = new Contest(habits, discoveries);
  return contest.best(most).map((place) => contest.proposalAt(place));
};

/**
 * Scores what the customer bought by the chance that they buy it again, and what they did not by what their purchases and interest lead to: a
 * hybrid of personal frequency and item neighbourhoods that needs no scan over customers (Hu et al. 2020 show why frequency leads). What they
 * own comes back as a habit or not at all: that others who bought the one laptop bought the other says nothing here.
 */
export const scorePicks: PickScorer = (evidence) => {
  const habits = buyAgain(evidence);
  const strongest = habits.reduce((most, { score }) => Math.max(most, score), 0);
  return proposeBest(habits, discover(evidence, strongest), MOST_PROPOSALS);
};
