import type { ProductFacts } from '../catalogue/product.js';
import type { Popularity } from '../learning/model.js';

/** How many products stand for the range of a shop that has sold nothing yet. */
export const MOST_IN_RANGE = 100;

/** Reads the first sellable products by id. */
export type ReadRange = (most: number) => Promise<readonly ProductFacts[]>;

/**
 * What sells, by category id. A shop that has not learned anything yet shows its range in the order of its ids, and nothing claims that
 * it sells.
 */
export const popularityOrRange = async (
  learned: ReadonlyMap<string, Popularity>,
  readRange: ReadRange,
): Promise<ReadonlyMap<string, Popularity>> => {
  if ((learned.get('')?.ids.length ?? 0) > 0) return learned;
  const range = await readRange(MOST_IN_RANGE);
  const asPopular = { categoryId: '', ids: range.map(({ id }) => id), scores: range.map((_, index) => 1 / (index + 1)) };
  return new Map([...learned, ['', asPopular]]);
};
