import { describe, expect, it } from 'vitest';

import type { MeasurementArm } from '../../../../src/domain/measurement/arm.js';
import type { DaySheet, OrderRow } from '../../../../src/domain/measurement/day-sheet.js';
import type { ScorecardQuestion } from '../../../../src/domain/measurement/scorecard.js';
import { crossSellScorecardFor } from '../../../../src/domain/measurement/scorecards/cross-sell-scorecard.js';
import { anExposedDay, anOrderRow, aQuestion, heldSheets, numberOf, on } from '../../../support/day-sheets.js';

const EXPOSED = on('2026-11-10', '08:00:00.000');

/** An order of each of so many visits of an arm, worth `from`, `from + 1`, … */
const ordersOf = (arm: MeasurementArm, count: number, from: number, changes: Partial<OrderRow> = {}): readonly OrderRow[] =>
  Array.from({ length: count }, (_, index) =>
    anOrderRow({ visit: numberOf(`${arm} ${String(index)}`), revenueMinor: from + index, crossSell: { arm, at: EXPOSED }, ...changes }),
  );

const dayWith = (orders: readonly OrderRow[], visits: Readonly<Record<MeasurementArm, number>>): DaySheet => ({
  ...anExposedDay('2026-11-10', 'CROSS_SELL', visits),
  orders,
});

const scorecard = (sheets: readonly DaySheet[], question: Partial<ScorecardQuestion> = {}) =>
  crossSellScorecardFor(aQuestion(question), heldSheets(sheets));

const enough = dayWith([...ordersOf('TREATMENT', 200, 2000), ...ordersOf('HOLDOUT', 100, 1000)], { TREATMENT: 800, HOLDOUT: 400 });

describe("cross-selling's uplift", () => {
  it('is the value of an order in the treatment minus that in the holdout, with both sizes in orders', async () => {
    const { uplift, upliftShortfall } = await scorecard([enough]);
    expect(uplift).toMatchObject({ treatment: 2099.5, holdout: 1049.5, difference: 1050, treatmentSize: 200, holdoutSize: 100 });
    expect(uplift?.low).toBeLessThan(1050);
    expect(uplift?.low).toBeGreaterThan(1000);
    expect(uplift?.high).toBeGreaterThan(1050);
    expect(uplift?.high).toBeLessThan(1100);
    expect(uplift?.method).toContain('Hall 1992');
    expect(upliftShortfall).toBeNull();
  });

  it('per visit counts every visit whose part began in the period, orders or not', async () => {
    const { upliftPerVisit } = await scorecard([enough]);
    expect(upliftPerVisit).toMatchObject({ treatmentSize: 800, holdoutSize: 400, treatment: (200 * 2099.5) / 800, holdout: (100 * 1049.5) / 400 });
  });

  it('leaves out visits that asked for no arm', async () => {
    const strangers = Array.from({ length: 50 }, (_, index) => anOrderRow({ visit: numberOf(`stranger ${String(index)}`), revenueMinor: 90_000 }));
    const { orders, uplift } = await scorecard([{ ...enough, orders: [...enough.orders, ...strangers] }]);
    expect(orders).toBe(350);
    expect(uplift).toEqual((await scorecard([enough])).uplift);
  });

  it('leaves out visits that began before the period, and their orders: another share may have been held out then', async () => {
    const began = { arm: 'HOLDOUT' as const, at: on('2026-10-31', '23:50:00.000') };
    const late = anOrderRow({ visit: numberOf('late'), revenueMinor: 1000, crossSell: began });
    const { uplift, upliftPerVisit } = await scorecard([{ ...enough, orders: [...enough.orders, late] }]);
    expect(uplift).toEqual((await scorecard([enough])).uplift);
    expect(upliftPerVisit).toEqual((await scorecard([enough])).upliftPerVisit);
  });

  it('is less sure of orders that come in bundles by visit', async () => {
    const orders = (perVisit: number) =>
      (['TREATMENT', 'HOLDOUT'] as const).flatMap((arm) =>
        ordersOf(arm, 400, 1000).map((order, index) => ({
          ...order,
          visit: numberOf(`${arm} ${String(Math.floor(index / perVisit))}`),
          revenueMinor: 1000 + 10 * Math.floor(index / 4),
        })),
      );
    const width = async (perVisit: number): Promise<number> => {
      const { uplift } = await scorecard([dayWith(orders(perVisit), { TREATMENT: 800, HOLDOUT: 800 })]);
      return (uplift?.high ?? NaN) - (uplift?.low ?? NaN);
    };
    expect((await width(4)) / (await width(1))).toBeCloseTo(2, 1);
  });

  it('is of the currency that is judged', async () => {
    const pounds = ordersOf('HOLDOUT', 50, 900_000, { currencyCode: 'GBP', visit: numberOf('pounds') });
    const { uplift } = await scorecard([{ ...enough, orders: [...enough.orders, ...pounds] }]);
    expect(uplift).toEqual((await scorecard([enough])).uplift);
  });

  it('is the same whatever order the days come in, and whether one comes twice', async () => {
    const days = Array.from({ length: 9 }, (_, index) => ({
      ...anExposedDay(`2026-11-1${String(index)}`, 'CROSS_SELL', { TREATMENT: 100, HOLDOUT: 50 }),
      orders: (['TREATMENT', 'HOLDOUT'] as const).flatMap((arm) =>
        ordersOf(arm, 30, 1000 + index * 17).map((order) => ({ ...order, visit: (order.visit ?? 0) + index })),
      ),
    }));
    const shuffled = [...days.slice(4), ...days.slice(2, 7).toReversed(), ...days];
    expect(JSON.stringify(await scorecard(shuffled))).toBe(JSON.stringify(await scorecard(days)));
  });

  describe('is null, and says why,', () => {
    const shortfallOf = async (sheets: readonly DaySheet[], question: Partial<ScorecardQuestion> = {}) => {
      const { uplift, upliftPerVisit, upliftShortfall } = await scorecard(sheets, question);
      return [uplift, upliftPerVisit, upliftShortfall];
    };

    it('for one placement', async () => {
      expect(await shortfallOf([enough], { placement: 'BASKET' })).toEqual([
        null,
        null,
        "The holdout is the lane's: there is no uplift for one placement",
      ]);
    });

    it('while nobody is held out', async () => {
      const day = dayWith(ordersOf('TREATMENT', 500, 1000), { TREATMENT: 5000, HOLDOUT: 0 });
      expect(await shortfallOf([day])).toEqual([null, null, 'Nobody is held out: the holdout share is 0 or nobody asked for an arm yet']);
    });

    it.each([
      [99, '99 orders are in the holdout, at least 100 are needed'],
      [1, '1 order is in the holdout, at least 100 are needed'],
      [0, '0 orders are in the holdout, at least 100 are needed'],
    ])('with %i orders in the holdout', async (count, sentence) => {
      const day = dayWith([...ordersOf('TREATMENT', 200, 2000), ...ordersOf('HOLDOUT', count, 1000)], { TREATMENT: 800, HOLDOUT: 400 });
      expect((await shortfallOf([day]))[0]).toBeNull();
      expect((await shortfallOf([day]))[2]).toBe(sentence);
    });

    it('with too few orders in the treatment', async () => {
      const day = dayWith([...ordersOf('TREATMENT', 3, 2000), ...ordersOf('HOLDOUT', 100, 1000)], { TREATMENT: 400, HOLDOUT: 400 });
      expect((await shortfallOf([day]))[2]).toBe('3 orders are in the treatment, at least 100 are needed');
    });

    it('with too few visits, though they ordered often', async () => {
      const often = (['TREATMENT', 'HOLDOUT'] as const).flatMap((arm) =>
        ordersOf(arm, 120, 1000).map((order, index) => ({ ...order, visit: numberOf(`${arm} ${String(index % 30)}`) })),
      );
      const { uplift, upliftPerVisit, upliftShortfall } = await scorecard([dayWith(often, { TREATMENT: 60, HOLDOUT: 33 })]);
      expect([uplift === null, upliftPerVisit, upliftShortfall]).toEqual([false, null, '33 visits are in the holdout, at least 100 are needed']);
    });

    it('with too few visits that ordered', async () => {
      const day = dayWith([...ordersOf('TREATMENT', 200, 2000), ...ordersOf('HOLDOUT', 9, 1000)], { TREATMENT: 800, HOLDOUT: 400 });
      const { upliftPerVisit } = await scorecard([day]);
      expect(upliftPerVisit).toBeNull();
      const tenth = dayWith([...ordersOf('TREATMENT', 200, 2000), ...ordersOf('HOLDOUT', 10, 1000)], { TREATMENT: 800, HOLDOUT: 400 });
      expect((await scorecard([tenth])).upliftPerVisit).not.toBeNull();
    });

    it('where a few visits placed all the orders', async () => {
      const held = ordersOf('HOLDOUT', 120, 1000).map((order, index) => ({ ...order, visit: numberOf(`held ${String(index % 4)}`) }));
      const day = dayWith([...ordersOf('TREATMENT', 200, 2000), ...held], { TREATMENT: 800, HOLDOUT: 400 });
      expect((await shortfallOf([day]))[2]).toBe('4 visits with an order are in the holdout, at least 10 are needed');
    });

    it('where nothing varies', async () => {
      const same = (arm: MeasurementArm, count: number) => ordersOf(arm, count, 0).map((order) => ({ ...order, revenueMinor: 1999 }));
      const day = dayWith([...ordersOf('TREATMENT', 200, 2000), ...same('HOLDOUT', 100)], { TREATMENT: 800, HOLDOUT: 400 });
      expect((await shortfallOf([day]))[2]).toBe('All orders in the holdout are worth the same, so nothing can be told from chance');
    });
  });
});
