import type { ProductSelector } from '../merchandising/rule.js';
import type { ProductFacts } from './product.js';

/** Finds products in the catalogue, by id or by what they are. */
export interface ProductFinder {
  /** Unknown ids are absent from the answer. */
  productsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, ProductFacts>>;
  /** Sellable products that a selector covers, in no order that may be relied on; what it asks relative to an anchor is left aside. */
  matching(selector: ProductSelector): AsyncIterable<ProductFacts>;
}
