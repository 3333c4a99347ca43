import { collectionsOf, ensureIndexes } from './collections.js';
import { createConnection, type CommandObserver, type ConnectionPurpose } from './connection.js';
import { createCatalogueStore } from './catalogue-store.js';
import { createFactStore } from './fact-store.js';
import { createModelStore } from './model-store.js';
import { createProfileStore } from './profile-store.js';
import { createRuleStore } from './rule-store.js';
import { createServingStore } from './serving-store.js';
import { createSnapshotSource } from './snapshot-source.js';

/** How to reach a shop's database. */
export interface StoreAddress {
  readonly uri: string;
  readonly database: string;
}

/** Opens the stores of a shop. The driver connects with the first command; `prepare` makes sure that the indexes are there. */
export const openStores = (
  { uri, database }: StoreAddress,
  purpose: ConnectionPurpose = 'commands',
  observer?: CommandObserver,
  now: () => Date = () => new Date(),
) => {
  const { client, db } = createConnection(uri, database, purpose, observer);
  const collections = collectionsOf(db);
  const rules = createRuleStore(collections);
  const serving = createServingStore(collections);
  return {
    facts: createFactStore(collections),
    models: createModelStore(collections, now),
    profiles: createProfileStore(collections),
    rules,
    serving,
    snapshots: createSnapshotSource(collections, { rules, serving, catalogue: createCatalogueStore(collections) }),
    prepare: async (): Promise<void> => ensureIndexes(db),
    ping: async (): Promise<void> => {
      await db.command({ ping: 1 });
    },
    close: async (): Promise<void> => client.close(),
  };
};

/** The stores of a shop, the only code that knows MongoDB. */
export type Stores = ReturnType<typeof openStores>;
