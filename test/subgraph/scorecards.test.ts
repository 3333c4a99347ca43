import { describe, expect, it, vi } from 'vitest';

import { ANONYMOUS, type Scope } from '../../src/domain/privacy/caller.js';
import type { DaySheet, OrderRow } from '../../src/domain/measurement/day-sheet.js';
import { readingReports } from '../../src/resolvers/reports-access.js';
import { askScorecard } from '../../src/resolvers/ask-scorecard.js';
import { scorecardsFrom } from '../../src/server/scorecards.js';
import type { Stores } from '../../src/stores/open.js';
import { NOW } from '../support/builders.js';
import { tokenOf, useSubgraph } from '../support/subgraph.js';

const ANALYST = await tokenOf('ivy', 'reports:read');
const NOVEMBER = { from: '2026-11-01T00:00:00Z', until: '2026-11-21T00:00:00Z' };

const UPLIFT = '{ treatment holdout difference low high treatmentSize holdoutSize method }';
const SHARED = `measuredAt currencyCode orders ordersInOtherCurrencies revenueShare upliftShortfall
  funnel { lists impressions clicks basketAdds orderLines } shownBy { human learned fallback }
  bySource { source impressions clicks basketAdds orderLines revenue { amount currencyCode } }`;
const CROSS_SELL = `query ($period: PeriodInput!, $placement: CrossSellPlacement, $currencyCode: String) {
  card: crossSellScorecard(period: $period, placement: $placement, currencyCode: $currencyCode) {
    ${SHARED}
    averageOrderValue { amount currencyCode } averageOrderValueWithCrossSell { amount } averageOrderValueWithout { amount }
    attachRate unitsPerOrder uplift ${UPLIFT} upliftPerVisit ${UPLIFT}
    topPairs { anchor { id } product { id } orderLines revenue { amount currencyCode } }
    byWeek { from orders averageOrderValue { amount } attachRate revenueShare }
  }
}`;
const PERSONALISATION = `query ($period: PeriodInput!, $surface: PersonalSurface, $currencyCode: String) {
  card: personalisationScorecard(period: $period, surface: $surface, currencyCode: $currencyCode) {
    ${SHARED}
    customers repeatPurchaseRate lifetimeValue { amount currencyCode } retention { days rate customers }
    repeatPurchaseUplift ${UPLIFT} lifetimeValueUplift ${UPLIFT}
    byWeek { from customers returningShare revenueShare }
  }
}`;
const BOTH = [['cross-selling', CROSS_SELL], ['personalisation', PERSONALISATION]] as const;

const DAY = '2026-11-10';
const at = new Date(`${DAY}T08:00:00Z`);

/** The n-th order of the day: every fourth visit and customer is held out, and every second of the others came by way of a list. */
const orderRow = (n: number, currencyCode: string): OrderRow => {
  const arm = n % 4 === 0 ? 'HOLDOUT' : 'TREATMENT';
  const credit = { lane: 'CROSS_SELL', placement: 'BASKET', source: 'CO_PURCHASE', anchorId: 'a', productId: 'b', units: 1, revenueMinor: 150 } as const;
  return {
    customer: 1_000 + n,
    visit: 9_000 + n,
    placedAt: new Date(at.getTime() + n * 1_000),
    currencyCode,
    revenueMinor: 1_000 + 10 * (n % 40) + (arm === 'HOLDOUT' ? 0 : 200),
    units: 2,
    crossSell: { arm, at },
    personalisation: { arm, at },
    credits: arm === 'TREATMENT' && n % 2 === 1 ? [credit] : [],
  };
};

const sheetOf = (currencyCode: string): DaySheet => ({
  day: DAY,
  orders: Array.from({ length: 600 }, (_, n) => orderRow(n, currencyCode)),
  activity: [{ lane: 'CROSS_SELL', placement: 'BASKET', source: 'CO_PURCHASE', impressions: 900, clicks: 310, basketAdds: 305 }],
  lists: [{ lane: 'CROSS_SELL', placement: 'BASKET', lists: 450 }],
  exposed: (['CROSS_SELL', 'PERSONALISATION'] as const).flatMap((lane) => [
    { lane, arm: 'TREATMENT' as const, units: 900 },
    { lane, arm: 'HOLDOUT' as const, units: 300 },
  ]),
});

const measured = (currencyCode: string) => async ({ sheets }: Stores) => {
  await sheets.put(sheetOf(currencyCode), { changes: 1, touches: 1, windowDays: 7 }, NOW);
  await sheets.noteMeasured(NOW);
};

describe('a scorecard before anything was rolled up', () => {
  const subgraph = useSubgraph(() => Promise.resolve());

  it.each(BOTH)('is empty and no error: %s', async (_, query) => {
    const { data, errors, headers } = await subgraph().ask(query, { period: NOVEMBER }, ANALYST);
    expect(errors).toBeUndefined();
    expect(data.card).toMatchObject({
      ...{ measuredAt: null, currencyCode: null, orders: 0, ordersInOtherCurrencies: 0, revenueShare: null, bySource: [] },
      funnel: { lists: 0, impressions: 0, clicks: 0, basketAdds: 0, orderLines: 0 },
      shownBy: { human: 0, learned: 0, fallback: 0 },
      upliftShortfall: expect.stringMatching(/^There are no completed orders (of known customers )?in this period$/),
    });
    expect(headers['cache-control']).toBe('private, no-store');
  });
});

describe('a scorecard', () => {
  const subgraph = useSubgraph(measured('GBP'));
  const cardOf = async (query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await subgraph().ask(query, { period: NOVEMBER, ...variables }, ANALYST);
    expect(errors).toBeUndefined();
    return data.card;
  };

  it('of cross-selling says what was sold, exactly, and what it was sold with', async () => {
    const revenue = sheetOf('GBP').orders.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0);
    expect(await cardOf(CROSS_SELL)).toMatchObject({
      ...{ measuredAt: NOW.toISOString(), currencyCode: 'GBP', orders: 600, attachRate: 0.5, unitsPerOrder: 2 },
      averageOrderValue: { amount: (Math.round(revenue / 600) / 100).toFixed(2), currencyCode: 'GBP' },
      funnel: { lists: 450, impressions: 900, clicks: 310, basketAdds: 305, orderLines: 300 },
      bySource: [{ source: 'CO_PURCHASE', impressions: 900, clicks: 310, basketAdds: 305, orderLines: 300, revenue: { amount: '450.00', currencyCode: 'GBP' } }],
      shownBy: { human: 0, learned: 900, fallback: 0 },
      topPairs: [{ anchor: { id: 'a' }, product: { id: 'b' }, orderLines: 300, revenue: { amount: '450.00', currencyCode: 'GBP' } }],
      byWeek: [{ from: '2026-11-01T00:00:00.000Z' }, { from: '2026-11-02T00:00:00.000Z' }, { from: '2026-11-09T00:00:00.000Z', orders: 600 }, { from: '2026-11-16T00:00:00.000Z', orders: 0 }],
    });
  });

  it('tells effects in units of the currency, with their interval and both sizes', async () => {
    const { uplift, upliftPerVisit, upliftShortfall } = await cardOf(CROSS_SELL);
    expect([uplift.treatmentSize, uplift.holdoutSize, upliftPerVisit.treatmentSize, upliftPerVisit.holdoutSize]).toEqual([450, 150, 900, 300]);
    expect(uplift.treatment).toBeGreaterThan(10);
    expect(uplift.treatment).toBeLessThan(20);
    for (const { treatment, holdout, difference, low, high, method } of [uplift, upliftPerVisit]) {
      expect(difference).toBeCloseTo(treatment - holdout, 9);
      expect([low < difference, difference < high, method.length > 20]).toEqual([true, true, true]);
    }
    expect(upliftShortfall).toBeNull();
  });

  it('of personalisation says who came back and what they are worth; shares stay shares', async () => {
    const card = await cardOf(PERSONALISATION);
    expect(card).toMatchObject({
      ...{ currencyCode: 'GBP', customers: 600, orders: 600, repeatPurchaseRate: 0, lifetimeValue: { currencyCode: 'GBP' }, repeatPurchaseUplift: null },
      retention: [{ days: 30, rate: null, customers: 0 }, { days: 60, rate: null, customers: 0 }, { days: 90, rate: null, customers: 0 }],
      lifetimeValueUplift: { treatmentSize: 900, holdoutSize: 300 },
      upliftShortfall: 'Nobody in either arm ordered twice in the period',
    });
    expect(card.lifetimeValueUplift.treatment).toBeLessThan(20);
  });

  it('of one placement or surface counts its lists only, and has no uplift', async () => {
    expect(await cardOf(CROSS_SELL, { placement: 'BASKET' })).toMatchObject({ attachRate: 0.5, uplift: null, upliftPerVisit: null });
    expect(await cardOf(CROSS_SELL, { placement: 'CHECKOUT' })).toMatchObject({
      ...{ orders: 600, attachRate: 0, bySource: [], topPairs: [] },
      upliftShortfall: "The holdout is the lane's: there is no uplift for one placement",
    });
    expect(await cardOf(PERSONALISATION, { surface: 'HOME' })).toMatchObject({ repeatPurchaseUplift: null, lifetimeValueUplift: null, upliftShortfall: expect.stringMatching(/one surface$/) });
  });

  it.each(BOTH)('of a currency that nobody ordered in has none of its orders: %s', async (_, query) => {
    expect(await cardOf(query, { currencyCode: 'EUR' })).toMatchObject({ currencyCode: 'EUR', orders: 0, ordersInOtherCurrencies: 600 });
  });

  it('is one of at most four in a request, whatever they are called', async () => {
    const period = `period: { from: "${NOVEMBER.from}", until: "${NOVEMBER.until}" }`;
    const asking = (count: number) => `{ ${Array.from({ length: count }, (_, n) => `c${String(n)}: crossSellScorecard(${period}) { orders }`).join(' ')} }`;
    expect((await subgraph().ask(asking(4), {}, ANALYST)).errors).toBeUndefined();
    const { data, errors } = await subgraph().ask(asking(6), {}, ANALYST);
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['LIMIT_EXCEEDED', 'LIMIT_EXCEEDED']);
    expect(Object.values(data).filter((card) => card !== null)).toHaveLength(4);
  });

  it.each(BOTH)('names the argument that cannot be taken: %s', async (_, query) => {
    const refusals = [
      [{ period: { ...NOVEMBER, from: '2026-11-01T01:00:00Z' } }, /^period\.from must be 00:00 UTC of a day, got /],
      [{ period: { ...NOVEMBER, until: NOVEMBER.from } }, /^period\.until must be a later day than from/],
      [{ period: { ...NOVEMBER, from: '2001-01-01T00:00:00Z' } }, /^period\.until must be at most 3,660 days after from/],
      [{ currencyCode: 'gbp' }, /^currencyCode must be an ISO 4217 code like EUR, got "gbp"$/],
    ] as const;
    for (const [variables, message] of refusals) {
      const { data, errors, headers } = await subgraph().ask(query, { period: NOVEMBER, ...variables }, ANALYST);
      expect([data, errors?.map(({ extensions }) => extensions?.['code'])]).toEqual([{ card: null }, ['BAD_USER_INPUT']]);
      expect(errors?.[0]?.message).toMatch(message);
      expect(headers['cache-control']).toBe('private, no-store');
    }
  });
});

describe('a scorecard of a currency without decimals', () => {
  const subgraph = useSubgraph(measured('JPY'));

  it('has amounts and effects in whole units of it', async () => {
    const { data } = await subgraph().ask(CROSS_SELL, { period: NOVEMBER }, ANALYST);
    expect(data.card.averageOrderValue).toEqual({ amount: expect.stringMatching(/^\d{4}$/), currencyCode: 'JPY' });
    expect(data.card.uplift.treatment).toBeGreaterThan(1_000);
  });
});

describe('time for a scorecard', () => {
  const access = (...scopes: readonly Scope[]) => ({
    caller: { ...ANONYMOUS, scopes: new Set(scopes) },
    cachePolicy: { allowPublic: vi.fn(), forbid: vi.fn(), header: () => '' },
    extendDeadline: vi.fn(),
  });

  it('is more than a shopper has, for who may wait for it', () => {
    const analyst = access('reports:read');
    readingReports(analyst);
    expect([analyst.extendDeadline.mock.calls, analyst.cachePolicy.forbid.mock.calls.length]).toEqual([[[15_000]], 1]);
    const other = access('merchandising:write', 'privacy:write');
    expect(() => readingReports(other)).toThrow('Only with the scope reports:read');
    expect([other.extendDeadline.mock.calls, other.cachePolicy.forbid.mock.calls.length]).toEqual([[], 1]);
  });

  it('ends with the request: no further sheet is read for an answer that nobody waits for', async () => {
    let read = 0;
    const over = new AbortController();
    const source = {
      measuredAt: () => Promise.resolve(NOW),
      async *sheets() {
        for (; read < 5; read++) {
          if (read === 2) over.abort();
          yield await Promise.resolve(sheetOf('GBP'));
        }
      },
    };
    const question = { period: { from: new Date(NOVEMBER.from), until: new Date(NOVEMBER.until) }, placement: null, currencyCode: null };
    const context = { scorecards: () => scorecardsFrom(source), signal: over.signal };
    const asking = askScorecard(context, async (from, signal) => from.crossSell(question, signal));
    await expect(asking).rejects.toMatchObject({ extensions: { code: 'DEADLINE_EXCEEDED' } });
    expect(read).toBe(2);
  });
});
