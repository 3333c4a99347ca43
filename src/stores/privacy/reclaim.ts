import { MongoClient } from 'mongodb';

/** Databases that hold on to what was removed until they are told to let go say so in their build information. */
const KEEPS_WHAT_WAS_REMOVED = 'tandem-embedded';

const TOMBSTONES = 'erasures';

interface BuildInfo {
  readonly modules?: readonly string[];
}

interface Place {
  readonly uri: string;
  readonly database: string;
}

/**
 * Has the database rewrite its files without what was removed, over a connection of its own: a large file takes longer than any other command may.
 * Callers that come while it is being done share the next time: what they removed may have been copied already.
 */
export const createReclaim = ({ uri, database }: Place): (() => Promise<void>) => {
  const reclaim = async (): Promise<void> => {
    const client = new MongoClient(uri, { appName: 'tandem', maxPoolSize: 1, socketTimeoutMS: 0, serverSelectionTimeoutMS: 20_000 });
    try {
      const db = client.db(database);
      const { modules = [] }: BuildInfo = await db.command({ buildInfo: 1 });
      if (!modules.includes(KEEPS_WHAT_WAS_REMOVED)) return;
      // Where nobody was ever erased and nothing forgotten, there is nothing that must leave the files.
      if ((await db.collection(TOMBSTONES).findOne({}, { projection: { _id: 1 } })) !== null) await db.command({ compact: TOMBSTONES });
    } finally {
      await client.close();
    }
  };

  let underWay: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const afterThat = (): Promise<void> => {
    const mine = underWay.then(async () => {
      next = null;
      return reclaim();
    });
    underWay = mine.catch(() => undefined);
    return mine;
  };
  return async () => (next ??= afterThat());
};
