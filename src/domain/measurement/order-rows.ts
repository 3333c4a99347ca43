import type { Order } from '../facts/order.js';
import { fingerprint } from '../learning/fingerprint.js';
import type { Credit } from './credit.js';
import type { ArmAt, CreditRow, OrderRow } from './day-sheet.js';
import { dayOf } from './day.js';
import type { Exposure } from './exposure.js';
import { inOrderOfContents } from './row-order.js';

/** Since when units take part in a comparison: visits by session id, customers by customer id. */
export interface Parts {
  readonly visitExposures: ReadonlyMap<string, Exposure>;
  readonly customerExposures: ReadonlyMap<string, Exposure>;
}

const partAt = (exposures: ReadonlyMap<string, Exposure>, unitId: string | null, placedAt: Date): ArmAt | null => {
  const exposure = unitId === null ? undefined : exposures.get(unitId);
  return exposure === undefined || exposure.at > placedAt ? null : { arm: exposure.arm, at: exposure.at };
};

const creditRowsOf = ({ lines }: Order, credits: readonly (Credit | null)[]): readonly CreditRow[] =>
  inOrderOfContents(
    lines.flatMap(({ productId, quantity, unitPriceMinor }, at) => {
      const credit = credits[at] ?? null;
      return credit === null ? [] : [{ ...credit, productId, units: quantity, revenueMinor: quantity * unitPriceMinor }];
    }),
  );

/** An order as its day's sheet has it: what was bought and credited, and numbers in place of ids. */
export const orderRowOf = (order: Order, credits: readonly (Credit | null)[], parts: Parts): OrderRow => {
  const { customerId, sessionId, placedAt, currencyCode, lines } = order;
  return {
    customer: customerId === null ? null : fingerprint(`customer ${customerId}`),
    visit: sessionId === null ? null : fingerprint(`visit ${sessionId}`),
    placedAt,
    currencyCode,
    revenueMinor: lines.reduce((sum, { quantity, unitPriceMinor }) => sum + quantity * unitPriceMinor, 0),
    units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    crossSell: partAt(parts.visitExposures, sessionId, placedAt),
    personalisation: partAt(parts.customerExposures, customerId, placedAt),
    credits: creditRowsOf(order, credits),
  };
};

/** Rows by time, customer and visit (those without one first), then by the rest. */
export const inRowOrder = (rows: readonly OrderRow[]): readonly OrderRow[] =>
  inOrderOfContents(
    rows,
    ({ placedAt }) => placedAt.getTime(),
    ({ customer }) => customer ?? -1,
    ({ visit }) => visit ?? -1,
  );

/** The orders that stand on a day, by the latest word on each: facts may come again, and out of turn. */
export const standingOn = (day: string, orders: Iterable<Order>): readonly Order[] => {
  const latest = new Map<string, Order>();
  for (const order of orders) {
    const known = latest.get(order.id);
    if (known === undefined || order.updatedAt > known.updatedAt) latest.set(order.id, order);
  }
  return [...latest.values()].filter(({ status, placedAt }) => status === 'COMPLETED' && dayOf(placedAt) === day);
};
