import type { ProductFacts } from '../../catalogue/product.js';
import { MOST_WARNED_PRODUCTS } from '../../merchandising/kept/rule-warning.js';
import type { RuleAction } from '../../merchandising/rule.js';
import { isSellable } from '../../ranking/eligible.js';
import { listed, productName } from './naming.js';
import type { WarningSearch } from './warning-case.js';

const SHOWING: ReadonlySet<RuleAction> = new Set<RuleAction>(['REQUIRE', 'PIN', 'RECOMMEND', 'BOOST']);

const sentence = (missing: readonly ProductFacts[]): string => {
  const names = listed(missing.map(productName));
  if (missing.length > 1) return `${names} cannot be sold now: they will not be shown until they can.`;
  return missing.every(({ active }) => active)
    ? `${names} is out of stock: it will not be shown until it is back.`
    : `${names} is not active in the catalogue: it will not be shown until it is.`;
};

/** OUT_OF_STOCK: products that the rule names to be shown and that cannot be sold now. What is found by attribute can always be sold. */
export const outOfStock: WarningSearch = async ({ rule, named }) => {
  if (!SHOWING.has(rule.action)) return [];
  const missing = (rule.then?.productIds ?? []).flatMap((id) => named.get(id) ?? []).filter((product) => !isSellable(product));
  if (missing.length === 0) return [];
  const productIds = missing.map(({ id }) => id).slice(0, MOST_WARNED_PRODUCTS);
  return [{ code: 'OUT_OF_STOCK', message: sentence(missing), productIds, otherRule: null }];
};
