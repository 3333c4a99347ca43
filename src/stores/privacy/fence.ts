import type { Fence, Tombstones, Wish } from '../../domain/privacy/fence.js';
import type { TombstoneKind } from '../../domain/privacy/tombstone.js';
import type { TombstoneStore } from './tombstone-store.js';

const NONE: Tombstones = { isErased: () => false, isErasedVisit: () => false, fencesOrders: () => false, erasedOrder: () => null, forgottenAt: () => null };

const keyOf = ({ customerId, productId }: Wish): string => JSON.stringify([customerId, productId]);

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
  watch: ({ customerIds, sessionIds, orderIds, wishes }) => {
    const hashed = <T>(kind: TombstoneKind, names: readonly T[], keyOf: (name: T) => string, partsOf: (name: T) => readonly string[]) =>
      once(async (): Promise<ReadonlyMap<string, string>> => {
        const ids = await store.idsOf(kind, names.map(partsOf));
        return new Map(names.map((name, index) => [keyOf(name), ids[index] ?? '']));
      });
    const named = (kind: TombstoneKind, names: readonly string[]) => hashed(kind, names, (name) => name, (name) => [name]);
    const orderedIn = orderIds.length === 0 ? [] : sessionIds;
    const [customers, visits] = [named('customer', customerIds), named('visit', sessionIds)];
    const [visitOrders, orders] = [named('visit-orders', orderedIn), named('order', orderIds)];
    const wanted = hashed('forgotten', wishes, keyOf, ({ customerId, productId }) => [customerId, productId]);
    const forgotten = async (): Promise<ReadonlyMap<string, string>> =>
      wishes.length > 0 && (await store.areAny('forgotten')) ? wanted() : new Map<string, string>();

    return async () => {
      if (!(await store.areAny())) return NONE;
      const [ofCustomers, ofVisits, ofVisitOrders, ofOrders, ofWishes] = await Promise.all([customers(), visits(), visitOrders(), orders(), forgotten()]);
      const found = await store.found([ofCustomers, ofVisits, ofVisitOrders, ofOrders, ofWishes].flatMap((ids) => [...ids.values()]));
      return {
        isErased: (customerId) => found.has(ofCustomers.get(customerId) ?? ''),
        isErasedVisit: (sessionId) => found.has(ofVisits.get(sessionId) ?? ''),
        fencesOrders: (sessionId) => found.has(ofVisitOrders.get(sessionId) ?? ''),
        erasedOrder: (orderId) => found.get(ofOrders.get(orderId) ?? '') ?? null,
        forgottenAt: (wish) => found.get(ofWishes.get(keyOf(wish)) ?? '') ?? null,
      };
    };
  },
});
