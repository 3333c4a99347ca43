import type { ProductFinder } from '../../catalogue/product-finder.js';
import type { ProductFacts } from '../../catalogue/product.js';
import type { Popularity } from '../../learning/model.js';
import { bestOf, salesRanks } from './products-of-rule.js';
import { candidateSelectors } from './rules-needing-products.js';
import type { MerchandisingRule } from '../rule.js';

/**
 * What the selectors of proposing rules find in the catalogue, by rule id, what sells best first. Equal selectors are looked up once.
 */
export const productsOfRules = async (
  rules: readonly MerchandisingRule[],
  popularity: ReadonlyMap<string, Popularity>,
  finder: Pick<ProductFinder, 'matching'>,
): Promise<ReadonlyMap<string, readonly ProductFacts[]>> => {
  const ranks = salesRanks(popularity);
  const bySelector = new Map<string, readonly ProductFacts[]>();
  const found = new Map<string, readonly ProductFacts[]>();
  for (const { ruleId, selector } of candidateSelectors(rules)) {
    const key = JSON.stringify(selector);
    const products = bySelector.get(key) ?? (await bestOf(finder.matching(selector), ranks));
    bySelector.set(key, products);
    found.set(ruleId, products);
  }
  return found;
};

/** The same by id, as a snapshot holds it. */
export const idsOfProducts = (ofRules: ReadonlyMap<string, readonly ProductFacts[]>): ReadonlyMap<string, readonly string[]> =>
  new Map([...ofRules].map(([ruleId, products]) => [ruleId, products.map(({ id }) => id)]));
