import type { BasketFact } from '../facts/reading.js';
import { uintAt } from './columns.js';
import { groupByCustomer } from './customer-groups.js';
import { fingerprint } from './fingerprint.js';
import { sample } from './groups.js';
import { OrderColumns } from './order-columns.js';
import { idAt, ProductNumbering } from './product-numbers.js';

const byCodeUnits = (first: string, second: string): number => (first < second ? -1 : 1);

/** The products that count of an order or visit larger than the cap, by the text that its fingerprint is taken of: the same as in learning from columns. */
export const sampledProducts = (groupText: string, productIds: readonly string[], cap: number): readonly string[] => {
  const ids = [...new Set(productIds)].sort(byCodeUnits);
  const keys = Float64Array.from(ids, fingerprint);
  return [...sample(Uint32Array.from(ids.keys()), fingerprint(groupText), keys, cap)].map((product) => idAt(ids, product));
};

/** The products that count of a customer with more than the cap, by all orders of that one customer: the most recent ones. */
export const newestProducts = (orders: readonly BasketFact[], cap: number): readonly string[] => {
  const numbering = new ProductNumbering();
  const columns = new OrderColumns(numbering);
  for (const order of orders) columns.add(order);
  const { ids, ranks } = numbering.finish();
  const { members, offsets } = groupByCustomer(columns.finish(ranks), { productIds: ids, cap, asOf: 0, halfLifeDays: 1 });
  return [...members.subarray(0, uintAt(offsets, 1))].map((product) => idAt(ids, product));
};

/** The customer that a visit of several belongs to: always the same one. Null without any. */
export const ownerOfVisit = (customerIds: readonly string[]): string | null => {
  const [owner] = customerIds.map((id) => ({ id, lot: fingerprint(`customer ${id}`) })).sort((a, b) => a.lot - b.lot);
  return owner?.id ?? null;
};
