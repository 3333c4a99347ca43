import { describe, expect, it } from 'vitest';

import { harness } from './harness.js';

interface Summary {
  readonly mean: number;
  readonly se: number;
  readonly count: number;
}

const { summaryOf, ratioSummaryOf, pairedZ } = await harness<{
  summaryOf(values: readonly number[]): Summary;
  ratioSummaryOf(parts: readonly { value: number; weight: number }[]): Summary;
  pairedZ(values: readonly number[], others: readonly number[]): number;
}>('metrics/mean.mjs');

describe('Means of the quality harness', () => {
  it('have the standard error of a sample', () => {
    // Squares of the distances from 2 sum to 2; over 2 and over 3 that is a third.
    expect(summaryOf([1, 2, 3])).toEqual({ mean: 2, se: Math.sqrt(1 / 3), count: 3 });
  });

  it('say that nothing can be said of nothing', () => {
    expect(summaryOf([]).mean).toBeNaN();
    expect(summaryOf([1]).se).toBeNaN();
  });

  it('are plain means where every part weighs the same, standard error included', () => {
    const values = [1, 0, 0, 1, 1];
    const ratio = ratioSummaryOf(values.map((value) => ({ value, weight: 1 })));
    const plain = summaryOf(values);
    expect(ratio.mean).toBeCloseTo(plain.mean, 12);
    expect(ratio.se).toBeCloseTo(plain.se, 12);
  });

  it('leave parts without weight out and let the others weigh what they weigh', () => {
    const parts = [{ value: 0.5, weight: 0.5 }, { value: 0, weight: 1 }, { value: 0, weight: 0 }];
    expect(ratioSummaryOf(parts)).toMatchObject({ mean: 0.5 / 1.5, count: 2 });
  });

  it('compare pair by pair: a difference that is always the same way is surer than its size over all', () => {
    // Differences 1, 1, 0, 0: mean a half, standard error √(1/3 / 4).
    expect(pairedZ([2, 3, 4, 5], [1, 2, 4, 5])).toBeCloseTo(0.5 / Math.sqrt(1 / 12), 12);
    expect(pairedZ([1, 2], [1, 2])).toBe(0);
  });
});
