import type { CustomerFacts, FactReader, Grouped } from '../facts/reading.js';
import { foldProfile } from './fold-profile.js';
import type { ProfileWriter } from './profile.js';
import { boundsOf } from './profile-settings.js';

/** Most customers whose revisions are read together; their facts are read in parts that bound memory, and each part's profiles stored. */
export const PROFILE_BATCH = 500;

/** How often a profile is computed again because another writer was quicker. */
const MOST_TRIES = 10;

/** What refreshing profiles reads and writes. */
export interface RefreshDeps {
  readonly facts: Pick<FactReader, 'customerFacts'> & {
    /** The groups of these products; unknown ones are absent. */
    productsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, Grouped>>;
  };
  readonly profiles: ProfileWriter;
}

/** Other writers kept being quicker: the profiles named are theirs, made from facts at least as new as when this refresh began. */
export class ProfilesContended extends Error {
  readonly customerIds: readonly string[];

  constructor(customerIds: readonly string[]) {
    super(`${customerIds.length} behaviour profiles were written by others ${MOST_TRIES} times in a row`);
    this.name = 'ProfilesContended';
    this.customerIds = customerIds;
  }
}

const productIdsOf = (facts: readonly CustomerFacts[]): readonly string[] => {
  const ids = new Set<string>();
  for (const { orders, interactions } of facts) {
    for (const { lines } of orders) for (const { productId } of lines) ids.add(productId);
    for (const { productId } of interactions) if (productId !== null) ids.add(productId);
  }
  return [...ids];
};

/**
 * Computes and swaps in each profile once; answers the customers whose stored profile moved meanwhile.
 *
 * Revisions are read BEFORE facts, and that order makes lost updates impossible. Whoever records a fact writes it first and refreshes after.
 * Suppose a refresh missed that fact: then it had read the facts, and before them the revision, ahead of the fact's own refresh. If that one
 * swaps first, the revision has moved and this swap fails; if this one swaps first, the other's fails and is computed again. Either way the
 * last profile stored knows the fact. Read the other way round, a refresh could pair old facts with a new revision and win.
 */
const refreshOnce = async (customerIds: readonly string[], deps: RefreshDeps): Promise<readonly string[]> => {
  const { settings } = deps.profiles;
  const revisions = await deps.profiles.revisions(customerIds);
  const moved: string[] = [];
  for await (const facts of deps.facts.customerFacts(customerIds, boundsOf(settings))) {
    const products = await deps.facts.productsByIds(productIdsOf(facts));
    const swaps = facts.map((customer) => ({
      profile: foldProfile(customer, products, settings),
      expected: revisions.get(customer.customerId) ?? 0,
    }));
    moved.push(...(await deps.profiles.swap(swaps)));
  }
  return moved;
};

const refreshBatch = async (customerIds: readonly string[], deps: RefreshDeps): Promise<void> => {
  let remaining = customerIds;
  for (let attempt = 0; attempt < MOST_TRIES && remaining.length > 0; attempt += 1) {
    remaining = await refreshOnce(remaining, deps);
  }
  if (remaining.length > 0) throw new ProfilesContended(remaining);
};

/**
 * Computes the profiles of these customers again from their facts and stores them; a customer without facts gets an empty one.
 * Throws ProfilesContended when a profile could not be stored in ten tries.
 */
export const refreshProfiles = async (customerIds: readonly string[], deps: RefreshDeps): Promise<void> => {
  const distinct = [...new Set(customerIds)];
  for (let from = 0; from < distinct.length; from += PROFILE_BATCH) {
    await refreshBatch(distinct.slice(from, from + PROFILE_BATCH), deps);
  }
};
