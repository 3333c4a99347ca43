import DataLoader from 'dataloader';

import type { ProductFacts } from '../domain/catalogue/product.js';
import type { CoPurchaseStats } from '../domain/learning/model.js';
import type { DecidedPair } from '../domain/merchandising/decided-pair.js';
import type { BehaviourProfile } from '../domain/personalisation/profile.js';
import type { SimilarProducts } from '../domain/serving/similar-products.js';
import type { Deadline, ServingStore } from './serving-store.js';
import { createTurns, type Turns } from './turns.js';

/** A read of many ids that joins all the reads of the same kind that a request makes at the same time. */
export type LoadMany<T> = (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>;

/** No id is empty, so this key asks for nothing but takes part in the batch. */
const NOTHING = '';

/**
 * One DataLoader keyed by bare ids: arguments are applied after loading, so that two aliases with different arguments share one batch.
 * Every caller waits for the batch of its turn even with no ids to read, which keeps the entities of a request in step: those with
 * nothing to read in one phase would otherwise run ahead and read in a batch of their own in the next.
 */
const joinReads = <T>(turns: Turns, readMany: LoadMany<T>): LoadMany<T> => {
  const loader = new DataLoader<string, T | null>(
    async (keys) => {
      const ids = keys.filter((key) => key !== NOTHING);
      const found: ReadonlyMap<string, T> = ids.length === 0 ? new Map() : await turns.during(readMany(ids));
      return keys.map((key) => found.get(key) ?? null);
    },
    { maxBatchSize: Number.POSITIVE_INFINITY, batchScheduleFn: turns.schedule },
  );
  return async (ids) => {
    const wanted = [...new Set(ids)];
    // The cache would answer the empty key at once the second time, ahead of the batch.
    loader.clear(NOTHING);
    const values = await Promise.all([...wanted, NOTHING].map((id) => loader.load(id)));
    const found = new Map<string, T>();
    wanted.forEach((id, index) => {
      const value = values[index];
      if (value !== undefined && value !== null) found.set(id, value);
    });
    return found;
  };
};

/** The loaders of one request. */
export interface Loaders {
  readonly products: LoadMany<ProductFacts>;
  readonly coPurchase: LoadMany<CoPurchaseStats>;
  readonly similarity: LoadMany<SimilarProducts>;
  readonly decidedPairs: LoadMany<readonly DecidedPair[]>;
  readonly profiles: LoadMany<BehaviourProfile>;
  readonly consents: LoadMany<boolean>;
}

/** Fresh loaders for one request; statistics are those of one published version, none before the first learning. */
export const createLoaders = (store: ServingStore, version: string | null, deadline: Deadline): Loaders => {
  const turns = createTurns();
  const learned =
    <T>(read: (version: string, ids: readonly string[], deadline: Deadline) => Promise<ReadonlyMap<string, T>>): LoadMany<T> =>
    async (ids) =>
      version === null ? new Map<string, T>() : read(version, ids, deadline);
  return {
    products: joinReads(turns, async (ids) => store.products(ids, deadline)),
    coPurchase: joinReads(turns, learned(store.coPurchase)),
    similarity: joinReads(turns, learned(store.similarity)),
    decidedPairs: joinReads(turns, async (ids) => store.decidedPairs(ids, deadline)),
    profiles: joinReads(turns, async (ids) => store.profiles(ids, deadline)),
    consents: joinReads(turns, async (ids) => store.consents(ids, deadline)),
  };
};
