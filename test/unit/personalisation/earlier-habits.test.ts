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

  /** What a day counts of late on average, when it may be any of the last so many. */
  const anyOfLast = (days: number): number => Array.from({ length: days }, (_, later) => 0.9 ** later).reduce((sum, kept) => sum + kept, 0) / days;

  it('of an earlier release count each purchase as a day of its own, and know no first one', () => {
    const recentDays: unknown = expect.closeTo(0.9 ** 5 + 2 * anyOfLast(5), 12);
    expect(completeHabits([earlier('coffee', 3)], 8)).toEqual([
      { ...aHabit('coffee', { purchases: 3, purchaseDays: 3, chances: 6, lastPurchasedAt: NOW, firstPurchasedAt: NOW }), recentDays },
    ]);
  });

  it('that know their days of purchase, and not how many are of late, keep what they know', () => {
    const { recentDays: _, ...known } = aHabit('coffee', { purchases: 5, purchaseDays: 2, chances: 8, firstPurchasedAt: NOW, lastPurchasedAt: NOW });
    const milk = aHabit('milk', { purchases: 5, recentDays: 3 });
    const recentDays: unknown = expect.closeTo(0.9 ** 7 + anyOfLast(7), 12);
    expect(completeHabits([known, milk, earlier('rug', 0)], 9)).toEqual([
      { ...known, recentDays },
      milk,
      aHabit('rug', { lastPurchasedAt: NOW, firstPurchasedAt: NOW }),
    ]);
  });

  it('are as recent as they would be folded, where there is but one way to be', () => {
    const recentOf = (purchaseDays: number, chances: number): unknown => {
      const { recentDays: _, ...known } = aHabit('coffee', { purchases: purchaseDays, purchaseDays, chances });
      return completeHabits([known], chances)[0]?.recentDays;
    };
    expect(recentOf(1, 1)).toBe(1);
    expect(recentOf(1, 20)).toBeCloseTo(0.9 ** 19, 12);
    expect(recentOf(5, 5)).toBeCloseTo(5 * anyOfLast(5), 12);
    expect(recentOf(1, 0)).toBe(1);
  });

  it('of an earlier release had no more chances than orders that were folded, and no fewer than purchases', () => {
    const chancesOf = (purchases: number, orders: number) => completeHabits([earlier('coffee', purchases)], orders)[0]?.chances;
    expect([chancesOf(1, 10), chancesOf(1, 9_999), chancesOf(9, 9), chancesOf(2, 0), chancesOf(0, 10)]).toEqual([5, 100, 9, 2, 0]);
  });
});
