import type { ProductFacts } from '../catalogue/product.js';
import { selects } from '../merchandising/select.js';

/** What a caller narrows a list to; the given parts are all required, an empty or null part asks nothing. */
export interface RecommendationFilter {
  /** Descendants included. */
  readonly categoryIds: readonly string[];
  readonly brands: readonly string[];
  /** Decimal strings, inclusive, compared in the product's own currency. */
  readonly minPrice: string | null;
  readonly maxPrice: string | null;
}

/** Whether a product passes a caller's filter: a rule's selector without the parts that only rules have. */
export const passes = (product: ProductFacts, filter: RecommendationFilter): boolean =>
  selects({ ...filter, productIds: [], tags: [], maxPriceRatio: null }, product, null, null);
