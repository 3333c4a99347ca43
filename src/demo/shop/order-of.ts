import type { Order, OrderLine } from '../../domain/facts/order.js';
import type { SampleProduct } from './stock.js';

/** What is bought, and how many. */
export interface Purchase {
  readonly product: SampleProduct;
  readonly quantity: number;
}

/** Who bought when; `changedAt` differs from `placedAt` when the order was cancelled. */
export type OrderHead = Pick<Order, 'customerId' | 'sessionId' | 'placedAt' | 'updatedAt' | 'status'>;

/** An order that has no number yet: numbers follow the time of all orders. */
export type UnnumberedOrder = Omit<Order, 'id'>;

const lineOf = ({ product, quantity }: Purchase): OrderLine => ({
  productId: product.id,
  quantity,
  unitPriceMinor: product.priceMinor ?? 0,
  recommendationId: null,
});

/** An order at today's prices. */
export const orderOf = (head: OrderHead, purchases: readonly Purchase[]): UnnumberedOrder => ({
  ...head,
  currencyCode: 'GBP',
  lines: purchases.map(lineOf),
});

/** Gives orders their numbers, o-000001 and up, by time; orders of the same instant keep the order they were given in. */
export const numberOrders = (orders: readonly UnnumberedOrder[]): readonly Order[] =>
  [...orders]
    .sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime())
    .map((order, at) => ({ id: `o-${String(at + 1).padStart(6, '0')}`, ...order }));
