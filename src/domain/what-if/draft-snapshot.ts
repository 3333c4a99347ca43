import type { ProductFacts } from '../catalogue/product.js';
import type { ProductFinder } from '../catalogue/product-finder.js';
import { overlayRule } from '../merchandising/in-force/overlay-rule.js';
import { bestOf, salesRanks } from '../merchandising/in-force/products-of-rule.js';
import type { MerchandisingRule } from '../merchandising/rule.js';
import { candidateSelectors } from '../merchandising/in-force/rules-needing-products.js';
import type { Snapshot } from '../serving/snapshot.js';

/** What a rule's selector finds in the catalogue, exactly as serving looks it up: the whole of what matches is looked at, once. */
const productsFound = async (
  draft: MerchandisingRule,
  snapshot: Snapshot,
  finder: ProductFinder,
): Promise<readonly ProductFacts[]> => {
  const [searched] = candidateSelectors([draft]);
  return searched === undefined ? [] : bestOf(finder.matching(searched.selector), salesRanks(snapshot.popularity));
};

/** The shop as it would be if the draft were approved, instead of the rule that it replaces. */
export const snapshotWith = async (
  snapshot: Snapshot,
  draft: MerchandisingRule,
  replaces: string | null,
  finder: ProductFinder,
): Promise<Snapshot> => {
  const [found, named] = await Promise.all([
    productsFound(draft, snapshot, finder),
    finder.productsByIds(draft.then?.productIds ?? []),
  ]);
  return {
    ...snapshot,
    rules: overlayRule(snapshot.rules, draft, replaces),
    ruleProducts: new Map([...snapshot.ruleProducts, [draft.id, found.map(({ id }) => id)]]),
    knownProducts: new Map([...snapshot.knownProducts, ...named, ...found.map((product) => [product.id, product] as const)]),
  };
};
