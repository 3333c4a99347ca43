import type { Collection, Filter, FindOptions, WithId } from 'mongodb';

interface OfCustomer {
  readonly _id: string;
  readonly customerId: string | null;
}

/**
 * Facts that are read at once: the newest of one customer and a tenth of it for each, so that customers with ordinary histories are one
 * read, and one who is beyond the bound never is.
 */
const roomFor = (customers: number, newest: number): number => newest + Math.ceil((newest * customers) / 10);

const factsOf = <D extends OfCustomer>(customerIds: readonly string[]): Filter<D> => {
  const filter: Filter<OfCustomer> = { customerId: { $in: [...customerIds] } };
  // The driver cannot see that what filters facts of customers filters their kinds too.
  return filter as Filter<D>;
};

/** Whether the facts of these customers are few enough to be read at once: looks at the index only, and at no more of it than that. */
export const areFew = async <D extends OfCustomer>(
  collection: Collection<D>,
  customerIds: readonly string[],
  newest: number,
): Promise<boolean> => {
  const room = roomFor(customerIds.length, newest);
  return (await collection.countDocuments(factsOf(customerIds), { limit: room + 1 })) <= room;
};

/** All facts of these customers in one read; null, and little more than that read, where they are too many. */
export const findFew = async <D extends OfCustomer>(
  collection: Collection<D>,
  customerIds: readonly string[],
  newest: number,
  options: FindOptions = {},
): Promise<readonly WithId<D>[] | null> => {
  const room = roomFor(customerIds.length, newest);
  const found = await collection.find(factsOf(customerIds), { ...options, batchSize: 5_000, limit: room + 1 }).toArray();
  return found.length > room ? null : found;
};
