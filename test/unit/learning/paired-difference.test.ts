import { describe, expect, it } from 'vitest';
import { pairedDifference } from '../../../src/domain/learning/paired-difference.js';

describe('the difference of two columns', () => {
  it('has the standard error of its questions, worked out by hand', () => {
    // Differences 0, −1, 0, −1: mean −1/2, sum of squares 4 × 1/4 = 1, variance 1/3, of the mean 1/12.
    const { first, second, standardError } = pairedDifference([1, 1, 0, 1], [1, 0, 0, 0]);
    expect([first, second]).toEqual([0.75, 0.25]);
    expect(standardError).toBeCloseTo(Math.sqrt(1 / 12), 12);
  });

  it('takes no question’s difficulty for chance', () => {
    expect(pairedDifference([1, 0, 1, 0], [1, 0, 1, 0]).standardError).toBe(0);
    expect(pairedDifference([1, 0.5, 0.75], [0.5, 0, 0.25]).standardError).toBe(0);
  });

  it('is told of one question or none, without a standard error', () => {
    expect(pairedDifference([1], [0])).toEqual({ first: 1, second: 0, standardError: 0 });
    expect(pairedDifference([], [])).toEqual({ first: 0, second: 0, standardError: 0 });
  });
});
