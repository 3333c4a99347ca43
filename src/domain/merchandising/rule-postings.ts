import type { ProductFacts } from '../catalogue/product.js';
import type { MerchandisingRule, ProductSelector } from './rule.js';

/** A rule with its place in the order of precedence, 0 first. */
export interface RankedRule {
  readonly rank: number;
  readonly rule: MerchandisingRule;
}

/** A ranked rule that has a condition. */
export interface ConditionalRule extends RankedRule {
  readonly when: ProductSelector;
}

type PostingList = Map<string, ConditionalRule[]>;

/** Rules found by what their `when` asks of a product, so that a lookup meets only those that may match. */
export interface RulePostings {
  /** Rules without `when`. */
  readonly unconditional: readonly RankedRule[];
  /** Rules whose `when` may match the product; each once. */
  mayMatch(product: ProductFacts): ReadonlySet<ConditionalRule>;
}

/** The part of a `when` that fewest products have; null when it asks for none that can be looked up, such as a price alone. */
const mostSelective = (when: ProductSelector): readonly ['products' | 'categories' | 'brands' | 'tags', readonly string[]] | null => {
  if (when.productIds.length > 0) return ['products', when.productIds];
  if (when.categoryIds.length > 0) return ['categories', when.categoryIds];
  if (when.brands.length > 0) return ['brands', when.brands];
  if (when.tags.length > 0) return ['tags', when.tags];
  return null;
};

const post = (list: PostingList, key: string, rule: ConditionalRule): void => {
  const held = list.get(key);
  if (held === undefined) list.set(key, [rule]);
  else held.push(rule);
};

const lookUp = (list: PostingList, keys: readonly string[]): ConditionalRule[] => keys.flatMap((key) => list.get(key) ?? []);

/** Files rules under the most selective part of their `when`: product ids, else categories, else brands, else tags. */
export const createRulePostings = (rules: readonly RankedRule[]): RulePostings => {
  const unconditional: RankedRule[] = [];
  const alwaysChecked: ConditionalRule[] = [];
  const lists = { products: new Map(), categories: new Map(), brands: new Map(), tags: new Map() } satisfies Record<string, PostingList>;

  const file = (rule: ConditionalRule): void => {
    const part = mostSelective(rule.when);
    if (part === null) alwaysChecked.push(rule);
    else for (const key of part[1]) post(lists[part[0]], key, rule);
  };

  for (const { rank, rule } of rules) {
    if (rule.when === null) unconditional.push({ rank, rule });
    else file({ rank, rule, when: rule.when });
  }
  return {
    unconditional,
    mayMatch: (product) =>
      new Set([
        ...alwaysChecked,
        ...lookUp(lists.products, [product.id]),
        ...lookUp(lists.categories, product.categoryPath),
        ...lookUp(lists.brands, product.brand === null ? [] : [product.brand]),
        ...lookUp(lists.tags, product.tags),
      ]),
  };
};
