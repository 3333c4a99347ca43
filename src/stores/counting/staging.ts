import { DAY_MS } from '../../domain/learning/decay.js';
import type { AggregatingDatabase, StagedIndex } from './database.js';

/** Collections of learning runs begin with this; what follows is when the run began and a number of its own. */
const PREFIX = 'learning_';

const GROUPS = '_groups';

/** After so long a run is taken for dead: what it left is removed by the next, and groups, which say who bought what, expire by themselves. */
const LEFT_AFTER_DAYS = 3;

const EXPIRY: StagedIndex = { key: { startedAt: 1 }, expireAfterSeconds: (LEFT_AFTER_DAYS * DAY_MS) / 1000 };

/** Whose groups an erasure removes is found by these. */
const BY_OWNER: readonly StagedIndex[] = [{ key: { owner: 1 } }, { key: { customers: 1 }, sparse: true }];

const BY_ANCHOR: StagedIndex = { key: { anchor: 1 } };

/** The names of a run's collections. */
export interface StagingNames {
  /** What they all begin with. */
  readonly run: string;
  readonly groups: string;
  /** Names one more collection of pairs, by its number. */
  pairs(slice: number): string;
}

/** Names the collections of a run that began then; `lot` tells it from others of the same moment. */
export const stagingNames = (startedAt: Date, lot: string): StagingNames => {
  const run = `${PREFIX}${startedAt.getTime()}_${lot}`;
  return { run, groups: run + GROUPS, pairs: (slice) => `${run}_pairs_${slice}` };
};

/** Names the collections of a shop that is made up to try the database: its groups are nobody's, and no erasure looks through them. */
export const probeNames = (startedAt: Date, lot: string): StagingNames => {
  const names = stagingNames(startedAt, lot);
  return { ...names, groups: `${names.run}_probe` };
};

/** Whether a collection of this name holds the groups of a run. */
export const isGroups = (name: string): boolean => name.startsWith(PREFIX) && name.endsWith(GROUPS);

/** Makes the empty collection that groups are put into. */
export const createGroups = async (database: AggregatingDatabase, { groups }: StagingNames): Promise<void> => database.create(groups, [EXPIRY, ...BY_OWNER]);

/** Makes an empty collection for pairs, which are read by anchor. */
export const createPairs = async (database: AggregatingDatabase, name: string): Promise<void> => database.create(name, [BY_ANCHOR]);

/** Removes a run's collections. */
export const dropStaging = async (database: AggregatingDatabase, { run }: StagingNames): Promise<void> => {
  for (const name of await database.collectionsNamed(run)) await database.drop(name);
};

const beganAt = (name: string): number => Number(name.slice(PREFIX.length).split('_')[0]);

/** Removes what runs left that were stopped. Those that may be under way are let be. */
export const dropLeftBehind = async (database: AggregatingDatabase, now: Date): Promise<void> => {
  for (const name of await database.collectionsNamed(PREFIX)) {
    if (beganAt(name) < now.getTime() - LEFT_AFTER_DAYS * DAY_MS) await database.drop(name);
  }
};
