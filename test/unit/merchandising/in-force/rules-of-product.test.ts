import { describe, expect, it } from 'vitest';

import { isAboutProduct } from '../../../../src/domain/merchandising/in-force/rules-of-product.js';
import { aProduct, aRule, aSelector } from '../../../support/builders.js';

const TENT = aProduct('tent', { categoryPath: ['outdoor', 'tents'], brand: 'Cairn', priceMinor: 18_000 });

describe('a rule is about a product', () => {
  it('that its when or its then names or selects', () => {
    for (const rule of [
      aRule('r', { when: aSelector({ productIds: ['tent'] }), then: aSelector({ productIds: ['bag'] }) }),
      aRule('r', { when: aSelector({ productIds: ['bag'] }), then: aSelector({ productIds: ['tent'] }) }),
      aRule('r', { when: aSelector({ categoryIds: ['outdoor'] }), then: null }),
      aRule('r', { when: null, then: aSelector({ brands: ['Cairn'], minPrice: '100.00' }) }),
      aRule('r', { when: null, then: aSelector({ brands: ['Cairn'], maxPriceRatio: 0.1 }) }),
    ])
      expect(isAboutProduct(rule, 'tent', TENT)).toBe(true);
  });

  it('and not about one that it merely does not rule out', () => {
    for (const rule of [
      aRule('r', { when: null, then: aSelector({ productIds: ['bag'] }) }),
      aRule('r', { when: aSelector({ brands: ['Other'] }), then: aSelector({ maxPrice: '10.00' }) }),
      aRule('r', { when: null, then: null, action: 'NEVER_PERSONALISE' }),
    ])
      expect(isAboutProduct(rule, 'tent', TENT)).toBe(false);
  });

  it('that the catalogue does not know only when it names it', () => {
    expect(isAboutProduct(aRule('r', { when: aSelector({ productIds: ['tent'], brands: ['Cairn'] }) }), 'tent', null)).toBe(true);
    expect(isAboutProduct(aRule('r', { when: aSelector({ brands: ['Cairn'] }) }), 'tent', null)).toBe(false);
  });
});
