import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { compareDecimals, comparePrice, isDecimal } from '../../../src/domain/merchandising/decimal.js';
import { toDecimal } from '../../../src/domain/catalogue/money.js';

describe('exact decimals', () => {
  it('are ordered by value, whatever their number of digits', () => {
    expect(compareDecimals('1.5', '1.50')).toBe(0);
    expect(compareDecimals('-0.5', '0.25')).toBe(-1);
    expect(compareDecimals('10', '9.9999999999')).toBe(1);
    expect(compareDecimals('0.1000000001', '0.1')).toBe(1);
  });

  it('are told from everything else', () => {
    expect(isDecimal('12.90')).toBe(true);
    expect(['', '.5', '5.', '1e3', '1,5', ' 1', 'NaN', '1234567890123456'].filter(isDecimal)).toEqual([]);
    expect(compareDecimals('x', '1')).toBeNull();
    expect(compareDecimals('1', 'x')).toBeNull();
    expect(comparePrice(1, 'GBP', 'x')).toBeNull();
  });

  it('equal a price exactly when they are its decimal', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom('GBP', 'JPY', 'KWD'), (minor, currency) => {
        const decimal = toDecimal(minor, currency);
        fc.pre(isDecimal(decimal));
        expect(comparePrice(minor, currency, decimal)).toBe(0);
        expect(comparePrice(minor + 1, currency, decimal)).toBe(1);
        expect(comparePrice(minor - 1, currency, decimal)).toBe(-1);
      }),
    );
  });

  it('compare with a price as they compare with its decimal, in every way of writing them', () => {
    const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${String(most)}}$`));
    const anyDecimal = fc.oneof(digits(11), fc.tuple(digits(10), digits(6)).map(([whole, fraction]) => `${whole}.${fraction}`));
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.constantFrom('GBP', 'JPY', 'KWD'), anyDecimal, (minor, currency, decimal) => {
        expect(comparePrice(minor, currency, decimal)).toBe(compareDecimals(toDecimal(minor, currency), decimal));
      }),
      { numRuns: 500 },
    );
  });
});
