import type { ProductFacts } from '../catalogue/product.js';
import { comparePrice } from './decimal.js';
import type { ProductSelector } from './rule.js';

/** Covers the rounding of the ratio and of the product, so that 0.29 of 1.00 admits 0.29. */
const RATIO_TOLERANCE = 1 + 2 * Number.EPSILON;

const holdsAny = (wanted: readonly string[], held: readonly string[]): boolean =>
  wanted.length === 0 || held.some((value) => wanted.includes(value));

const holds = (wanted: readonly string[], held: string | null): boolean =>
  wanted.length === 0 || (held !== null && wanted.includes(held));

/** Whether a price lies between two decimals (null is open), inclusive and compared exactly; an unknown price only when both are open. */
export const isWithinPrices = (
  { priceMinor, currencyCode }: Pick<ProductFacts, 'priceMinor' | 'currencyCode'>,
  minPrice: string | null,
  maxPrice: string | null,
): boolean => {
  if (minPrice === null && maxPrice === null) return true;
  if (priceMinor === null || currencyCode === null) return false;
  const aboveMin = minPrice === null ? 0 : comparePrice(priceMinor, currencyCode, minPrice);
  const belowMax = maxPrice === null ? 0 : comparePrice(priceMinor, currencyCode, maxPrice);
  return aboveMin !== null && aboveMin >= 0 && belowMax !== null && belowMax <= 0;
};

const withinRatio = (
  maxPriceRatio: number | null,
  product: ProductFacts,
  anchorPriceMinor: number | null,
  anchorCurrency: string | null,
): boolean => {
  if (maxPriceRatio === null) return true;
  if (product.priceMinor === null || anchorPriceMinor === null) return false;
  if (product.currencyCode === null || product.currencyCode !== anchorCurrency) return false;
  return product.priceMinor <= maxPriceRatio * anchorPriceMinor * RATIO_TOLERANCE;
};

/**
 * Whether a selector covers a product. The given parts are all required, any value within a part is enough, and a selector without
 * parts covers everything. A category covers its descendants. Prices are inclusive and compared exactly in the product's own currency;
 * an unknown price meets no price condition. `maxPriceRatio` is relative to the anchor's price (minor units) and meets nothing when that
 * price is unknown or in another currency; pass null for both where there is no anchor.
 */
export const selects = (
  selector: ProductSelector,
  product: ProductFacts,
  anchorPriceMinor: number | null,
  anchorCurrency: string | null,
): boolean =>
  holds(selector.productIds, product.id) &&
  holdsAny(selector.categoryIds, product.categoryPath) &&
  holds(selector.brands, product.brand) &&
  holdsAny(selector.tags, product.tags) &&
  isWithinPrices(product, selector.minPrice, selector.maxPrice) &&
  withinRatio(selector.maxPriceRatio, product, anchorPriceMinor, anchorCurrency);
