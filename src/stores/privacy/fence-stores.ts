import type { FactReader } from '../../domain/facts/reading.js';
import type { FactWriter } from '../../domain/facts/recording.js';
import type { ServingLog } from '../../domain/measurement/measured-facts.js';
import type { ProfileWriter } from '../../domain/personalisation/profile.js';
import { refreshProfiles } from '../../domain/personalisation/refresh-profiles.js';
import type { Collections } from '../collections.js';
import { createFence } from './fence.js';
import { createFencedConsents } from './fenced-consents.js';
import { fencedFacts } from './fenced-facts.js';
import { fencedProfiles } from './fenced-profiles.js';
import { fencedServingLog } from './fenced-serving-log.js';
import { createRefusedProfiles } from './refused-profiles.js';
import type { Removals } from './removals.js';
import { createSettling } from './settling.js';

/** Stores that hold something about customers. */
interface PersonalStores<F> {
  readonly facts: F;
  readonly profiles: ProfileWriter;
  readonly servingLog: ServingLog;
}

/** The same stores, behind the fence: what must not be held does not get in, whoever writes. */
export const fenceStores = <F extends FactReader & FactWriter>(
  { facts, profiles: open, servingLog }: PersonalStores<F>,
  collections: Collections,
  { tombstones, facts: removable, visits, guests, served, exposures }: Removals,
  now: () => Date,
): PersonalStores<F> => {
  const fence = createFence(tombstones);
  const refused = createRefusedProfiles(collections);
  const profiles = fencedProfiles(open, { fence, refused });
  const recordConsents = createFencedConsents(facts.recordConsents, { ...{ consents: collections.consents, fence, refused }, facts, profiles });
  return {
    facts: fencedFacts(facts, {
      ...{ fence, removable, recordConsents },
      settling: createSettling({ tombstones, visits, guests, now }),
      refresh: async (customerIds) => refreshProfiles(customerIds, { facts, profiles }),
    }),
    profiles,
    servingLog: fencedServingLog(servingLog, { fence, served, exposures }),
  };
};
