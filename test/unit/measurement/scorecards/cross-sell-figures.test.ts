import { describe, expect, it } from 'vitest';

import type { DaySheet } from '../../../../src/domain/measurement/day-sheet.js';
import type { ScorecardQuestion } from '../../../../src/domain/measurement/scorecard.js';
import { crossSellScorecardFor } from '../../../../src/domain/measurement/scorecards/cross-sell-scorecard.js';
import { aCredit, anOrderRow, aPickCredit, aQuestion, aSheet, heldSheets, MEASURED_AT, on, sheetsOf } from '../../../support/day-sheets.js';

const scorecard = (sheets: readonly DaySheet[], question: Partial<ScorecardQuestion> = {}) =>
  crossSellScorecardFor(aQuestion(question), heldSheets(sheets));

const attached = anOrderRow({ revenueMinor: 3000, units: 3, credits: [aCredit(), aCredit({ productId: 'glove', revenueMinor: 600 })] });
const plain = anOrderRow({ revenueMinor: 1001, units: 1 });

describe('the cross-sell scorecard', () => {
  it('of a shop that was never rolled up says so, and that nothing happened', async () => {
    const { byWeek, ...figures } = await scorecard([]);
    expect(figures).toEqual({
      measuredAt: null,
      currencyCode: null,
      orders: 0,
      ordersInOtherCurrencies: 0,
      averageOrderValueMinor: null,
      averageOrderValueWithCrossSellMinor: null,
      averageOrderValueWithoutMinor: null,
      attachRate: null,
      revenueShare: null,
      unitsPerOrder: null,
      funnel: { lists: 0, impressions: 0, clicks: 0, basketAdds: 0, orderLines: 0 },
      bySource: [],
      shownBy: { human: 0, learned: 0, fallback: 0 },
      topPairs: [],
      uplift: null,
      upliftPerVisit: null,
      upliftShortfall: 'There are no completed orders in this period',
    });
    expect(byWeek.every(({ orders, averageOrderValueMinor }) => orders === 0 && averageOrderValueMinor === null)).toBe(true);
  });

  it('says until when facts are counted in', async () => {
    expect((await scorecard([aSheet('2026-11-10')])).measuredAt).toEqual(MEASURED_AT);
  });

  it('of one order is that order', async () => {
    expect(await scorecard(sheetsOf(attached))).toMatchObject({
      currencyCode: 'EUR',
      orders: 1,
      averageOrderValueMinor: 3000,
      averageOrderValueWithCrossSellMinor: 3000,
      averageOrderValueWithoutMinor: null,
      attachRate: 1,
      revenueShare: 1 / 3,
      unitsPerOrder: 3,
    });
  });

  it('keeps orders with a cross-sold line apart from those without', async () => {
    expect(await scorecard(sheetsOf(attached, plain, plain))).toMatchObject({
      orders: 3,
      averageOrderValueMinor: 1667,
      averageOrderValueWithCrossSellMinor: 3000,
      averageOrderValueWithoutMinor: 1001,
      attachRate: 1 / 3,
      revenueShare: 1000 / 5002,
      unitsPerOrder: 5 / 3,
    });
  });

  it('rounds money to whole minor units, also of a currency without minor digits', async () => {
    const yen = (revenueMinor: number) => anOrderRow({ currencyCode: 'JPY', revenueMinor });
    expect(await scorecard(sheetsOf(yen(500), yen(501)))).toMatchObject({ currencyCode: 'JPY', averageOrderValueMinor: 501 });
  });

  it('has no share of revenue where everything was free', async () => {
    expect(await scorecard(sheetsOf(anOrderRow({ revenueMinor: 0, credits: [aCredit({ revenueMinor: 0 })] })))).toMatchObject({
      averageOrderValueMinor: 0,
      attachRate: 1,
      revenueShare: null,
    });
  });

  it('counts the lines of the placement asked for only, in every figure', async () => {
    const basketToo = anOrderRow({ revenueMinor: 2000, credits: [aCredit({ placement: 'BASKET', anchorId: 'pot' })] });
    expect(await scorecard(sheetsOf(attached, basketToo), { placement: 'BASKET' })).toMatchObject({
      orders: 2,
      attachRate: 0.5,
      averageOrderValueWithCrossSellMinor: 2000,
      averageOrderValueWithoutMinor: 3000,
      revenueShare: 400 / 5000,
      funnel: { orderLines: 1 },
      bySource: [{ source: 'CO_PURCHASE', orderLines: 1, revenueMinor: 400 }],
      topPairs: [{ anchorId: 'pot', productId: 'lid', orderLines: 1, revenueMinor: 400 }],
    });
  });

  it('leaves to personalisation what picks led to', async () => {
    expect(await scorecard(sheetsOf(anOrderRow({ credits: [aPickCredit()] })))).toMatchObject({
      attachRate: 0,
      revenueShare: 0,
      funnel: { orderLines: 0 },
      topPairs: [],
    });
  });

  describe('counts days', () => {
    const edges = [
      anOrderRow({ placedAt: on('2026-10-31', '23:59:59.999') }),
      anOrderRow({ placedAt: on('2026-11-01') }),
      anOrderRow({ placedAt: on('2026-11-30', '23:59:59.999') }),
      anOrderRow({ placedAt: on('2026-12-01') }),
    ];

    it('from the first instant of the period to the last before its end', async () => {
      expect((await scorecard(sheetsOf(...edges))).orders).toBe(2);
    });

    it('and reads no others', async () => {
      const held = heldSheets(sheetsOf(...edges));
      await crossSellScorecardFor(aQuestion(), held);
      expect(held.read).toEqual(['2026-11-01', '2026-11-30']);
    });
  });

  describe('judges one currency', () => {
    const pounds = anOrderRow({ currencyCode: 'GBP', revenueMinor: 7000, credits: [aCredit({ revenueMinor: 7000 })] });

    it('that of most orders', async () => {
      expect(await scorecard(sheetsOf(plain, pounds, plain))).toMatchObject({
        currencyCode: 'EUR',
        orders: 2,
        ordersInOtherCurrencies: 1,
        averageOrderValueMinor: 1001,
        funnel: { orderLines: 0 },
        topPairs: [],
      });
    });

    it('of two with as many orders the first by code', async () => {
      expect(await scorecard(sheetsOf(pounds, plain))).toMatchObject({ currencyCode: 'EUR', orders: 1, ordersInOtherCurrencies: 1 });
    });

    it('or the one asked for', async () => {
      expect(await scorecard(sheetsOf(plain, pounds, plain), { currencyCode: 'GBP' })).toMatchObject({
        currencyCode: 'GBP',
        orders: 1,
        ordersInOtherCurrencies: 2,
        averageOrderValueMinor: 7000,
        topPairs: [{ revenueMinor: 7000 }],
      });
    });

    it('even one without orders', async () => {
      expect(await scorecard(sheetsOf(plain), { currencyCode: 'JPY' })).toMatchObject({
        currencyCode: 'JPY',
        orders: 0,
        ordersInOtherCurrencies: 1,
        averageOrderValueMinor: null,
      });
    });

    it('that is most frequent within the period, whatever came before', async () => {
      const before = [1, 2, 3].map(() => anOrderRow({ currencyCode: 'GBP', placedAt: on('2026-10-20') }));
      expect((await scorecard(sheetsOf(...before, plain))).currencyCode).toBe('EUR');
    });
  });

  describe('from list to order line', () => {
    const row = { lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', source: 'CO_PURCHASE', impressions: 10, clicks: 4, basketAdds: 2 } as const;
    const days = [
      aSheet('2026-11-10', {
        orders: [attached],
        activity: [row, { ...row, source: 'PINNED', placement: 'BASKET' }, { ...row, lane: 'PERSONALISATION', placement: 'HOME', source: 'BUY_AGAIN' }],
        lists: [
          { lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', lists: 5 },
          { lane: 'CROSS_SELL', placement: 'BASKET', lists: 3 },
          { lane: 'PERSONALISATION', placement: 'HOME', lists: 100 },
        ],
      }),
      aSheet('2026-11-11', { activity: [row, { ...row, source: 'POPULAR', impressions: 1, clicks: 0, basketAdds: 0 }] }),
    ];

    it('counts what was done with lists of the lane, day by day', async () => {
      expect((await scorecard(days)).funnel).toEqual({ lists: 8, impressions: 31, clicks: 12, basketAdds: 6, orderLines: 2 });
    });

    it('counts the placement asked for only', async () => {
      expect((await scorecard(days, { placement: 'BASKET' })).funnel).toEqual({ lists: 3, impressions: 10, clicks: 4, basketAdds: 2, orderLines: 0 });
    });

    it('says what each source led to, in the order in which slots are filled, and leaves out those without any', async () => {
      expect((await scorecard(days)).bySource).toEqual([
        { source: 'PINNED', impressions: 10, clicks: 4, basketAdds: 2, orderLines: 0, revenueMinor: 0 },
        { source: 'CO_PURCHASE', impressions: 20, clicks: 8, basketAdds: 4, orderLines: 2, revenueMinor: 1000 },
        { source: 'POPULAR', impressions: 1, clicks: 0, basketAdds: 0, orderLines: 0, revenueMinor: 0 },
      ]);
    });

    it('says who filled the slots that were seen', async () => {
      expect((await scorecard(days)).shownBy).toEqual({ human: 10, learned: 20, fallback: 1 });
    });

    it('counts a source that only an order line speaks for', async () => {
      expect((await scorecard(sheetsOf(attached))).bySource).toEqual([
        { source: 'CO_PURCHASE', impressions: 0, clicks: 0, basketAdds: 0, orderLines: 2, revenueMinor: 1000 },
      ]);
    });
  });

  describe('of pairs', () => {
    it('names those of most revenue first, of equal ones the first by ids', async () => {
      const credits = [
        aCredit({ anchorId: 'b', productId: 'y', revenueMinor: 100 }),
        aCredit({ anchorId: 'b', productId: 'x', revenueMinor: 100 }),
        aCredit({ anchorId: 'a', productId: 'z', revenueMinor: 100 }),
        aCredit({ anchorId: 'c', productId: 'z', revenueMinor: 60 }),
        aCredit({ anchorId: 'c', productId: 'z', revenueMinor: 60 }),
      ];
      expect((await scorecard(sheetsOf(anOrderRow({ credits })))).topPairs).toEqual([
        { anchorId: 'c', productId: 'z', orderLines: 2, revenueMinor: 120 },
        { anchorId: 'a', productId: 'z', orderLines: 1, revenueMinor: 100 },
        { anchorId: 'b', productId: 'x', orderLines: 1, revenueMinor: 100 },
        { anchorId: 'b', productId: 'y', orderLines: 1, revenueMinor: 100 },
      ]);
    });

    it('names ten at most, and no line without an anchor', async () => {
      const credits = Array.from({ length: 12 }, (_, index) => aCredit({ productId: `p${String(index)}`, revenueMinor: index }));
      const { topPairs } = await scorecard(sheetsOf(anOrderRow({ credits: [...credits, aCredit({ anchorId: null, revenueMinor: 99 })] })));
      expect(topPairs.map(({ revenueMinor }) => revenueMinor)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    });
  });

  describe('week by week', () => {
    it('begins with the period and then on Mondays, also in weeks without orders', async () => {
      const { byWeek } = await scorecard(sheetsOf(attached));
      // 1 November 2026 is a Sunday.
      expect(byWeek.map(({ from }) => from)).toEqual(['2026-11-01', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'].map((day) => on(day)));
      expect(byWeek.map(({ orders }) => orders)).toEqual([0, 0, 1, 0, 0, 0]);
      expect(byWeek[2]).toEqual({ from: on('2026-11-09'), orders: 1, averageOrderValueMinor: 3000, attachRate: 1, revenueShare: 1 / 3 });
      expect(byWeek[0]).toEqual({ from: on('2026-11-01'), orders: 0, averageOrderValueMinor: null, attachRate: null, revenueShare: null });
    });

    it('keeps Sunday night in the old week and Monday morning in the new one', async () => {
      const orders = [anOrderRow({ placedAt: on('2026-11-08', '23:59:59.999') }), anOrderRow({ placedAt: on('2026-11-09') })];
      expect((await scorecard(sheetsOf(...orders))).byWeek.map(({ orders: count }) => count)).toEqual([0, 1, 1, 0, 0, 0]);
    });

    it('of one day is one week', async () => {
      const { byWeek } = await scorecard(sheetsOf(anOrderRow({ placedAt: on('2026-11-11') })), { period: { from: on('2026-11-11'), until: on('2026-11-12') } });
      expect(byWeek).toMatchObject([{ from: on('2026-11-11'), orders: 1 }]);
    });

    it('of a Monday to a Monday is no week more', async () => {
      const { byWeek } = await scorecard([], { period: { from: on('2026-11-02'), until: on('2026-11-16') } });
      expect(byWeek.map(({ from }) => from)).toEqual([on('2026-11-02'), on('2026-11-09')]);
    });
  });
});
