import { describe, expect, it } from 'vitest';
import { aSelector, NOW } from '../../support/builders.js';
import { about, PRODUCTS, warned, type ToyShop } from './toy-shop.js';

const find = async (draft: Parameters<typeof warned>[1], shop: ToyShop = {}) => (await warned('NEVER_ACTIVE', draft, shop)).map(({ message }) => message);
const LATER = new Date(NOW.getTime() + 1);
const personal = { lane: 'PERSONALISATION' as const };

describe('a rule that nothing comes of', () => {
  it('is one whose time is over', async () => {
    expect(await find({ validUntil: NOW })).toEqual([
      'Its validity ended at 2026-11-20T12:00:00.000Z: the rule is never in force again unless that is changed.',
    ]);
    expect(await find({ validUntil: LATER })).toEqual([]);
    expect(await find({ validFrom: LATER })).toEqual([]);
  });

  it('is one whose condition matches nothing', async () => {
    expect(await find({ when: aSelector({ productIds: ['nobody'] }) })).toEqual([
      'None of the products that its "when" names is in the catalogue and meets the rest of it: the rule does nothing until one does.',
    ]);
    expect(await find({ when: aSelector({ brands: ['Nobody'] }) })).toEqual([
      'No product that can be sold now meets its "when": the rule does nothing until one does.',
    ]);
    expect(await find({ when: aSelector({ brands: ['Zoom'] }) })).toEqual([]);
    expect(await find({ when: aSelector({ productIds: ['nobody', 'car'] }) })).toEqual([]);
  });

  it('is one whose products match nothing', async () => {
    expect(await find({ then: aSelector({ productIds: ['gift'], maxPrice: '1.00' }) })).toEqual([
      'None of the products that its "then" names is in the catalogue and meets the rest of it: the rule does nothing until one does.',
    ]);
    expect(await find({ then: aSelector({ tags: ['sale'] }) })).toEqual([
      'No product that can be sold now meets its "then": the rule does nothing until one does.',
    ]);
    expect(await find({ then: aSelector({ tags: ['gift'] }) })).toEqual([]);
    expect(await find({ then: aSelector({ tags: ['gift'], maxPriceRatio: 0.1 }) })).toEqual([]);
    expect(await find({ action: 'NEVER_PERSONALISE', then: null })).toEqual([]);
  });

  it('is one limited to surfaces that have nothing to match', async () => {
    const when = aSelector({ categoryIds: ['toys'] });
    expect(await find({ ...personal, when, placements: ['HOME', 'EMAIL'] })).toEqual([
      'Its "when" has nothing to match on home and email: leave "when" out there, or add product-page.',
    ]);
    expect(await find({ ...personal, when: aSelector({ brands: ['Zoom'] }), placements: ['CATEGORY'] })).toHaveLength(1);
    expect(await find({ ...personal, when, placements: ['HOME', 'CATEGORY'] })).toEqual([]);
    expect(await find({ ...personal, when })).toEqual([]);
    expect(await find({ ...personal, placements: ['HOME'] })).toEqual([]);
  });

  it('is one for a category that there is not, where only category pages count', async () => {
    expect(await find({ ...personal, when: aSelector({ categoryIds: ['nowhere'] }), placements: ['CATEGORY'] })).toHaveLength(1);
    const products = PRODUCTS.map((product) => ({ ...product, inStock: product.id === 'gift' }));
    expect(await find({ ...personal, when: aSelector({ categoryIds: ['toys'] }), placements: ['CATEGORY'] }, { products })).toEqual([]);
  });

  it('tells all its reasons', async () => {
    expect(await find({ validUntil: NOW, when: aSelector({ productIds: ['nobody'] }), ...about('nothing') })).toHaveLength(3);
  });
});
