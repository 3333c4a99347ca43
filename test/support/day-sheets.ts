import { fingerprint } from '../../src/domain/learning/fingerprint.js';
import type { MeasurementArm } from '../../src/domain/measurement/arm.js';
import type { CreditRow, DaySheet, OrderRow } from '../../src/domain/measurement/day-sheet.js';
import { dayOf } from '../../src/domain/measurement/day.js';
import type { DaySheets } from '../../src/domain/measurement/measured-facts.js';
import type { ScorecardQuestion } from '../../src/domain/measurement/scorecard.js';
import type { Lane } from '../../src/domain/merchandising/rule.js';

/** When the sheets of tests were made. */
export const MEASURED_AT = new Date('2026-12-01T04:00:00.000Z');

/** 00:00 UTC of a day, or an instant of it. */
export const on = (day: string, time = '00:00:00.000'): Date => new Date(`${day}T${time}Z`);

/** The number that stands for a customer or visit of this name. */
export const numberOf = (name: string): number => fingerprint(name);

/** An order of a guest, 10.00, one unit, at noon of 10 November 2026, led to by nothing. */
export const anOrderRow = (changes: Partial<OrderRow> = {}): OrderRow => ({
  customer: null,
  visit: null,
  placedAt: on('2026-11-10', '12:00:00.000'),
  currencyCode: 'EUR',
  revenueMinor: 1000,
  units: 1,
  crossSell: null,
  personalisation: null,
  credits: [],
  ...changes,
});

/** A known customer's order of a time. */
export const orderedBy = (name: string, placedAt: Date, changes: Partial<OrderRow> = {}): OrderRow =>
  anOrderRow({ customer: numberOf(name), placedAt, ...changes });

/** A line of 4.00 that a list of complements led to. */
export const aCredit = (changes: Partial<CreditRow> = {}): CreditRow => ({
  lane: 'CROSS_SELL',
  placement: 'PRODUCT_PAGE',
  source: 'CO_PURCHASE',
  anchorId: 'pan',
  productId: 'lid',
  units: 1,
  revenueMinor: 400,
  ...changes,
});

/** A line of 4.00 that picks led to. */
export const aPickCredit = (changes: Partial<CreditRow> = {}): CreditRow =>
  aCredit({ lane: 'PERSONALISATION', placement: 'HOME', source: 'BUY_AGAIN', anchorId: null, ...changes });

/** A day on which nothing happened but what is given. */
export const aSheet = (day: string, changes: Partial<DaySheet> = {}): DaySheet => ({
  day,
  orders: [],
  activity: [],
  lists: [],
  exposed: [],
  ...changes,
});

/** The sheets of these orders: one for each day on which there was one. */
export const sheetsOf = (...orders: readonly OrderRow[]): readonly DaySheet[] =>
  [...new Set(orders.map(({ placedAt }) => dayOf(placedAt)))]
    .sort()
    .map((day) => aSheet(day, { orders: orders.filter(({ placedAt }) => dayOf(placedAt) === day) }));

/** A day on which so many units came into both arms. */
export const anExposedDay = (day: string, lane: Lane, units: Readonly<Record<MeasurementArm, number>>): DaySheet =>
  aSheet(day, { exposed: (['HOLDOUT', 'TREATMENT'] as const).map((arm) => ({ lane, arm, units: units[arm] })) });

/** Sheets as a scorecard reads them, in the order given; each `read` of days is noted. */
export const heldSheets = (
  sheets: readonly DaySheet[],
): Pick<DaySheets, 'sheets' | 'measuredAt'> & { readonly read: string[] } => {
  const read: string[] = [];
  return {
    read,
    measuredAt: () => Promise.resolve(sheets.length === 0 ? null : MEASURED_AT),
    async *sheets(from, until) {
      for (const sheet of sheets) {
        if ((from !== null && sheet.day < from) || sheet.day >= until) continue;
        read.push(sheet.day);
        yield await Promise.resolve(sheet);
      }
    },
  };
};

/** November 2026, all placements, in the currency of most orders. */
export const aQuestion = (changes: Partial<ScorecardQuestion> = {}): ScorecardQuestion => ({
  period: { from: on('2026-11-01'), until: on('2026-12-01') },
  placement: null,
  currencyCode: null,
  ...changes,
});
