import type { ProductFacts } from '../../catalogue/product.js';
import type { MerchandisingRule, ProductSelector } from '../rule.js';

/** A rule with its place in the order of precedence, 0 first. */
export interface RankedRule {
  readonly rank: number;
  readonly rule: MerchandisingRule;
}

/** A ranked rule and the selector that it is found by. */
export interface PostedRule extends RankedRule {
  readonly selector: ProductSelector;
}

/** Rules found by what a selector of theirs asks of a product, so that a lookup meets only those that may match. */
export interface RulePostings {
  /** Rules whose selector may match the product; each once. */
  mayMatch(product: ProductFacts): Iterable<PostedRule>;
}

type PostingList = Map<string, PostedRule[]>;

/** The part of a selector that fewest products have; null when it asks for none that can be looked up, such as a price alone. */
const mostSelective = (
  selector: ProductSelector,
): readonly ['products' | 'categories' | 'brands' | 'tags', readonly string[]] | null => {
  if (selector.productIds.length > 0) return ['products', selector.productIds];
  if (selector.categoryIds.length > 0) return ['categories', selector.categoryIds];
  if (selector.brands.length > 0) return ['brands', selector.brands];
  if (selector.tags.length > 0) return ['tags', selector.tags];
  return null;
};

const post = (list: PostingList, key: string, rule: PostedRule): void => {
  const held = list.get(key);
  if (held === undefined) list.set(key, [rule]);
  else held.push(rule);
};

const lookUp = (list: PostingList, keys: readonly string[], found: Set<PostedRule>): void => {
  // Thousands of products are looked up in a request, and most lists of most shops are empty.
  if (list.size === 0) return;
  for (const key of keys) for (const rule of list.get(key) ?? []) found.add(rule);
};

/** Files rules under the most selective part of their selector: product ids, else categories, else brands, else tags. */
export const createRulePostings = (rules: readonly PostedRule[]): RulePostings => {
  const alwaysChecked: PostedRule[] = [];
  const lists = { products: new Map(), categories: new Map(), brands: new Map(), tags: new Map() } satisfies Record<string, PostingList>;
  for (const rule of rules) {
    const part = mostSelective(rule.selector);
    if (part === null) alwaysChecked.push(rule);
    else for (const key of part[1]) post(lists[part[0]], key, rule);
  }
  return {
    mayMatch: (product) => {
      const found = new Set(alwaysChecked);
      lookUp(lists.products, [product.id], found);
      lookUp(lists.categories, product.categoryPath, found);
      if (product.brand !== null) lookUp(lists.brands, [product.brand], found);
      lookUp(lists.tags, product.tags, found);
      return found;
    },
  };
};
