import { compareDecimals } from '../decimal.js';
import type { ProductSelector } from '../rule.js';

type CategoryPaths = ReadonlyMap<string, readonly string[]>;

const holdsAll = (wide: readonly string[], narrow: readonly string[]): boolean =>
  wide.length === 0 || (narrow.length > 0 && narrow.every((value) => wide.includes(value)));

/** A category lies inside another when that one is on its path. */
const holdsAllCategories = (wide: readonly string[], narrow: readonly string[], paths: CategoryPaths): boolean =>
  wide.length === 0 ||
  (narrow.length > 0 && narrow.every((id) => (paths.get(id) ?? [id]).some((ancestor) => wide.includes(ancestor))));

const bounds = (wide: string | null, narrow: string | null, sign: 1 | -1): boolean => {
  if (wide === null) return true;
  const order = narrow === null ? null : compareDecimals(narrow, wide);
  return order !== null && order * sign >= 0;
};

/**
 * Whether one selector covers all that another can ever cover, judged by what they ask for and not by any product: true is certain,
 * false says only that it does not follow from the words.
 */
export const selectorCovers = (wide: ProductSelector, narrow: ProductSelector, paths: CategoryPaths): boolean =>
  holdsAll(wide.productIds, narrow.productIds) &&
  holdsAllCategories(wide.categoryIds, narrow.categoryIds, paths) &&
  holdsAll(wide.brands, narrow.brands) &&
  holdsAll(wide.tags, narrow.tags) &&
  bounds(wide.minPrice, narrow.minPrice, 1) &&
  bounds(wide.maxPrice, narrow.maxPrice, -1) &&
  (wide.maxPriceRatio === null || (narrow.maxPriceRatio !== null && narrow.maxPriceRatio <= wide.maxPriceRatio));
