import { seeded } from '../../learn/synthetic-shop.mjs';
import { seedOf } from './bucket.mjs';

/** Cases of each kind drawn from a basket. */
export const MOST_CASES = 5;

/** Some of a list in a drawn order, none twice. */
export const draw = (list, most, random) => {
  const left = [...list];
  const drawn = [];
  while (drawn.length < most && left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
};

const drawPairs = (products, random) => {
  const pairs = new Map();
  const possible = products.length * (products.length - 1);
  while (pairs.size < Math.min(MOST_CASES, possible)) {
    const [query, hidden] = draw(products, 2, random);
    pairs.set(`${query}\t${hidden}`, [query, hidden]);
  }
  return [...pairs.values()];
};

/**
 * Draws the cases of held-out baskets: up to 5 pairs of a query and a hidden product, and up to 5 products hidden from the rest of the basket.
 * Only products known from training take part, and a basket needs two. The same basket gives the same cases.
 * @param {{ id: string, productIds: readonly string[] }[]} baskets
 * @param {ReadonlySet<string>} known
 * @param {string} prefix Names the data set.
 * @returns {import('../shapes.mjs').TestBasket[]}
 */
export const drawCases = (baskets, known, prefix) =>
  baskets.flatMap(({ id, productIds }) => {
    const products = productIds.filter((product) => known.has(product)).toSorted();
    if (products.length < 2) return [];
    const random = seeded(seedOf(prefix, id));
    return [{ id, productIds: products, one: drawPairs(products, random), all: draw(products, MOST_CASES, random) }];
  });

/** At most so many of some things with an id, always the same ones, in their order. */
export const sampleOf = (things, most, prefix) => {
  if (things.length <= most) return things;
  const chosen = new Set(
    things
      .map(({ id }) => ({ id, seed: seedOf(`${prefix}sample:`, id) }))
      .toSorted((a, b) => a.seed - b.seed || (a.id < b.id ? -1 : 1))
      .slice(0, most)
      .map(({ id }) => id),
  );
  return things.filter(({ id }) => chosen.has(id));
};
