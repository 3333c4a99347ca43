import { describe, expect, it } from 'vitest';
import { completeHabits, type StoredHabit } from '../../../src/domain/personalisation/earlier-habits.js';
import { NOW } from '../../support/builders.js';
import { aHabit } from '../../support/profiles.js';

const earlier = (productId: string, purchases: number): StoredHabit => {
  const { firstPurchasedAt: _, purchaseDays: __, chances: ___, recentDays: ____, ...rest } = aHabit(productId, { purchases, lastPurchasedAt: NOW });
  return rest;
};

describe('the habits of a stored profile', () => {
  it('are as they were stored', () => {
    const habits = [aHabit('coffee', { purchases: 2, purchaseDays: 1, chances: 9 })];
    expect(completeHabits(habits, 12)).toBe(habits);
  });

  it('of an earlier release count each purchase as a day of its own, evenly spread, and know no first one', () => {
    const recentDays: unknown = expect.closeTo(0.9 + 0.9 ** 3 + 0.9 ** 5, 12);
    expect(completeHabits([earlier('coffee', 3)], 8)).toEqual([
      { ...aHabit('coffee', { purchases: 3, purchaseDays: 3, chances: 6, lastPurchasedAt: NOW, firstPurchasedAt: NOW }), recentDays },
    ]);
  });

  it('of the last release keep what they know, and spread their days of purchase evenly', () => {
    const { recentDays: _, ...known } = aHabit('coffee', { purchases: 5, purchaseDays: 2, chances: 8, firstPurchasedAt: NOW, lastPurchasedAt: NOW });
    const milk = aHabit('milk', { purchases: 5, recentDays: 3 });
    const recentDays: unknown = expect.closeTo(0.9 ** 2 + 0.9 ** 6, 12);
    expect(completeHabits([known, milk, earlier('rug', 0)], 9)).toEqual([
      { ...known, recentDays },
      milk,
      aHabit('rug', { lastPurchasedAt: NOW, firstPurchasedAt: NOW }),
    ]);
  });

  it('of an earlier release had no more chances than orders that were folded, and no fewer than purchases', () => {
    const chancesOf = (purchases: number, orders: number) => completeHabits([earlier('coffee', purchases)], orders)[0]?.chances;
    expect([chancesOf(1, 10), chancesOf(1, 9_999), chancesOf(9, 9), chancesOf(2, 0), chancesOf(0, 10)]).toEqual([5, 100, 9, 2, 0]);
  });
});
