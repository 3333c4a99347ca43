import type { Order, OrderLine, OrderStatus } from '../../domain/facts/order.js';

/** A row of a file that holds one order line: a valid order of one line. */
export interface OrderRow {
  /** Line of the file. */
  readonly line: number;
  /** Whether the file says when the order last changed; rows that differ in it are versions of the order, not parts of one. */
  readonly versioned: boolean;
  readonly order: Order;
  /** The product's title as the row gives it. */
  readonly title: string | null;
}

/** An order that is ready to be written. */
export interface ReadyOrder {
  /** Lines of the file that it came from. */
  readonly lines: readonly number[];
  readonly order: Order;
  /** Product titles as the file gives them. */
  readonly titles: readonly (readonly [productId: string, title: string])[];
}

type Packed = readonly [
  line: number,
  versioned: 0 | 1,
  id: string,
  customerId: string | null,
  sessionId: string | null,
  placedAt: number,
  updatedAt: number,
  status: OrderStatus,
  currencyCode: string,
  orderLine: OrderLine,
  title: string | null,
];

/** A row as one line of text, for waiting on disk. */
export const packRow = ({ line, versioned, order, title }: OrderRow): string => {
  const { id, customerId, sessionId, placedAt, updatedAt, status, currencyCode } = order;
  const [orderLine] = order.lines;
  if (orderLine === undefined) throw new Error('an order row holds one order line');
  const times = [placedAt.getTime(), updatedAt.getTime()] as const;
  const packed: Packed = [line, versioned ? 1 : 0, id, customerId, sessionId, ...times, status, currencyCode, orderLine, title];
  return JSON.stringify(packed);
};

/** A row from `packRow`. */
export const unpackRow = (text: string): OrderRow => {
  const [line, versioned, id, customerId, sessionId, placedAt, updatedAt, status, currencyCode, orderLine, title] =
    JSON.parse(text) as Packed;
  const times = { placedAt: new Date(placedAt), updatedAt: new Date(updatedAt) };
  const order = { id, customerId, sessionId, ...times, status, currencyCode, lines: [orderLine] };
  return { line, versioned: versioned === 1, order, title };
};
