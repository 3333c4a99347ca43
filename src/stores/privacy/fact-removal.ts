import type { Collection, Filter } from 'mongodb';

import type { Collections, InteractionDocument, OrderDocument } from '../collections.js';
import type { DayMarks } from '../measurement/day-marks.js';
import { streamOf } from './stream-of.js';

/** What removing must know of a fact. */
interface FactDocument {
  _id: string;
  customerId: string | null;
  sessionId: string | null;
}

/** A part of the facts of one kind. */
export type FactFilter = Filter<FactDocument>;

/** Facts of one kind that can be found and removed. */
export interface RemovableFacts {
  /** Those that match, in lists of bounded length, with nothing in them but ids. */
  find(filter: FactFilter): AsyncIterable<readonly Pick<FactDocument, '_id' | 'sessionId'>[]>;
  /** Removes those of these that still match and answers how many. */
  remove(ids: readonly string[], filter: FactFilter): Promise<number>;
}

/**
 * Days are marked before the removal as well as after it: a process that dies in between finds nothing left to mark when it does it again.
 */
const removable = <D extends FactDocument>(
  collection: Collection<D>,
  projection: Readonly<Record<string, 1>>,
  mark: (found: readonly D[]) => Promise<void>,
): RemovableFacts => {
  // The driver cannot see that what filters facts filters facts of a kind too.
  const of = (filter: FactFilter): Filter<D> => filter as Filter<D>;
  return {
    find: async function* find(filter) {
      for await (const batch of streamOf(collection, of(filter), { projection: { sessionId: 1 } }))
        yield batch.map(({ _id, sessionId }) => ({ _id, sessionId }));
    },
    remove: async (ids, filter) => {
      const these = of({ $and: [{ _id: { $in: [...ids] } }, filter] });
      const found = await collection.find(these, { projection, readPreference: 'primary', batchSize: 5_000 }).toArray();
      // Asked for with all that marking needs.
      const dated = found as unknown as readonly D[];
      await mark(dated);
      const { deletedCount } = await collection.deleteMany(these);
      await mark(dated);
      return deletedCount;
    },
  };
};

/** Facts by their kind. */
export interface FactRemoval {
  readonly orders: RemovableFacts;
  readonly interactions: RemovableFacts;
}

/** Removes facts and has their days' sheets made again. */
export const createFactRemoval = ({ orders, interactions }: Pick<Collections, 'orders' | 'interactions'>, marks: DayMarks): FactRemoval => ({
  orders: removable<OrderDocument>(orders, { placedAt: 1 }, async (found) => marks.orders(found.map(({ placedAt }) => placedAt))),
  interactions: removable<InteractionDocument>(interactions, { at: 1, recommendationId: 1 }, async (found) => marks.interactions(found)),
});
