import type { ProductFacts } from '../catalogue/product.js';
import type { ApplicableRule } from '../merchandising/in-force/rule-index.js';
import type { BehaviourProfile } from '../personalisation/profile.js';
import { mayNotPersonalise } from '../ranking/rule-selection.js';
import type { Snapshot } from '../serving/snapshot.js';
import { chooseCopy } from './choose-copy.js';
import type { CopyVariant } from './copy-variant.js';
import { favouritesOf } from './favourites.js';

/** What texts for a customer are chosen by: only to be made where the list is personal. */
export interface CopyScene {
  readonly profile: BehaviourProfile;
  readonly snapshot: Pick<Snapshot, 'copy' | 'categoryPaths'>;
  /** The rules in force for the list. */
  readonly rules: readonly ApplicableRule[];
}

/** No texts: what a list that is not personal carries. */
export const NO_COPY: ReadonlyMap<string, CopyVariant> = new Map();

/**
 * The approved text for this customer of each of the products, by product id; absent where there is none or a NEVER_PERSONALISE rule covers
 * the product. From memory alone.
 */
export const copyOf = (products: readonly ProductFacts[], { profile, snapshot, rules }: CopyScene): ReadonlyMap<string, CopyVariant> => {
  const written = products.filter(({ id }) => snapshot.copy.has(id));
  if (written.length === 0) return NO_COPY;
  const { categoryPaths } = snapshot;
  const reader = { favourites: favouritesOf(profile, categoryPaths, rules), typicalPrice: profile.typicalPrice, categoryPaths };
  return new Map(
    written.flatMap((product) => {
      const copy = mayNotPersonalise(product, rules) ? null : chooseCopy(snapshot.copy.get(product.id) ?? [], reader);
      return copy === null ? [] : [[product.id, copy] as const];
    }),
  );
};
