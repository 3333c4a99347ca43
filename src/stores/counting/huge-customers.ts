import type { BasketFact } from '../../domain/facts/reading.js';
import { decay, sizeWeight } from '../../domain/learning/decay.js';
import { newestProducts, repeatsOf } from '../../domain/learning/larger-groups.js';
import type { CountingPlan, ProductRepeat } from '../../domain/learning/database-counting.js';
import type { LearningWindow } from '../../domain/learning/window.js';
import type { GroupDocument } from './counting-documents.js';
import type { AggregatingDatabase } from './database.js';
import { ALL_OF, idIn, NAMED } from './group-names.js';
import { ownersOfMany } from './order-pipelines.js';
import { allProducts } from './product-pipelines.js';

/** Finds the customers with so many products in their orders that the database may not be able to put each into a document. */
export const findHugeCustomers = async (database: AggregatingDatabase, groups: string, most: number): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const { _id } of database.stream<{ readonly _id: string }>(groups, ownersOfMany(most))) found.push(_id);
  return found;
};

interface OrderRow {
  readonly _id: string;
  readonly at: Date;
  readonly products: readonly string[];
}

const ordersOf = async (database: AggregatingDatabase, groups: string, owner: string): Promise<readonly BasketFact[]> => {
  const stages = [{ $match: { owner, kind: 'orders' } }, { $project: { at: 1, products: allProducts } }];
  const orders: BasketFact[] = [];
  for await (const { _id, at, products } of database.stream<OrderRow>(groups, stages))
    orders.push({ orderId: idIn(NAMED.order, _id) ?? _id, customerId: idIn(NAMED.customer, owner), placedAt: at, productIds: products });
  return orders;
};

/** Puts together what a huge customer bought, by the groups of their orders, as the database would, and settles which products count; null without orders. */
export const settleHugeCustomer = async (
  database: AggregatingDatabase,
  groups: string,
  owner: string,
  { asOf }: LearningWindow,
  { settings, startedAt }: CountingPlan,
): Promise<GroupDocument | null> => {
  const orders = await ordersOf(database, groups, owner);
  if (orders.length === 0) return null;
  const size = new Set(orders.flatMap(({ productIds }) => productIds)).size;
  const at = orders.reduce((latest, { placedAt }) => (placedAt > latest ? placedAt : latest), new Date(0));
  const products = newestProducts(orders, settings.basketCap);
  const weight = sizeWeight(size) * decay(at.getTime(), asOf.getTime(), settings.halfLifeDays);
  return { _id: ALL_OF + owner, kind: 'customers', owner, known: 1, at, products, size, weight, startedAt };
};

/** How often huge customers bought products again. */
export async function* repeatsOfHuge(database: AggregatingDatabase, groups: string, owners: readonly string[]): AsyncIterable<ProductRepeat> {
  for (const owner of owners) yield* repeatsOf(await ordersOf(database, groups, owner));
}
