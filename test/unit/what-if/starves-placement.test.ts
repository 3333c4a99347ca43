import { describe, expect, it } from 'vitest';
import { aPolicy, aRule, aSelector, NOW } from '../../support/builders.js';
import { about, toyShop, warned, type ToyShop, aDraft } from './toy-shop.js';
import { findWarnings } from '../../../src/domain/what-if/rule-warnings.js';

const find = (draft: Parameters<typeof warned>[1], shop: ToyShop = {}) => warned('STARVES_PLACEMENT', draft, shop);
const exclude = (...ids: string[]) => ({ action: 'EXCLUDE' as const, when: aSelector({ productIds: ['car'] }), placements: ['PRODUCT_PAGE'], ...about(...ids) });
const atLeast = (minimum: number, placement = 'PRODUCT_PAGE') => ({ snapshot: { policies: [aPolicy({ lane: 'CROSS_SELL', placement, atLeast: minimum })] } });

describe('a rule that leaves a list with too little', () => {
  it('is warned of where the placement’s minimum is no longer reached', async () => {
    expect(await find(exclude('glue'), atLeast(2))).toEqual([
      {
        code: 'STARVES_PLACEMENT',
        message:
          'With this rule, product-page would have fewer than the 2 products that it needs at least, and show nothing beside Product car (car): leave it more to show, or lower its minimum.',
        productIds: ['car'],
        otherRule: null,
      },
    ]);
    expect(await find(exclude('glue'), atLeast(1))).toEqual([]);
    expect(await find(exclude('glue'), atLeast(3))).toEqual([]);
  });

  it('is warned of where nothing is left at all', async () => {
    expect((await find(exclude('glue', 'track')))[0]?.message).toBe('With this rule, product-page would have nothing left to show beside Product car (car).');
    expect(await find(exclude('glue'))).toEqual([]);
  });

  it('is looked at on every placement where it holds, and on the lists that hold its products', async () => {
    const everywhere = { action: 'EXCLUDE' as const, ...about('track', 'glue') };
    expect((await find(everywhere)).map(({ message }) => message.slice(0, 30))).toHaveLength(4);
    expect(await find({ ...everywhere, placements: ['BASKET', 'CHECKOUT'] }, atLeast(2, 'BASKET'))).toHaveLength(2);
  });

  it('is looked at when it would first be in force', async () => {
    const later = new Date(NOW.getTime() + 86_400_000);
    const rules = [aRule('until-then', { ...about('gift'), validUntil: later })];
    expect(await find(exclude('track', 'glue'), { rules })).toEqual([]);
    expect(await find({ ...exclude('track', 'glue'), validFrom: later }, { rules })).toHaveLength(1);
  });

  it('is warned of on surfaces, too', async () => {
    const shop: ToyShop = { snapshot: { policies: [aPolicy({ lane: 'PERSONALISATION', placement: 'HOME', atLeast: 4 })] } };
    const draft = { lane: 'PERSONALISATION' as const, action: 'EXCLUDE' as const, placements: ['HOME', 'EMAIL'], ...about('lamp') };
    expect((await find(draft, shop)).map(({ message }) => message)).toEqual([
      'With this rule, home would have fewer than the 4 products that it needs at least, and show nothing to somebody of whom nothing is known: leave it more to show, or lower its minimum.',
    ]);
    expect(await find(draft)).toEqual([]);
  });

  it('is warned of as a new version that no longer shows what the old one showed', async () => {
    const doll = { when: aSelector({ productIds: ['boat'] }), placements: ['PRODUCT_PAGE'], ...about('glue') };
    const rules = [aRule('draft', doll)];
    expect((await find({ ...doll, when: aSelector({ productIds: ['lamp'] }) }, { rules }))[0]?.productIds).toEqual(['boat']);
    expect(await find({ ...doll, ...about('glue', 'gift') }, { rules })).toEqual([]);
  });

  it('is not warned of where the lists cannot be read, and other faults are not hidden', async () => {
    expect(await find(exclude('glue', 'track'), { holdings: { down: ['copurchase_stats'] } })).toEqual([]);
    const shop = toyShop();
    const broken = { ...shop, reader: { ...shop.reader, decidedPairs: () => Promise.reject(new Error('broken')) } };
    await expect(findWarnings(aDraft(exclude('glue')), broken)).rejects.toThrow('broken');
  });

  it('takes nothing away where it only adds or moves', async () => {
    expect(await find({ action: 'BURY', weight: 0.1, ...about('track') }, atLeast(2))).toEqual([]);
    expect(await find(about('gift'), atLeast(9))).toEqual([]);
  });
});
