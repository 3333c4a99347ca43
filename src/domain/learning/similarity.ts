import type { PairScorer } from '../cross-sell/score-pair.js';
import { pairScores } from './co-purchase.js';
import { intAt } from './columns.js';
import type { Occurrences, PairRow } from './count-pairs.js';
import { TopNeighbours } from './top-neighbours.js';

/** What decides which pairs are published as alike. */
export interface SimilarityContext {
  /** Of visits. */
  readonly occurrences: Occurrences;
  readonly scorer: PairScorer;
  readonly minCustomers: number;
  readonly neighbours: number;
}

/**
 * Makes the function that picks the products most like an anchor, among those that enough distinct customers connect with it; what it answers is
 * valid until the next call.
 */
export const similarFrom = ({ occurrences, scorer, minCustomers, neighbours }: SimilarityContext): ((row: PairRow) => TopNeighbours) => {
  const scoreOf = pairScores(occurrences.weights, scorer);
  const top = new TopNeighbours(neighbours);
  return (row) => {
    top.clear();
    for (const neighbour of row.neighbours) {
      if (intAt(row.owners, neighbour) >= minCustomers) top.offer(neighbour, scoreOf(row, neighbour));
    }
    return top;
  };
};
