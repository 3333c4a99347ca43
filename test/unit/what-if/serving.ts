import { bestOf, salesRanks } from '../../../src/domain/merchandising/in-force/products-of-rule.js';
import { createRuleIndex } from '../../../src/domain/merchandising/in-force/rule-index.js';
import type { MerchandisingRule } from '../../../src/domain/merchandising/rule.js';
import { candidateSelectors } from '../../../src/domain/merchandising/in-force/rules-needing-products.js';
import type { WhatIfDependencies } from '../../../src/domain/what-if/dependencies.js';
import { aFinder } from '../../support/in-memory-finder.js';
import { dependenciesOf, type RandomShop } from '../../support/random-decisions.js';

/** A shop with these rules, which found in the catalogue what it holds, as the snapshot of a server does. */
export const serving = async (shop: RandomShop, rules: readonly MerchandisingRule[]): Promise<WhatIfDependencies> => {
  const dependencies = dependenciesOf(shop);
  const { products } = shop.holdings;
  const finder = aFinder(products);
  const ranks = salesRanks(dependencies.snapshot.popularity);
  const found = candidateSelectors(rules).map(
    async ({ ruleId, selector }) => [ruleId, (await bestOf(finder.matching(selector), ranks)).map(({ id }) => id)] as const,
  );
  const snapshot = {
    ...dependencies.snapshot,
    rules: createRuleIndex(rules),
    ruleProducts: new Map(await Promise.all(found)),
    knownProducts: new Map(products.map((product) => [product.id, product])),
  };
  return { ...dependencies, snapshot, finder };
};
