import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/domain/facts/order.js';
import { compareOnOrders, firstNeighboursOf, judge, type ModelComparison } from '../../../src/domain/learning/drift-guard.js';
import { ordersAfter } from '../../../src/domain/learning/drift-questions.js';
import { learnCoPurchases } from '../../../src/domain/learning/learn-statistics.js';
import type { FirstNeighbours } from '../../../src/domain/learning/model.js';
import { DEFAULT_LEARNING_SETTINGS, type LearningSettings } from '../../../src/domain/learning/settings.js';
import { bought, collect, daysAgo } from '../../support/learning-facts.js';
import { EARLIER, halfOf, NEWER, setOf } from '../../support/shop-of-sets.js';

const listsFrom = (orders: readonly Order[], changes: Partial<LearningSettings> = {}): FirstNeighbours => {
  const settings = { ...DEFAULT_LEARNING_SETTINGS, ...changes };
  return firstNeighboursOf(learnCoPurchases(collect({ orders }, settings), settings));
};

const compare = (lists: { readonly published: FirstNeighbours; readonly rival: FirstNeighbours }, newer: readonly Order[] = NEWER): ModelComparison => {
  const facts = collect({ orders: newer });
  return compareOnOrders(facts, ordersAfter(facts, daysAgo(10)), lists);
};

const published = listsFrom(EARLIER);

const learnedLists = (lists: Readonly<Record<string, readonly string[]>>): FirstNeighbours =>
  firstNeighboursOf(
    Object.entries(lists).map(([productId, neighbourIds]) => {
      const column = neighbourIds.map(() => 1);
      return { productId, orders: 1, neighbourIds, ordersTogether: column, neighbourOrders: column, scores: column, basketScores: column };
    }),
  );

describe('a newly learned model', () => {
  it('is not worse when it comes from the same facts with the same settings: both find the same', () => {
    const { verdict, orders, published: found, rival } = compare({ published, rival: listsFrom(EARLIER.toReversed()) });
    expect([verdict, orders, found, rival]).toEqual(['NOT_WORSE', 60, 1, 1]);
  });

  it('is worse when half of the orders were lost', () => {
    const { verdict, published: found, rival } = compare({ published, rival: listsFrom(halfOf(EARLIER)) });
    expect([verdict, found]).toEqual(['WORSE', 1]);
    expect(rival).toBeLessThan(0.9);
  });

  it('is worse when its settings ask for more customers than most pairs have', () => {
    expect(compare({ published, rival: listsFrom(EARLIER, { minCustomers: 7 }) })).toMatchObject({ verdict: 'WORSE', published: 1, rival: 0 });
  });

  it('is worse when ids of products were garbled, although it knows none of what is asked for', () => {
    const garbled = EARLIER.map((order) => ({ ...order, lines: order.lines.map((line) => ({ ...line, productId: `0${line.productId}` })) }));
    expect(compare({ published, rival: listsFrom(garbled) })).toMatchObject({ verdict: 'WORSE', orders: 60 });
  });

  it('is not worse where it finds more than the published one', () => {
    expect(compare({ published: listsFrom(halfOf(EARLIER)), rival: published })).toMatchObject({ verdict: 'NOT_WORSE', orders: 60, rival: 1 });
  });

  it('is not worse because the range has changed since: what nobody knew is asked of nobody', () => {
    const newRange = NEWER.map(({ id, placedAt }, index) => bought(`${id} new`, null, setOf(`new${index}`), placedAt));
    const { verdict, orders } = compare({ published, rival: listsFrom(EARLIER) }, [...NEWER, ...newRange]);
    expect([verdict, orders]).toEqual(['NOT_WORSE', 60]);
  });

  it('cannot be judged by fewer than fifty newer orders with two known products', () => {
    const lost = { published, rival: listsFrom([]) };
    expect(compare(lost, NEWER.slice(0, 50)).verdict).toBe('WORSE');
    const few = [...NEWER.slice(0, 49), bought('unknown', null, ['x', 'y']), bought('half known', null, ['x', 'set1-a'])];
    expect(compare(lost, few)).toEqual({ verdict: 'TOO_FEW_ORDERS', orders: 49, published: null, rival: null, margin: null });
  });

  it('is judged by the newest two thousand orders', () => {
    const many = Array.from({ length: 2_100 }, (_, index) => bought(`m${index}`, null, setOf(index < 2_000 ? 1 : 2), daysAgo(index / 1_000)));
    const withoutOldest = new Map([...published].filter(([id]) => !id.startsWith('set2-')));
    expect(compare({ published, rival: withoutOldest }, many)).toMatchObject({ verdict: 'NOT_WORSE', orders: 2_000, published: 1, rival: 1 });
    expect(compare({ published, rival: withoutOldest }, many.slice(1_000))).toMatchObject({ orders: 1_100, verdict: 'WORSE' });
  });

  it('counts for a hit among the first four products of a list only', () => {
    const newer = Array.from({ length: 50 }, (_, index) => bought(`m${index}`, null, ['a', 'b']));
    const lists = learnedLists({ a: ['1', '2', '3', 'b'], b: ['1', '2', '3', '4', 'a'] });
    expect(compare({ published: lists, rival: lists }, newer).published).toBe(0.5);
  });
});

describe('the margin that counts', () => {
  const column = (hits: number, orders: number): readonly number[] => Array.from({ length: orders }, (_, order) => (order < hits ? 1 : 0));

  it('is two standard errors of the paired difference where these are more than a twentieth', () => {
    // Of 100 orders 10 are lost: variance 10 × 0.9² + 90 × 0.1² = 9, over 99, over 100.
    const { verdict, margin } = judge(column(100, 100), column(90, 100));
    expect(margin).toBeCloseTo(2 * Math.sqrt(9 / 99 / 100), 12);
    expect(verdict).toBe('WORSE');
  });

  it('is a twentieth of the published hit rate where chance is less: certain, but not worth withholding', () => {
    const published = column(10_000, 10_000);
    expect(judge(published, column(9_501, 10_000))).toMatchObject({ verdict: 'NOT_WORSE', margin: 0.05 });
    expect(judge(published, column(9_499, 10_000))).toMatchObject({ verdict: 'WORSE', margin: 0.05 });
  });

  it('lets a loss pass that may be chance, however large a share it is', () => {
    // 3 of 100 lost, of 10 found: 30 % fewer, and within two standard errors (0.0343).
    const { verdict, published, rival } = judge(column(10, 100), column(7, 100));
    expect([verdict, published, rival]).toEqual(['NOT_WORSE', 0.1, 0.07]);
  });

  it('is none where nothing was found before: nothing can be worse than that', () => {
    expect(judge(column(0, 50), column(0, 50))).toEqual({ verdict: 'NOT_WORSE', orders: 50, published: 0, rival: 0, margin: 0 });
  });
});
