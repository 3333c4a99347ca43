import { describe, expect, it } from 'vitest';
import { sizeWeightedScorer, shrunkCosineScorer } from '../../../src/domain/cross-sell/score-pair.js';
import type { KeptPairs } from '../../../src/domain/learning/kept-pairs.js';
import type { LearnedPairs } from '../../../src/domain/learning/learn-pairs.js';
import type { NeighbourWeights } from '../../../src/domain/learning/neighbour-weights.js';
import { publishedCoPurchases, publishedSimilarities } from '../../../src/domain/learning/published-pairs.js';
import type { BestPairs, ScoredPairs } from '../../../src/domain/learning/scored-pairs.js';

/** Products by number: a is 0, and so on. */
const productIds = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const occurring = (...counts: number[]) => ({ occurrences: { counts: Uint32Array.from(counts), weights: new Float64Array(counts.length) } });
const totals = { orders: occurring(10, 20, 30, 40, 50, 60, 70), customers: occurring(8, 8, 8, 8, 8, 8, 8) };
const scorers = { coPurchase: sizeWeightedScorer(0, 1), coOwnership: shrunkCosineScorer(0), similarity: shrunkCosineScorer() };

/** Rows by product number: neighbours by number with what is known of them. */
type Rows = Readonly<Record<number, Readonly<Record<number, number>>>>;

const columnsOf = (rows: Rows) => {
  const listed = productIds.map((_, product) =>
    Object.entries(rows[product] ?? {}).map(([neighbour, value]) => ({ neighbour: Number(neighbour), value })).sort((a, b) => b.value - a.value || a.neighbour - b.neighbour),
  );
  return {
    offsets: Uint32Array.from([0, ...listed.map((_, at) => listed.slice(0, at + 1).flat().length)]),
    neighbours: Uint32Array.from(listed.flat(), ({ neighbour }) => neighbour),
    values: Float64Array.from(listed.flat(), ({ value }) => value),
  };
};

/** Every pair met so often. */
const MET = 4;

const scoredPairs = (rows: Rows): ScoredPairs => {
  const { offsets, neighbours, values } = columnsOf(rows);
  return { offsets, neighbours, scores: values };
};

const bestPairs = (rows: Rows): BestPairs => ({ ...scoredPairs(rows), together: new Uint32Array(columnsOf(rows).neighbours.length).fill(MET) });

const weightsOf = (rows: Rows): NeighbourWeights => {
  const { offsets, neighbours, values } = columnsOf(rows);
  return { offsets, neighbours, weights: values };
};

const keptPairs = (rows: Rows): KeptPairs => ({ ...weightsOf(rows), together: new Uint32Array(columnsOf(rows).neighbours.length).fill(MET) });

const learned = (changes: Partial<LearnedPairs>): LearnedPairs => ({
  best: bestPairs({}),
  kept: keptPairs({}),
  keptCustomers: keptPairs({}),
  basketWeights: weightsOf({}),
  guests: [],
  ...changes,
});

const publish = (changes: Partial<LearnedPairs>) => publishedCoPurchases({ productIds }, learned(changes), totals, scorers);

describe('published pairs', () => {
  it('are those of every anchor that has any, with ids, counts and both scores', () => {
    expect(publish({ best: bestPairs({ 0: { 1: 0.5, 2: 0.75 }, 2: { 0: 0.25 } }), basketWeights: weightsOf({ 0: { 1: 0.3 } }) })).toEqual([
      {
        productId: 'a',
        orders: 10,
        neighbourIds: ['c', 'b'],
        ordersTogether: [MET, MET],
        neighbourOrders: [30, 20],
        scores: [0.75, 0.5],
        // C adds nothing that others in a basket would not say as well.
        basketScores: [0, 0.3],
      },
      { productId: 'c', orders: 30, neighbourIds: ['a'], ordersTogether: [MET], neighbourOrders: [10], scores: [0.25], basketScores: [0] },
    ]);
  });

  it('hold what only counts in baskets too, at the place that its counts give it', () => {
    const inBasket = {
      best: bestPairs({ 0: { 1: 0.9, 2: 0.1 } }),
      basketWeights: weightsOf({ 0: { 3: 0.4 } }),
      // It is enough that the other side kept the pair.
      kept: keptPairs({ 3: { 0: 5 } }),
    };
    // Weight of orders with both 5, ten orders with the anchor; met 4 times: 5 / 10 · 4 / 5.
    expect(publish(inBasket)).toMatchObject([{ neighbourIds: ['b', 'd', 'c'], scores: [0.9, 0.4, 0.1], ordersTogether: [MET, MET, MET], basketScores: [0, 0.4, 0] }]);
    // And what customers add who bought both: weight 2, eight customers of each.
    expect(publish({ ...inBasket, keptCustomers: keptPairs({ 0: { 3: 2 } }) })[0]?.scores).toEqual([0.9, 0.4 + 2 / 8, 0.1]);
  });

  it('come by id where scores are equal', () => {
    expect(publish({ best: bestPairs({ 0: { 4: 0.5, 2: 0.5, 3: 0.5 } }) })[0]?.neighbourIds).toEqual(['c', 'd', 'e']);
  });

  it('show a guest in the fourth place, and the one that stood there in the fifth', () => {
    const guests = [{ anchor: 0, product: 6, together: MET }];
    const best = bestPairs({ 0: { 1: 0.9, 2: 0.8, 3: 0.7, 4: 0.6, 5: 0.5, 6: 0.1 } });
    const [stats] = publish({ best, guests, basketWeights: weightsOf({ 0: { 6: 0.2 } }) });
    expect(stats?.neighbourIds).toEqual(['b', 'c', 'd', 'g', 'e', 'f']);
    expect(stats?.scores[3]).toBeCloseTo(0.65, 12);
    expect(stats?.basketScores[3]).toBe(0.2);
  });

  it('show a guest among the first four where those tie as well, and the last of them no more', () => {
    const guests = [{ anchor: 0, product: 6, together: MET }];
    for (const scores of [[0.9, 0.8, 0.5, 0.5, 0.5], [0.5, 0.5, 0.5, 0.5, 0.5], [0.9, 0.8, 0.5 + 2 ** -53, 0.5, 0.4]]) {
      const best = bestPairs({ 0: Object.fromEntries(scores.map((score, at) => [1 + at, score])) });
      const shown = publish({ best, guests })[0]?.neighbourIds.slice(0, 4);
      expect(shown?.toSorted()).toEqual(['b', 'c', 'd', 'g']);
    }
  });

  it('show a guest that is neither among the best nor among the closest of its anchor', () => {
    const [stats] = publish({ best: bestPairs({ 0: { 1: 0.9, 2: 0.8, 3: 0.7, 4: 0.6 } }), guests: [{ anchor: 0, product: 6, together: 3 }] });
    expect(stats).toMatchObject({ neighbourIds: ['b', 'c', 'd', 'g', 'e'], ordersTogether: [MET, MET, MET, 3, MET], basketScores: [0, 0, 0, 0, 0] });
  });

  it('are none where nothing was learned', () => {
    expect(publish({})).toEqual([]);
  });
});

describe('published similarities', () => {
  it('are those of products that are like any other, by visits or by customers', () => {
    expect(publishedSimilarities({ productIds }, scoredPairs({ 0: { 1: 0.5 } }), weightsOf({ 2: { 0: 0.25, 1: 0.75 } }))).toEqual([
      { productId: 'a', viewed: { ids: ['b'], scores: [0.5] }, bought: { ids: [], scores: [] } },
      { productId: 'c', viewed: { ids: [], scores: [] }, bought: { ids: ['b', 'a'], scores: [0.75, 0.25] } },
    ]);
  });
});
