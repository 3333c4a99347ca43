import type { Collection, Filter } from 'mongodb';

import type { FencedInteraction, FencedOrder } from '../../domain/privacy/fence.js';
import type { Collections, InteractionDocument, OrderDocument } from '../collections.js';
import type { DayMarks } from '../measurement/day-marks.js';
import { streamOf } from './stream-of.js';
import type { TombstoneStore } from './tombstone-store.js';

/** What removing must know of a fact. */
interface FactDocument {
  _id: string;
  customerId: string | null;
  sessionId: string | null;
}

/** A part of the facts of one kind. */
export type FactFilter = Filter<FactDocument & { updatedAt: Date }>;

/** Facts of one kind that can be found and removed. */
export interface RemovableFacts {
  /** Those that match, in lists of bounded length, with nothing in them but ids. */
  find(filter: FactFilter): AsyncIterable<readonly Pick<FactDocument, '_id' | 'sessionId'>[]>;
  /** Removes those of these that still match and answers how many. */
  remove(ids: readonly string[], filter: FactFilter): Promise<number>;
}

/** Facts of one kind of which a fence can tell whether they may be held. */
export interface FencedHeldFacts<H> extends RemovableFacts {
  /** What is held under these ids. */
  held(ids: readonly string[]): Promise<readonly H[]>;
  /** Removes these as long as they are what they were: an order may become somebody else's meanwhile. */
  removeHeld(facts: readonly H[]): Promise<void>;
}

/** How facts of one kind are removed. */
interface FactKind<D extends FactDocument, H> {
  /** What is needed of each by all of these. */
  readonly projection: Readonly<Record<string, 1>>;
  readonly toHeld: (document: D) => H;
  /** Marks the days of what is removed. */
  readonly mark: (found: readonly D[]) => Promise<void>;
  /** Keeps what is removed from coming back. */
  readonly bar: (found: readonly D[]) => Promise<void>;
  /** What a fact is when it is one of these still. */
  readonly unchanged: (facts: readonly H[]) => Filter<D>;
}

/**
 * Days are marked before the removal as well as after it: a process that dies in between finds nothing left to mark when it does it again.
 */
const removable = <D extends FactDocument, H extends { readonly id: string }>(
  collection: Collection<D>,
  { projection, toHeld, mark, bar, unchanged }: FactKind<D, H>,
): FencedHeldFacts<H> => {
  // The driver cannot see that what filters facts filters facts of a kind too.
  const of = (filter: FactFilter): Filter<D> => filter as Filter<D>;
  const read = async (filter: Filter<D>): Promise<readonly D[]> =>
    // Asked for with all that is needed of them.
    (await collection.find(filter, { projection, readPreference: 'primary', batchSize: 5_000 }).toArray()) as unknown as readonly D[];

  const remove = async (ids: readonly string[], filter: Filter<D>): Promise<number> => {
    const these = { $and: [of({ _id: { $in: [...ids] } }), filter] } as Filter<D>;
    const found = await read(these);
    await bar(found);
    await mark(found);
    const { deletedCount } = await collection.deleteMany(these);
    await mark(found);
    return deletedCount;
  };

  return {
    find: async function* find(filter) {
      for await (const batch of streamOf(collection, of(filter), { projection: { sessionId: 1 } }))
        yield batch.map(({ _id, sessionId }) => ({ _id, sessionId }));
    },
    remove: async (ids, filter) => remove(ids, of(filter)),
    held: async (ids) => (ids.length === 0 ? [] : (await read(of({ _id: { $in: [...ids] } }))).map(toHeld)),
    removeHeld: async (facts) => {
      if (facts.length > 0) await remove(facts.map(({ id }) => id), unchanged(facts));
    },
  };
};

/** Facts by their kind. */
export interface FactRemoval {
  readonly orders: FencedHeldFacts<FencedOrder>;
  readonly interactions: FencedHeldFacts<FencedInteraction>;
}

/** Removes facts and has their days' sheets made again; orders leave a tombstone, so that no older version of them comes back. */
export const createFactRemoval = (
  { orders, interactions }: Pick<Collections, 'orders' | 'interactions'>,
  marks: DayMarks,
  tombstones: Pick<TombstoneStore, 'idsOf' | 'extend'>,
): FactRemoval => ({
  orders: removable<OrderDocument, FencedOrder>(orders, {
    projection: { customerId: 1, sessionId: 1, placedAt: 1, updatedAt: 1 },
    toHeld: ({ _id, customerId, sessionId, updatedAt }) => ({ id: _id, customerId, sessionId, updatedAt }),
    mark: async (found) => marks.orders(found.map(({ placedAt }) => placedAt)),
    // Of those without a name their visit has a tombstone.
    bar: async (found) => {
      const named = found.filter(({ customerId }) => customerId !== null);
      const ids = await tombstones.idsOf('order', named.map(({ _id }) => [_id]));
      await tombstones.extend('order', new Map(named.map(({ updatedAt }, index) => [ids[index] ?? '', updatedAt])));
    },
    unchanged: (facts) => ({ customerId: { $in: facts.map(({ customerId }) => customerId) }, updatedAt: { $in: facts.map(({ updatedAt }) => updatedAt) } }),
  }),
  interactions: removable<InteractionDocument, FencedInteraction>(interactions, {
    projection: { customerId: 1, sessionId: 1, productId: 1, at: 1, recommendationId: 1 },
    toHeld: ({ _id, customerId, sessionId, productId, at }) => ({ id: _id, customerId, sessionId, productId, at }),
    mark: async (found) => marks.interactions(found),
    bar: async () => undefined,
    unchanged: (facts) => ({ customerId: { $in: facts.map(({ customerId }) => customerId) } }),
  }),
});
