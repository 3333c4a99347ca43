import type { ProductFacts } from '../../src/domain/catalogue/product.js';
import type { ProductFinder } from '../../src/domain/catalogue/product-finder.js';
import { selects } from '../../src/domain/merchandising/select.js';

/** A finder that counts what it was asked. */
export interface InMemoryFinder extends ProductFinder {
  /** Products that `matching` handed out. */
  readonly looked: () => number;
  /** Ids that were read. */
  readonly asked: () => number;
}

/** A catalogue that holds what is given, and hands out matches in that order. */
export const aFinder = (products: readonly ProductFacts[]): InMemoryFinder => {
  const byId = new Map(products.map((product) => [product.id, product]));
  let looked = 0;
  let asked = 0;
  return {
    looked: () => looked,
    asked: () => asked,
    productsByIds: async (ids) => {
      asked += ids.length;
      return new Map(
        ids.flatMap((id) => {
          const product = byId.get(id);
          return product === undefined ? [] : [[id, product] as const];
        }),
      );
    },
    async *matching(selector) {
      for (const product of products) {
        if (!product.active || !product.inStock || !selects({ ...selector, maxPriceRatio: null }, product, null, null)) continue;
        looked += 1;
        yield product;
      }
    },
  };
};
