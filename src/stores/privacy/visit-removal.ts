import type { ExposureRemoval } from './exposure-removal.js';
import type { FactRemoval, RemovableFacts } from './fact-removal.js';
import type { Removed, TombstoneStore } from './tombstone-store.js';

/** What was removed of visits. */
export type RemovedOfVisits = Pick<Removed, 'orders' | 'interactions' | 'exposures'>;

/** Removes visits: what nobody known did in them, and their part in comparisons. */
export type RemoveVisits = (sessionIds: readonly string[], at: Date) => Promise<RemovedOfVisits>;

/** Sets the visits' tombstones first, so that what comes in while it looks is removed by whoever writes it. */
export const createVisitRemoval = (facts: FactRemoval, exposures: ExposureRemoval, tombstones: TombstoneStore): RemoveVisits => {
  const removeFrom = async (kind: RemovableFacts, sessionIds: readonly string[]): Promise<number> => {
    const anonymous = { customerId: null, sessionId: { $in: [...sessionIds] } };
    let removed = 0;
    for await (const batch of kind.find(anonymous)) removed += await kind.remove(batch.map(({ _id }) => _id), anonymous);
    return removed;
  };

  return async (sessionIds, at) => {
    if (sessionIds.length === 0) return { orders: 0, interactions: 0, exposures: 0 };
    await tombstones.set('visit', await tombstones.idsOf('visit', sessionIds.map((id) => [id])), at);
    return {
      orders: await removeFrom(facts.orders, sessionIds),
      interactions: await removeFrom(facts.interactions, sessionIds),
      exposures: await exposures.ofVisits(sessionIds),
    };
  };
};
