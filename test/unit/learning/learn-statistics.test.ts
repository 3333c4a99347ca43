import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../../src/domain/facts/interaction.js';
import type { Order } from '../../../src/domain/facts/order.js';
import { learnStatistics, scorersOf } from '../../../src/domain/learning/learn-statistics.js';
import type { StatisticsOfFacts } from '../../../src/domain/learning/model.js';
import { DEFAULT_LEARNING_SETTINGS, type LearningSettings } from '../../../src/domain/learning/settings.js';
import { canonicalLines, versionOf } from '../../../src/learn/version.js';
import { bought, collect, daysAgo, did, type ShopFacts, TODAY } from '../../support/learning-facts.js';
import { shuffledWithRepeats, someShop } from '../../support/random-shops.js';

const learn = (shop: ShopFacts, changes: Partial<LearningSettings> = {}): StatisticsOfFacts => {
  const settings = { ...DEFAULT_LEARNING_SETTINGS, ...changes };
  return learnStatistics(collect(shop, settings), settings).statistics;
};

const bytesOf = (statistics: StatisticsOfFacts): string => [...canonicalLines({ ...statistics, traits: [] })].join('\n');

/** The name of what is learned, where every product may be found a place. */
const versionIn = (shop: ShopFacts): string => {
  const settings = { ...DEFAULT_LEARNING_SETTINGS, minCustomers: 1, neighbours: 5, spreadShare: 1 };
  return versionOf(TODAY, { ...learn(shop, settings), traits: [] }, settings, scorersOf(settings));
};

const disordered = someShop.chain((shop) =>
  fc.record({
    shop: fc.constant(shop),
    again: fc.record({
      orders: shuffledWithRepeats(shop.orders),
      interactions: shuffledWithRepeats(shop.interactions),
      products: shuffledWithRepeats(shop.products),
    }),
  }),
);

/** Customers who bought both, in one order or in several; an anonymous order is one of its own. */
const boughtBy = (orders: readonly Order[], a: string, b: string): number => {
  const completed = orders.filter(({ status }) => status === 'COMPLETED');
  const productsOf = new Map<string, Set<string>>();
  for (const { id, customerId, lines } of completed) {
    const owner = customerId ?? `order ${id}`;
    productsOf.set(owner, new Set([...(productsOf.get(owner) ?? []), ...lines.map(({ productId }) => productId)]));
  }
  return [...productsOf.values()].filter((products) => products.has(a) && products.has(b)).length;
};

/** People who could have looked at a product at all: an upper bound of those who looked at two together. */
const lookers = (interactions: readonly Interaction[], id: string): number =>
  new Set(interactions.filter(({ productId }) => productId === id).map(({ customerId, sessionId }) => customerId ?? sessionId)).size;

const expectAnonymous = ({ orders = [], interactions = [] }: ShopFacts, k: number): void => {
  const { coPurchase, similarity } = learn({ orders, interactions }, { minCustomers: k });
  for (const { productId, neighbourIds } of coPurchase) {
    for (const id of neighbourIds) expect(boughtBy(orders, productId, id)).toBeGreaterThanOrEqual(k);
  }
  for (const { productId, viewed, bought: alike } of similarity) {
    for (const id of alike.ids) expect(boughtBy(orders, productId, id)).toBeGreaterThanOrEqual(k);
    for (const id of viewed.ids) expect(Math.min(lookers(interactions, productId), lookers(interactions, id))).toBeGreaterThanOrEqual(k);
  }
};

describe('learning statistics', () => {
  it('gives the same bytes for the same facts in any order, with repeats', () => {
    fc.assert(
      fc.property(disordered, ({ shop, again }) => {
        expect(bytesOf(learn(again, { minCustomers: 1 }))).toBe(bytesOf(learn(shop, { minCustomers: 1 })));
        expect(bytesOf(learn(again, { basketCap: 2 }))).toBe(bytesOf(learn(shop, { basketCap: 2 })));
        expect(versionIn(again)).toBe(versionIn(shop));
      }),
    );
  });

  it('publishes no pair of which fewer than k customers bought both, also after a customer came or went', () => {
    fc.assert(
      fc.property(someShop, fc.integer({ min: 2, max: 4 }), fc.constantFrom('ann', 'bob', 'cat'), (shop, k, leaver) => {
        const stays = ({ customerId }: { readonly customerId: string | null }): boolean => customerId !== leaver;
        expectAnonymous(shop, k);
        expectAnonymous({ orders: shop.orders.filter(stays), interactions: shop.interactions.filter(stays) }, k);
      }),
    );
  });

  it('publishes what three customers bought in several orders, once it met in one order of anybody', () => {
    const separately = ['ann', 'bob'].flatMap((customer) => ['a', 'b'].map((id) => bought(`${id} of ${customer}`, customer, [id])));
    const others = Array.from({ length: 9 }, (_, index) => bought(`o${index}`, null, ['c']));
    const pairs = (...more: readonly Order[]) => learn({ orders: [...separately, ...others, ...more] }).coPurchase;
    // Of 14 orders three hold the one, three the other and one both, so that they meet more often than chance has it.
    expect(pairs(bought('both', 'cat', ['a', 'b'])).map(({ productId, neighbourIds, ordersTogether }) => [productId, neighbourIds, ordersTogether])).toEqual([
      ['a', ['b'], [1]],
      ['b', ['a'], [1]],
    ]);
    expect(pairs(bought('one', 'cat', ['a']), bought('other', 'cat', ['b']))).toEqual([]);
    expect(pairs(bought('both', 'ann', ['a', 'b']))).toEqual([]);
  });

  it('puts first, of two that met a product in as many orders, the one that more of its customers bought at all', () => {
    const buyers = ['ann', 'bob', 'cat', 'dan'];
    const orders = buyers.flatMap((customer) => [
      bought(`${customer} 1`, customer, ['laptop', 'case']),
      bought(`${customer} 2`, customer, ['laptop', 'bag']),
      bought(`${customer} 3`, `${customer} too`, ['laptop']),
      bought(`${customer} 4`, `${customer} too`, ['case']),
      bought(`${customer} 5`, `${customer} without one`, ['bag']),
    ]);
    const others = buyers.flatMap((customer) => [1, 2, 3].map((time) => bought(`${customer} lamp ${time}`, null, ['lamp'])));
    const [laptop] = learn({ orders: [...orders, ...others] }).coPurchase.filter(({ productId }) => productId === 'laptop');
    expect(laptop?.ordersTogether).toEqual([4, 4]);
    expect(laptop?.neighbourIds).toEqual(['case', 'bag']);
  });

  it('reports the pairs that met in as many orders as customers are asked for, but of fewer customers', () => {
    const orders = [...['o1', 'o2', 'o3'].map((id) => bought(id, 'ann', ['a', 'b'])), bought('o4', null, ['c'])];
    const { report, statistics } = learnStatistics(collect({ orders }), DEFAULT_LEARNING_SETTINGS);
    expect([report.tooFewCustomersKeptOut, statistics.coPurchase]).toEqual([2, []]);
  });

  it('finds a place among the first four for a product that no list would show, and leaves lists as they are without a budget for it', () => {
    // Each two of six meet in six orders: all tie, so that lists of four leave out the last id. Something rare meets each of the six once.
    const six = ['k0', 'k1', 'k2', 'k3', 'k4', 'k5'];
    const often = six.flatMap((a) => six.filter((b) => b > a).flatMap((b) => Array.from({ length: 6 }, () => [a, b])));
    const baskets = [...often, ...six.map((id) => [id, 'rare']), ...Array.from({ length: 200 }, () => ['other'])];
    const orders = baskets.map((ids, index) => bought(`o${index}`, `c${index}`, ids));
    const shelves = (spreadShare: number) =>
      learn({ orders }, { minCustomers: 1, spreadShare }).coPurchase.map(({ neighbourIds }) => neighbourIds.slice(0, 4));
    expect([...new Set(shelves(0).flat())].sort()).toEqual(['k0', 'k1', 'k2', 'k3', 'k4']);
    expect([...new Set(shelves(1).flat())].sort()).toEqual([...six, 'rare']);
    for (const id of ['k5', 'rare']) expect(shelves(1).filter((shelf) => shelf.includes(id))).toHaveLength(1);
  });

  it('counts a customer once, however many orders or sessions', () => {
    const orders = Array.from({ length: 9 }, (_, index) => bought(`o${index}`, 'ann', ['a', 'b']));
    const others = Array.from({ length: 9 }, (_, index) => bought(`p${index}`, null, ['c']));
    const interactions = ['s1', 's2', 's3'].flatMap((sessionId) =>
      ['a', 'b'].map((productId) => did(`${sessionId} ${productId}`, { sessionId, productId, customerId: 'ann' })),
    );
    expect(learn({ orders: [...orders, ...others], interactions })).toMatchObject({ coPurchase: [], similarity: [] });
  });

  it('counts every anonymous order and session as a customer of its own', () => {
    const orders = ['o1', 'o2', 'o3'].map((id) => bought(id, null, ['a', 'b']));
    const interactions = ['s1', 's2', 's3'].flatMap((sessionId) =>
      ['a', 'b'].map((productId) => did(`${sessionId} ${productId}`, { sessionId, productId })),
    );
    const { coPurchase, similarity } = learn({ orders: [...orders, bought('o4', null, ['c'])], interactions });
    expect(coPurchase.map(({ neighbourIds }) => neighbourIds)).toEqual([['b'], ['a']]);
    expect(similarity.map(({ viewed }) => viewed.ids)).toEqual([['b'], ['a']]);
  });

  it('takes what a customer without a session does on one UTC day for one visit', () => {
    const visit = (customerId: string, id: string, at: Date) => did(`${customerId} ${id} ${at.getTime()}`, { customerId, productId: id, at });
    const sameDay = ['x', 'y', 'z'].flatMap((customer) => [visit(customer, 'a', TODAY), visit(customer, 'b', daysAgo(0.4))]);
    const twoDays = ['x', 'y', 'z'].flatMap((customer) => [visit(customer, 'a', TODAY), visit(customer, 'b', daysAgo(0.6))]);
    expect(learn({ interactions: sameDay }).similarity).toHaveLength(2);
    expect(learn({ interactions: twoDays }).similarity).toEqual([]);
  });

  it('does not take impressions, searches, removals or refusals for looking at a product', () => {
    for (const kind of ['IMPRESSION', 'SEARCH', 'REMOVE_FROM_BASKET', 'NOT_INTERESTED'] as const) {
      const interactions = ['x', 'y', 'z'].flatMap((customerId) =>
        ['a', 'b'].map((productId) => did(`${customerId} ${productId}`, { kind, customerId, productId })),
      );
      expect(learn({ interactions }).similarity).toEqual([]);
    }
  });

  it('counts the first moment of the window and not the one before', () => {
    const popular = (age: number) => learn({ orders: [bought('o1', null, ['new']), bought('o2', null, ['old'], daysAgo(age))] }, { windowDays: 10 });
    const moment = 1 / 86_400_000;
    expect(popular(10 - moment).popularity[0]?.ids).toEqual(['new', 'old']);
    expect(popular(10).popularity[0]?.ids).toEqual(['new']);
  });

  it('leaves out visits before their own window', () => {
    const visits = (age: number) =>
      ['x', 'y', 'z'].flatMap((sessionId) =>
        ['a', 'b'].map((productId) => did(`${sessionId} ${productId}`, { sessionId, productId, at: daysAgo(age) })),
      );
    const newest = did('newest', { sessionId: 'n', productId: 'a' });
    expect(learn({ interactions: [newest, ...visits(9)] }, { interactionWindowDays: 10 }).similarity).toHaveLength(2);
    expect(learn({ interactions: [newest, ...visits(10)] }, { interactionWindowDays: 10 }).similarity).toEqual([]);
  });

  it('ends with asOf where it is given, and counts that moment', () => {
    const orders = [bought('o1', null, ['later']), bought('o2', null, ['then'], daysAgo(5)), bought('o3', null, ['before'], daysAgo(6))];
    const { popularity } = learn({ orders }, { asOf: daysAgo(5), halfLifeDays: 1 });
    expect(popularity).toEqual([{ categoryId: '', ids: ['then', 'before'], scores: [1, 0.5] }]);
  });

  it('counts an order half after one half-life and a quarter after two', () => {
    const orders = [0, 10, 20].map((age) => bought(`o${age}`, null, [`p${age}`], daysAgo(age)));
    expect(learn({ orders }, { halfLifeDays: 10 }).popularity[0]?.scores).toEqual([1, 0.5, 0.25]);
  });

  it('keeps an imported history in its window when the first click comes years later', () => {
    const orders = ['o1', 'o2', 'o3'].map((id) => bought(id, null, ['a', 'b'], daysAgo(3000)));
    const shop = { orders: [...orders, bought('o4', null, ['c'], daysAgo(3000))], interactions: [did('i1', { sessionId: 's', productId: 'a' })] };
    expect(learn(shop).coPurchase).toHaveLength(2);
  });

  it('counts a fixed part of an order above the cap, and reports it', () => {
    const many = Array.from({ length: 30 }, (_, index) => `p${index}`);
    const settings = { ...DEFAULT_LEARNING_SETTINGS, basketCap: 10, minCustomers: 1 };
    const orders = [bought('o1', 'ann', many), bought('o2', null, ['q'])];
    const { report, statistics } = learnStatistics(collect({ orders }, settings), settings);
    expect(report).toMatchObject({ cappedOrders: 1, cappedCustomers: 1, cappedVisits: 0 });
    expect(statistics.coPurchase).toHaveLength(10);
    expect(statistics.popularity[0]?.ids).toHaveLength(31);
    const reversed = [bought('o1', 'ann', [...many].reverse()), bought('o2', null, ['q'])];
    expect(bytesOf(learn({ orders: reversed }, settings))).toBe(bytesOf(statistics));
  });

  it('draws another part of each large order, so that no product is always left out', () => {
    const many = Array.from({ length: 30 }, (_, index) => `p${index}`);
    const orders = [...Array.from({ length: 12 }, (_, index) => bought(`o${index}`, `c${index}`, many)), bought('q', null, ['q'])];
    expect(learn({ orders }, { basketCap: 10, minCustomers: 1 }).coPurchase.length).toBeGreaterThan(25);
  });

  it('remembers the most recent products of a customer above the cap', () => {
    const orders = ['a', 'b', 'c', 'd'].map((id, index) => bought(`o${index}`, 'ann', [id], daysAgo(index)));
    const { similarity } = learn({ orders }, { basketCap: 2, minCustomers: 1 });
    expect(similarity.map(({ productId, bought: alike }) => [productId, alike.ids])).toEqual([['a', ['b']], ['b', ['a']]]);
  });
});
