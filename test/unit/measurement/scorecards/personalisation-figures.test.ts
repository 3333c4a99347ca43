import { describe, expect, it } from 'vitest';

import type { DaySheet, OrderRow } from '../../../../src/domain/measurement/day-sheet.js';
import type { ScorecardQuestion } from '../../../../src/domain/measurement/scorecard.js';
import { personalisationScorecardFor } from '../../../../src/domain/measurement/scorecards/personalisation-scorecard.js';
import { aCredit, anOrderRow, aPickCredit, aQuestion, aSheet, heldSheets, on, orderedBy, sheetsOf } from '../../../support/day-sheets.js';

const scorecard = (sheets: readonly DaySheet[], question: Partial<ScorecardQuestion> = {}) =>
  personalisationScorecardFor(aQuestion(question), heldSheets(sheets));

const of = (...orders: readonly OrderRow[]) => scorecard(sheetsOf(...orders));

const NOON = '12:00:00.000';

describe('the personalisation scorecard', () => {
  it('of a shop that was never rolled up says so, and that nothing happened', async () => {
    const { byWeek, ...figures } = await scorecard([]);
    expect(figures).toEqual({
      measuredAt: null,
      currencyCode: null,
      customers: 0,
      orders: 0,
      ordersInOtherCurrencies: 0,
      repeatPurchaseRate: null,
      retention: [30, 60, 90].map((days) => ({ days, rate: null, customers: 0 })),
      lifetimeValueMinor: null,
      revenueShare: null,
      funnel: { lists: 0, impressions: 0, clicks: 0, basketAdds: 0, orderLines: 0 },
      bySource: [],
      shownBy: { human: 0, learned: 0, fallback: 0 },
      repeatPurchaseUplift: null,
      lifetimeValueUplift: null,
      upliftShortfall: 'There are no completed orders of known customers in this period',
    });
    expect(byWeek[0]).toEqual({ from: on('2026-11-01'), customers: 0, returningShare: null, revenueShare: null });
  });

  it('of one order is that customer', async () => {
    expect(await of(orderedBy('ann', on('2026-11-10', NOON), { credits: [aPickCredit()] }))).toMatchObject({
      currencyCode: 'EUR',
      customers: 1,
      orders: 1,
      repeatPurchaseRate: 0,
      lifetimeValueMinor: 1000,
      revenueShare: 0.4,
    });
  });

  it('counts customers who ordered twice in the period', async () => {
    const figures = await of(
      orderedBy('ann', on('2026-11-02')),
      orderedBy('ann', on('2026-11-20')),
      orderedBy('bob', on('2026-10-31')),
      orderedBy('bob', on('2026-11-20')),
      orderedBy('cat', on('2026-11-30')),
      orderedBy('cat', on('2026-12-01')),
    );
    expect(figures).toMatchObject({ customers: 3, orders: 4, repeatPurchaseRate: 1 / 3 });
  });

  it('leaves out guests but for the lines that lists led them to', async () => {
    const guest = anOrderRow({ revenueMinor: 9000, credits: [aPickCredit()] });
    expect(await of(guest, orderedBy('ann', on('2026-11-10')))).toMatchObject({
      customers: 1,
      orders: 1,
      lifetimeValueMinor: 1000,
      revenueShare: 0,
      funnel: { orderLines: 1 },
      bySource: [{ source: 'BUY_AGAIN', orderLines: 1, revenueMinor: 400 }],
    });
  });

  it('of guests alone has no customers', async () => {
    expect(await of(anOrderRow())).toMatchObject({
      currencyCode: 'EUR',
      customers: 0,
      orders: 0,
      repeatPurchaseRate: null,
      lifetimeValueMinor: null,
      revenueShare: null,
    });
  });

  it('takes the lifetime of a customer of the period from their first order to the end of the period', async () => {
    const figures = await of(
      orderedBy('ann', on('2019-01-01'), { revenueMinor: 500 }),
      orderedBy('gone', on('2026-10-01'), { revenueMinor: 77_777 }),
      orderedBy('ann', on('2026-11-10'), { revenueMinor: 1000 }),
      orderedBy('bob', on('2026-11-30', '23:59:59.999'), { revenueMinor: 2001 }),
      orderedBy('ann', on('2026-12-01'), { revenueMinor: 9000 }),
    );
    expect(figures).toMatchObject({ customers: 2, lifetimeValueMinor: 1751 });
  });

  it('judges customers in one currency only, their first orders too', async () => {
    const figures = await of(
      orderedBy('ann', on('2026-10-01'), { currencyCode: 'JPY', revenueMinor: 9999 }),
      orderedBy('ann', on('2026-11-10')),
      orderedBy('ann', on('2026-11-11'), { currencyCode: 'JPY' }),
      orderedBy('bob', on('2026-11-12')),
    );
    expect(figures).toMatchObject({ currencyCode: 'EUR', customers: 2, orders: 2, ordersInOtherCurrencies: 1, repeatPurchaseRate: 0, lifetimeValueMinor: 1000 });
  });

  it('counts yen as they are', async () => {
    const yen = (revenueMinor: number) => orderedBy('ann', on('2026-11-10'), { currencyCode: 'JPY', revenueMinor });
    expect(await of(yen(500), yen(501))).toMatchObject({ currencyCode: 'JPY', lifetimeValueMinor: 1001 });
  });

  it('counts what picks led to, of the surface asked for only', async () => {
    const orders = [
      orderedBy('ann', on('2026-11-10'), { credits: [aPickCredit(), aCredit()] }),
      orderedBy('bob', on('2026-11-10'), { credits: [aPickCredit({ placement: 'EMAIL', source: 'POPULAR', revenueMinor: 300 })] }),
    ];
    expect(await of(...orders)).toMatchObject({ revenueShare: 700 / 2000, funnel: { orderLines: 2 } });
    expect(await scorecard(sheetsOf(...orders), { placement: 'EMAIL' })).toMatchObject({
      customers: 2,
      revenueShare: 300 / 2000,
      bySource: [{ source: 'POPULAR', orderLines: 1, revenueMinor: 300 }],
    });
  });

  it('counts what was done with picks in the period', async () => {
    const row = { lane: 'PERSONALISATION', placement: 'HOME', source: 'BUY_AGAIN', impressions: 7, clicks: 3, basketAdds: 1 } as const;
    const lists = [{ lane: 'PERSONALISATION', placement: 'HOME', lists: 2 }] as const;
    const days = ['2026-10-31', '2026-11-01', '2026-12-01'].map((day) => aSheet(day, { activity: [row, { ...row, lane: 'CROSS_SELL' }], lists }));
    expect(await scorecard(days)).toMatchObject({
      funnel: { lists: 2, impressions: 7, clicks: 3, basketAdds: 1, orderLines: 0 },
      shownBy: { human: 0, learned: 7, fallback: 0 },
    });
  });

  it('says week by week who ordered, and who of them had ordered before', async () => {
    const { byWeek } = await of(
      orderedBy('ann', on('2026-10-31', '23:59:59.999')),
      orderedBy('ann', on('2026-11-01')),
      orderedBy('bob', on('2026-11-01'), { credits: [aPickCredit()] }),
      orderedBy('bob', on('2026-11-02')),
      orderedBy('bob', on('2026-11-08')),
      orderedBy('cat', on('2026-11-03')),
      orderedBy('cat', on('2026-11-08', '23:59:59.999')),
    );
    expect(byWeek.slice(0, 3)).toEqual([
      { from: on('2026-11-01'), customers: 2, returningShare: 0.5, revenueShare: 0.2 },
      { from: on('2026-11-02'), customers: 2, returningShare: 0.5, revenueShare: 0 },
      { from: on('2026-11-09'), customers: 0, returningShare: null, revenueShare: null },
    ]);
  });

  it('is the same whatever order the days come in, and whether one comes twice', async () => {
    const days = sheetsOf(
      orderedBy('ann', on('2026-09-10'), { revenueMinor: 333 }),
      orderedBy('ann', on('2026-11-10')),
      orderedBy('bob', on('2026-11-12'), { credits: [aPickCredit()] }),
      orderedBy('bob', on('2026-12-20')),
      orderedBy('cat', on('2026-11-12')),
      orderedBy('dan', on('2027-02-20')),
    );
    const shuffled = [...days.toReversed(), ...days.slice(1, 3)];
    expect(JSON.stringify(await scorecard(shuffled))).toBe(JSON.stringify(await scorecard(days)));
  });
});
