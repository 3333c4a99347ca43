import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  confidence,
  cosine,
  lift,
  logLikelihoodRatio,
  logLikelihoodRatioOf,
  support,
} from '../../../src/domain/cross-sell/association.js';
import { type PairScorer, scaledScorer, shrunkCosineScorer, sizeWeightedScorer } from '../../../src/domain/cross-sell/score-pair.js';

const counts = { together: 4, anchorOrders: 5, neighbourOrders: 8, orders: 10 };
const table = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500));

describe('association', () => {
  it('gives support, confidence and lift of counts that can be done by hand', () => {
    expect(support(counts)).toBe(0.4);
    expect(confidence(counts)).toBe(0.8);
    expect(lift(counts)).toBe(1);
    expect(confidence({ ...counts, anchorOrders: 8, neighbourOrders: 5 })).toBe(0.5);
  });

  it('gives 0 and never NaN where nothing was counted', () => {
    const none = { together: 0, anchorOrders: 0, neighbourOrders: 0, orders: 0 };
    expect([support(none), confidence(none), lift(none), logLikelihoodRatioOf(none), cosine(0, 0, 0)]).toEqual([0, 0, 0, 0, 0]);
  });

  it.each([
    [10, 0, 0, 10, 27.7259],
    [5, 1995, 0, 100_000, 39.3305],
    [1, 9, 9, 81, 0],
    [0, 50, 50, 900, 5.27],
  ])('agrees with the published log-likelihood ratio of (%i, %i, %i, %i)', (both, first, second, neither, expected) => {
    expect(logLikelihoodRatio(both, first, second, neither)).toBeCloseTo(expected, expected === 5.27 ? 2 : 4);
  });

  it('takes the log-likelihood ratio of a pair from its counts', () => {
    const pair = { together: 5, anchorOrders: 2000, neighbourOrders: 5, orders: 102_000 };
    expect(logLikelihoodRatioOf(pair)).toBeCloseTo(39.3305, 4);
  });

  it('keeps the log-likelihood ratio at or above 0 and the same both ways round', () => {
    fc.assert(
      fc.property(table, ([both, first, second, neither]) => {
        const ratio = logLikelihoodRatio(both, first, second, neither);
        expect(ratio).toBeGreaterThanOrEqual(0);
        expect(logLikelihoodRatio(both, second, first, neither)).toBe(ratio);
      }),
    );
  });

  it('gives a cosine of 1 to products that are always together', () => {
    expect(cosine(7, 7, 7)).toBe(1);
    expect(cosine(2, 4, 9)).toBeCloseTo(1 / 3);
  });
});

describe('scoring a pair', () => {
  const pair = { together: 3, togetherWeight: 2, anchorWeight: 4, neighbourWeight: 32 };
  const scored = (scorer: PairScorer, { together, togetherWeight, anchorWeight, neighbourWeight } = pair): number =>
    scorer.over(Float64Array.of(anchorWeight, neighbourWeight))(0, 1, together, togetherWeight);

  it('is a weighted confidence when nothing is held back', () => {
    expect(scored(sizeWeightedScorer(0, 0))).toBe(0.5);
  });

  it('holds back what sells with everything, by the exponent', () => {
    expect(scored(sizeWeightedScorer(0.2, 0))).toBeCloseTo(2 / (4 ** 0.8 * 2), 12);
    expect(scored(sizeWeightedScorer(0.4, 0))).toBeCloseTo(2 / (4 ** 0.6 * 4), 12);
  });

  it('holds back what met once or twice: by half at one meeting, by a quarter at three, by next to nothing at many', () => {
    const scorer = sizeWeightedScorer(0, 1);
    expect([1, 3, 999].map((together) => scored(scorer, { ...pair, together }))).toEqual([0.25, 0.375, 0.4995]);
  });

  it('shrinks the cosine of rarely met products', () => {
    expect(scored(shrunkCosineScorer(0))).toBeCloseTo(2 / Math.sqrt(128));
    expect(scored(shrunkCosineScorer(3))).toBeCloseTo(1 / Math.sqrt(128));
  });

  it('counts for a part beside others', () => {
    expect(scored(scaledScorer(0.5, sizeWeightedScorer(0, 0)))).toBe(0.25);
  });

  it('names formula and parameters, so that another one gives another version', () => {
    expect(sizeWeightedScorer(0.3, 2).name).toBe('size-weighted b=0.3 shrinkage=2');
    expect(sizeWeightedScorer().name).toBe('size-weighted b=0.2 shrinkage=1');
    expect(shrunkCosineScorer().name).toBe('cosine shrinkage=5');
    expect(scaledScorer(0.5, shrunkCosineScorer(1)).name).toBe('0.5 × cosine shrinkage=1');
  });
});
