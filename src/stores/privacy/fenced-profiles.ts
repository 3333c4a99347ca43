import type { ProfileWriter } from '../../domain/personalisation/profile.js';
import { tracesOfCustomers, type Fence } from '../../domain/privacy/fence.js';
import type { RefusedProfiles } from './refused-profiles.js';

interface FencedProfilesDeps {
  readonly fence: Fence;
  readonly refused: RefusedProfiles;
}

/**
 * Profiles of those who may have one: who was erased or refused personalisation never gets one, not even an empty one, and one that is there goes.
 * To whoever wants to store it, it is as if it had been stored.
 */
export const fencedProfiles = (profiles: ProfileWriter, { fence, refused }: FencedProfilesDeps): ProfileWriter => ({
  settings: profiles.settings,
  revisions: profiles.revisions,

  async swap(swaps) {
    if (swaps.length === 0) return [];
    const customerIds = swaps.map(({ profile }) => profile.customerId);
    const look = fence.watch(tracesOfCustomers(customerIds));
    const removeBarred = async (): Promise<ReadonlySet<string>> => {
      const [tombstones, refusing] = await Promise.all([look(), refused.refusing(customerIds)]);
      const barred = customerIds.filter((id) => tombstones.isErased(id) || refusing.has(id));
      await refused.remove(barred);
      return new Set(barred);
    };
    const before = await removeBarred();
    const allowed = swaps.filter(({ profile }) => !before.has(profile.customerId));
    if (allowed.length === 0) return [];
    const moved = await profiles.swap(allowed);
    const after = await removeBarred();
    return moved.filter((customerId) => !after.has(customerId));
  },
});
