import { describe, expect, it } from 'vitest';
import { problem, shown } from '../../../src/domain/facts/problem.js';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('A problem', () => {
  it('says where, what must hold and what was given', () => {
    expect(problem('lines[2].quantity', 'must be a whole number of 1 or more', -3)).toEqual({
      path: 'lines[2].quantity',
      rule: 'must be a whole number of 1 or more',
      given: '-3',
      message: 'lines[2].quantity must be a whole number of 1 or more, got -3',
    });
  });

  it.each<[unknown, string]>([
    [undefined, 'nothing'],
    [null, 'nothing'],
    ['a\nb', '"a\\nb"'],
    [{ $gt: '' }, '{"$gt":""}'],
    [true, 'true'],
    [12n, '12'],
    [new Date(Number.NaN), 'an invalid date'],
    [nested(200_000), 'a nested value'],
  ])('shows any value on one line', (value, text) => {
    expect(shown(value)).toBe(text);
  });

  it('shows long values shortened', () => {
    expect(shown('x'.repeat(1_000_000))).toHaveLength(60);
    expect(shown(Array.from({ length: 1000 }, () => 1))).toHaveLength(60);
  });
});
