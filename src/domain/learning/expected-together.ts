import type { CoPurchaseStats } from './model.js';

/** The orders of each product that is in a published pair, by id. */
export const ordersOfPaired = (coPurchase: readonly CoPurchaseStats[]): ReadonlyMap<string, number> => {
  const orders = new Map<string, number>();
  for (const { productId, orders: own, neighbourIds, neighbourOrders } of coPurchase) {
    orders.set(productId, own);
    neighbourIds.forEach((id, place) => orders.set(id, neighbourOrders[place] ?? 0));
  }
  return orders;
};

/**
 * What the pairs of two groups among some products come to, each in both directions, as far as their products' own orders make them likely: the
 * orders of the one times those of the other, summed over all such pairs. A product whose group is null is a group by itself. Comparable within
 * one shop only.
 */
export const expectedTogether = (
  ids: Iterable<string>,
  ordersOf: (id: string) => number,
  groupOf: (id: string) => string | null,
): number => {
  const ofGroups = new Map<string, number>();
  let [all, withinGroups] = [0, 0];
  for (const id of ids) {
    const orders = ordersOf(id);
    const group = groupOf(id);
    all += orders;
    if (group === null) withinGroups += orders ** 2;
    else ofGroups.set(group, (ofGroups.get(group) ?? 0) + orders);
  }
  for (const orders of ofGroups.values()) withinGroups += orders ** 2;
  return all ** 2 - withinGroups;
};
