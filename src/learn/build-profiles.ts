import { streamInChunks } from '../domain/facts/in-chunks.js';
import type { FactReader } from '../domain/facts/reading.js';
import type { ProfileWriter } from '../domain/personalisation/profile.js';
import { PROFILE_BATCH, refreshProfiles, type RefreshDeps } from '../domain/personalisation/refresh-profiles.js';

/** Batches under way at a time: while one is folded, another is read and a third is written. Each holds some MB. */
const BATCHES_AT_A_TIME = 3;

/** What building every profile reads and writes. */
export interface BuildingDeps extends Omit<RefreshDeps, 'facts'> {
  readonly facts: Pick<FactReader, 'customerIds' | 'customerFacts'>;
  readonly products: Pick<RefreshDeps['facts'], 'productsByIds'>;
  readonly profiles: ProfileWriter;
}

/**
 * Builds the profile of every customer with facts, and of every one with a profile, from facts alone; answers how many. Batches are of different
 * customers and each is refreshed as any other, so that several at a time are as safe as one.
 */
export const buildProfiles = async ({ facts, products, ...deps }: BuildingDeps, report: (done: number) => void): Promise<number> => {
  const batches = streamInChunks(facts.customerIds(), PROFILE_BATCH);
  const reading: RefreshDeps['facts'] = {
    customerFacts: (customerIds, bounds) => facts.customerFacts(customerIds, bounds),
    productsByIds: async (ids) => products.productsByIds(ids),
  };
  let done = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    for (let next = await batches.next(); !failed && next.done !== true; next = await batches.next()) {
      await refreshProfiles(next.value, { ...deps, facts: reading });
      done += next.value.length;
      report(done);
    }
  };
  const workers = Array.from({ length: BATCHES_AT_A_TIME }, async () => {
    try {
      await work();
    } catch (error) {
      failed = true;
      throw error;
    }
  });
  // All of them, so that nothing is under way any more when the failure of one is heard of.
  const endings = await Promise.allSettled(workers);
  const failure = endings.find((ending) => ending.status === 'rejected');
  if (failure === undefined) return done;
  await batches.return(undefined);
  throw failure.reason;
};
