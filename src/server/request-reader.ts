import type { ServingReader, Unreadable } from '../domain/serving/reader.js';
import type { Snapshot } from '../domain/serving/snapshot.js';
import type { LoadMany, Loaders } from '../stores/loaders.js';

/** Throws when the request's time is over: thousands of lists in one request are then given up instead of keeping all others waiting. */
export type CheckTime = () => void;

/** Tells of a read that failed, so that it is logged and counted once. */
export type OnUnreadable = (name: Unreadable, error: unknown) => void;

/**
 * What one request reads, through its loaders. A store that is slow or down costs its part of the answer and nothing else:
 * the catalogue's place is taken by what memory holds, everything else is done without.
 */
export const createRequestReader = (
  loaders: Loaders,
  snapshot: Snapshot,
  onUnreadable: OnUnreadable,
  checkTime: CheckTime = () => undefined,
): ServingReader => {
  const unreadable = new Set<Unreadable>();

  const orWithout =
    <T>(name: Unreadable, load: LoadMany<T>, without: LoadMany<T> = async () => new Map<string, T>()): LoadMany<T> =>
    async (ids) => {
      checkTime();
      const found = await load(ids).catch((error: unknown) => {
        if (!unreadable.has(name)) onUnreadable(name, error);
        unreadable.add(name);
        return without(ids);
      });
      checkTime();
      return found;
    };

  const fromMemory: LoadMany<ReturnType<Snapshot['knownProducts']['get']> & object> = async (ids) =>
    new Map(
      ids.flatMap((id) => {
        const product = snapshot.knownProducts.get(id);
        return product === undefined ? [] : [[id, product] as const];
      }),
    );

  return {
    products: orWithout('catalogue', loaders.products, fromMemory),
    coPurchase: orWithout('copurchase_stats', loaders.coPurchase),
    similarity: orWithout('similarity_stats', loaders.similarity),
    decidedPairs: orWithout('decided_pairs', loaders.decidedPairs),
    profiles: orWithout('behaviour_profiles', loaders.profiles),
    consents: orWithout('consents', loaders.consents),
    unreadable,
  };
};
