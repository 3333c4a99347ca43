import { describe, expect, it } from 'vitest';

import type { OrderRow } from '../../../../src/domain/measurement/day-sheet.js';
import { personalisationScorecardFor } from '../../../../src/domain/measurement/scorecards/personalisation-scorecard.js';
import { anOrderRow, aQuestion, heldSheets, on, orderedBy, sheetsOf } from '../../../support/day-sheets.js';

const DAY_MS = 86_400_000;
const FIRST = on('2026-11-10', '12:00:00.000');

const after = (days: number, ms = 0): Date => new Date(FIRST.getTime() + days * DAY_MS + ms);

/** Rate and customers at 30, 60 and 90 days. */
const retentionOf = async (...orders: readonly OrderRow[]) => {
  const { retention } = await personalisationScorecardFor(aQuestion(), heldSheets(sheetsOf(...orders)));
  return retention.map(({ rate, customers }) => [rate, customers]);
};

/** Somebody else's order, so long after that everybody's time is over. */
const MUCH_LATER = anOrderRow({ placedAt: after(200) });

describe('retention', () => {
  it.each([
    ['at the last instant of 30 days', after(30), [1, 1, 1]],
    ['an instant before', after(30, -1), [1, 1, 1]],
    ['an instant after', after(30, 1), [0, 1, 1]],
    ['at the last instant of 60 days', after(60), [0, 1, 1]],
    ['an instant after that', after(60, 1), [0, 0, 1]],
    ['at the last instant of 90 days', after(90), [0, 0, 1]],
    ['an instant too late', after(90, 1), [0, 0, 0]],
  ])('counts a customer who came back %s', async (_, again, rates) => {
    const found = await retentionOf(orderedBy('ann', FIRST), orderedBy('ann', again), MUCH_LATER);
    expect(found).toEqual(rates.map((rate) => [rate, 1]));
  });

  it('takes two orders at one instant for two', async () => {
    expect(await retentionOf(orderedBy('ann', FIRST), orderedBy('ann', FIRST), MUCH_LATER)).toEqual([[1, 1], [1, 1], [1, 1]]);
  });

  it('counts nobody who never came back as retained', async () => {
    expect(await retentionOf(orderedBy('ann', FIRST), orderedBy('bob', FIRST), orderedBy('bob', after(1)), MUCH_LATER)).toEqual([[0.5, 2], [0.5, 2], [0.5, 2]]);
  });

  it.each([
    ['an instant before it is over', after(30, -1), [[null, 0], [null, 0], [null, 0]]],
    ['when it is over', after(30), [[0, 1], [null, 0], [null, 0]]],
    ['when the next is over too', after(60), [[0, 1], [0, 1], [null, 0]]],
    ['when all are over', after(90), [[0, 1], [0, 1], [0, 1]]],
  ])('judges a customer for whom the newest order known lies %s', async (_, newest, found) => {
    expect(await retentionOf(orderedBy('ann', FIRST), anOrderRow({ placedAt: newest }))).toEqual(found);
  });

  it('takes the newest order of anybody, in any currency', async () => {
    expect(await retentionOf(orderedBy('ann', FIRST), anOrderRow({ placedAt: after(90), currencyCode: 'JPY' }))).toEqual([[0, 1], [0, 1], [0, 1]]);
  });

  it('knows that time is over though nobody ordered for long', async () => {
    expect(await retentionOf(orderedBy('ann', FIRST), anOrderRow({ placedAt: after(3_000) }))).toEqual([[0, 1], [0, 1], [0, 1]]);
  });

  it('judges only those whose first order is in the period', async () => {
    const found = await retentionOf(
      orderedBy('early', on('2026-10-31', '23:59:59.999')),
      orderedBy('early', on('2026-11-05')),
      orderedBy('late', on('2026-12-01')),
      orderedBy('late', on('2026-12-02')),
      orderedBy('first', on('2026-11-01')),
      orderedBy('last', on('2026-11-30', '23:59:59.999')),
      MUCH_LATER,
    );
    expect(found).toEqual([[0, 2], [0, 2], [0, 2]]);
  });

  it('takes the first order from long before the period', async () => {
    expect(await retentionOf(orderedBy('ann', on('2015-01-01')), orderedBy('ann', FIRST), orderedBy('ann', after(1)), MUCH_LATER)).toEqual([[null, 0], [null, 0], [null, 0]]);
  });

  it('reads no more than it needs after the period: 90 days, and where those are silent the next order', async () => {
    const orders = [orderedBy('ann', FIRST), orderedBy('ann', after(150)), anOrderRow({ placedAt: after(160) })];
    const silent = heldSheets(sheetsOf(...orders));
    await personalisationScorecardFor(aQuestion(), silent);
    expect(silent.read).toEqual(['2026-11-10', '2027-04-09']);
    const loud = heldSheets(sheetsOf(...orders, anOrderRow({ placedAt: after(100) })));
    await personalisationScorecardFor(aQuestion(), loud);
    expect(loud.read).toEqual(['2026-11-10', '2027-02-18']);
  });
});
