import type { Order } from '../../src/domain/facts/order.js';
import { bought, daysAgo } from './learning-facts.js';

/** How a made-up shop sells. */
export interface MadeUpShop {
  readonly orders: number;
  /** Products, of which every two after one another belong together. */
  readonly products: number;
  /** Share of orders that hold what belongs to their first product. */
  readonly together: number;
  /** Share of orders that hold one more product, any. */
  readonly another: number;
}

/** Numbers from 0 to 1 that are the same every time. Source: mulberry32 by Tommy Ettinger (public domain). */
const lots = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The id of a product by its number. */
export const idOf = (product: number): string => `p${String(product).padStart(4, '0')}`;

/** What belongs to a product: the truth that learning is to find. */
export const belongsTo = (product: number): number => product + (product % 2 === 0 ? 1 : -1);

/** Orders of the last hundred days, three for each customer. */
export const madeUpOrders = ({ orders, products, together, another }: MadeUpShop): readonly Order[] => {
  const lot = lots(7);
  const anyProduct = (): number => Math.floor(lot() * products);
  return Array.from({ length: orders }, (_, at) => {
    const first = anyProduct();
    const basket = [first, ...(lot() < together ? [belongsTo(first)] : []), ...(lot() < another ? [anyProduct()] : [])];
    const customer = Math.floor(lot() * Math.ceil(orders / 3));
    return bought(`o${at}`, `c${customer}`, [...new Set(basket)].map(idOf), daysAgo(lot() * 100));
  });
};
