import type { Collections } from '../collections.js';

/** Profiles of customers who refused personalisation: there must be none. */
export interface RefusedProfiles {
  /** Those of these customers who refuse now. Who never decided does not refuse. */
  refusing(customerIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Removes the profiles of these customers. */
  remove(customerIds: readonly string[]): Promise<void>;
}

/** Consents are read where they are written: a copy that lags behind would let a profile be made again. */
export const createRefusedProfiles = ({ consents, profiles }: Pick<Collections, 'consents' | 'profiles'>): RefusedProfiles => ({
  async refusing(customerIds) {
    const filter = { _id: { $in: [...customerIds] }, consent: false };
    const found = await consents.find(filter, { projection: { _id: 1 }, readPreference: 'primary', batchSize: 5_000 }).toArray();
    return new Set(found.map(({ _id }) => _id));
  },

  async remove(customerIds) {
    if (customerIds.length > 0) await profiles.deleteMany({ _id: { $in: [...customerIds] } });
  },
});
