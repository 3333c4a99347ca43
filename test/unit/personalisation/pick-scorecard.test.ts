import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUY_AGAIN_CARD, chanceOfBuyingAgain, chanceOfFirstPurchase, FIRST_TIME_CARD, type PurchaseRecord } from '../../../src/domain/personalisation/pick-scorecard.js';
import type { DemandOf } from '../../../src/domain/serving/demand-index.js';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const record: fc.Arbitrary<PurchaseRecord> = fc
  .record({
    purchaseDays: fc.integer({ min: 1, max: 150 }),
    recently: number(0.000_001, 1),
    others: fc.integer({ min: 0, max: 150 }),
  })
  .map(({ recently, others, purchaseDays }) => ({ purchaseDays, recentDays: purchaseDays * recently, shoppingDays: purchaseDays + others }));
const wanted: fc.Arbitrary<DemandOf> = fc.record({
  demand: number(-6, 6),
  trend: number(-3, 3),
  repeatRate: number(0.001, 0.9),
  intervalDays: fc.constant(null),
});

describe('the scorecard of what was bought before', () => {
  const grows = (more: (record: PurchaseRecord, wanted: DemandOf) => readonly [PurchaseRecord, DemandOf]) =>
    fc.assert(
      fc.property(record, wanted, (held, of) => {
        const before = chanceOfBuyingAgain(held, of);
        expect(before).toBeGreaterThan(0);
        expect(before).toBeLessThan(1);
        expect(chanceOfBuyingAgain(...more(held, of))).toBeGreaterThan(before);
      }),
    );

  it('grows with how often the customer bought it', () =>
    grows((held, of) => [{ ...held, purchaseDays: held.purchaseDays + 1 }, of]));

  it('grows the more of that is of late', () =>
    grows((held, of) => [{ ...held, recentDays: held.recentDays * 1.1 }, of]));

  it('falls with the days of shopping', () =>
    fc.assert(
      fc.property(record, wanted, (held, of) => {
        expect(chanceOfBuyingAgain({ ...held, shoppingDays: held.shoppingDays + 1 }, of)).toBeLessThan(chanceOfBuyingAgain(held, of));
      }),
    ));

  it('grows with how many buy it again', () =>
    grows((held, of) => [held, { ...of, repeatRate: of.repeatRate * 1.1 }]));

  it('grows with how much the shop’s customers want it now', () =>
    grows((held, of) => [held, { ...of, demand: of.demand + 0.1 }]));

  it('grows with its season', () =>
    grows((held, of) => [held, { ...of, trend: of.trend + 0.1 }]));

  it('is the logistic of the sum of reasons, each times its number on the card', () => {
    const of = { demand: 2, trend: -1, repeatRate: 0.5 };
    const card = BUY_AGAIN_CARD;
    const logOdds =
      card.intercept +
      card.purchaseDays * Math.log(3) +
      card.recentDays * Math.log(1.91) +
      card.shoppingDays * Math.log(12) +
      card.repeatRate * Math.log(0.5) +
      card.demand * 2 -
      card.trend;
    expect(chanceOfBuyingAgain({ purchaseDays: 3, recentDays: 1.9, shoppingDays: 12 }, of)).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 12);
  });
});

describe('the scorecard of what was never bought', () => {
  const neighbours = number(0, 50);
  const shoppingDays = fc.integer({ min: 1, max: 300 });
  const grows = (more: (neighbours: number, wanted: DemandOf) => readonly [number, DemandOf]) =>
    fc.assert(
      fc.property(neighbours, shoppingDays, wanted, (sum, days, of) => {
        const before = chanceOfFirstPurchase(days)(sum, of);
        expect(before).toBeGreaterThan(0);
        expect(before).toBeLessThan(1);
        expect(chanceOfFirstPurchase(days)(...more(sum, of))).toBeGreaterThan(before);
      }),
    );

  it('grows with what the customer bought that leads to it', () => grows((sum, of) => [sum * 1.1 + 0.001, of]));
  it('grows with how much the shop’s customers want it now', () => grows((sum, of) => [sum, { ...of, demand: of.demand + 0.1 }]));
  it('grows with its season', () => grows((sum, of) => [sum, { ...of, trend: of.trend + 0.1 }]));

  it('falls with the days over which the customer bought that', () =>
    fc.assert(
      fc.property(neighbours, shoppingDays, wanted, (sum, days, of) => {
        expect(chanceOfFirstPurchase(days + 1)(sum, of)).toBeLessThan(chanceOfFirstPurchase(days)(sum, of));
      }),
    ));

  it('is the logistic of the sum of reasons, each times its number on the card', () => {
    const card = FIRST_TIME_CARD;
    const logOdds = card.intercept + card.neighbours * Math.log(1.52) + card.shoppingDays * Math.log(4) + card.demand * 2 + card.trend * 0.5;
    expect(chanceOfFirstPurchase(4)(1.5, { demand: 2, trend: 0.5 })).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 12);
  });

  it('is sensible for a customer whom nothing leads to the product', () => {
    const chance = chanceOfFirstPurchase(1)(0, { demand: 0, trend: 0 });
    expect(chance).toBeGreaterThan(0);
    expect(chance).toBeLessThan(chanceOfFirstPurchase(1)(0.01, { demand: 0, trend: 0 }));
  });
});
