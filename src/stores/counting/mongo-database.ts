import { type Db, MongoServerError } from 'mongodb';

import type { AggregatingDatabase } from './database.js';

const NAMESPACE_NOT_FOUND = 26;

/** What is staged can be made again: waiting for a majority to hold it would only take time. */
const UNSAFE = { w: 1 } as const;

const BATCH = 5_000;

interface Hello {
  /** What a router of a sharded cluster answers. */
  readonly msg?: string;
}

const isCluster = async (db: Db): Promise<boolean> => {
  const { msg }: Hello = await db.command({ isMaster: 1 });
  return msg === 'isdbgrid';
};

const answersNotFound = (error: unknown): boolean =>
  error instanceof MongoServerError && (error.code === NAMESPACE_NOT_FOUND || /ns not found/i.test(error.message));

/** The aggregations of a MongoDB, which may take hours and more than its memory. */
export const aggregatingDatabase = (db: Db): AggregatingDatabase => ({
  async *stream<T>(collection: string, pipeline: readonly object[]) {
    // The caller knows what the stages make of the documents.
    const cursor = db.collection(collection).aggregate([...pipeline], { allowDiskUse: true, batchSize: BATCH });
    for await (const document of cursor) yield document as T;
  },

  async merge(collection, pipeline, into) {
    const stage = { $merge: { into, whenMatched: 'replace', whenNotMatched: 'insert' } };
    await db.collection(collection).aggregate([...pipeline, stage], { allowDiskUse: true, writeConcern: UNSAFE }).toArray();
  },

  async change(collection, changes) {
    const updates = changes.map(({ id, set }) => ({ updateOne: { filter: { _id: id }, update: { $set: set } } }));
    await db.collection<{ _id: string }>(collection).bulkWrite(updates, { ordered: false, writeConcern: UNSAFE });
  },

  async create(collection, indexes) {
    if (await isCluster(db)) await db.admin().command({ shardCollection: `${db.databaseName}.${collection}`, key: { _id: 'hashed' } });
    await db.collection(collection).createIndexes(indexes.map(({ key, ...options }) => ({ key, ...options })));
  },

  async drop(collection) {
    try {
      await db.dropCollection(collection);
    } catch (error) {
      if (!answersNotFound(error)) throw error;
    }
  },

  async insert(collection, documents) {
    await db.collection(collection).insertMany([...documents], { writeConcern: UNSAFE });
  },

  async collectionsNamed(prefix) {
    const all = await db.listCollections({}, { nameOnly: true }).toArray();
    return all.map(({ name }) => name).filter((name) => name.startsWith(prefix));
  },
});
