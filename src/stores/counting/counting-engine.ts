import { randomBytes } from 'node:crypto';

import { MongoClient, MongoServerError } from 'mongodb';

import { CannotCount, type CountingEngine, type CountingPlan, type OpenGroups } from '../../domain/learning/database-counting.js';
import { isStoreFailure } from '../store-failure.js';
import { countedGroups } from './counted-groups.js';
import type { AggregatingDatabase } from './database.js';
import { groupFacts, type HugeGroups } from './group-facts.js';
import { aggregatingDatabase } from './mongo-database.js';
import { countsRightly } from './probe.js';
import { dropLeftBehind, dropStaging, probeNames, stagingNames } from './staging.js';

/** Where the shop's facts are. */
const FACTS = { orders: 'orders', interactions: 'interactions' };

/** A database to count on, until it is closed. */
export interface OpenDatabase {
  readonly database: AggregatingDatabase;
  close(): Promise<void>;
}

/**
 * A connection of its own: an aggregation over a large shop takes longer than any other command may. It reads where it writes, whatever the connection
 * string prefers: each step reads what the one before has just written.
 */
export const connectTo = ({ uri, database }: { readonly uri: string; readonly database: string }): OpenDatabase => {
  const client = new MongoClient(uri, { appName: 'tandem', readPreference: 'primary', maxPoolSize: 8, socketTimeoutMS: 0, serverSelectionTimeoutMS: 20_000 });
  return { database: aggregatingDatabase(client.db(database)), close: async () => client.close() };
};

const anyLot = (): string => randomBytes(6).toString('hex');

const check = async (database: AggregatingDatabase, startedAt: Date): Promise<void> => {
  const rightly = await countsRightly(database, probeNames(startedAt, anyLot()), startedAt).catch((error: unknown) => {
    if (!(error instanceof MongoServerError) || isStoreFailure(error)) throw error;
    throw new CannotCount(`it answered "${error.message}"`, error);
  });
  if (!rightly) throw new CannotCount('it counted a shop of two products wrongly');
};

/** Removes from the groups of a run, by the name of their collection, those of whom was erased while they were made. */
export type KeepOut = (groups: string) => Promise<unknown>;

interface Grouping {
  readonly plan: CountingPlan;
  readonly keepOut: KeepOut;
  readonly most: number | undefined;
  readonly onStep: ((done: number) => void) | undefined;
}

const group = async ({ database, close }: OpenDatabase, { plan, keepOut, most, onStep }: Grouping): Promise<OpenGroups> => {
  const names = stagingNames(plan.startedAt, anyLot());
  const clear = async (): Promise<void> => {
    try {
      await dropStaging(database, names);
    } finally {
      await close();
    }
  };
  let huge: HugeGroups;
  try {
    huge = await groupFacts(database, { facts: FACTS, names, plan, most, onStep });
    // An erasure removes the groups that are there; those that came later, of facts that were read before they went, are looked for here.
    await keepOut(names.groups);
  } catch (error) {
    // What went wrong first is what is worth knowing; what could not be removed expires, and goes with a later run.
    await clear().catch(() => undefined);
    throw error;
  }
  return { ...countedGroups(database, names, { plan, huge }), close: clear };
};

/** Has a shop's database count what learning needs. `open` connects; `now` dates what is staged; `most` is what a document is taken to hold. */
export const createCountingEngine = (open: () => OpenDatabase, now: () => Date, keepOut: KeepOut, most?: number): CountingEngine => {
  const withDatabase = async (use: (database: AggregatingDatabase) => Promise<void>): Promise<void> => {
    const { database, close } = open();
    try {
      await use(database);
    } finally {
      await close();
    }
  };
  return {
    check: async () => withDatabase(async (database) => check(database, now())),
    group: async (plan, onStep) => group(open(), { plan, keepOut, most, onStep }),
    sweep: async (at) => withDatabase(async (database) => dropLeftBehind(database, at)),
  };
};
