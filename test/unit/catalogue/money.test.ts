import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCurrencyCode, minorDigits, toDecimal, toMinor } from '../../../src/domain/catalogue/money.js';
import { familyOf } from '../../../src/domain/catalogue/product.js';
import { aProduct } from '../../support/builders.js';

const currency = fc.constantFrom('GBP', 'JPY', 'KWD');

describe('money', () => {
  it.each([
    ['12.90', 'GBP', 1290],
    ['12.9', 'GBP', 1290],
    ['12', 'GBP', 1200],
    ['12.9000', 'GBP', 1290],
    ['-0.05', 'GBP', -5],
    ['500', 'JPY', 500],
    ['500.0', 'JPY', 500],
    ['1.234', 'KWD', 1234],
    ['0.07', 'EUR', 7],
  ])('reads %s %s exactly', (decimal, code, minor) => {
    expect(toMinor(decimal, code)).toBe(minor);
  });

  it.each([
    ['12.905', 'GBP'],
    ['0.5', 'JPY'],
    ['', 'GBP'],
    ['1e3', 'GBP'],
    ['1,50', 'GBP'],
    ['.5', 'GBP'],
    ['5.', 'GBP'],
    ['Infinity', 'GBP'],
    ['999999999999999', 'GBP'],
  ])('refuses %s %s rather than round it', (decimal, code) => {
    expect(toMinor(decimal, code)).toBeNull();
  });

  it('comes back as it went, in every currency', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), currency, (minor, code) => {
        expect(toMinor(toDecimal(minor, code), code)).toBe(minor);
      }),
    );
  });

  it.each([
    [1290, 'GBP', '12.90'],
    [5, 'GBP', '0.05'],
    [-5, 'GBP', '-0.05'],
    [500, 'JPY', '500'],
    [7, 'KWD', '0.007'],
  ])('writes %i minor units of %s as %s', (minor, code, decimal) => {
    expect(toDecimal(minor, code)).toBe(decimal);
  });

  it('writes the largest amounts without an exponent, and nothing that is no whole number', () => {
    expect(toDecimal(Number.MAX_SAFE_INTEGER, 'GBP')).toBe('90071992547409.91');
    expect(toDecimal(2 ** 80, 'JPY')).toBe('1208925819614629174706176');
    expect(toDecimal(9_000_000_000_000_000_000_000_001n, 'GBP')).toBe('90000000000000000000000.01');
    for (const amount of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => toDecimal(amount, 'GBP')).toThrow(RangeError);
  });

  it('knows the decimals of a currency, and what a currency is', () => {
    expect(['GBP', 'JPY', 'KWD', 'GBP'].map(minorDigits)).toEqual([2, 0, 3, 2]);
    expect(['GBP', 'gbp', 'POUND', ''].map(isCurrencyCode)).toEqual([true, false, false, false]);
  });
});

describe('a family', () => {
  it('is what a product is a variant of, or itself', () => {
    expect([familyOf(aProduct('red', { variantOf: 'shirt' })), familyOf(aProduct('shirt'))]).toEqual(['shirt', 'shirt']);
  });
});
