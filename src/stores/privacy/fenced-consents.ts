import type { FactReader } from '../../domain/facts/reading.js';
import type { Consent, FactWriter, RecordingOutcome } from '../../domain/facts/recording.js';
import type { ProfileWriter } from '../../domain/personalisation/profile.js';
import { refreshProfiles } from '../../domain/personalisation/refresh-profiles.js';
import { OF_AN_ERASED_CUSTOMER, tracesOfCustomers, type Fence, type Tombstones } from '../../domain/privacy/fence.js';
import type { Collections } from '../collections.js';
import type { RefusedProfiles } from './refused-profiles.js';

interface FencedConsentsDeps {
  readonly consents: Collections['consents'];
  readonly fence: Fence;
  readonly refused: RefusedProfiles;
  readonly facts: FactReader;
  readonly profiles: ProfileWriter;
}

const REJECTED: RecordingOutcome = { kind: 'rejected', message: OF_AN_ERASED_CUSTOMER };

/**
 * Records decisions about personalisation but those of the erased, and what follows from them: the profile of who refuses goes at once, and that of
 * who consents again is made from the facts that are still held.
 */
export const createFencedConsents =
  (record: FactWriter['recordConsents'], { consents, fence, refused, facts, profiles }: FencedConsentsDeps): FactWriter['recordConsents'] =>
  async (batch: readonly Consent[]) => {
    if (batch.length === 0) return [];
    const customerIds = [...new Set(batch.map(({ customerId }) => customerId))];
    const look = fence.watch(tracesOfCustomers(customerIds));
    // Of whom is refused at once as well: an earlier attempt may have written, and failed before it could look again.
    const takeBack = async ({ isErased }: Tombstones): Promise<void> => {
      const erased = customerIds.filter((id) => isErased(id));
      if (erased.length > 0) await consents.deleteMany({ _id: { $in: erased } });
    };
    const before = await look();
    const allowed = batch.filter(({ customerId }) => !before.isErased(customerId));
    if (allowed.length === 0) {
      await takeBack(before);
      return batch.map(() => REJECTED);
    }
    const refusedBefore = await refused.refusing(customerIds);
    const written = (await record(allowed)).values();
    const after = await look();
    await takeBack(after);
    const refusing = await refused.refusing(customerIds);
    await refused.remove([...refusing]);
    await refreshProfiles([...refusedBefore].filter((id) => !refusing.has(id) && !after.isErased(id)), { facts, profiles });
    return batch.map(({ customerId }) => {
      const outcome = before.isErased(customerId) ? undefined : written.next().value;
      return outcome === undefined || after.isErased(customerId) ? REJECTED : outcome;
    });
  };
