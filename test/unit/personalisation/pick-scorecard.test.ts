import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfBuyingAgain, chanceOfFirstPurchase, type PurchaseRecord } from '../../../src/domain/personalisation/pick-scorecard.js';
import type { DemandOf } from '../../../src/domain/serving/demand-index.js';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const record: fc.Arbitrary<PurchaseRecord> = fc
  .record({ purchaseDays: fc.integer({ min: 1, max: 150 }), missed: fc.integer({ min: 0, max: 150 }), daysSince: number(0, 1000) })
  .map(({ missed, ...rest }) => ({ ...rest, chances: rest.purchaseDays + missed }));
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
    grows((held, of) => [{ ...held, purchaseDays: held.purchaseDays + 1, chances: held.chances + 1 }, of]));

  it('grows the fewer of their chances they let pass', () =>
    grows((held, of) => [{ ...held, chances: held.chances / 2 }, of]));

  it('grows with the days since the last purchase', () =>
    grows((held, of) => [{ ...held, daysSince: held.daysSince + 1 }, of]));

  it('grows with how many buy it again', () =>
    grows((held, of) => [held, { ...of, repeatRate: of.repeatRate * 1.1 }]));

  it('grows with how much the shop’s customers want it now', () =>
    grows((held, of) => [held, { ...of, demand: of.demand + 0.1 }]));

  it('grows with its season', () =>
    grows((held, of) => [held, { ...of, trend: of.trend + 0.1 }]));

  it('is the logistic of its sum', () => {
    const of = { demand: 2, trend: -1, repeatRate: 0.5 };
    const logOdds = -1.48 + 0.76 * Math.log(3) + 0.14 * Math.log(11) + 0.96 * Math.log(3.5 / 9) + 0.68 * Math.log(0.5) + 0.18 * 2 - 0.54;
    expect(chanceOfBuyingAgain({ purchaseDays: 3, chances: 8, daysSince: 10 }, of)).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 12);
  });
});

describe('the scorecard of what was never bought', () => {
  const neighbours = number(0.001, 50);
  const grows = (more: (neighbours: number, wanted: DemandOf) => readonly [number, DemandOf]) =>
    fc.assert(
      fc.property(neighbours, wanted, (sum, of) => {
        const before = chanceOfFirstPurchase(sum, of);
        expect(before).toBeGreaterThan(0);
        expect(before).toBeLessThan(1);
        expect(chanceOfFirstPurchase(...more(sum, of))).toBeGreaterThan(before);
      }),
    );

  it('grows with what the customer bought that leads to it', () => grows((sum, of) => [sum * 1.1, of]));
  it('grows with how much the shop’s customers want it now', () => grows((sum, of) => [sum, { ...of, demand: of.demand + 0.1 }]));
  it('grows with its season', () => grows((sum, of) => [sum, { ...of, trend: of.trend + 0.1 }]));

  it('is the logistic of its sum', () => {
    const logOdds = -4.04 + 0.462 * Math.log(1.52) + 0.382 * 2 + 1.314 * 0.5;
    expect(chanceOfFirstPurchase(1.5, { demand: 2, trend: 0.5 })).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 12);
  });
});
