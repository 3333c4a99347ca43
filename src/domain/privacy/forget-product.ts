import { checkId } from '../facts/check-text.js';
import type { Problem } from '../facts/problem.js';
import { refreshProfiles, type RefreshDeps } from '../personalisation/refresh-profiles.js';
import type { Erasures } from './erasure.js';

/** What forgetting reads and writes. */
export interface ForgettingDeps extends RefreshDeps {
  readonly erasures: Pick<Erasures, 'forget'>;
  readonly now: Date;
}

/** How many interactions were removed, or everything that is wrong with what was asked. */
export type Forgotten = { readonly ok: true; readonly interactions: number } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Forgets what a customer saw, clicked or rated of a product, and computes their profile again without it. What they bought stays. Can be stopped
 * anywhere and done again; the profile is computed again even where nothing is left to remove.
 */
export const forgetProduct = async (input: { readonly customerId: unknown; readonly productId: unknown }, deps: ForgettingDeps): Promise<Forgotten> => {
  const problems: Problem[] = [];
  const customerId = checkId(input.customerId, 'customerId', problems);
  const productId = checkId(input.productId, 'productId', problems);
  if (problems.length > 0) return { ok: false, problems };
  const interactions = await deps.erasures.forget(customerId, productId, deps.now);
  await refreshProfiles([customerId], deps);
  return { ok: true, interactions };
};
