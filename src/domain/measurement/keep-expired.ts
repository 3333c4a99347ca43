import { DAY_MS } from '../learning/decay.js';
import type { ArmAt, DaySheet, OrderRow } from './day-sheet.js';
import { startOf } from './day.js';
import { inOrderOfContents } from './row-order.js';

/** How far back facts have expired. */
export interface Expired {
  /** Interactions, served lists and parts in comparisons from before this instant may be gone. */
  readonly before: Date;
  readonly windowDays: number;
}

/** The same order, as far as a sheet can tell. */
const keyOf = ({ customer, visit, placedAt, currencyCode, revenueMinor, units }: OrderRow): string =>
  JSON.stringify([customer, visit, placedAt, currencyCode, revenueMinor, units]);

/** Hands out the former rows of each order, one for one where several are alike. */
const formerRows = (rows: readonly OrderRow[]): ((row: OrderRow) => OrderRow | undefined) => {
  const former = new Map<string, OrderRow[]>();
  for (const row of rows.toReversed()) former.set(keyOf(row), [...(former.get(keyOf(row)) ?? []), row]);
  return (row) => former.get(keyOf(row))?.pop();
};

const keptPart = (former: ArmAt | null, made: ArmAt | null, before: Date): ArmAt | null =>
  made === null && former !== null && former.at < before ? former : made;

const keptRow = (former: OrderRow | undefined, made: OrderRow, { before, windowDays }: Expired): OrderRow => {
  if (former === undefined) return made;
  const touchesGone = made.placedAt.getTime() - windowDays * DAY_MS < before.getTime();
  return {
    ...made,
    crossSell: keptPart(former.crossSell, made.crossSell, before),
    personalisation: keptPart(former.personalisation, made.personalisation, before),
    credits: touchesGone && former.credits.length > made.credits.length ? former.credits : made.credits,
  };
};

/** The rows of both, each count the larger of the two. */
const largest = <R extends object, K extends keyof R>(former: readonly R[], made: readonly R[], names: readonly (keyof R)[], counts: readonly K[]): readonly R[] => {
  const rows = new Map<string, R>();
  const nameOf = (row: R): string => JSON.stringify(names.map((name) => row[name]));
  for (const row of [...former, ...made]) {
    const other = rows.get(nameOf(row)) ?? row;
    const larger = counts.map((count) => [count, row[count] > other[count] ? row[count] : other[count]]);
    rows.set(nameOf(row), { ...row, ...Object.fromEntries(larger) });
  }
  return inOrderOfContents([...rows.values()]);
};

/**
 * A sheet that is made again after facts behind it have expired loses nothing that it said before. Counts only rise until facts expire, so of
 * a day before that instant the larger count is the truer one; an order that is still the same keeps the credits that it had if fewer can be
 * found now, and its part in a comparison. Orders themselves never expire: those that are gone or changed are taken from the facts.
 */
export const keepExpired = (former: DaySheet, made: DaySheet, expired: Expired): DaySheet => {
  const formerOf = formerRows(former.orders);
  const orders = made.orders.map((row) => keptRow(formerOf(row), row, expired));
  if (startOf(made.day) >= expired.before) return { ...made, orders };
  return {
    day: made.day,
    orders,
    activity: largest(former.activity, made.activity, ['lane', 'placement', 'source'], ['impressions', 'clicks', 'basketAdds']),
    lists: largest(former.lists, made.lists, ['lane', 'placement'], ['lists']),
    exposed: largest(former.exposed, made.exposed, ['lane', 'arm'], ['units']),
  };
};
