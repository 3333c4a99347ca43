import { afterAll } from 'vitest';

import { collectionsOf, type Collections } from '../../src/stores/collections.js';
import { createConnection, type Connection } from '../../src/stores/connection.js';
import { createDecisionJournal } from '../../src/stores/decisions/decision-journal.js';
import { createCatalogueStore } from '../../src/stores/facts/catalogue-store.js';
import type { StoreAddress } from '../../src/stores/open.js';
import { createServingStore } from '../../src/stores/serving-store.js';
import { createSnapshotSource, type SnapshotSource } from '../../src/stores/snapshot-source.js';

/** A command that read something, the collection it read, and how many documents came back. */
export interface CountedRead {
  readonly collection: string;
  readonly documents: number;
}

/** A server's view of a shop, with all that it reads counted. */
export interface CountedShop {
  readonly collections: Collections;
  readonly source: SnapshotSource;
  /** What was read since this was last cleared. */
  readonly reads: CountedRead[];
}

interface Batches {
  readonly cursor?: { readonly ns: string; readonly firstBatch?: readonly unknown[]; readonly nextBatch?: readonly unknown[] };
}

const countReads = ({ client }: Connection): CountedRead[] => {
  const reads: CountedRead[] = [];
  client.on('commandSucceeded', ({ reply }) => {
    // The driver does not type replies.
    const { cursor } = reply as Batches;
    if (cursor === undefined) return;
    const documents = (cursor.firstBatch ?? cursor.nextBatch ?? []).length;
    reads.push({ collection: cursor.ns.slice(cursor.ns.indexOf('.') + 1), documents });
  });
  return reads;
};

/** Opens counted views of shops, which are closed after the tests of a describe block. */
export const useCountedShops = (): ((address: StoreAddress) => CountedShop) => {
  const connections: Connection[] = [];
  afterAll(async () => {
    for (const { client } of connections) await client.close();
  });
  return ({ uri, database }) => {
    const connection = createConnection(uri, database, 'serving', () => undefined);
    connections.push(connection);
    const collections = collectionsOf(connection.db);
    const sources = {
      journal: createDecisionJournal(collections),
      serving: createServingStore(collections),
      catalogue: createCatalogueStore(collections),
    };
    return { collections, source: createSnapshotSource(collections, sources), reads: countReads(connection) };
  };
};
