import type { PairScorer } from '../cross-sell/score-pair.js';
import { pairScores } from './co-purchase.js';
import { intAt } from './columns.js';
import type { PairCounter, PairRow } from './count-pairs.js';
import type { ScoredNeighbours } from './model.js';
import { idAt } from './product-numbers.js';
import { TopNeighbours } from './top-neighbours.js';

/** What decides which pairs are published as alike. */
export interface SimilarityContext {
  readonly productIds: readonly string[];
  readonly counter: PairCounter;
  readonly scorer: PairScorer;
  readonly minCustomers: number;
  readonly neighbours: number;
}

/** Makes the function that picks the products most like an anchor, among those that enough distinct customers connect with it. */
export const similarFrom = (context: SimilarityContext): ((row: PairRow) => ScoredNeighbours) => {
  const { productIds, scorer, minCustomers } = context;
  const scoreOf = pairScores(context.counter.occurrences, scorer);
  const top = new TopNeighbours(context.neighbours);
  return (row) => {
    top.clear();
    for (const neighbour of row.neighbours) {
      if (intAt(row.owners, neighbour) >= minCustomers) top.offer(neighbour, scoreOf(row, neighbour));
    }
    return { ids: top.products().map((product) => idAt(productIds, product)), scores: top.scores() };
  };
};
