import type { ProductFinder } from '../../catalogue/product-finder.js';
import type { ProductFacts } from '../../catalogue/product.js';
import type { Popularity } from '../../learning/model.js';
import { bestOf, salesRanks, type SalesRanks } from './products-of-rule.js';
import { candidateSelectors } from './rules-needing-products.js';
import type { MerchandisingRule, ProductSelector } from '../rule.js';

/** How many selectors are looked up at the same time. */
const AT_ONCE = 8;

/** The selectors of proposing rules by what they say: equal ones find the same, and are one. */
export interface ProposingSelectors {
  /** By key. */
  readonly selectors: ReadonlyMap<string, ProductSelector>;
  /** The key of each proposing rule's selector, by rule id. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Rules that did not change are the same objects in the next snapshot, so that each key is made once. */
const keysMade = new WeakMap<ProductSelector, string>();

const keyOf = (selector: ProductSelector): string => {
  const made = keysMade.get(selector) ?? JSON.stringify(selector);
  keysMade.set(selector, made);
  return made;
};

/** The selectors that have to be looked up in the catalogue for these rules. */
export const proposingSelectors = (rules: readonly MerchandisingRule[]): ProposingSelectors => {
  const candidates = candidateSelectors(rules).map((candidate) => ({ ...candidate, key: keyOf(candidate.selector) }));
  return {
    selectors: new Map(candidates.map(({ key, selector }) => [key, selector])),
    keys: new Map(candidates.map(({ key, ruleId }) => [ruleId, key])),
  };
};

/** What selectors find in the catalogue, by their keys, what sells best first; some at the same time. */
export const findProducts = async (
  selectors: Iterable<readonly [key: string, selector: ProductSelector]>,
  ranks: SalesRanks,
  finder: Pick<ProductFinder, 'matching'>,
): Promise<ReadonlyMap<string, readonly ProductFacts[]>> => {
  const waiting = [...selectors];
  const found = new Map<string, readonly ProductFacts[]>();
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) found.set(next[0], await bestOf(finder.matching(next[1]), ranks));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
};

/** What the selectors of proposing rules find in the catalogue, by rule id, what sells best first. Equal selectors are looked up once. */
export const productsOfRules = async (
  rules: readonly MerchandisingRule[],
  popularity: ReadonlyMap<string, Popularity>,
  finder: Pick<ProductFinder, 'matching'>,
): Promise<ReadonlyMap<string, readonly ProductFacts[]>> => {
  const { selectors, keys } = proposingSelectors(rules);
  const found = await findProducts(selectors, salesRanks(popularity), finder);
  return new Map([...keys].map(([ruleId, key]) => [ruleId, found.get(key) ?? []]));
};

/** The same by id, as a snapshot holds it. */
export const idsOfProducts = (ofRules: ReadonlyMap<string, readonly ProductFacts[]>): ReadonlyMap<string, readonly string[]> =>
  new Map([...ofRules].map(([ruleId, products]) => [ruleId, products.map(({ id }) => id)]));
