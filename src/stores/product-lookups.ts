import type { ProductFinder } from '../domain/catalogue/product-finder.js';
import type { ProductFacts } from '../domain/catalogue/product.js';
import type { SalesRanks } from '../domain/merchandising/in-force/products-of-rule.js';
import { findProducts } from '../domain/merchandising/in-force/products-of-rules.js';
import type { ProductSelector } from '../domain/merchandising/rule.js';

/** How many selectors, and how many ids, are looked up before what was found is shown. */
const SLICE = 500;

/** Products that a snapshot needs to know. */
export interface WantedProducts {
  /** By key. */
  readonly selectors: ReadonlyMap<string, ProductSelector>;
  readonly ids: ReadonlySet<string>;
}

/** Products that were looked up. */
export interface FoundProducts {
  /** Ids by the key of the selector that found them, best first. */
  readonly bySelector: ReadonlyMap<string, readonly string[]>;
  /** The facts of all of them, and of those that were wanted by id. */
  readonly facts: ReadonlyMap<string, ProductFacts>;
}

/** Before anything was looked up. */
export const NOTHING_FOUND: FoundProducts = { bySelector: new Map(), facts: new Map() };

/** Looks products up for as long as the catalogue and the model stay the same; each selector and each id once. */
export interface ProductLookups {
  /** What is known: of what has not been looked up yet, what was known before. */
  found(): FoundProducts;
  /** Looks up a part of what is wanted and not known, first what was not known before either. False when there was nothing left to do. */
  lookUp(wanted: WantedProducts): Promise<boolean>;
}

/** Creates lookups that begin with nothing; `before` stands in until everything that is wanted has been looked up. */
export const createProductLookups = (finder: ProductFinder, ranks: SalesRanks, before: FoundProducts): ProductLookups => {
  const bySelector = new Map<string, readonly string[]>();
  const facts = new Map<string, ProductFacts>();
  const asked = new Set<string>();
  let found = before;
  let isWhole = false;

  /** The same id is found by many selectors, and one copy of it is enough. */
  const remember = (product: ProductFacts): string => {
    const held = facts.get(product.id);
    if (held === undefined) facts.set(product.id, product);
    return held?.id ?? product.id;
  };

  const dueIn = ({ selectors, ids }: WantedProducts) => {
    const due = [...selectors].filter(([key]) => !bySelector.has(key));
    const isNew = ([key]: readonly [string, ProductSelector]): boolean => !found.bySelector.has(key);
    return {
      selectors: [...due.filter(isNew), ...due.filter((selector) => !isNew(selector))],
      ids: [...ids].filter((id) => !asked.has(id)),
    };
  };

  const show = (whole: boolean): void => {
    isWhole = whole;
    found = whole
      ? { bySelector: new Map(bySelector), facts: new Map(facts) }
      : { bySelector: new Map([...found.bySelector, ...bySelector]), facts: new Map([...found.facts, ...facts]) };
  };

  return {
    found: () => found,

    async lookUp(wanted) {
      const due = dueIn(wanted);
      if (isWhole && due.selectors.length === 0 && due.ids.length === 0) return false;
      const ids = due.ids.slice(0, SLICE);
      const [ofSelectors, ofIds] = await Promise.all([
        findProducts(due.selectors.slice(0, SLICE), ranks, finder),
        finder.productsByIds(ids),
      ]);
      for (const id of ids) asked.add(id);
      for (const product of ofIds.values()) remember(product);
      for (const [key, products] of ofSelectors) bySelector.set(key, products.map(remember));
      show(due.selectors.length <= SLICE && due.ids.length <= SLICE);
      return true;
    },
  };
};
