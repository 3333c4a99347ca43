import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, usualIntervalDays, waiting } from '../../../src/domain/personalisation/buying-rhythm.js';
import { aHabit } from '../../support/profiles.js';
import { daysAgo, TODAY } from '../../support/learning-facts.js';

describe('the usual interval', () => {
  const bought = (firstDaysAgo: number, lastDaysAgo: number, purchaseDays: number) =>
    aHabit('coffee', { purchases: purchaseDays, firstPurchasedAt: daysAgo(firstDaysAgo), lastPurchasedAt: daysAgo(lastDaysAgo), purchaseDays });

  const ofBuyers = (intervalDays: number | null, repeatRate = 0.6) => ({ intervalDays, repeatRate });

  it('is the customer’s own, where they bought it on enough days to have a rhythm', () => {
    expect(usualIntervalDays(bought(100, 10, 4), ofBuyers(7))).toBe(30);
    expect(usualIntervalDays(bought(130, 10, 5), ofBuyers(null))).toBe(30);
  });

  it('is that of its buyers, where the customer’s own is not known and they use it up', () => {
    expect(usualIntervalDays(bought(10, 10, 1), ofBuyers(28))).toBe(28);
    expect(usualIntervalDays(bought(40, 10, 3), ofBuyers(28))).toBe(28);
    expect(usualIntervalDays(bought(10, 10, 4), ofBuyers(28))).toBe(28);
    expect(usualIntervalDays(aHabit('coffee', { purchases: 4 }), ofBuyers(28))).toBe(28);
  });

  it('is unknown where nobody knows, and for what most buy once', () => {
    expect(usualIntervalDays(bought(10, 10, 1), ofBuyers(null))).toBeNull();
    expect(usualIntervalDays(bought(40, 10, 3), ofBuyers(28, 0.49))).toBeNull();
  });
});

describe('waiting', () => {
  it('holds a product back right after the purchase, and not once an eighth of its interval has gone by', () => {
    expect(waiting(0, 30)).toBeCloseTo((1 / 3.6) ** 2);
    expect(waiting(1, 30)).toBeCloseTo((2 / 3.6) ** 2);
    expect(waiting(0, 7)).toBe(1);
    expect([waiting(4, 30), waiting(30, 30), waiting(300, 30)]).toEqual([1, 1, 1]);
  });

  it('is never for nothing, never more than all, and never less as days go by', () => {
    const days = fc.double({ min: 0, max: 2000, noNaN: true });
    fc.assert(
      fc.property(days, days, fc.double({ min: 0.001, max: 1000, noNaN: true }), (since, more, interval) => {
        expect(waiting(since, interval)).toBeGreaterThan(0);
        expect(waiting(since, interval)).toBeLessThanOrEqual(1);
        expect(waiting(since + more, interval)).toBeGreaterThanOrEqual(waiting(since, interval));
      }),
    );
  });

  it('does not happen where no interval is known', () => {
    expect(waiting(0, null)).toBe(1);
  });
});

describe('days between two instants', () => {
  it('may be broken, and are none where time runs backwards', () => {
    expect(daysBetween(daysAgo(1.5), TODAY)).toBe(1.5);
    expect(daysBetween(TODAY, daysAgo(1))).toBe(0);
  });
});
