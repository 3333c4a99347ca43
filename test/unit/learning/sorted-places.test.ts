import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesByNumber, sortRun } from '../../../src/domain/learning/sorted-places.js';

/** Whole numbers below 2⁵³ of which many are equal and many differ in their highest or lowest digits alone. */
const someNumber = fc.oneof(
  fc.nat(9),
  fc.nat(9).map((high) => high * 2 ** 48),
  fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  fc.constantFrom(0, 2 ** 16, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER),
);

const expected = (numbers: Float64Array): number[] =>
  [...numbers.keys()].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0) || a - b);

describe('places by number', () => {
  it('are ascending, equal ones as they come, for few numbers', () => {
    fc.assert(
      fc.property(fc.array(someNumber, { maxLength: 60 }), (some) => {
        const numbers = Float64Array.from(some);
        expect([...placesByNumber(numbers)]).toEqual(expected(numbers));
      }),
    );
  });

  it('are ascending, equal ones as they come, for many', () => {
    fc.assert(
      fc.property(fc.array(someNumber, { minLength: 20, maxLength: 60 }), fc.integer({ min: 4_090, max: 9_000 }), (some, size) => {
        const numbers = Float64Array.from({ length: size }, (_, place) => some[(place * place) % some.length] ?? 0);
        expect([...placesByNumber(numbers)]).toEqual(expected(numbers));
      }),
      { numRuns: 20 },
    );
  });
});

describe('sorting a run', () => {
  it('sorts what lies in it and leaves the rest alone, equal ones as they come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(99), { maxLength: 80 }), fc.nat(80), fc.nat(80), (numbers, one, other) => {
        const [from, to] = [Math.min(one, other, numbers.length), Math.min(Math.max(one, other), numbers.length)];
        const byTens = (a: number, b: number): number => Math.floor(a / 10) - Math.floor(b / 10);
        for (const compare of [byTens, undefined]) {
          const column = Uint32Array.from(numbers);
          sortRun(column, from, to, compare);
          const run = numbers.slice(from, to).sort(compare ?? ((a, b) => a - b));
          expect([...column]).toEqual([...numbers.slice(0, from), ...run, ...numbers.slice(to)]);
        }
      }),
    );
  });
});
