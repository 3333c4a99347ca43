import type { OrderRow } from './order-row.js';
import { MOST_FILE_LINES } from './read-order.js';

/** The rows of one version of one order. */
export interface OrderGroup {
  readonly orderId: string;
  readonly rows: readonly OrderRow[];
}

const keyOf = ({ versioned, order }: OrderRow): string =>
  versioned ? JSON.stringify([order.id, order.updatedAt.getTime()]) : order.id;

/** Gathers rows into orders. Rows of an order with more lines than the limit are handed to `overflow` and not held. */
export const groupRows = (rows: Iterable<OrderRow>, overflow: (row: OrderRow) => void): readonly OrderGroup[] => {
  const groups = new Map<string, OrderRow[] | null>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else if (group === null) overflow(row);
    else if (group.length < MOST_FILE_LINES) group.push(row);
    else {
      groups.set(key, null);
      for (const held of [...group, row]) overflow(held);
    }
  }
  return [...groups.values()].flatMap((held) => {
    const [first] = held ?? [];
    return held === null || first === undefined ? [] : [{ orderId: first.order.id, rows: held }];
  });
};
