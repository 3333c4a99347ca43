import type { ProductFacts } from '../../catalogue/product.js';
import type { ProductFinder } from '../../catalogue/product-finder.js';
import type { Popularity } from '../../learning/model.js';
import { bestOf, bestSellersFirst, type SalesRanks } from './products-of-rule.js';
import type { ProductSelector } from '../rule.js';
import { selects } from '../select.js';

/** Matching products that one search looks at when the best sellers do not suffice: what a large category costs is bounded by it. */
export const MOST_LOOKED_AT = 20_000;

/** What a search for the best sellers of a selector needs. */
export interface SalesDependencies {
  readonly finder: ProductFinder;
  readonly snapshot: { readonly popularity: ReadonlyMap<string, Popularity> };
}

/** Places by sales, from the lists of the whole shop and of the categories named: their scores count the same orders, so they compare. */
export const ranksWithin = (popularity: ReadonlyMap<string, Popularity>, categoryIds: readonly string[] = []): SalesRanks => {
  const scores = new Map<string, number>();
  for (const category of ['', ...categoryIds])
    popularity.get(category)?.ids.forEach((id, index) => scores.set(id, popularity.get(category)?.scores[index] ?? 0));
  const sorted = [...scores].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return new Map(sorted.map(([id], rank) => [id, rank]));
};

async function* firstOf(products: AsyncIterable<ProductFacts>, most: number): AsyncGenerator<ProductFacts> {
  let looked = 0;
  for await (const product of products) {
    yield product;
    looked += 1;
    if (looked === most) return;
  }
}

async function* joined(popular: readonly ProductFacts[], others: AsyncIterable<ProductFacts>): AsyncGenerator<ProductFacts> {
  const seen = new Set(popular.map(({ id }) => id));
  yield* popular;
  for await (const product of others) if (!seen.has(product.id)) yield product;
}

/**
 * The best sellers that a selector covers, `most` of them, then the first by id; what it asks relative to an anchor is left aside. Where it
 * names ids these are all that is looked at, in stock or not; else what can be sold: the published best sellers, and MOST_LOOKED_AT of the
 * catalogue's matches where those are too few.
 */
export const bestSelected = async (
  selector: ProductSelector,
  { finder, snapshot }: SalesDependencies,
  most: number,
): Promise<readonly ProductFacts[]> => {
  const ranks = ranksWithin(snapshot.popularity, selector.categoryIds);
  const wanted = { ...selector, maxPriceRatio: null };
  const named = selector.productIds.length > 0;
  const known = await finder.productsByIds(named ? [...new Set(selector.productIds)] : [...ranks.keys()]);
  const selected = [...known.values()].filter(
    (product) => selects(wanted, product, null, null) && (named || (product.active && product.inStock)),
  );
  if (named || selected.length >= most) return selected.sort(bestSellersFirst(ranks)).slice(0, most);
  return bestOf(joined(selected, firstOf(finder.matching(selector), MOST_LOOKED_AT)), ranks, most);
};
