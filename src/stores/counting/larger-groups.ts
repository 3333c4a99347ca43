import { streamInChunks } from '../../domain/facts/in-chunks.js';
import type { BasketFact } from '../../domain/facts/reading.js';
import type { CountingPlan } from '../../domain/learning/database-counting.js';
import { newestProducts, ownerOfVisit, sampledProducts } from '../../domain/learning/larger-groups.js';
import type { GroupDocument } from './counting-documents.js';
import type { AggregatingDatabase, Change } from './database.js';
import { idIn, NAMED } from './group-names.js';

/** Groups, and the facts that they were made of. */
export interface GroupedFacts {
  readonly facts: { readonly orders: string };
  readonly groups: string;
}

/** Groups that are changed at once, where they are not larger than most are. */
const BATCH = 500;

/** Products that count for a group: so many of them are changed at once at most. */
const PRODUCTS_PER_GROUP = 400;

type Larger = Pick<GroupDocument, '_id' | 'kind' | 'owner' | 'customers' | 'products' | 'size'>;

interface BasketRow extends Omit<BasketFact, 'orderId'> {
  readonly _id: string;
}

/** Orders of one customer in the window, or the one order that nobody is known for, by what names the owner of groups. */
const ordersOf = async (database: AggregatingDatabase, from: string, owner: string, { windows: { orders } }: CountingPlan): Promise<readonly BasketFact[]> => {
  if (orders === null) return [];
  const customerId = idIn(NAMED.customer, owner);
  const whose = customerId === null ? { _id: idIn(NAMED.order, owner) } : { customerId };
  const stages = [
    { $match: { ...whose, status: 'COMPLETED', placedAt: { $gte: orders.from, $lt: orders.until } } },
    { $project: { customerId: 1, placedAt: 1, productIds: '$lines.productId' } },
  ];
  const baskets: BasketFact[] = [];
  for await (const { _id: orderId, ...rest } of database.stream<BasketRow>(from, stages)) baskets.push({ orderId, ...rest });
  return baskets;
};

type OrdersOf = (owner: string) => Promise<readonly BasketFact[]>;

const countedOf = async ({ _id, kind, owner, products }: Larger, ordersOfOwner: OrdersOf, cap: number): Promise<readonly string[]> =>
  kind === 'customers' ? newestProducts(await ordersOfOwner(owner ?? ''), cap) : sampledProducts(_id, products, cap);

const changeOf = async (group: Larger, ordersOfOwner: OrdersOf, cap: number): Promise<Change> => {
  const { _id: id, owner, customers = [], products, size } = group;
  const whose = owner === null ? { owner: NAMED.customer + (ownerOfVisit(customers) ?? '') } : {};
  if (size <= cap) return { id, set: whose };
  const counted = new Set(await countedOf(group, ordersOfOwner, cap));
  return { id, set: { ...whose, products: [...counted], uncounted: products.filter((product) => !counted.has(product)) } };
};

/**
 * Settles the few groups that the database cannot: of larger ones than the cap those products count that would count in learning from columns, and
 * of a visit of several customers the same one. What they were made of is read again; all others stay where they are.
 */
export const settleLargerGroups = async (database: AggregatingDatabase, { facts, groups }: GroupedFacts, plan: CountingPlan): Promise<void> => {
  const { basketCap } = plan.settings;
  const ordersOfOwner: OrdersOf = async (owner) => ordersOf(database, facts.orders, owner, plan);
  const stages = [
    { $match: { $or: [{ size: { $gt: basketCap } }, { owner: null }] } },
    { $project: { kind: 1, owner: 1, customers: 1, products: 1, size: 1 } },
  ];
  const sizeOf = ({ products }: Larger): number => Math.max(1, products.length / PRODUCTS_PER_GROUP);
  for await (const batch of streamInChunks(database.stream<Larger>(groups, stages), BATCH, sizeOf)) {
    const changes: Change[] = [];
    for (const group of batch) changes.push(await changeOf(group, ordersOfOwner, basketCap));
    await database.change(groups, changes);
  }
};
