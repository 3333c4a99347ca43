import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { differenceOfShares } from '../../../../src/domain/measurement/interval/difference-of-shares.js';

const aShare = fc.integer({ min: 1, max: 5_000 }).chain((size) => fc.record({ size: fc.constant(size), hits: fc.nat(size) }));

describe('the interval of a difference between shares', () => {
  it.each([
    // Newcombe (1998), Table II, method 10.
    [{ hits: 56, size: 70 }, { hits: 48, size: 80 }, 0.0524, 0.3339],
    [{ hits: 9, size: 10 }, { hits: 3, size: 10 }, 0.1705, 0.809],
    [{ hits: 5, size: 56 }, { hits: 0, size: 29 }, -0.0381, 0.1926],
    [{ hits: 0, size: 10 }, { hits: 0, size: 20 }, -0.1611, 0.2775],
    [{ hits: 10, size: 10 }, { hits: 0, size: 10 }, 0.6075, 1],
  ])('is what Newcombe published for %j and %j', (treatment, holdout, low, high) => {
    const interval = differenceOfShares(treatment, holdout);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('holds the difference, and stays between −1 and 1', () => {
    fc.assert(
      fc.property(aShare, aShare, (treatment, holdout) => {
        const { low, high } = differenceOfShares(treatment, holdout);
        const difference = treatment.hits / treatment.size - holdout.hits / holdout.size;
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('turns round with its arms', () => {
    fc.assert(
      fc.property(aShare, aShare, (one, other) => {
        const there = differenceOfShares(one, other);
        const back = differenceOfShares(other, one);
        expect(back.low).toBeCloseTo(-there.high, 12);
        expect(back.high).toBeCloseTo(-there.low, 12);
      }),
    );
  });
});
