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

const proposeDiscovery = (discoveries: Discoveries, place: number, score: number): Proposal =>
  propose({ productId: discoveries.idAt(place), ...discoveries.reasonAt(place), score });

/** Many neighbours are met for each that is proposed: the others never become objects. */
const proposeBest = (habits: readonly ScoredHabit[], discoveries: Discoveries, most: number): readonly Proposal[] => {
  const scores = new Float64Array(habits.length + discoveries.scores.length);
  scores.set(habits.map(({ score }) => score));
  scores.set(discoveries.scores, habits.length);
  const reached = reachedByBest(scores, most);
  const proposals = habits.filter(({ score }) => score >= reached).map(proposeHabit);
  discoveries.scores.forEach((score, place) => {
    // A number that the demand has lost is no product.
    if (score > 0 && score >= reached && discoveries.idAt(place) !== '') proposals.push(proposeDiscovery(discoveries, place, score));
  });
  return proposals.sort((a, b) => b.score - a.score || (a.productId < b.productId ? -1 : 1)).slice(0, most);
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
