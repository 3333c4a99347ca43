import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { differenceOfMeans } from '../../../../src/domain/measurement/interval/difference-of-means.js';
import { type Moments, momentsOf } from '../../../../src/domain/measurement/interval/moments.js';
import { mulberry32 as seeded } from '../../../../src/demo/shop/random.js';
import { spending } from '../../../support/spending.js';

const aSample = fc
  .record({ values: fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 30 }), zeros: fc.nat(300) })
  .map(({ values, zeros }) => momentsOf(values, zeros))
  .filter(({ variance }) => variance > 0);

const scaled = (moments: Moments, by: number): Moments => ({ ...moments, mean: moments.mean * by, variance: moments.variance * by ** 2 });

const welch = (treatment: Moments, holdout: Moments): readonly [number, number] => {
  const half = 1.959963984540054 * Math.sqrt(treatment.variance / treatment.size + holdout.variance / holdout.size);
  return [treatment.mean - holdout.mean - half, treatment.mean - holdout.mean + half];
};

describe('the interval of a difference between means of money', () => {
  it('holds the difference and is finite', () => {
    fc.assert(
      fc.property(aSample, aSample, (treatment, holdout) => {
        const { low, high } = differenceOfMeans(treatment, holdout);
        expect(low).toBeLessThanOrEqual(treatment.mean - holdout.mean);
        expect(high).toBeGreaterThanOrEqual(treatment.mean - holdout.mean);
        expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true);
      }),
    );
  });

  it('turns round with its arms, whichever is the larger', () => {
    fc.assert(
      fc.property(aSample, aSample, (one, other) => {
        fc.pre(one.size !== other.size);
        const there = differenceOfMeans(one, other);
        const back = differenceOfMeans(other, one);
        expect([back.low, back.high]).toEqual([-there.high, -there.low]);
      }),
    );
  });

  it('says the same in cents as in euros', () => {
    fc.assert(
      fc.property(aSample, aSample, (treatment, holdout) => {
        const euros = differenceOfMeans(treatment, holdout);
        const cents = differenceOfMeans(scaled(treatment, 100), scaled(holdout, 100));
        const width = cents.high - cents.low;
        expect(Math.abs(cents.low - 100 * euros.low)).toBeLessThan(1e-9 * width);
        expect(Math.abs(cents.high - 100 * euros.high)).toBeLessThan(1e-9 * width);
      }),
    );
  });

  it("becomes Welch's as both arms grow", () => {
    const treatment = { size: 95_000_000, mean: 400, variance: 4_000_000, skewness: 12, kurtosis: 300 };
    const holdout = { size: 5_000_000, mean: 380, variance: 3_400_000, skewness: 11, kurtosis: 280 };
    const { low, high } = differenceOfMeans(treatment, holdout);
    const [welchLow, welchHigh] = welch(treatment, holdout);
    const width = welchHigh - welchLow;
    expect(Math.abs(low - welchLow)).toBeLessThan(0.01 * width);
    expect(Math.abs(high - welchHigh)).toBeLessThan(0.01 * width);
  });

  it('does not take the word of a small holdout that saw no large order: its spread is that of the treatment', () => {
    const treatment = { size: 1_900, mean: 400, variance: 4_000_000, skewness: 12, kurtosis: 300 };
    const calm = { size: 100, mean: 400, variance: 40_000, skewness: 1, kurtosis: 4 };
    const { low, high } = differenceOfMeans(treatment, calm);
    const [welchLow, welchHigh] = welch(treatment, calm);
    expect((high - low) / (welchHigh - welchLow)).toBeGreaterThan(3);
  });

  // With 10 to 20 % of buyers, lognormal baskets and a twentieth held out Welch's interval covers the truth in 82 to 91 % of cases.
  it.each([
    [100, 0.2, 1, 1],
    [100, 0.2, 1, 1.3],
    [200, 0.1, 1.1, 1],
    [200, 0.1, 1.1, 0.8],
    [500, 0.05, 0.8, 1.2],
    [100, 1, 1.1, 1],
  ])('covers the truth in 91 to 98 % of comparisons: %i held out, share of buyers %f, spread %f, effect × %f', (heldOut, buyers, sigma, effect) => {
    const random = seeded(heldOut * 1_000 + buyers * 100 + effect * 10);
    const rounds = 400;
    let covered = 0;
    for (let round = 0; round < rounds; round += 1) {
      const treatment = spending(random, { size: heldOut * 19, buyers, sigma, effect });
      const holdout = spending(random, { size: heldOut, buyers, sigma, effect: 1 });
      const { low, high } = differenceOfMeans(treatment.moments, holdout.moments);
      const truth = treatment.mean - holdout.mean;
      if (low <= truth && truth <= high) covered += 1;
    }
    expect(covered / rounds).toBeGreaterThanOrEqual(0.91);
    expect(covered / rounds).toBeLessThanOrEqual(0.98);
  });
});
