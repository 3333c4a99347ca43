import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll } from 'vitest';

import { startEmbeddedStore } from '../../src/embedded/index.js';
import { openStores, type StoreAddress, type Stores } from '../../src/stores/open.js';
import type { CommandObserver } from '../../src/stores/connection.js';

/** A throw-away database: in the MongoDB of MONGODB_URI where it is set, else in an embedded store in memory. */
export const openThrowAwayStore = async (): Promise<{ address: StoreAddress; close: () => Promise<void> }> => {
  const database = `tandem_test_${randomBytes(6).toString('hex')}`;
  const uri = process.env['MONGODB_URI'];
  if (uri !== undefined && uri !== '') return { address: { uri, database }, close: async () => dropDatabase({ uri, database }) };
  const embedded = await startEmbeddedStore();
  return { address: { uri: embedded.uri, database }, close: async () => embedded.close() };
};

const dropDatabase = async ({ uri, database }: StoreAddress): Promise<void> => {
  const { MongoClient } = await import('mongodb');
  const client = new MongoClient(uri);
  await client.db(database).dropDatabase();
  await client.close();
};

/** Every document of a database, by collection, in the order of their keys. */
export const allDocumentsOf = async ({ uri, database }: StoreAddress): Promise<Readonly<Record<string, readonly unknown[]>>> => {
  const { MongoClient } = await import('mongodb');
  const client = new MongoClient(uri);
  try {
    const db = client.db(database);
    const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await db.collection(name).find({}).sort({ _id: 1 }).toArray()] as const)),
    );
  } finally {
    await client.close();
  }
};

/** Stores on a throw-away database for one test file. */
export const useStores = (observer?: CommandObserver): { stores: () => Stores; address: () => StoreAddress } => {
  let stores: Stores | undefined;
  let store: Awaited<ReturnType<typeof openThrowAwayStore>> | undefined;
  beforeAll(async () => {
    store = await openThrowAwayStore();
    stores = openStores(store.address, 'commands', observer);
    await stores.prepare();
  });
  afterAll(async () => {
    await stores?.close();
    await store?.close();
  });
  const opened = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The stores are open only inside tests');
    return value;
  };
  return { stores: () => opened(stores), address: () => opened(store).address };
};
