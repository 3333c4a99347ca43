import { mulberry32 } from '../../src/demo/shop/random.js';
import type { Order } from '../../src/domain/facts/order.js';
import { bought, daysAgo } from './learning-facts.js';

/** Orders of a year that are always the same: few products sell most, a fifth is anonymous, one in fifty is very large. */
export const seededOrders = (sizes: { readonly orders: number; readonly products: number; readonly customers: number }): readonly Order[] => {
  const random = mulberry32(7);
  const below = (most: number): number => Math.floor(random() * most);
  return Array.from({ length: sizes.orders }, (_, index) => {
    const size = random() < 0.02 ? 20 + below(60) : 1 + below(10);
    const products = Array.from({ length: size }, () => `p${Math.floor(random() ** 3 * sizes.products)}`);
    const customer = random() < 0.2 ? null : `c${below(sizes.customers)}`;
    return bought(`o${index}`, customer, products, daysAgo(below(3640) / 10));
  });
};
