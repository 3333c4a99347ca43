import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../../src/domain/facts/interaction.js';
import type { Order } from '../../../src/domain/facts/order.js';
import type { CustomerFacts } from '../../../src/domain/facts/reading.js';
import { foldProfile } from '../../../src/domain/personalisation/fold-profile.js';
import type { ProductHabit } from '../../../src/domain/personalisation/profile.js';
import { boundsOf, DEFAULT_PROFILE_SETTINGS, type ProfileSettings } from '../../../src/domain/personalisation/profile-settings.js';
import { cutToBounds } from '../../support/bounded-facts.js';
import { bought, daysAgo, did, product, TODAY } from '../../support/learning-facts.js';
import { shuffledWithRepeats, someInteractions, someOrders } from '../../support/random-shops.js';

const catalogue = new Map(
  [
    product('tent', { categoryPath: ['camping', 'tents'], brand: 'Peak' }),
    product('pegs', { categoryPath: ['camping', 'tents'], brand: 'Acme' }),
    product('mug', { categoryPath: ['kitchen', 'kitchen'] }),
  ].map((one) => [one.id, one]),
);

const allOf = (orders: readonly Order[], interactions: readonly Interaction[] = []): CustomerFacts => ({
  customerId: 'ann',
  orders,
  interactions,
  orderTotals: null,
  interactionTotals: null,
});

const fold = (orders: readonly Order[], interactions: readonly Interaction[] = [], settings: Partial<ProfileSettings> = {}) =>
  foldProfile(allOf(orders, interactions), catalogue, { ...DEFAULT_PROFILE_SETTINGS, ...settings });

const acts = (...kinds: readonly Interaction['kind'][]): readonly Interaction[] =>
  kinds.map((kind, index) => did(`i${index}`, { kind, productId: 'tent', at: new Date(TODAY.getTime() + index) }));

const tentAfter = (orders: readonly Order[], interactions: readonly Interaction[] = []): ProductHabit | undefined =>
  fold(orders, interactions).products.find(({ productId }) => productId === 'tent');

describe('a behaviour profile', () => {
  it('is empty for a customer without facts', () => {
    expect(fold([])).toEqual({
      customerId: 'ann',
      asOf: null,
      since: null,
      interactions: 0,
      orders: 0,
      products: [],
      categories: [],
      brands: [],
      recentProductIds: [],
      typicalPrice: null,
      purchaseHalfLifeDays: 180,
    });
  });

  it('is the same to the last byte for the same facts in any order, with repeats', () => {
    const disordered = fc
      .tuple(someOrders, someInteractions)
      .chain(([orders, interactions]) =>
        fc.tuple(fc.constant({ orders, interactions }), shuffledWithRepeats(orders), shuffledWithRepeats(interactions)),
      );
    fc.assert(
      fc.property(disordered, ([facts, orders, interactions]) => {
        expect(JSON.stringify(fold(orders, interactions))).toBe(JSON.stringify(fold(facts.orders, facts.interactions)));
      }),
    );
  });

  it('is the same from the newest facts and the totals as from all facts, whatever the bounds', () => {
    const bound = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(someOrders, someInteractions, bound, bound, (everybodys, acts, maxOrders, maxInteractions) => {
        const orders = everybodys.map((order) => ({ ...order, customerId: 'ann' }));
        const interactions = acts.map((act) => ({ ...act, customerId: 'ann' }));
        const settings = { ...DEFAULT_PROFILE_SETTINGS, maxOrders, maxInteractions };
        const cut = cutToBounds('ann', { orders, interactions }, boundsOf(settings));
        expect(JSON.stringify(foldProfile(cut, catalogue, settings))).toBe(JSON.stringify(fold(orders, interactions, settings)));
      }),
    );
  });

  it('counts a product once per order, half after one half-life, relative to the newest fact', () => {
    const orders = [bought('o1', 'ann', ['tent', 'tent']), bought('o2', 'ann', ['tent', 'pegs'], daysAgo(180))];
    expect(fold(orders)).toMatchObject({
      asOf: TODAY,
      since: daysAgo(180),
      orders: 2,
      products: [
        { productId: 'tent', purchases: 2, purchaseWeight: 1.5, lastPurchasedAt: TODAY, lastSeenAt: null, interestWeight: 0 },
        { productId: 'pegs', purchases: 1, purchaseWeight: 0.5, lastPurchasedAt: daysAgo(180) },
      ],
    });
  });

  it('knows on how many days a product was bought, from when to when, and how often it could have been', () => {
    const morning = new Date('2026-02-01T00:30:00Z');
    const night = new Date('2026-02-01T23:59:00Z');
    const orders = [
      bought('o1', 'ann', ['pegs'], daysAgo(60)),
      bought('o2', 'ann', ['tent'], night),
      bought('o3', 'ann', ['tent', 'mug'], morning),
      bought('o4', 'ann', ['pegs'], daysAgo(9)),
      bought('o5', 'ann', ['tent'], daysAgo(3)),
      { ...bought('o6', 'ann', ['pegs'], daysAgo(1)), status: 'CANCELLED' as const },
    ];
    const { products } = fold(orders, [did('i1', { productId: 'rug', at: TODAY })]);
    const rhythms = products.map(({ productId, purchases, firstPurchasedAt, lastPurchasedAt, purchaseDays, chances }) => [
      productId,
      { purchases, firstPurchasedAt, lastPurchasedAt, purchaseDays, chances },
    ]);
    expect(Object.fromEntries(rhythms)).toEqual({
      tent: { purchases: 3, firstPurchasedAt: morning, lastPurchasedAt: daysAgo(3), purchaseDays: 2, chances: 3 },
      mug: { purchases: 1, firstPurchasedAt: morning, lastPurchasedAt: morning, purchaseDays: 1, chances: 3 },
      pegs: { purchases: 2, firstPurchasedAt: daysAgo(60), lastPurchasedAt: daysAgo(9), purchaseDays: 2, chances: 4 },
      rug: { purchases: 0, firstPurchasedAt: null, lastPurchasedAt: null, purchaseDays: 0, chances: 0 },
    });
  });

  it('lets a day of purchases count nine tenths for every later day of shopping, however often the day is told', () => {
    const orders = [
      bought('o1', 'ann', ['tent'], daysAgo(60)),
      bought('o2', 'ann', ['tent', 'mug'], daysAgo(20)),
      bought('o3', 'ann', ['tent'], daysAgo(20)),
      bought('o4', 'ann', ['pegs'], daysAgo(3)),
      { ...bought('o5', 'ann', ['pegs'], daysAgo(1)), status: 'CANCELLED' as const },
    ];
    const recent = (all: readonly Order[]) => Object.fromEntries(fold(all, [did('i1', { productId: 'rug', at: TODAY })]).products.map(({ productId, recentDays }) => [productId, recentDays]));
    const found = recent(orders);
    expect(found).toEqual({ tent: expect.closeTo(0.9 ** 2 + 0.9, 12), mug: 0.9, pegs: 1, rug: 0 });
    expect(recent([...orders, ...orders].toReversed())).toEqual(found);
  });

  it('looks no further back for a rhythm than the orders that it folds', () => {
    const orders = [40, 30, 20, 10].map((days) => bought(`o${days}`, 'ann', ['tent'], daysAgo(days)));
    const [tent] = fold(orders, [], { maxOrders: 2 }).products;
    expect(tent).toMatchObject({ purchases: 2, firstPurchasedAt: daysAgo(20), purchaseDays: 2, chances: 2 });
  });

  it('does not count cancelled orders, also when the news of the cancellation comes first', () => {
    const order = bought('o1', 'ann', ['tent'], daysAgo(1));
    const cancelled: Order = { ...order, status: 'CANCELLED', updatedAt: TODAY };
    expect(fold([cancelled])).toMatchObject({ asOf: null, orders: 0, products: [] });
    expect(fold([cancelled, order])).toEqual(fold([order, cancelled]));
    expect(fold([order, cancelled]).products).toEqual([]);
  });

  it.each([
    [['VIEW'], 1],
    [['CLICK'], 1],
    [['ADD_TO_BASKET'], 3],
    [['VIEW', 'ADD_TO_BASKET'], 4],
    [['ADD_TO_BASKET', 'REMOVE_FROM_BASKET'], 1],
    [['VIEW', 'REMOVE_FROM_BASKET', 'VIEW'], 1],
  ] as const)('takes interest from %j', (kinds, interest) => {
    expect(tentAfter([], acts(...kinds))?.interestWeight).toBeCloseTo(interest, 6);
  });

  it('halves interest every fortnight', () => {
    const views = [did('i1', { productId: 'tent' }), did('i2', { productId: 'tent', at: daysAgo(14) })];
    expect(tentAfter([], views)).toMatchObject({ interestWeight: 1.5, lastSeenAt: TODAY });
  });

  it('takes no interest from impressions and searches, but counts them as facts', () => {
    const facts = [did('i1', { kind: 'IMPRESSION', productId: 'tent' }), did('i2', { kind: 'SEARCH', query: 'tent' })];
    expect(fold([], facts)).toMatchObject({ interactions: 2, asOf: TODAY, products: [], recentProductIds: [] });
  });

  it('forgets interest in what the customer asked to see less of, and looking again does not bring it back', () => {
    expect(tentAfter([], acts('ADD_TO_BASKET', 'NOT_INTERESTED', 'VIEW'))).toMatchObject({ notInterested: true, interestWeight: 0 });
  });

  it('takes a later purchase or basket add as a change of mind', () => {
    expect(tentAfter([], acts('NOT_INTERESTED', 'ADD_TO_BASKET'))).toMatchObject({ notInterested: false });
    const refused = [did('i1', { kind: 'NOT_INTERESTED', productId: 'tent', at: daysAgo(1) })];
    expect(tentAfter([bought('o1', 'ann', ['tent'])], refused)).toMatchObject({ notInterested: false, purchases: 1 });
    expect(tentAfter([bought('o1', 'ann', ['tent'], daysAgo(2))], refused)).toMatchObject({ notInterested: true, purchases: 1 });
  });

  it('does not take a removal from the basket for having seen the product', () => {
    expect(tentAfter([], acts('REMOVE_FROM_BASKET'))).toMatchObject({ lastSeenAt: null, interestWeight: 0 });
  });

  it('sums purchases three times and interest once over every category of the path and the brand', () => {
    const views = [did('i1', { productId: 'pegs' }), did('i2', { productId: 'mug' }), did('i3', { productId: 'unknown' })];
    expect(fold([bought('o1', 'ann', ['tent'])], views)).toMatchObject({
      categories: [
        { id: 'camping', weight: 4 },
        { id: 'tents', weight: 4 },
        { id: 'kitchen', weight: 1 },
      ],
      brands: [
        { id: 'Peak', weight: 3 },
        { id: 'Acme', weight: 1 },
      ],
    });
  });

  it('leaves out categories of products that no longer interest', () => {
    expect(fold([], acts('VIEW', 'NOT_INTERESTED'))).toMatchObject({ categories: [], brands: [] });
  });

  it('lists what was seen or bought last, newest first, each once', () => {
    const views = [
      did('i1', { productId: 'pegs', at: daysAgo(3) }),
      did('i2', { productId: 'mug', at: daysAgo(2) }),
      did('i3', { productId: 'pegs', at: daysAgo(1) }),
      did('i4', { productId: 'rug', kind: 'NOT_INTERESTED' }),
    ];
    expect(fold([bought('o1', 'ann', ['tent'], daysAgo(4))], views).recentProductIds).toEqual(['pegs', 'mug', 'tent']);
  });

  it('folds the newest facts only, and impressions do not use up their room', () => {
    const views = ['a', 'b', 'c'].map((id, index) => did(id, { productId: id, at: daysAgo(index + 1) }));
    const impressions = Array.from({ length: 10 }, (_, index) => did(`m${index}`, { kind: 'IMPRESSION', productId: 'x' }));
    const orders = ['d', 'e'].map((id, index) => bought(id, 'ann', [id], daysAgo(index + 1)));
    const profile = fold(orders, [...views, ...impressions], { maxInteractions: 2, maxOrders: 1 });
    expect(profile.products.map(({ productId }) => productId)).toEqual(['d', 'a', 'b']);
    expect(profile).toMatchObject({ interactions: 13, orders: 2, since: daysAgo(3) });
  });

  it('remembers what the customer asked to see less of, and what takes that back, however much is looked at later', () => {
    const looks = Array.from({ length: 9 }, (_, index) => did(`v${index}`, { productId: 'mug' }));
    const choices = [
      did('c1', { kind: 'NOT_INTERESTED', productId: 'tent', at: daysAgo(9) }),
      did('c2', { kind: 'NOT_INTERESTED', productId: 'pegs', at: daysAgo(8) }),
      did('c3', { kind: 'ADD_TO_BASKET', productId: 'pegs', at: daysAgo(7) }),
    ];
    const { products } = fold([], [...looks, ...choices], { maxInteractions: 3 });
    expect(new Map(products.map(({ productId, notInterested }) => [productId, notInterested]))).toEqual(
      new Map([['mug', false], ['pegs', false], ['tent', true]]),
    );
  });

  it('breaks ties at the bound by id as the stores do, by code points', () => {
    const views = ['\u{1f600}', '\uff61', 'z'].map((id) => did(id, { productId: id }));
    expect(fold([], views, { maxInteractions: 1 }).recentProductIds).toEqual(['\u{1f600}']);
    expect(fold([], views, { maxInteractions: 2 }).recentProductIds).toEqual(['\u{1f600}', '\uff61']);
  });

  it('knows what the customer usually pays, from the newest orders that stand', () => {
    const paid = (id: string, unitPriceMinor: number, days: number, status: Order['status'] = 'COMPLETED'): Order => ({
      ...bought(id, 'ann', [], daysAgo(days)),
      status,
      lines: [{ productId: 'tent', quantity: 1, unitPriceMinor, recommendationId: null }],
    });
    const orders = [paid('o1', 100, 1), paid('o2', 900, 2), paid('o3', 900, 3), paid('o4', 5, 0, 'CANCELLED')];
    expect(fold(orders).typicalPrice).toEqual({ minor: 900, currencyCode: 'GBP' });
    expect(fold(orders, [], { maxOrders: 1 }).typicalPrice).toEqual({ minor: 100, currencyCode: 'GBP' });
  });

  it('holds the strongest within its bounds, ties by id', () => {
    const orders = ['e', 'd', 'c', 'b', 'a'].map((id) => bought(id, 'ann', [id]));
    const views = ['tent', 'mug'].map((id) => did(id, { productId: id }));
    const profile = fold(orders, views, { maxProducts: 3, maxRecent: 2, maxCategories: 1, maxBrands: 0 });
    expect(profile.products.map(({ productId }) => productId)).toEqual(['a', 'b', 'c']);
    expect(profile.recentProductIds).toHaveLength(2);
    expect([profile.categories.length, profile.brands.length]).toEqual([1, 0]);
  });

  it('keeps room for what the customer asked to see less of', () => {
    const orders = ['a', 'b', 'c', 'd'].map((id) => bought(id, 'ann', [id]));
    const refusals = ['x', 'y', 'z'].map((id) => did(id, { kind: 'NOT_INTERESTED', productId: id }));
    const { products } = fold(orders, refusals, { maxProducts: 4 });
    expect(products.map(({ productId, notInterested }) => [productId, notInterested])).toEqual([
      ['a', false],
      ['b', false],
      ['x', true],
      ['y', true],
    ]);
  });
});
