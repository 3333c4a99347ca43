import type { BasketFact } from '../facts/reading.js';
import { floatAt, uintAt } from './columns.js';
import { groupByCustomer } from './customer-groups.js';
import type { ProductRepeat } from './database-counting.js';
import { fingerprint } from './fingerprint.js';
import { sample } from './groups.js';
import type { Occasions } from './occasions.js';
import { OrderColumns } from './order-columns.js';
import { countRepeats } from './product-demand.js';
import { idAt, ProductNumbering } from './product-numbers.js';

const byCodeUnits = (first: string, second: string): number => (first < second ? -1 : 1);

/** The products that count of an order or visit larger than the cap, by the text that its fingerprint is taken of: the same as in learning from columns. */
export const sampledProducts = (groupText: string, productIds: readonly string[], cap: number): readonly string[] => {
  const ids = [...new Set(productIds)].sort(byCodeUnits);
  const keys = Float64Array.from(ids, fingerprint);
  return [...sample(Uint32Array.from(ids.keys()), fingerprint(groupText), keys, cap)].map((product) => idAt(ids, product));
};

/** Orders in columns, and their products by number. */
const columnsOf = (orders: readonly BasketFact[]): { readonly ids: readonly string[]; readonly occasions: Occasions } => {
  const numbering = new ProductNumbering();
  const columns = new OrderColumns(numbering);
  for (const order of orders) columns.add(order);
  const { ids, ranks } = numbering.finish();
  return { ids, occasions: columns.finish(ranks) };
};

/** The products that count of a customer with more than the cap, by all orders of that one customer: the most recent ones. */
export const newestProducts = (orders: readonly BasketFact[], cap: number): readonly string[] => {
  const { ids, occasions } = columnsOf(orders);
  const { members, offsets } = groupByCustomer(occasions, { productIds: ids, cap, asOf: 0, halfLifeDays: 1 });
  return [...members.subarray(0, uintAt(offsets, 1))].map((product) => idAt(ids, product));
};

/** How often products were bought again, by all orders of one customer. */
export function* repeatsOf(orders: readonly BasketFact[]): Iterable<ProductRepeat> {
  const { ids, occasions } = columnsOf(orders);
  const { returned, again, products, days } = countRepeats(occasions, ids.length);
  for (const [product, productId] of ids.entries()) {
    if (uintAt(returned, product) > 0) yield { productId, kind: 'returned', times: uintAt(returned, product) };
    if (uintAt(again, product) > 0) yield { productId, kind: 'again', times: uintAt(again, product) };
  }
  const lengths = days.values();
  for (const [place, product] of products.values().entries()) yield { productId: idAt(ids, product), kind: 'interval', days: floatAt(lengths, place), times: 1 };
}

/** The customer that a visit of several belongs to: always the same one. Null without any. */
export const ownerOfVisit = (customerIds: readonly string[]): string | null => {
  const [owner] = customerIds.map((id) => ({ id, lot: fingerprint(`customer ${id}`) })).sort((a, b) => a.lot - b.lot);
  return owner?.id ?? null;
};
