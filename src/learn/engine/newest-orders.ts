import type { BasketFact, FactReader } from '../../domain/facts/reading.js';
import { DAY_MS } from '../../domain/learning/decay.js';
import type { PlacedOrders } from '../../domain/learning/drift-questions.js';
import { MOST_ORDERS_COMPARED } from '../../domain/learning/drift-guard.js';
import { OrderColumns } from '../../domain/learning/order-columns.js';
import { ProductNumbering } from '../../domain/learning/product-numbers.js';
import type { LearningWindow } from '../../domain/learning/window.js';

/** Of some orders no product is known, so that more of them are read than can be compared on. */
const ORDERS_WANTED = 10 * MOST_ORDERS_COMPARED;

/**
 * The newest orders of a window that were placed after an instant, without reading more than there need to be: further back by stretches that double,
 * until there are as many of two products or more as comparing can want.
 */
export const newestOrders = async (facts: Pick<FactReader, 'baskets'>, window: LearningWindow | null, since: Date | null): Promise<PlacedOrders> => {
  const numbering = new ProductNumbering();
  const columns = new OrderColumns(numbering);
  let found = 0;
  const add = (basket: BasketFact): void => {
    columns.add(basket);
    if (new Set(basket.productIds).size > 1) found += 1;
  };
  const first = Math.max(window?.from.getTime() ?? 0, (since?.getTime() ?? 0) + 1);
  let until = window?.until.getTime() ?? 0;
  for (let days = 1; until > first && found < ORDERS_WANTED; days *= 2) {
    const from = Math.max(first, until - days * DAY_MS);
    for await (const basket of facts.baskets(new Date(from), new Date(until))) add(basket);
    until = from;
  }
  const { ids, ranks } = numbering.finish();
  return { productIds: ids, orders: columns.finish(ranks) };
};
