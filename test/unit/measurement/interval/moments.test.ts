import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { momentsOf } from '../../../../src/domain/measurement/interval/moments.js';
import { linearised } from '../../../../src/domain/measurement/interval/ratio.js';

const amounts = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 50 });

describe('moments', () => {
  it('are those of the textbook', () => {
    // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares 32, cubes 42, fourth powers 356.
    const { size, mean, variance, skewness, kurtosis } = momentsOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect([size, mean, variance, skewness, kurtosis]).toEqual([8, 5, 32 / 7, 42 / 8 / 8, 356 / 8 / 16]);
  });

  it('count zeros as if each were given', () => {
    fc.assert(
      fc.property(amounts, fc.nat(50), (values, zeros) => {
        const counted = momentsOf(values, zeros);
        const given = momentsOf([...values, ...new Array<number>(zeros).fill(0)]);
        expect(counted.size).toBe(given.size);
        expect(counted.mean).toBe(given.mean);
        expect(counted.variance).toBeCloseTo(given.variance, 0);
        expect(counted.skewness).toBeCloseTo(given.skewness, 6);
        expect(counted.kurtosis).toBeCloseTo(given.kurtosis, 6);
      }),
    );
  });

  it('are the same bytes for the same values in any order', () => {
    fc.assert(
      fc.property(amounts.chain((values) => fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length }))), ([values, shuffled]) => {
        expect(momentsOf(shuffled)).toEqual(momentsOf(values));
      }),
    );
  });

  it('know exactly when nothing varies, however large the values are', () => {
    expect(momentsOf([987_654_321, 987_654_321, 987_654_321])).toEqual({ size: 3, mean: 987_654_321, variance: 0, skewness: 0, kurtosis: 3 });
  });

  it('of nothing and of one value have no spread', () => {
    expect(momentsOf([])).toEqual({ size: 0, mean: 0, variance: 0, skewness: 0, kurtosis: 3 });
    expect(momentsOf([7])).toEqual({ size: 1, mean: 7, variance: 0, skewness: 0, kurtosis: 3 });
  });
});

describe('a ratio of sums, linearised', () => {
  const clusters = [
    { value: 100, count: 1 },
    { value: 500, count: 2 },
    { value: 0, count: 1 },
  ];

  it('has the ratio as its mean', () => {
    expect(momentsOf(linearised(clusters)).mean).toBeCloseTo(600 / 4, 10);
  });

  it('is the values themselves where every cluster counts once', () => {
    expect(linearised([100, 500, 0].map((value) => ({ value, count: 1 })))).toEqual([100, 500, 0]);
  });

  it('has the variance that the delta method gives the ratio', () => {
    // Var(value) − 2R Cov + R² Var(count), over the squared mean count.
    const [meanValue, meanCount, ratio] = [200, 4 / 3, 150];
    const sums = clusters.map(({ value, count }) => [value - meanValue, count - meanCount] as const);
    const over = (of: (one: readonly [number, number]) => number): number => sums.reduce((sum, one) => sum + of(one), 0) / 2;
    const delta = (over(([v]) => v * v) - 2 * ratio * over(([v, c]) => v * c) + ratio ** 2 * over(([, c]) => c * c)) / meanCount ** 2;
    expect(momentsOf(linearised(clusters)).variance).toBeCloseTo(delta, 6);
  });

  it('of no clusters is nothing', () => {
    expect(linearised([])).toEqual([]);
  });
});
