import type { ExposureRemoval } from './exposure-removal.js';
import type { RemovableFacts } from './fact-removal.js';
import type { GroupRemoval } from './group-removal.js';
import type { Removed, TombstoneStore } from './tombstone-store.js';

/** What was removed of visits. */
export type RemovedOfVisits = Pick<Removed, 'interactions' | 'exposures' | 'learningGroups'>;

/** Removes visits: what nobody known did in them, and their part in comparisons. Orders are none of its business. */
export type RemoveVisits = (sessionIds: readonly string[], at: Date) => Promise<RemovedOfVisits>;

/** Sets the visits' tombstones first, so that what comes in while it looks is removed by whoever writes it. */
export const createVisitRemoval =
  (interactions: RemovableFacts, exposures: ExposureRemoval, groups: Pick<GroupRemoval, 'ofVisits'>, tombstones: TombstoneStore): RemoveVisits =>
  async (sessionIds, at) => {
    if (sessionIds.length === 0) return { interactions: 0, exposures: 0, learningGroups: 0 };
    await tombstones.set('visit', await tombstones.idsOf('visit', sessionIds.map((id) => [id])), at);
    const learningGroups = await groups.ofVisits(sessionIds);
    const anonymous = { customerId: null, sessionId: { $in: [...sessionIds] } };
    let removed = 0;
    for await (const batch of interactions.find(anonymous)) removed += await interactions.remove(batch.map(({ _id }) => _id), anonymous);
    return { interactions: removed, exposures: await exposures.ofVisits(sessionIds), learningGroups };
  };
