import { describe, expect, it } from 'vitest';

import type { MeasurementArm } from '../../../../src/domain/measurement/arm.js';
import type { DaySheet, OrderRow } from '../../../../src/domain/measurement/day-sheet.js';
import type { ScorecardQuestion } from '../../../../src/domain/measurement/scorecard.js';
import { personalisationScorecardFor } from '../../../../src/domain/measurement/scorecards/personalisation-scorecard.js';
import { anExposedDay, aQuestion, heldSheets, on, orderedBy, sheetsOf } from '../../../support/day-sheets.js';

const EXPOSED = on('2026-03-01', '08:00:00.000');

/** An order of each of so many customers of an arm, worth `from`, `from + 1`, … */
const ordersOf = (arm: MeasurementArm, count: number, from: number, changes: Partial<OrderRow> = {}): readonly OrderRow[] =>
  Array.from({ length: count }, (_, index) =>
    orderedBy(`${arm} ${String(index)}`, on('2026-11-10'), { revenueMinor: from + index, personalisation: { arm, at: EXPOSED }, ...changes }),
  );

const scorecard = (sheets: readonly DaySheet[], question: Partial<ScorecardQuestion> = {}) =>
  personalisationScorecardFor(aQuestion(question), heldSheets(sheets));

/** Long before the period 800 and 400 customers came into the comparison. */
const BEGAN = anExposedDay('2026-03-01', 'PERSONALISATION', { TREATMENT: 800, HOLDOUT: 400 });

const ORDERS = [...ordersOf('TREATMENT', 200, 2000), ...ordersOf('HOLDOUT', 80, 1000), ...ordersOf('TREATMENT', 120, 100), ...ordersOf('HOLDOUT', 20, 100)];

const enough = [BEGAN, ...sheetsOf(...ORDERS)];

describe("personalisation's uplift", () => {
  it('compares the shares of customers that ordered twice in the period, of all whose part began before its end', async () => {
    const { repeatPurchaseUplift, upliftShortfall } = await scorecard(enough);
    expect(repeatPurchaseUplift).toMatchObject({ treatment: 120 / 800, holdout: 20 / 400, difference: 0.15 - 0.05, treatmentSize: 800, holdoutSize: 400 });
    expect(repeatPurchaseUplift?.method).toContain('Newcombe (1998)');
    expect(upliftShortfall).toBeNull();
  });

  it('compares their revenue in the period, whoever bought nothing counting nothing', async () => {
    const { lifetimeValueUplift } = await scorecard(enough);
    const treatment = (200 * 2099.5 + 120 * 159.5) / 800;
    const holdout = (80 * 1039.5 + 20 * 109.5) / 400;
    expect(lifetimeValueUplift).toMatchObject({ treatment, holdout, difference: treatment - holdout, treatmentSize: 800, holdoutSize: 400 });
    expect(lifetimeValueUplift?.low).toBeGreaterThan(0);
  });

  it('leaves out what was ordered before the period, after it, or before taking part', async () => {
    const outside = [
      ...ordersOf('HOLDOUT', 80, 50_000, { placedAt: on('2026-10-31') }),
      ...ordersOf('HOLDOUT', 80, 50_000, { placedAt: on('2026-12-01') }),
      ...ordersOf('HOLDOUT', 80, 50_000, { personalisation: null }),
    ];
    const { repeatPurchaseUplift, lifetimeValueUplift } = await scorecard([BEGAN, ...sheetsOf(...ORDERS, ...outside)]);
    const plain = await scorecard(enough);
    expect([repeatPurchaseUplift, lifetimeValueUplift]).toEqual([plain.repeatPurchaseUplift, plain.lifetimeValueUplift]);
  });

  it('counts customers whose part began on the last day of the period, and none from after it', async () => {
    const days = ['2026-11-30', '2026-12-01'].map((day) => anExposedDay(day, 'PERSONALISATION', { TREATMENT: 10, HOLDOUT: 1 }));
    const visits = anExposedDay('2026-11-29', 'CROSS_SELL', { TREATMENT: 1000, HOLDOUT: 1000 });
    expect((await scorecard([...enough, visits, ...days])).repeatPurchaseUplift).toMatchObject({ treatmentSize: 810, holdoutSize: 401 });
  });

  describe('is null, and says why,', () => {
    const shortfallOf = async (sheets: readonly DaySheet[], question: Partial<ScorecardQuestion> = {}) => {
      const { repeatPurchaseUplift, lifetimeValueUplift, upliftShortfall } = await scorecard(sheets, question);
      return [repeatPurchaseUplift === null, lifetimeValueUplift === null, upliftShortfall];
    };

    it('for one surface', async () => {
      expect(await shortfallOf(enough, { placement: 'HOME' })).toEqual([true, true, "The holdout is the lane's: there is no uplift for one surface"]);
    });

    it('in a period without orders of known customers, whoever takes part', async () => {
      expect(await shortfallOf([BEGAN])).toEqual([true, true, 'There are no completed orders of known customers in this period']);
    });

    it('while nobody is held out', async () => {
      const began = anExposedDay('2026-03-01', 'PERSONALISATION', { TREATMENT: 800, HOLDOUT: 0 });
      expect(await shortfallOf([began, ...sheetsOf(...ordersOf('TREATMENT', 200, 1000))])).toEqual([
        true,
        true,
        'Nobody is held out: the holdout share is 0 or no list would have been personal yet',
      ]);
    });

    it.each([
      [99, 800, '99 customers are in the holdout, at least 100 are needed'],
      [1, 800, '1 customer is in the holdout, at least 100 are needed'],
      [100, 99, '99 customers are in the treatment, at least 100 are needed'],
    ])('with %i held out and %i treated', async (HOLDOUT, TREATMENT, sentence) => {
      const began = anExposedDay('2026-03-01', 'PERSONALISATION', { TREATMENT, HOLDOUT });
      const anybody = sheetsOf(...ordersOf('TREATMENT', 1, 10, { personalisation: null }));
      expect(await shortfallOf([began, ...anybody])).toEqual([true, true, sentence]);
    });

    it('where nobody ordered twice, or with too few who ordered at all', async () => {
      const orders = [...ordersOf('TREATMENT', 200, 2000), ...ordersOf('HOLDOUT', 9, 1000)];
      expect(await shortfallOf([BEGAN, ...sheetsOf(...orders)])).toEqual([true, true, 'Nobody in either arm ordered twice in the period']);
      const again = ordersOf('TREATMENT', 1, 500);
      expect(await shortfallOf([BEGAN, ...sheetsOf(...orders, ...again)])).toEqual([
        false,
        true,
        '9 customers with an order are in the holdout, at least 10 are needed',
      ]);
    });

    it('where everybody ordered twice', async () => {
      const began = anExposedDay('2026-03-01', 'PERSONALISATION', { TREATMENT: 100, HOLDOUT: 100 });
      const orders = (['TREATMENT', 'HOLDOUT'] as const).flatMap((arm) => [...ordersOf(arm, 100, 10), ...ordersOf(arm, 100, 10)]);
      expect(await shortfallOf([began, ...sheetsOf(...orders)])).toEqual([true, false, 'Everybody in both arms ordered twice in the period']);
    });

    it('where all customers of an arm are worth the same', async () => {
      const began = anExposedDay('2026-03-01', 'PERSONALISATION', { TREATMENT: 100, HOLDOUT: 100 });
      const orders = [...ordersOf('TREATMENT', 100, 10), ...ordersOf('TREATMENT', 1, 10), ...ordersOf('HOLDOUT', 100, 0).map((order) => ({ ...order, revenueMinor: 5 }))];
      expect(await shortfallOf([began, ...sheetsOf(...orders)])).toEqual([
        false,
        true,
        'All customers in the holdout are worth the same, so nothing can be told from chance',
      ]);
    });
  });
});
