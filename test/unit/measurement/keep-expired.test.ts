import { describe, expect, it } from 'vitest';

import type { ActivityRow, CreditRow, DaySheet, OrderRow } from '../../../src/domain/measurement/day-sheet.js';
import { keepExpired } from '../../../src/domain/measurement/keep-expired.js';

const at = (day: number, hour = 12): Date => new Date(Date.UTC(2026, 9, day, hour));

const credit = (productId: string): CreditRow => ({
  lane: 'CROSS_SELL',
  placement: 'BASKET',
  source: 'RULE',
  anchorId: 'lamp',
  productId,
  units: 1,
  revenueMinor: 100,
});

const row = (changes: Partial<OrderRow> = {}): OrderRow => ({
  customer: 1,
  visit: 2,
  placedAt: at(10),
  currencyCode: 'GBP',
  revenueMinor: 100,
  units: 1,
  crossSell: null,
  personalisation: null,
  credits: [],
  ...changes,
});

const activity = (changes: Partial<ActivityRow> = {}): ActivityRow => ({
  lane: 'CROSS_SELL',
  placement: 'BASKET',
  source: 'RULE',
  impressions: 0,
  clicks: 0,
  basketAdds: 0,
  ...changes,
});

const sheet = (changes: Partial<DaySheet> = {}): DaySheet => ({ day: '2026-10-10', orders: [], activity: [], lists: [], exposed: [], ...changes });

const windowDays = 7;
const gone = { before: at(20), windowDays };

describe('a sheet made again after facts behind it have expired', () => {
  it('keeps of each count the larger', () => {
    const former = sheet({
      activity: [activity({ impressions: 9, clicks: 1 }), activity({ source: 'POPULAR', clicks: 3 })],
      lists: [{ lane: 'CROSS_SELL', placement: 'BASKET', lists: 4 }],
      exposed: [{ lane: 'CROSS_SELL', arm: 'HOLDOUT', units: 2 }],
    });
    const made = sheet({
      activity: [activity({ impressions: 2, clicks: 5 }), activity({ source: 'CO_PURCHASE', basketAdds: 1 })],
      lists: [{ lane: 'CROSS_SELL', placement: 'BASKET', lists: 5 }],
    });
    expect(keepExpired(former, made, gone)).toEqual({
      ...made,
      activity: [activity({ source: 'CO_PURCHASE', basketAdds: 1 }), activity({ source: 'POPULAR', clicks: 3 }), activity({ impressions: 9, clicks: 5 })],
      lists: [{ lane: 'CROSS_SELL', placement: 'BASKET', lists: 5 }],
      exposed: [{ lane: 'CROSS_SELL', arm: 'HOLDOUT', units: 2 }],
    });
  });

  it('takes the counts of a day from the facts where none of that day can have expired', () => {
    const former = sheet({ activity: [activity({ impressions: 9 })], exposed: [{ lane: 'CROSS_SELL', arm: 'HOLDOUT', units: 2 }] });
    const made = sheet({ activity: [activity({ impressions: 8 })] });
    expect(keepExpired(former, made, { before: at(10, 0), windowDays })).toEqual(made);
  });

  it.each<[string, Date, readonly string[]]>([
    ['keeps an order’s credits where touches before it may be gone', at(3, 13), ['bulb']],
    ['takes an order’s credits from the facts where none of its window can be', at(3), []],
  ])('%s', (_name, before, kept) => {
    const former = sheet({ orders: [row({ credits: [credit('bulb')] })] });
    const [order] = keepExpired(former, sheet({ orders: [row()] }), { before, windowDays }).orders;
    expect(order?.credits.map(({ productId }) => productId)).toEqual(kept);
  });

  it('takes the credits of the facts where there are as many', () => {
    const former = sheet({ orders: [row({ credits: [credit('bulb')] })] });
    const made = sheet({ orders: [row({ credits: [credit('shade')] })] });
    expect(keepExpired(former, made, gone)).toEqual(made);
  });

  it('knows nothing of orders that are gone, new or other than they were', () => {
    const former = sheet({ orders: [row({ customer: 7, credits: [credit('bulb')] }), row({ credits: [credit('bulb')] })] });
    const made = sheet({ orders: [row({ revenueMinor: 90 }), row({ customer: 9 })] });
    expect(keepExpired(former, made, gone)).toEqual(made);
  });

  it('gives each of several orders that are alike the credits of one', () => {
    const former = sheet({ orders: [row({ credits: [credit('bulb'), credit('shade')] }), row({ credits: [credit('bulb')] })] });
    const made = sheet({ orders: [row(), row(), row()] });
    expect(keepExpired(former, made, gone).orders.map(({ credits }) => credits.length)).toEqual([2, 1, 0]);
  });

  it('keeps an order’s part in a comparison that began before facts expired, and no other', () => {
    const [early, late] = [
      { arm: 'HOLDOUT' as const, at: at(1) },
      { arm: 'HOLDOUT' as const, at: at(9) },
    ];
    const known = { arm: 'TREATMENT' as const, at: at(8) };
    const expired = { before: at(5), windowDays };
    const keptOf = (former: Partial<OrderRow>, made: Partial<OrderRow> = {}) => keepExpired(sheet({ orders: [row(former)] }), sheet({ orders: [row(made)] }), expired).orders[0];
    expect(keptOf({ crossSell: early })?.crossSell).toEqual(early);
    expect(keptOf({ personalisation: early })?.personalisation).toEqual(early);
    expect(keptOf({ crossSell: late })?.crossSell).toBeNull();
    expect(keptOf({ crossSell: early }, { crossSell: known })?.crossSell).toEqual(known);
  });
});
