import { describe, expect, it } from 'vitest';

import { harness } from './harness.js';

type List = readonly number[];
type Truth = ReadonlySet<number>;
interface Figure {
  readonly mean: number;
  readonly count: number;
}
type Figures = Readonly<Record<'recall10' | 'ndcg10' | 'phr10' | 'repeat10' | 'novel10', Figure>> & {
  readonly novelOnly10: Figure | null;
  readonly coverage: number;
};

const { recallAt, ndcgAt, uncutNdcgAt, pickMetrics } = await harness<{
  recallAt(list: List, truth: Truth, most: number): number;
  ndcgAt(list: List, truth: Truth, most: number): number;
  uncutNdcgAt(list: List, truth: Truth, most: number): number;
  pickMetrics(customers: readonly { list: List; novelList: List | null; truth: Truth; bought: Truth }[], products: number): Figures;
}>('metrics/pick-metrics.mjs');

const ONE = 1;
const SECOND = 1 / Math.log2(3);
const THIRD = 1 / 2;

describe('Figures of picks', () => {
  it('recall is the share of the whole truth that the first places hold', () => {
    expect(recallAt([1, 2, 3, 4], new Set([2, 4, 9]), 3)).toBeCloseTo(1 / 3, 12);
  });

  it('NDCG holds a list against the best that fits into its places', () => {
    const truth = new Set([1, 3, 5]);
    expect(ndcgAt([1, 2, 3], truth, 3)).toBeCloseTo((ONE + THIRD) / (ONE + SECOND + THIRD), 12);
    expect(ndcgAt([1, 3], truth, 2)).toBeCloseTo(1, 12);
  });

  it('uncut NDCG holds it against the whole truth', () => {
    expect(uncutNdcgAt([1, 3], new Set([1, 3, 5]), 2)).toBeCloseTo((ONE + SECOND) / (ONE + SECOND + THIRD), 12);
  });

  it('weigh every customer 1 and keep repeats and novel products apart, each over the customers who have such', () => {
    const figures = pickMetrics(
      [
        { list: [1, 2], novelList: [3], truth: new Set([1, 3]), bought: new Set([1, 2]) },
        { list: [5, 6], novelList: [7], truth: new Set([5]), bought: new Set([5]) },
      ],
      10,
    );
    expect(figures.recall10).toMatchObject({ mean: (1 / 2 + 1) / 2, count: 2 });
    expect(figures.repeat10).toMatchObject({ mean: 1, count: 2 });
    expect(figures.novel10).toMatchObject({ mean: 0, count: 1 });
    expect(figures.novelOnly10).toMatchObject({ mean: 1, count: 1 });
    expect(figures.phr10.mean).toBe(1);
    expect(figures.coverage).toBe(0.4);
  });

  it('say nothing of a list that a method does not have', () => {
    expect(pickMetrics([{ list: [1], novelList: null, truth: new Set([2]), bought: new Set([1]) }], 3).novelOnly10).toBeNull();
  });
});
