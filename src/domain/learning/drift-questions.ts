import type { LearningFacts } from './collect-facts.js';
import { floatAt, UintColumn, uintAt } from './columns.js';
import { draw, fingerprint } from './fingerprint.js';
import { idAt } from './product-numbers.js';

/** Most questions that one order is made into. */
const QUESTIONS_PER_ORDER = 5;

/** Whether a list of complements of one product of an order holds another one of it. */
export interface DriftQuestion {
  readonly anchorId: string;
  readonly hiddenId: string;
}

/** The orders of facts, by place. */
export type PlacedOrders = Pick<LearningFacts, 'orders' | 'productIds'>;

/** Places of the orders of two products or more that were placed after an instant, newest first; ties by the orders' fingerprints. */
export const ordersAfter = ({ orders: { count, times, keys, offsets } }: PlacedOrders, since: Date): Uint32Array => {
  const after = new UintColumn();
  for (let place = 0; place < count; place += 1) {
    const products = uintAt(offsets, place + 1) - uintAt(offsets, place);
    if (products > 1 && floatAt(times, place) > since.getTime()) after.push(place);
  }
  return after.values().sort((a, b) => floatAt(times, b) - floatAt(times, a) || floatAt(keys, a) - floatAt(keys, b));
};

const productsAt = ({ orders: { offsets, products } }: PlacedOrders, place: number): Uint32Array =>
  products.subarray(uintAt(offsets, place), uintAt(offsets, place + 1));

/** Ids of all products of the orders at these places, each once, ascending. */
export const productsOf = (facts: PlacedOrders, places: Uint32Array): readonly string[] => {
  const found = new Uint8Array(facts.productIds.length);
  for (const place of places) for (const product of productsAt(facts, place)) found[product] = 1;
  return facts.productIds.filter((_, product) => found[product] === 1);
};

/**
 * What one order is asked: its known products are put in a line by lot, and each of the first is to lead to the one behind it, the last to the
 * first. So no product is asked about twice. The lot falls on the order's and the products' ids alone: the same way every time.
 * Empty where fewer than two products are known.
 */
export const questionsOf = (facts: PlacedOrders, place: number, isKnown: (productId: string) => boolean): readonly DriftQuestion[] => {
  const key = floatAt(facts.orders.keys, place);
  const line = [...productsAt(facts, place)]
    .map((product) => idAt(facts.productIds, product))
    .filter(isKnown)
    .map((id) => ({ id, lot: draw(key, fingerprint(id)) }))
    .sort((a, b) => a.lot - b.lot || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  return line.slice(0, line.length < 2 ? 0 : QUESTIONS_PER_ORDER).map((anchorId, index) => ({
    anchorId,
    hiddenId: line[(index + 1) % line.length] ?? anchorId,
  }));
};
