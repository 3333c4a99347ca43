import { tombstoneId, type TombstoneKind } from '../../domain/privacy/tombstone.js';
import type { Collections } from '../collections.js';
import { insertNew } from '../facts/record-new.js';
import type { ErasureDocument } from './erasure-documents.js';
import { createErasureKey } from './erasure-key.js';

/** Nothing removed yet. */
export const NOTHING_REMOVED = { interactions: 0, orders: 0, profiles: 0, consents: 0, servedLists: 0, exposures: 0 } as const;

/** How many documents of each kind were removed. */
export type Removed = NonNullable<ErasureDocument['removed']>;

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

    /** Those of these ids that there are, and since when. */
    async found(ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
      if (ids.length === 0) return new Map();
      const documents = await erasures.find({ _id: { $in: [...ids] } }, { projection: { at: 1 }, batchSize: 5_000 }).toArray();
      return new Map(documents.map(({ _id, at }) => [_id, at]));
    },

    /** Sets those that are not there yet; the others stay as they are. */
    async set(kind: TombstoneKind, ids: readonly string[], at: Date): Promise<void> {
      const removed = kind === 'customer' ? NOTHING_REMOVED : null;
      await insertNew(erasures, ids.map((_id) => ({ _id, kind, at, removed })));
    },

    /** Sets one, or makes it reach up to a later time. */
    async extend(kind: TombstoneKind, id: string, at: Date): Promise<void> {
      await insertNew(erasures, [{ _id: id, kind, at, removed: null }]);
      await erasures.updateOne({ _id: id }, { $max: { at } });
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
