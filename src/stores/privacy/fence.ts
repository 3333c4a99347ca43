import type { Fence, Tombstones, Wish } from '../../domain/privacy/fence.js';
import type { TombstoneStore } from './tombstone-store.js';

const NONE: Tombstones = { isErased: () => false, isErasedVisit: () => false, forgottenAt: () => null };

const keyOf = ({ customerId, productId }: Wish): string => JSON.stringify([customerId, productId]);

const byName = (names: readonly string[], ids: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name, index) => [name, ids[index] ?? '']));

/** Runs once, the first time it is asked for. */
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return async () => (made ??= make());
};

/**
 * Looks for tombstones: one read while there are none at all, three otherwise, whatever the number of traces. Wishes are many, and hashed only where
 * anything was ever forgotten.
 */
export const createFence = (store: Pick<TombstoneStore, 'idsOf' | 'areAny' | 'found'>): Fence => ({
  watch: ({ customerIds, sessionIds, wishes }) => {
    const customers = once(async () => byName(customerIds, await store.idsOf('customer', customerIds.map((id) => [id]))));
    const visits = once(async () => byName(sessionIds, await store.idsOf('visit', sessionIds.map((id) => [id]))));
    const wanted = once(async () =>
      byName(wishes.map(keyOf), await store.idsOf('forgotten', wishes.map(({ customerId, productId }) => [customerId, productId]))),
    );
    const forgotten = async (): Promise<ReadonlyMap<string, string>> =>
      wishes.length > 0 && (await store.areAny('forgotten')) ? wanted() : new Map<string, string>();

    return async () => {
      if (!(await store.areAny())) return NONE;
      const [ofCustomers, ofVisits, ofWishes] = await Promise.all([customers(), visits(), forgotten()]);
      const found = await store.found([...ofCustomers.values(), ...ofVisits.values(), ...ofWishes.values()]);
      return {
        isErased: (customerId) => found.has(ofCustomers.get(customerId) ?? ''),
        isErasedVisit: (sessionId) => found.has(ofVisits.get(sessionId) ?? ''),
        forgottenAt: (wish) => found.get(ofWishes.get(keyOf(wish)) ?? '') ?? null,
      };
    };
  },
});
