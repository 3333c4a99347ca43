import { afterAll, beforeAll } from 'vitest';

import { collectionsOf, ensureIndexes, type Collections } from '../../src/stores/collections.js';
import { createConnection, type Connection } from '../../src/stores/connection.js';
import { createDecisionJournal } from '../../src/stores/decisions/decision-journal.js';
import { createDecisionStore } from '../../src/stores/decisions/decision-store.js';
import { openThrowAwayStore } from './store.js';

/** The decisions of a shop as one process of several sees them, over collections that a test may look into. */
export const decisionsOver = (collections: Collections) => {
  const journal = createDecisionJournal(collections);
  return { ...createDecisionStore(collections, journal), journal };
};
export type Decisions = ReturnType<typeof decisionsOver>;

/** One throw-away database for a describe block, and processes on it with a connection of their own each. */
export const useShopProcesses = (): { open: () => Collections } => {
  let store: Awaited<ReturnType<typeof openThrowAwayStore>> | undefined;
  const connections: Connection[] = [];
  const connect = (): Connection => {
    if (store === undefined) throw new Error('The database is there only inside tests');
    const connection = createConnection(store.address.uri, store.address.database, 'commands');
    connections.push(connection);
    return connection;
  };
  beforeAll(async () => {
    store = await openThrowAwayStore();
    await ensureIndexes(connect().db);
  });
  afterAll(async () => {
    for (const { client } of connections) await client.close();
    await store?.close();
  });
  return { open: () => collectionsOf(connect().db) };
};
