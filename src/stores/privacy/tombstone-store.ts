import { tombstoneId, type TombstoneKind } from '../../domain/privacy/tombstone.js';
import type { Collections } from '../collections.js';
import { insertNew } from '../facts/record-new.js';
import type { ErasureDocument } from './erasure-documents.js';
import { createErasureKey } from './erasure-key.js';

/** Nothing removed yet. */
export const NOTHING_REMOVED = { interactions: 0, orders: 0, profiles: 0, consents: 0, servedLists: 0, exposures: 0, learningGroups: 0 } as const;

/** How many documents of each kind were removed. */
export type Removed = Required<NonNullable<ErasureDocument['removed']>>;

/** Most orders without a name that can be told to be the customer's in whose visit they were placed: a visit with more is a till, or a kiosk. */
export const MOST_GUEST_ORDERS = 10;

/** Whether so many orders without a name are too many for one customer's visit. */
export const isTill = (guests: number): boolean => guests > MOST_GUEST_ORDERS;

/** Where tombstones are kept. */
export const createTombstoneStore = (collections: Pick<Collections, 'erasures' | 'erasureKeys'>) => {
  const { erasures } = collections;
  const key = createErasureKey(collections);
  return {
    /** What tombstones of these names are kept under, in their order. */
    async idsOf(kind: TombstoneKind, names: readonly (readonly string[])[]): Promise<readonly string[]> {
      const secret = await key();
      return names.map((each) => tombstoneId(secret, kind, each));
    },

    /** Whether there is any tombstone: most shops have none for a long time, and need not hash anything. */
    async areAny(kind?: TombstoneKind): Promise<boolean> {
      return (await erasures.findOne(kind === undefined ? {} : { kind }, { projection: { _id: 1 } })) !== null;
    },

    /** Those of these ids that are in force, and their times. */
    async found(ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
      if (ids.length === 0) return new Map();
      const documents = await erasures.find({ _id: { $in: [...ids] } }, { projection: { at: 1, guests: 1 }, batchSize: 5_000 }).toArray();
      return new Map(documents.flatMap(({ _id, at, guests = {} }) => (isTill(Object.keys(guests).length) ? [] : [[_id, at]])));
    },

    /** Keyed hashes of the orders that were removed or refused for each of these tombstones of visits' orders. */
    async guestsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
      const documents = await erasures.find({ _id: { $in: [...ids] } }, { projection: { guests: 1 }, batchSize: 5_000 }).toArray();
      return new Map(documents.map(({ _id, guests = {} }) => [_id, Object.keys(guests)]));
    },

    /** Notes that these orders are removed or refused for these tombstones. */
    async addGuests(guests: ReadonlyMap<string, readonly string[]>): Promise<void> {
      const noted = [...guests].filter(([, hashes]) => hashes.length > 0);
      if (noted.length === 0) return;
      await erasures.bulkWrite(
        noted.map(([_id, hashes]) => ({ updateOne: { filter: { _id }, update: { $set: Object.fromEntries(hashes.map((hash) => [`guests.${hash}`, true as const])) } } })),
        { ordered: false },
      );
    },

    /** Sets those that are not there yet; the others stay as they are. */
    async set(kind: TombstoneKind, ids: readonly string[], at: Date): Promise<void> {
      const removed = kind === 'customer' ? NOTHING_REMOVED : null;
      await insertNew(erasures, ids.map((_id) => ({ _id, kind, at, removed })));
    },

    /** Sets them, or makes them reach up to later times. */
    async extend(kind: TombstoneKind, times: ReadonlyMap<string, Date>): Promise<void> {
      const all = [...times];
      const taken = await insertNew(erasures, all.map(([_id, at]) => ({ _id, kind, at, removed: null })));
      const known = all.filter((_, index) => taken.has(index));
      if (known.length > 0) await erasures.bulkWrite(known.map(([_id, at]) => ({ updateOne: { filter: { _id }, update: { $max: { at } } } })), { ordered: false });
    },

    /** Adds to what was removed of a customer. */
    async count(id: string, removed: Partial<Removed>): Promise<void> {
      const risen = Object.entries(removed).filter(([, count]) => count > 0);
      if (risen.length === 0) return;
      await erasures.updateOne({ _id: id }, { $inc: Object.fromEntries(risen.map(([name, count]) => [`removed.${name}`, count])) });
    },

    /** One tombstone. */
    read: async (id: string): Promise<ErasureDocument | null> => erasures.findOne({ _id: id }),
  };
};
export type TombstoneStore = ReturnType<typeof createTombstoneStore>;
