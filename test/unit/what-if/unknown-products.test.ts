import { describe, expect, it } from 'vitest';
import { MOST_WARNED_PRODUCTS } from '../../../src/domain/merchandising/kept/rule-warning.js';
import { aSelector } from '../../support/builders.js';
import { about, warned } from './toy-shop.js';

const find = (draft: Parameters<typeof warned>[1]) => warned('UNKNOWN_PRODUCT', draft);

describe('a rule that names products which the catalogue does not hold', () => {
  it('is warned of, whether its condition names them or its products', async () => {
    expect(await find({ when: aSelector({ productIds: ['car', 'nobody'] }), ...about('gift', 'nothing') })).toEqual([
      {
        code: 'UNKNOWN_PRODUCT',
        message: 'The catalogue holds no products "nobody" and "nothing": nothing comes of them until it does.',
        productIds: ['nobody', 'nothing'],
        otherRule: null,
      },
    ]);
  });

  it('is told of each product once, and of a bounded number', async () => {
    expect((await find({ when: aSelector({ productIds: ['nobody'] }), ...about('nobody', 'gift') }))[0]?.message).toBe(
      'The catalogue holds no product "nobody": nothing comes of it until it does.',
    );
    const [warning] = await find(about(...Array.from({ length: 50 }, (_, at) => `x${String(at)}`)));
    expect(warning?.message).toContain('"x0", "x1", "x2" and 47 more');
    expect(warning?.productIds).toHaveLength(MOST_WARNED_PRODUCTS);
  });

  it('is not warned of where the catalogue holds them all, or none is named', async () => {
    expect(await find({ when: aSelector({ productIds: ['car'] }) })).toEqual([]);
    expect(await find({ then: aSelector({ tags: ['gift'] }) })).toEqual([]);
    expect(await find({ action: 'NEVER_PERSONALISE', then: null })).toEqual([]);
  });
});
