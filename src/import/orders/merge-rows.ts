import type { Order, OrderLine } from '../../domain/facts/order.js';
import type { OrderRow } from './order-row.js';

/** The rows of one order made one order, or the field in which they contradict each other. */
export type MergedRows =
  | { readonly ok: true; readonly order: Order }
  | { readonly ok: false; readonly path: string; readonly values: readonly string[] };

const AGREED = ['customerId', 'sessionId', 'status', 'currencyCode'] as const;

const different = (rows: readonly OrderRow[], field: (typeof AGREED)[number]): readonly string[] => {
  const values = rows.flatMap(({ order }) => order[field] ?? []);
  return [...new Set(values)].sort();
};

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : Number(a > b));

/** A fixed sequence, so that a file whose rows were shuffled says the same. */
const byContents = (a: OrderLine, b: OrderLine): number =>
  compare(a.productId, b.productId) ||
  compare(a.unitPriceMinor, b.unitPriceMinor) ||
  compare(a.quantity, b.quantity) ||
  compare(a.recommendationId ?? '', b.recommendationId ?? '');

const times = (rows: readonly OrderRow[]): Pick<Order, 'placedAt' | 'updatedAt'> => {
  const placed = rows.map(({ order }) => order.placedAt.getTime()).reduce((a, b) => Math.min(a, b));
  const updated = rows.map(({ order }) => order.updatedAt.getTime()).reduce((a, b) => Math.max(a, b));
  return { placedAt: new Date(placed), updatedAt: new Date(updated) };
};

/**
 * Makes one order of its rows, the same whatever sequence they come in: placed at the earliest time, changed at the latest, lines in a
 * fixed sequence. A customer or session that only some rows name counts for all; two different ones are a contradiction.
 * A product that comes twice stays two lines.
 */
export const mergeRows = (rows: readonly OrderRow[]): MergedRows => {
  const [first] = rows;
  if (first === undefined) throw new Error('an order has at least one row');
  for (const path of AGREED) {
    const values = different(rows, path);
    if (values.length > 1) return { ok: false, path, values };
  }
  const [customerId = null] = different(rows, 'customerId');
  const [sessionId = null] = different(rows, 'sessionId');
  const lines = rows.flatMap(({ order }) => order.lines).sort(byContents);
  return { ok: true, order: { ...first.order, customerId, sessionId, ...times(rows), lines } };
};
