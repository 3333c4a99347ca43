import { floatAt, uintAt } from './columns.js';
import { decay } from './decay.js';
import type { Popularity } from './model.js';
import type { Occasions } from './occasions.js';
import { idAt } from './product-numbers.js';
import { TopNeighbours } from './top-neighbours.js';

/** Products published per category. */
export const POPULAR_PRODUCTS = 100;

const byCodeUnits = (first: string, second: string): number => (first < second ? -1 : 1);

/** Orders that hold each product, by product number, each order counting half per half-life of age. */
export const orderWeights = (orders: Occasions, products: number, asOf: number, halfLifeDays: number): Float64Array => {
  const weights = new Float64Array(products);
  for (let order = 0; order < orders.count; order += 1) {
    const weight = decay(floatAt(orders.times, order), asOf, halfLifeDays);
    for (let place = uintAt(orders.offsets, order); place < uintAt(orders.offsets, order + 1); place += 1) {
      const product = uintAt(orders.products, place);
      weights[product] = floatAt(weights, product) + weight;
    }
  }
  return weights;
};

/**
 * What sells in the whole shop and in each category, best first and ties by id; categories by id, those without sales left out. Products
 * outside the catalogue belong to the whole shop only.
 */
export const popularityFrom = (
  weights: Float64Array,
  productIds: readonly string[],
  categories: ReadonlyMap<string, readonly number[]>,
): readonly Popularity[] => {
  const top = new TopNeighbours(POPULAR_PRODUCTS);
  const rank = (categoryId: string, products: Iterable<number>): Popularity => {
    top.clear();
    for (const product of products) top.offer(product, floatAt(weights, product));
    return { categoryId, ids: Array.from(top.products(), (product) => idAt(productIds, product)), scores: [...top.scores()] };
  };
  const named = [...categories].filter(([id]) => id !== '').sort(([a], [b]) => byCodeUnits(a, b));
  const all = [rank('', productIds.keys()), ...named.map(([id, products]) => rank(id, products))];
  return all.filter(({ ids }) => ids.length > 0);
};
