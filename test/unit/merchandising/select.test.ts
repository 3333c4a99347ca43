import { describe, expect, it } from 'vitest';
import { isWithinPrices, selects } from '../../../src/domain/merchandising/select.js';
import type { ProductFacts } from '../../../src/domain/catalogue/product.js';
import type { ProductSelector } from '../../../src/domain/merchandising/rule.js';
import { productWith, selectorWith } from './samples.js';

const covers = (selector: Partial<ProductSelector>, product: Partial<ProductFacts> = {}): boolean =>
  selects(selectorWith(selector), productWith(product), null, null);

describe('a product selector', () => {
  it('covers everything when it asks for nothing', () => {
    expect(covers({}, { brand: null, categoryPath: [], tags: [], priceMinor: null, currencyCode: null })).toBe(true);
  });

  it('covers the products it names and no others', () => {
    expect(covers({ productIds: ['boat', 'rc-car'] })).toBe(true);
    expect(covers({ productIds: ['boat'] })).toBe(false);
  });

  it('covers a category with its descendants, and not its siblings', () => {
    expect(covers({ categoryIds: ['toys'] })).toBe(true);
    expect(covers({ categoryIds: ['vehicles'] })).toBe(true);
    expect(covers({ categoryIds: ['dolls'] })).toBe(false);
    expect(covers({ categoryIds: ['toys'] }, { categoryPath: [] })).toBe(false);
  });

  it('covers any of its brands, and never a product without a brand', () => {
    expect(covers({ brands: ['Acme', 'Zoom'] })).toBe(true);
    expect(covers({ brands: ['Acme'] })).toBe(false);
    expect(covers({ brands: ['Acme'] }, { brand: null })).toBe(false);
  });

  it('covers a product with any of its tags', () => {
    expect(covers({ tags: ['sale', 'gift'] })).toBe(true);
    expect(covers({ tags: ['sale'] })).toBe(false);
  });

  it('requires every part that is given', () => {
    expect(covers({ categoryIds: ['toys'], brands: ['Zoom'], tags: ['gift'] })).toBe(true);
    expect(covers({ categoryIds: ['toys'], brands: ['Acme'], tags: ['gift'] })).toBe(false);
    expect(covers({ productIds: ['rc-car'], maxPrice: '1' })).toBe(false);
  });
});

describe('a price condition', () => {
  it('includes both its ends', () => {
    expect(covers({ minPrice: '9.99', maxPrice: '9.99' })).toBe(true);
    expect(covers({ minPrice: '10.00' })).toBe(false);
    expect(covers({ maxPrice: '9.98' })).toBe(false);
  });

  it('compares bounds that are finer than the currency without rounding them', () => {
    expect(covers({ maxPrice: '9.999' })).toBe(true);
    expect(covers({ maxPrice: '9.989' })).toBe(false);
    expect(covers({ minPrice: '9.991' })).toBe(false);
    expect(covers({ maxPrice: '999.5' }, { priceMinor: 1000, currencyCode: 'JPY' })).toBe(false);
  });

  it('is met in the decimals of the product currency', () => {
    expect(covers({ maxPrice: '999' }, { priceMinor: 999, currencyCode: 'JPY' })).toBe(true);
    expect(covers({ maxPrice: '0.999', minPrice: '0.999' }, { priceMinor: 999, currencyCode: 'KWD' })).toBe(true);
  });

  it('is never met by an unknown price', () => {
    expect(covers({ minPrice: '0' }, { priceMinor: null })).toBe(false);
    expect(covers({ maxPrice: '1000000' }, { currencyCode: null })).toBe(false);
  });

  it('is never met when the bound is no decimal', () => {
    expect(covers({ minPrice: 'cheap' })).toBe(false);
    expect(covers({ maxPrice: '1,000' })).toBe(false);
  });

  it('can be asked by itself, for the filters of callers', () => {
    expect(isWithinPrices({ priceMinor: null, currencyCode: null }, null, null)).toBe(true);
    expect(isWithinPrices({ priceMinor: 500, currencyCode: 'EUR' }, '5', null)).toBe(true);
  });
});

describe('a price ratio', () => {
  const half = selectorWith({ maxPriceRatio: 0.5 });

  it('covers what costs at most that share of the anchor', () => {
    expect(selects(half, productWith({ priceMinor: 500 }), 1000, 'GBP')).toBe(true);
    expect(selects(half, productWith({ priceMinor: 501 }), 1000, 'GBP')).toBe(false);
  });

  it('is exact where binary fractions are not: 0.29 of 1.00 is 0.29', () => {
    expect(selects(selectorWith({ maxPriceRatio: 0.29 }), productWith({ priceMinor: 29 }), 100, 'GBP')).toBe(true);
    expect(selects(selectorWith({ maxPriceRatio: 0.29 }), productWith({ priceMinor: 30 }), 100, 'GBP')).toBe(false);
  });

  it('covers nothing when either price is unknown', () => {
    expect(selects(half, productWith({ priceMinor: null }), 1000, 'GBP')).toBe(false);
    expect(selects(half, productWith({ currencyCode: null }), 1000, null)).toBe(false);
    expect(selects(half, productWith({}), null, 'GBP')).toBe(false);
  });

  it('covers nothing across currencies', () => {
    expect(selects(half, productWith({ priceMinor: 1 }), 1000, 'EUR')).toBe(false);
  });
});
