import { describe, expect, it } from 'vitest';
import { aSelector } from '../../support/builders.js';
import { about, PRODUCTS, warned } from './toy-shop.js';

const products = PRODUCTS.map((product) => {
  if (product.id === 'gift') return { ...product, inStock: false };
  return product.id === 'lamp' ? { ...product, active: false } : product;
});
const find = (draft: Parameters<typeof warned>[1]) => warned('OUT_OF_STOCK', draft, { products });

describe('a rule that shows products which cannot be sold now', () => {
  it('is warned of, with their names', async () => {
    expect(await find(about('gift', 'glue'))).toEqual([
      {
        code: 'OUT_OF_STOCK',
        message: 'Gift box (gift) is out of stock: it will not be shown until it is back.',
        productIds: ['gift'],
        otherRule: null,
      },
    ]);
    expect((await find(about('lamp')))[0]?.message).toBe('lamp is not active in the catalogue: it will not be shown until it is.');
    expect((await find(about('gift', 'lamp')))[0]?.message).toBe('Gift box (gift) and lamp cannot be sold now: they will not be shown until they can.');
  });

  it('is warned of whatever way it shows them', async () => {
    for (const action of ['REQUIRE', 'RECOMMEND', 'BOOST'] as const) expect(await find({ action, ...about('gift') })).toHaveLength(1);
    expect(await find({ action: 'PIN', slot: 1, ...about('gift') })).toHaveLength(1);
  });

  it('is not warned of where it only hides or buries them, or where all can be sold', async () => {
    expect(await find({ action: 'EXCLUDE', ...about('gift') })).toEqual([]);
    expect(await find({ action: 'BURY', weight: 0.5, ...about('gift') })).toEqual([]);
    expect(await find({ when: aSelector({ productIds: ['gift'] }), ...about('glue') })).toEqual([]);
    expect(await find({ then: aSelector({ tags: ['gift'] }) })).toEqual([]);
  });
});
