import type { ProductFinder } from '../domain/catalogue/product-finder.js';
import { DEFAULT_PROFILE_SETTINGS, type ProfileSettings } from '../domain/personalisation/profile-settings.js';
import { collectionsOf, ensureIndexes } from './collections.js';
import { connectTo, createCountingEngine } from './counting/counting-engine.js';
import { stagedGroupsIn } from './counting/staged-groups.js';
import { createConnection, type CommandObserver, type ConnectionPurpose } from './connection.js';
import { createCatalogueStore } from './facts/catalogue-store.js';
import { createDecisionJournal } from './decisions/decision-journal.js';
import { createDecisionStore } from './decisions/decision-store.js';
import { createFactStore } from './facts/fact-store.js';
import { createDayMarks } from './measurement/day-marks.js';
import { createDaySheetStore } from './measurement/day-sheet-store.js';
import { createMeasuredFacts } from './measurement/measured-facts.js';
import { createServingLog, createServingLogExpiry } from './measurement/serving-log.js';
import { createErasures } from './privacy/erasures.js';
import { fenceStores } from './privacy/fence-stores.js';
import { createReclaim } from './privacy/reclaim.js';
import { createRemovals } from './privacy/removals.js';
import { createModelStore } from './learned/model-store.js';
import { createPastModels } from './learned/past-models.js';
import { createProfileStore } from './profile-store.js';
import { createProposalStore } from './learned/proposal-store.js';
import { createServingStore } from './serving-store.js';
import { createSnapshotSource } from './snapshot-source.js';

/** How to reach a shop's database. */
export interface StoreAddress {
  readonly uri: string;
  readonly database: string;
}

/**
 * Opens the stores of a shop. The driver connects with the first command; `prepare` makes sure that the indexes are there.
 * Whatever is written of customers, their profiles are folded by `profileSettings`.
 */
export const openStores = (
  { uri, database }: StoreAddress,
  purpose: ConnectionPurpose = 'commands',
  observer?: CommandObserver,
  now: () => Date = () => new Date(),
  profileSettings: ProfileSettings = DEFAULT_PROFILE_SETTINGS,
) => {
  const { client, db } = createConnection(uri, database, purpose, observer);
  const collections = collectionsOf(db);
  const marks = createDayMarks(collections);
  const journal = createDecisionJournal(collections);
  const catalogue = createCatalogueStore(collections);
  const finder: ProductFinder = catalogue;
  const serving = createServingStore(collections);
  const removals = createRemovals(collections, marks, stagedGroupsIn(db));
  const open = {
    facts: createFactStore(collections, marks),
    profiles: createProfileStore(collections, profileSettings),
    servingLog: createServingLog(collections, marks),
  };
  return {
    ...fenceStores(open, collections, removals, now),
    erasures: createErasures(collections, removals, createReclaim({ uri, database })),
    measured: createMeasuredFacts(collections),
    sheets: createDaySheetStore(collections),
    expireServingLog: createServingLogExpiry(collections),
    models: createModelStore(collections, now),
    counting: createCountingEngine(() => connectTo({ uri, database }), now, removals.groupSweep.run),
    pastModels: createPastModels(collections),
    proposals: createProposalStore(collections, serving),
    decisions: createDecisionStore(collections, journal),
    finder,
    range: catalogue.range,
    serving,
    snapshots: createSnapshotSource(collections, { journal, serving, catalogue }),
    prepare: async (): Promise<void> => ensureIndexes(db),
    ping: async (): Promise<void> => {
      await db.command({ ping: 1 });
    },
    close: async (): Promise<void> => client.close(),
  };
};

/** The stores of a shop, the only code that knows MongoDB. */
export type Stores = ReturnType<typeof openStores>;
