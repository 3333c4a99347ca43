import type { Order } from '../../domain/facts/order.js';
import {
  ordersToErase,
  visitsToErase,
  visitsToFence,
  withFenced,
  withOrders,
  withoutFenced,
  withVisits,
  type Tombstones,
} from '../../domain/privacy/fence.js';
import type { Removals } from './removals.js';

type SettlingDeps = Pick<Removals, 'tombstones' | 'visits' | 'guests'> & { readonly now: () => Date };
type Fact = Pick<Order, 'customerId' | 'sessionId'>;

/** Erases what facts of erased customers show to be theirs as well; answers the tombstones with those that it set. */
export interface Settling {
  /** Visits that facts name. */
  visits(facts: readonly Fact[], tombstones: Tombstones): Promise<Tombstones>;
  /** Visits that orders name, orders without a name in them, and older versions of the orders themselves. */
  orders(orders: readonly Order[], tombstones: Tombstones): Promise<Tombstones>;
}

/**
 * A visit that a fact of an erased customer names is erased as well: had the fact come before the erasure, the visit would be gone, and which of the
 * two comes first must not matter. The same holds for an order that was somebody else's, or nobody's, before it was theirs.
 */
export const createSettling = ({ tombstones: store, visits, guests, now }: SettlingDeps): Settling => {
  const settleVisits = async (facts: readonly Fact[], tombstones: Tombstones): Promise<Tombstones> => {
    const known = visitsToErase(facts, tombstones);
    await visits(known, now());
    return withVisits(tombstones, known);
  };

  const settleVersions = async (orders: readonly Order[], tombstones: Tombstones): Promise<Tombstones> => {
    const versions = ordersToErase(orders, tombstones);
    const ids = await store.idsOf('order', [...versions.keys()].map((id) => [id]));
    await store.extend('order', new Map([...versions.values()].map((until, index) => [ids[index] ?? '', until])));
    return withOrders(tombstones, versions);
  };

  const settleGuests = async (orders: readonly Order[], tombstones: Tombstones): Promise<Tombstones> => {
    const fenced: string[] = [];
    for (const [customerId, sessionIds] of visitsToFence(orders, tombstones)) fenced.push(...(await guests.fence(customerId, sessionIds, now())));
    await guests.remove(fenced);
    const all = withFenced(tombstones, fenced);
    const refused = orders.flatMap(({ id, customerId, sessionId }) => (customerId === null && sessionId !== null && all.fencesOrders(sessionId) ? [{ id, sessionId }] : []));
    return withoutFenced(all, await guests.refuse(refused));
  };

  return {
    visits: settleVisits,
    orders: async (orders, tombstones) => settleGuests(orders, await settleVersions(orders, await settleVisits(orders, tombstones))),
  };
};
