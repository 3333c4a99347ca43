import { afterAll, beforeAll } from 'vitest';

import type { CountingPlan } from '../../src/domain/learning/database-counting.js';
import { DEFAULT_LEARNING_SETTINGS } from '../../src/domain/learning/settings.js';
import { windowEnding } from '../../src/domain/learning/window.js';
import { collectionsOf, ensureIndexes, type Collections } from '../../src/stores/collections.js';
import { createConnection, type Connection } from '../../src/stores/connection.js';
import type { GroupDocument } from '../../src/stores/counting/counting-documents.js';
import { groupFacts } from '../../src/stores/counting/group-facts.js';
import { type StagedGroups, stagedGroupsIn } from '../../src/stores/counting/staged-groups.js';
import { stagingNames } from '../../src/stores/counting/staging.js';
import { NOW } from './builders.js';
import { holding, personalStoresOver } from './fenced-stores.js';
import { MingoDatabase } from './mingo-database.js';
import { openThrowAwayStore } from './store.js';

const FACTS = { orders: 'orders', interactions: 'interactions' };

const planAt = (at: Date): CountingPlan => ({
  windows: { orders: windowEnding(at, 400), interactions: windowEnding(at, 400), asOf: at },
  settings: { ...DEFAULT_LEARNING_SETTINGS, basketCap: 2 },
  startedAt: at,
});

/** Puts the shop's facts into groups, by the code of a learning run, and leaves them as one does that is killed. Answers the name of their collection. */
const stage = async (collections: Collections, staged: StagedGroups, lot: string, at: Date): Promise<string> => {
  const database = new MingoDatabase();
  for (const name of ['orders', 'interactions'] as const) await database.insert(name, await collections[name].find({}).toArray());
  const names = stagingNames(at, lot);
  await groupFacts(database, { facts: FACTS, names, plan: planAt(at) });
  // What the pipelines make is what the documents are.
  await staged.named(names.groups).insertMany(database.documentsOf(names.groups) as unknown as GroupDocument[]);
  return names.groups;
};

/** A shop in a throw-away database, beside groups that learning runs have left there. */
export const useStagedShop = () => {
  let store: Awaited<ReturnType<typeof openThrowAwayStore>> | undefined;
  let connection: Connection | undefined;
  beforeAll(async () => {
    store = await openThrowAwayStore();
    connection = createConnection(store.address.uri, store.address.database, 'commands');
    await ensureIndexes(connection.db);
  });
  afterAll(async () => {
    await connection?.client.close();
    await store?.close();
  });
  return () => {
    if (connection === undefined) throw new Error('The shop is open only inside tests');
    const collections = collectionsOf(connection.db);
    const staged = stagedGroupsIn(connection.db);
    const groupsOf = async (name: string): Promise<readonly string[]> => (await staged.named(name).find({}).toArray()).map((group) => JSON.stringify(group));
    return {
      ...personalStoresOver(collections, staged),
      collections,
      staged,
      stage: async (lot: string, at: Date = NOW) => stage(collections, staged, lot, at),
      /** The names of groups in which a text occurs. */
      groupsHolding: async (name: string, text: string) =>
        (await staged.named(name).find({}).toArray()).flatMap((group) => (JSON.stringify(group).includes(text) ? [group._id] : [])).toSorted(),
      /** Documents of all kinds in which a text occurs. */
      allHolding: async (text: string) => {
        const groups = await Promise.all((await staged.all()).map(async ({ collectionName }) => groupsOf(collectionName)));
        return [...(await holding(collections, text)), ...groups.flat().filter((group) => group.includes(text))];
      },
    };
  };
};
