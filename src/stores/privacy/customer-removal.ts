import type { Collections } from '../collections.js';
import type { ExposureRemoval } from './exposure-removal.js';
import type { FactRemoval, RemovableFacts } from './fact-removal.js';
import type { GroupRemoval } from './group-removal.js';
import type { GuestOrders } from './guest-orders.js';
import type { RemoveServed } from './served-removal.js';
import type { Removed } from './tombstone-store.js';
import type { RemoveVisits } from './visit-removal.js';

/** Removes all that is held of a customer whose tombstone is set; hears after each step what was removed by it. */
export type RemoveCustomer = (customerId: string, at: Date, onRemoved: (removed: Partial<Removed>) => Promise<void>) => Promise<void>;

interface Removals {
  readonly facts: FactRemoval;
  readonly visits: RemoveVisits;
  readonly guests: GuestOrders;
  readonly served: RemoveServed;
  readonly exposures: ExposureRemoval;
  readonly groups: GroupRemoval;
}

/**
 * A list of facts goes after what else was done in their visits: a process that dies in between finds the facts again, and by them the visits.
 */
export const createCustomerRemoval = ({ profiles, consents }: Pick<Collections, 'profiles' | 'consents'>, { facts, visits, guests, served, exposures, groups }: Removals): RemoveCustomer => {
  const removeFacts = async (
    kind: RemovableFacts,
    customerId: string,
    visited: (sessionIds: readonly string[]) => Promise<void>,
    removing: (ids: readonly string[]) => Promise<void>,
    removed: (count: number) => Promise<void>,
  ): Promise<void> => {
    for await (const batch of kind.find({ customerId })) {
      await visited([...new Set(batch.flatMap(({ sessionId }) => sessionId ?? []))]);
      const ids = batch.map(({ _id }) => _id);
      await removing(ids);
      await removed(await kind.remove(ids, { customerId }));
    }
  };

  return async (customerId, at, onRemoved) => {
    const visited = async (sessionIds: readonly string[]): Promise<void> => onRemoved(await visits(sessionIds, at));
    const ordered = async (sessionIds: readonly string[]): Promise<void> => {
      await visited(sessionIds);
      await onRemoved(await guests.remove(await guests.fence(customerId, sessionIds, at)));
    };
    // An order may have been somebody else's, or nobody's, when it was grouped.
    const grouped = async (orderIds: readonly string[]): Promise<void> => onRemoved({ learningGroups: await groups.ofOrders(orderIds) });
    await removeFacts(facts.orders, customerId, ordered, grouped, async (orders) => onRemoved({ orders }));
    await removeFacts(facts.interactions, customerId, visited, async () => undefined, async (interactions) => onRemoved({ interactions }));
    await onRemoved({ learningGroups: await groups.ofCustomer(customerId) });
    await onRemoved({ profiles: (await profiles.deleteMany({ _id: customerId })).deletedCount });
    await onRemoved({ consents: (await consents.deleteMany({ _id: customerId })).deletedCount });
    await onRemoved({ servedLists: await served(customerId) });
    await onRemoved({ exposures: await exposures.ofCustomers([customerId]) });
  };
};
