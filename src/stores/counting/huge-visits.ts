import { decay, sizeWeight } from '../../domain/learning/decay.js';
import { ownerOfVisit, sampledProducts } from '../../domain/learning/larger-groups.js';
import type { LearningWindow } from '../../domain/learning/window.js';
import type { CountingPlan } from '../../domain/learning/database-counting.js';
import type { GroupDocument } from './counting-documents.js';
import type { AggregatingDatabase } from './database.js';
import { NAMED } from './group-names.js';
import { lookingAt, type VisitRow, visitsOfMany } from './visit-pipelines.js';

/** A visit of more interactions than one document is sure to hold. */
export type HugeVisit = Pick<VisitRow, '_id' | 'sessionId' | 'customerId' | 'at'>;

/** Where interactions are, and which of them count. */
export interface LookedAt {
  readonly interactions: string;
  readonly window: LearningWindow;
}

/** Finds the visits of so many interactions that the database may not be able to put each into a document. */
export const findHugeVisits = async (database: AggregatingDatabase, { interactions, window }: LookedAt, most: number): Promise<readonly HugeVisit[]> => {
  const found: HugeVisit[] = [];
  for await (const visit of database.stream<VisitRow>(interactions, visitsOfMany(window, most))) found.push(visit);
  return found;
};

interface Contents {
  readonly products: Set<string>;
  readonly customers: Set<string>;
  readonly at: Date;
}

interface ContentsRow {
  readonly _id: { readonly product: string; readonly customer: string | null };
  readonly at: Date;
}

const contentsOf = async (database: AggregatingDatabase, { interactions, window }: LookedAt, visit: HugeVisit): Promise<Contents> => {
  const stages = [{ $match: lookingAt(window, visit) }, { $group: { _id: { product: '$productId', customer: '$customerId' }, at: { $max: '$at' } } }];
  const [products, customers] = [new Set<string>(), new Set<string>()];
  let end = visit.at;
  for await (const { _id: { product, customer }, at } of database.stream<ContentsRow>(interactions, stages)) {
    products.add(product);
    if (customer !== null) customers.add(customer);
    if (at > end) end = at;
  }
  return { products, customers, at: end };
};

/** A visit as the database would have grouped it, and settled what is larger than the cap; and which products it does not count. */
interface SettledVisit {
  readonly group: GroupDocument;
  readonly uncounted: readonly string[];
}

/** Puts a huge visit together. Of its customers no more are named than a document holds, and besides them the owner; null where nothing is left of it. */
export const settleHugeVisit = async (database: AggregatingDatabase, from: LookedAt, visit: HugeVisit, plan: CountingPlan & { readonly most: number }): Promise<SettledVisit | null> => {
  const { settings, startedAt, most } = plan;
  const { products: all, customers, at } = await contentsOf(database, from, visit);
  // An erasure took it: its name alone may be the customer's.
  if (all.size === 0) return null;
  const counted = new Set(sampledProducts(visit._id, [...all], settings.basketCap));
  const owner = ownerOfVisit([...customers]);
  const group: GroupDocument = {
    _id: visit._id,
    kind: 'visits',
    owner: owner === null ? visit._id : NAMED.customer + owner,
    customers: [...customers].slice(0, most),
    at,
    products: [...counted],
    size: all.size,
    weight: sizeWeight(all.size) * decay(at.getTime(), from.window.asOf.getTime(), settings.interactionHalfLifeDays),
    startedAt,
  };
  return { group, uncounted: [...all].filter((product) => !counted.has(product)) };
};
