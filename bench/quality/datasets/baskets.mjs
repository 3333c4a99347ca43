/** The distinct products of some orders, in the order of their first appearance. */
export const productsOf = (orders) => [...new Set(orders.flatMap(({ lines }) => lines.map(({ productId }) => productId)))];

/** The distinct products that orders hold: what is known from training. */
export const knownProducts = (orders) => {
  const known = new Set();
  for (const { lines } of orders) for (const { productId } of lines) known.add(productId);
  return known;
};

/** Orders sorted by time, ties by id. */
export const inTime = (orders) => orders.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

const dayOf = (at) => Math.floor(at / 86_400_000);

/**
 * Baskets of each customer, oldest first: all orders of one customer on one day (UTC) are one basket. Orders without a customer are left out.
 * @param {readonly import('../shapes.mjs').Order[]} orders
 * @returns {ReadonlyMap<string, { at: number, productIds: readonly string[] }[]>}
 */
export const customerDays = (orders) => {
  const days = new Map();
  for (const order of inTime(orders)) {
    if (order.customerId === null) continue;
    const own = days.get(order.customerId) ?? [];
    days.set(order.customerId, own);
    const last = own.at(-1);
    if (last !== undefined && dayOf(last.at) === dayOf(order.at)) last.orders.push(order);
    else own.push({ at: order.at, orders: [order] });
  }
  return new Map([...days].map(([id, own]) => [id, own.map(({ at, orders: some }) => ({ at, productIds: productsOf(some) }))]));
};

/** Only the products of baskets. */
export const productsOnly = (days) => new Map([...days].map(([id, own]) => [id, own.map(({ productIds }) => productIds)]));
