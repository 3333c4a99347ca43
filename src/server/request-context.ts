import type { FactReader } from '../domain/facts/reading.js';
import type { FactWriter } from '../domain/facts/recording.js';
import type { ProfileWriter } from '../domain/personalisation/profile.js';
import type { ShopSettings } from './shop-settings.js';
import type { BaseRequestContext } from './context.js';
import { codedError } from './errors.js';
import { DEADLINE_EXCEEDED } from './refusals.js';
import type { PersonalDependencies } from '../domain/personalisation/picks-for.js';
import type { Unreadable } from '../domain/serving/reader.js';
import { createLoaders } from '../stores/loaders.js';
import type { ServingStore } from '../stores/serving-store.js';
import { createRequestReader } from './request-reader.js';
import type { SnapshotHolder } from './snapshot-holder.js';

/** What resolvers work with. */
export interface RequestContext extends BaseRequestContext {
  /**
   * What the lanes need, made once per request. `products` is how many a list is asked about: its anchors or candidates, at least 1.
   * Throws LIMIT_EXCEEDED when a request's lists ask about too many together, STORE_UNAVAILABLE while the shop has never been read.
   */
  lanes(products: number): PersonalDependencies;
  readonly facts: FactReader & FactWriter;
  readonly profiles: ProfileWriter;
  readonly settings: ShopSettings;
}

/** What all requests share. */
export interface ShopAccess {
  readonly snapshots: Pick<SnapshotHolder, 'current'>;
  readonly serving: ServingStore;
  readonly facts: FactReader & FactWriter;
  readonly profiles: ProfileWriter;
  readonly settings: ShopSettings;
}

/** Products that all lists of one request may be asked about together: more would keep other requests waiting. */
const MOST_PRODUCTS_ASKED = 10_000;

const makeLanes = (base: BaseRequestContext, shop: ShopAccess): PersonalDependencies => {
  const snapshot = shop.snapshots.current();
  if (snapshot === null) throw codedError('STORE_UNAVAILABLE', 'The shop has not been read yet; try again in a moment');
  const loaders = createLoaders(shop.serving, snapshot.model?.version ?? null, {
    maxTimeMS: shop.settings.readDeadlineMs,
    signal: base.signal,
  });
  const onUnreadable = (name: Unreadable, error: unknown): void => {
    base.degraded.add(name);
    base.cachePolicy.forbid();
    base.logFault(error, { unreadable: name });
  };
  const checkTime = (): void => {
    if (base.isOver()) throw codedError('DEADLINE_EXCEEDED', DEADLINE_EXCEEDED.message);
  };
  return {
    snapshot,
    reader: createRequestReader(loaders, snapshot, onUnreadable, checkTime),
    now: base.now,
    idSalt: shop.settings.idSalt,
    settings: shop.settings,
  };
};

/** Adds to a request what resolvers need: fresh loaders, one snapshot. */
export const createRequestContext = (base: BaseRequestContext, shop: ShopAccess): RequestContext => {
  let lanes: PersonalDependencies | null = null;
  let asked = 0;
  return {
    ...base,
    lanes: (products) => {
      asked += products;
      if (asked > MOST_PRODUCTS_ASKED)
        throw codedError('LIMIT_EXCEEDED', `The lists of one request may be asked about ${String(MOST_PRODUCTS_ASKED)} products together`);
      return (lanes ??= makeLanes(base, shop));
    },
    facts: shop.facts,
    profiles: shop.profiles,
    settings: shop.settings,
  };
};
