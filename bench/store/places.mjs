// Where the measured data is: an embedded store in another process, or a scratch database of the MongoDB that MONGODB_URI names.
import { fileURLToPath } from 'node:url';

import { MongoClient } from 'mongodb';

import { startChild } from '../child.mjs';

const script = fileURLToPath(new URL('./process.mjs', import.meta.url));
const realUri = process.env.MONGODB_URI?.trim() || null;

const scratchDatabase = async (uri) => {
  const database = `tandem_bench_${process.pid}`;
  return {
    address: { uri, database },
    name: 'MongoDB (MONGODB_URI)',
    usage: async () => null,
    close: async () => {
      const client = new MongoClient(uri);
      await client.db(database).dropDatabase();
      await client.close();
    },
  };
};

const embeddedElsewhere = async (directory) => {
  const store = await startChild(script, directory === undefined ? [] : [directory]);
  return {
    address: { uri: store.ready.uri, database: 'tandem' },
    name: 'embedded store, in another process',
    usage: store.usage,
    close: store.stop,
  };
};

/** Opens a place to put a shop; what was put there is gone after `close`, unless it is in the folder. */
export const openPlace = (directory) => (realUri === null ? embeddedElsewhere(directory) : scratchDatabase(realUri));

/** Whether a real MongoDB is measured. */
export const isRealMongo = realUri !== null;
