import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachedByBest } from '../../../src/domain/personalisation/reached-by-best.js';

describe('the score that the best reach', () => {
  it('is the one that sorting finds, with ties or without', () => {
    const score = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.25, 0.5));
    fc.assert(
      fc.property(fc.array(score, { minLength: 2, maxLength: 60 }), fc.nat(), (scores, rank) => {
        const most = 1 + (rank % (scores.length - 1));
        const column = Float64Array.from(scores);
        expect(reachedByBest(column, most)).toBe(scores.toSorted((a, b) => b - a)[most - 1]);
        expect([...column]).toEqual(scores);
      }),
    );
  });

  it('is 0 where all are among the best', () => {
    expect(reachedByBest(Float64Array.of(0.5, 0.7), 2)).toBe(0);
    expect(reachedByBest(new Float64Array(0), 2)).toBe(0);
  });
});
