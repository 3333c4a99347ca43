import type { ArmAt, CreditRow, DaySheet } from '../../src/domain/measurement/day-sheet.js';
import type { Exposure } from '../../src/domain/measurement/exposure.js';
import { distinctInteractions, naiveCredits, partAt, partIn, revenueOf, sourceIn, standingOrders, type ShopLog, wasShownBy } from './naive-attribution.js';

const DAY = 86_400_000;

const dayOf = (at: Date): string => new Date(Math.floor(at.getTime() / DAY) * DAY).toISOString().slice(0, 10);

/** Things in an order that depends on their contents only, each with how often it is there. */
const counted = (things: readonly unknown[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const thing of things) counts[JSON.stringify(thing)] = (counts[JSON.stringify(thing)] ?? 0) + 1;
  return counts;
};

const armAt = (part: Exposure | ArmAt | null) => (part === null ? null : [part.arm, part.at]);

const creditCounts = (credits: readonly CreditRow[]) =>
  Object.entries(counted(credits.map(({ lane, placement, source, anchorId, productId, units, revenueMinor }) => [lane, placement, source, anchorId, productId, units, revenueMinor]))).toSorted();

const ordersOn = (log: ShopLog, day: string, windowDays: number) =>
  standingOrders(log)
    .filter(({ placedAt }) => dayOf(placedAt) === day)
    .map((order) => [
      ...[order.placedAt, order.currencyCode, revenueOf(order), order.lines.reduce((sum, { quantity }) => sum + quantity, 0)],
      ...[order.customerId === null, order.sessionId === null],
      armAt(partAt(log, 'CROSS_SELL', order.sessionId, order.placedAt)),
      armAt(partAt(log, 'PERSONALISATION', order.customerId, order.placedAt)),
      creditCounts(naiveCredits(log, order, windowDays).map(({ revenue, ...credit }) => ({ ...credit, revenueMinor: revenue }))),
    ]);

const actsOn = (log: ShopLog, day: string) =>
  distinctInteractions(log).flatMap((act) => {
    const source = sourceIn(log, act.recommendationId, act.productId, act.customerId);
    const page = log.pages.find(({ recommendationId }) => recommendationId === act.recommendationId);
    const counts = ['IMPRESSION', 'CLICK', 'ADD_TO_BASKET'].includes(act.kind);
    return source === null || page === undefined || !counts || !wasShownBy(log, act.recommendationId, act.productId, act.at) || dayOf(act.at) !== day ? [] : [{ act, source, page }];
  });

const exposedOn = ({ exposures, ...log }: ShopLog, day: string) =>
  exposures
    .filter((exposure) => partIn({ ...log, exposures }, exposure.lane, exposure.unitId) === exposure && dayOf(exposure.at) === day)
    .map(({ lane, arm }) => [lane, arm]);

/** What a day's sheet must say, straight from the facts and without the numbers that stand for customers and visits. */
export const naiveSheet = (log: ShopLog, day: string, windowDays: number) => {
  const acts = actsOn(log, day);
  const lists = new Set(acts.map(({ act, page }) => JSON.stringify([page.lane, page.placement, act.recommendationId, act.sessionId ?? act.customerId])));
  return {
    orders: counted(ordersOn(log, day, windowDays)),
    activity: counted(acts.map(({ act, page, source }) => [page.lane, page.placement, source, act.kind])),
    lists: counted([...lists].map((list) => (JSON.parse(list) as readonly string[]).slice(0, 2))),
    exposed: counted(exposedOn(log, day)),
  };
};

const times = (thing: unknown, count: number): readonly unknown[] => Array.from({ length: count }, () => thing);

/** A sheet in the same form. */
export const comparableSheet = ({ orders, activity, lists, exposed }: DaySheet) => ({
  orders: counted(
    orders.map(({ placedAt, currencyCode, revenueMinor, units, customer, visit, crossSell, personalisation, credits }) => [
      ...[placedAt, currencyCode, revenueMinor, units, customer === null, visit === null],
      ...[armAt(crossSell), armAt(personalisation), creditCounts(credits)],
    ]),
  ),
  activity: counted(
    activity.flatMap(({ lane, placement, source, impressions, clicks, basketAdds }) => [
      ...times([lane, placement, source, 'IMPRESSION'], impressions),
      ...times([lane, placement, source, 'CLICK'], clicks),
      ...times([lane, placement, source, 'ADD_TO_BASKET'], basketAdds),
    ]),
  ),
  lists: counted(lists.flatMap(({ lane, placement, lists: count }) => times([lane, placement], count))),
  exposed: counted(exposed.flatMap(({ lane, arm, units }) => times([lane, arm], units))),
});
