import type { ProductFacts } from '../../catalogue/product.js';
import type { Popularity } from '../../learning/model.js';

/** How many products the selector of one rule may propose. */
export const MOST_PER_RULE = 100;

/** Places of products among what sells in the whole shop, 0 first. */
export type SalesRanks = ReadonlyMap<string, number>;

/** The places that the shop's popularity gives to products; empty for a shop without any. */
export const salesRanks = (popularity: ReadonlyMap<string, Popularity>): SalesRanks =>
  new Map((popularity.get('')?.ids ?? []).map((id, rank) => [id, rank]));

/** The order in which products speak for a selector: what sells best first, then by id. */
export const bestSellersFirst =
  (ranks: SalesRanks) =>
  (a: ProductFacts, b: ProductFacts): number =>
    (ranks.get(a.id) ?? Number.MAX_SAFE_INTEGER) - (ranks.get(b.id) ?? Number.MAX_SAFE_INTEGER) || (a.id < b.id ? -1 : 1);

/** The best sellers of a stream, then the first by id, `most` at most; never holds more than twice as many. */
export const bestOf = async (
  products: AsyncIterable<ProductFacts>,
  ranks: SalesRanks,
  most = MOST_PER_RULE,
): Promise<readonly ProductFacts[]> => {
  const order = bestSellersFirst(ranks);
  let best: ProductFacts[] = [];
  for await (const product of products) {
    best.push(product);
    if (best.length >= 2 * most) best = best.sort(order).slice(0, most);
  }
  return best.sort(order).slice(0, most);
};
