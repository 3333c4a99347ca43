import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectorCovers } from '../../../../src/domain/merchandising/in-force/selector-covers.js';
import { selects } from '../../../../src/domain/merchandising/select.js';
import type { ProductSelector } from '../../../../src/domain/merchandising/rule.js';
import { anyShop, PRODUCT_IDS } from '../../../support/random-decisions.js';
import { selectorWith } from '../samples.js';

const PATHS = new Map([
  ['toys', ['toys']],
  ['vehicles', ['toys', 'vehicles']],
]);
const covers = (wide: Partial<ProductSelector>, narrow: Partial<ProductSelector>): boolean =>
  selectorCovers(selectorWith(wide), selectorWith(narrow), PATHS);

describe('a selector', () => {
  it('covers another that asks for all that it asks for, and more', () => {
    expect(covers({}, { brands: ['Zoom'] })).toBe(true);
    expect(covers({ brands: ['Zoom'] }, {})).toBe(false);
    expect(covers({ brands: ['Zoom', 'Acme'] }, { brands: ['Zoom'], tags: ['gift'] })).toBe(true);
    expect(covers({ brands: ['Zoom'] }, { brands: ['Zoom', 'Acme'] })).toBe(false);
    expect(covers({ productIds: ['a', 'b'] }, { productIds: ['b'] })).toBe(true);
    expect(covers({ tags: ['gift'] }, { brands: ['Zoom'] })).toBe(false);
  });

  it('covers the categories below its own, and not those above', () => {
    expect(covers({ categoryIds: ['toys'] }, { categoryIds: ['vehicles'] })).toBe(true);
    expect(covers({ categoryIds: ['vehicles'] }, { categoryIds: ['toys'] })).toBe(false);
    expect(covers({ categoryIds: ['unheard-of'] }, { categoryIds: ['unheard-of'] })).toBe(true);
    expect(covers({ categoryIds: ['toys'] }, {})).toBe(false);
  });

  it('covers the prices and the ratios inside its own', () => {
    expect(covers({ minPrice: '5', maxPrice: '10' }, { minPrice: '5.00', maxPrice: '9.99' })).toBe(true);
    expect(covers({ minPrice: '5' }, { minPrice: '4.99' })).toBe(false);
    expect(covers({ maxPrice: '10' }, { maxPrice: '10.01' })).toBe(false);
    expect(covers({ maxPrice: '10' }, {})).toBe(false);
    expect(covers({ maxPriceRatio: 0.5 }, { maxPriceRatio: 0.5 })).toBe(true);
    expect(covers({ maxPriceRatio: 0.5 }, { maxPriceRatio: 0.6 })).toBe(false);
    expect(covers({ maxPriceRatio: 0.5 }, {})).toBe(false);
  });

  it('that covers another selects every product that the other selects', () => {
    const paths = new Map([['a', ['a']], ['a1', ['a', 'a1']], ['a2', ['a', 'a2']], ['b', ['b']], ['b1', ['b', 'b1']]]);
    fc.assert(
      fc.property(anyShop, ({ rules, holdings: { products } }) => {
        const all = rules.flatMap(({ when, then }) => [when, then, { ...selectorWith(), productIds: PRODUCT_IDS }]).filter((one) => one !== null);
        for (const wide of all)
          for (const narrow of all) {
            if (!selectorCovers(wide, narrow, paths)) continue;
            const missed = products.filter((product) => selects(narrow, product, 900, 'GBP') && !selects(wide, product, 900, 'GBP'));
            expect(missed).toEqual([]);
          }
      }),
    );
  });
});
