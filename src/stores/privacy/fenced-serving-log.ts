import type { Exposure } from '../../domain/measurement/exposure.js';
import type { ServingLog } from '../../domain/measurement/measured-facts.js';
import { tracesOfCustomers, type Fence, type Tombstones } from '../../domain/privacy/fence.js';
import type { ExposureRemoval } from './exposure-removal.js';
import type { RemoveServed } from './served-removal.js';

interface FencedServingLogDeps {
  readonly fence: Fence;
  readonly served: RemoveServed;
  readonly exposures: ExposureRemoval;
}

const unitsOf = (lane: Exposure['lane'], exposures: readonly Exposure[]): readonly string[] => [
  ...new Set(exposures.flatMap((exposure) => (exposure.lane === lane ? [exposure.unitId] : []))),
];

/**
 * Notes of what was served, and to whom as part of a comparison, without those of the erased: they are left out in silence. What is left out is removed
 * as well: an earlier attempt may have written it, and failed before it could look again.
 */
export const fencedServingLog = (log: ServingLog, { fence, served, exposures }: FencedServingLogDeps): ServingLog => ({
  async recordServed(pages) {
    const customerIds = [...new Set(pages.flatMap(({ customerId }) => customerId ?? []))];
    if (customerIds.length === 0) return log.recordServed(pages);
    const look = fence.watch(tracesOfCustomers(customerIds));
    const before = await look();
    await log.recordServed(pages.filter(({ customerId }) => customerId === null || !before.isErased(customerId)));
    const after = await look();
    for (const customerId of customerIds) if (after.isErased(customerId)) await served(customerId);
  },

  async recordExposures(batch) {
    if (batch.length === 0) return;
    const [customerIds, sessionIds] = [unitsOf('PERSONALISATION', batch), unitsOf('CROSS_SELL', batch)];
    const look = fence.watch({ customerIds, sessionIds, orderIds: [], wishes: [] });
    const isErased = ({ lane, unitId }: Exposure, tombstones: Tombstones): boolean =>
      lane === 'PERSONALISATION' ? tombstones.isErased(unitId) : tombstones.isErasedVisit(unitId);
    const before = await look();
    const allowed = batch.filter((exposure) => !isErased(exposure, before));
    if (allowed.length > 0) await log.recordExposures(allowed);
    const after = allowed.length > 0 ? await look() : before;
    const overtaken = batch.filter((exposure) => isErased(exposure, after));
    if (overtaken.length === 0) return;
    await exposures.ofCustomers(unitsOf('PERSONALISATION', overtaken));
    await exposures.ofVisits(unitsOf('CROSS_SELL', overtaken));
  },
});
