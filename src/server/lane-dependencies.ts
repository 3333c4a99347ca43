import type { ProposedPairsDependencies } from '../domain/cross-sell/proposed-pairs.js';
import type { ReplayDependencies } from '../domain/cross-sell/replay-complements.js';
import type { PersonalDependencies } from '../domain/personalisation/picks-for.js';
import type { ServingReader, Unreadable } from '../domain/serving/reader.js';
import type { Snapshot } from '../domain/serving/snapshot.js';
import { createLoaders } from '../stores/loaders.js';
import type { Deadline } from '../stores/serving-store.js';
import type { BaseRequestContext } from './context.js';
import { codedError } from './errors.js';
import { DEADLINE_EXCEEDED } from './refusals.js';
import type { ShopAccess } from './request-context.js';
import { createRequestReader } from './request-reader.js';

const currentOf = ({ snapshots }: ShopAccess): Snapshot => {
  const snapshot = snapshots.current();
  if (snapshot === null) throw codedError('STORE_UNAVAILABLE', 'The shop has not been read yet; try again in a moment');
  return snapshot;
};

const deadlineOf = ({ signal }: BaseRequestContext, { settings }: ShopAccess): Deadline => ({ maxTimeMS: settings.readDeadlineMs, signal });

/** Reads statistics of one version, none for null; what cannot be read is done without, and said so in the answer. */
const readerOf = (version: string | null, snapshot: Snapshot, base: BaseRequestContext, shop: ShopAccess): ServingReader => {
  const onUnreadable = (name: Unreadable, error: unknown): void => {
    base.degraded.add(name);
    base.cachePolicy.forbid();
    base.logFault(error, { unreadable: name });
  };
  const checkTime = (): void => {
    if (base.isOver()) throw codedError('DEADLINE_EXCEEDED', DEADLINE_EXCEEDED.message);
  };
  return createRequestReader(createLoaders(shop.serving, version, deadlineOf(base, shop)), snapshot, onUnreadable, checkTime);
};

/** What the lanes need of the shop as it is. Throws STORE_UNAVAILABLE while it has never been read, as do the others. */
export const lanesOf = (base: BaseRequestContext, shop: ShopAccess): PersonalDependencies => {
  const snapshot = currentOf(shop);
  return {
    snapshot,
    reader: readerOf(snapshot.model?.version ?? null, snapshot, base, shop),
    now: base.now,
    idSalt: shop.settings.idSalt,
    settings: shop.settings,
    exposed: (exposure) => shop.recorder.exposed(exposure),
  };
};

/** What looking through proposed pairs needs. */
export const proposalsOf = (base: BaseRequestContext, shop: ShopAccess): ProposedPairsDependencies => ({
  model: currentOf(shop).model,
  reading: shop.proposals.within(deadlineOf(base, shop)),
});

/** What deciding a list of the past needs. */
export const replayOf = (base: BaseRequestContext, shop: ShopAccess): ReplayDependencies => {
  const snapshot = currentOf(shop);
  return {
    decisions: shop.decisions,
    models: shop.pastModels.within(deadlineOf(base, shop)),
    finder: shop.finder,
    range: shop.range,
    readerOf: (version) => readerOf(version, snapshot, base, shop),
    idSalt: shop.settings.idSalt,
  };
};
