import { describe, expect, it } from 'vitest';
import type { MerchandisingRule, RuleContents } from '../../../src/domain/merchandising/rule.js';
import { aProduct, aRule, aSelector, NOW } from '../../support/builders.js';
import { about, PRODUCTS, warned, type ToyShop } from './toy-shop.js';

const pin = (changes: Partial<MerchandisingRule> = {}): MerchandisingRule =>
  aRule('held', { name: 'Held pin', action: 'PIN', slot: 2, version: 7, ...about('ribbon'), ...changes });
const find = (draft: Partial<RuleContents>, held: Partial<MerchandisingRule> = {}, shop: ToyShop = {}) =>
  warned('SAME_SLOT', { action: 'PIN', slot: 2, ...about('gift'), ...draft }, { rules: [pin(held)], ...shop });
const toys = aSelector({ categoryIds: ['toys'] });
const at = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);

describe('two pins for one slot', () => {
  it('are told of, with the one that wins', async () => {
    expect(await find({ when: toys }, { when: toys, priority: 5 })).toEqual([
      {
        code: 'SAME_SLOT',
        message:
          'Slot 2 is pinned by "Held pin" (held) too, on lists that both hold for: that one gets the slot (its priority is higher), and what this rule pins stands after it.',
        productIds: ['gift'],
        otherRule: { id: 'held', name: 'Held pin', version: 7 },
      },
    ]);
    expect((await find({ priority: 6 }, { priority: 5 }))[0]?.message).toContain('this rule gets the slot (its priority is higher)');
    expect((await find({}, { name: 'held' }))[0]?.message).toContain('pinned by "held" too');
    expect((await find({}))[0]?.message).toContain('this rule gets the slot (of equal priority its id comes first)');
  });

  it('meet where both select one of the most ordered anchors, however differently they ask', async () => {
    expect(await find({ when: toys }, { when: aSelector({ brands: ['Zoom'] }) })).toHaveLength(1);
    expect(await find({ when: toys }, { when: aSelector({ categoryIds: ['home'] }) })).toEqual([]);
  });

  it('meet on an anchor that one of them names, also where hardly anybody orders it', async () => {
    const products = [...PRODUCTS, ...Array.from({ length: 30 }, (_, n) => aProduct(`a${String(n)}`, { categoryPath: ['toys'] })), aProduct('zeppelin', { categoryPath: ['toys'] })];
    expect(await find({ when: toys }, { when: aSelector({ productIds: ['zeppelin'] }) }, { products })).toHaveLength(1);
    expect(await find({ when: toys }, { when: aSelector({ productIds: ['lamp', 'nobody'] }) }, { products })).toEqual([]);
  });

  it('meet where one of them has no condition, and where both have the same that matches nothing yet', async () => {
    expect(await find({}, { when: aSelector({ productIds: ['boat'] }) })).toHaveLength(1);
    const nobody = aSelector({ productIds: ['nobody'] });
    expect(await find({ when: nobody }, { when: nobody })).toHaveLength(1);
  });

  it('meet at any time that they share, be it far in the future', async () => {
    expect(await find({ validFrom: at(30) }, { validFrom: at(60), validUntil: at(61) })).toHaveLength(1);
    expect(await find({ validUntil: at(60) }, { validFrom: at(60) })).toEqual([]);
    expect(await find({}, { validUntil: NOW })).toEqual([]);
  });

  it('do not meet on other slots, placements or lanes, as drafts, or as versions of one rule', async () => {
    expect(await find({ slot: 1 })).toEqual([]);
    expect(await find({ placements: ['BASKET'] }, { placements: ['CHECKOUT'] })).toEqual([]);
    expect(await find({}, { lane: 'PERSONALISATION' })).toEqual([]);
    expect(await find({}, { state: 'DRAFT' })).toEqual([]);
    expect(await find({ id: 'held' })).toEqual([]);
    expect(await find({ action: 'RECOMMEND', slot: null })).toEqual([]);
  });

  it('meet on a category page, and not on a surface where one of them cannot match', async () => {
    const personal = { lane: 'PERSONALISATION' as const };
    const vehicles = aSelector({ categoryIds: ['vehicles'] });
    expect(await find({ ...personal, when: vehicles, placements: ['CATEGORY'] }, { ...personal, when: toys })).toHaveLength(1);
    expect(await find({ ...personal, placements: ['HOME'] }, { ...personal, when: toys })).toEqual([]);
    expect(await find({ ...personal, when: vehicles, placements: ['CATEGORY'] }, { ...personal, when: toys, placements: ['PRODUCT_PAGE'] })).toEqual([]);
  });

  it('are told of a few times where there are many', async () => {
    const rules = Array.from({ length: 40 }, (_, n) => pin({ id: `held-${String(n)}` }));
    expect(await find({}, {}, { rules })).toHaveLength(5);
  });
});
