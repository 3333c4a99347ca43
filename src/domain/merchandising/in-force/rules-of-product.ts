import type { ProductFacts } from '../../catalogue/product.js';
import type { MerchandisingRule, ProductSelector } from '../rule.js';
import { selects } from '../select.js';

/** The price that `then` is held against is another product's: whether it fits shows only beside an anchor. */
const covers = (selector: ProductSelector, product: ProductFacts): boolean =>
  selects({ ...selector, maxPriceRatio: null }, product, null, null);

/**
 * Whether a rule is about a product: it names it, or its `when` or `then` selects it. `product` is null where the catalogue does not know
 * it, then only being named counts. A rule without `when` is about every anchor and so about none in particular.
 */
export const isAboutProduct = (
  { when, then }: Pick<MerchandisingRule, 'when' | 'then'>,
  productId: string,
  product: ProductFacts | null,
): boolean =>
  [when, then].some(
    (selector) => selector !== null && (selector.productIds.includes(productId) || (product !== null && covers(selector, product))),
  );
