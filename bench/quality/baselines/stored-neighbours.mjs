import { eachMeetingRow } from './pair-rows.mjs';
import { padded, topOf } from './top.mjs';

/** Neighbours that are stored of each product, and the longest list. */
export const STORED = 100;

const EVERY_PAIR = () => () => true;

/**
 * The best neighbours of every product by each of some scores, counted in one pass; of the pairs that `keptOf` keeps.
 * @param {import('../facts.mjs').Facts} facts
 * @param {Readonly<Record<string, (facts: import('../facts.mjs').Facts) => (row: import('./pair-rows.mjs').MeetingRow, other: number) => number>>} scores
 * @param {(anchor: number) => (other: number) => boolean} keptOf
 * @returns {Record<string, { products: Int32Array, scores: Float64Array }[]>}
 */
export const storeNeighbours = (facts, scores, most = STORED, keptOf = EVERY_PAIR) => {
  const scorers = Object.entries(scores).map(([name, prepare]) => ({ name, score: prepare(facts), stored: [] }));
  eachMeetingRow(facts, (row) => {
    const others = row.touched.subarray(0, row.size).filter(keptOf(row.anchor));
    for (const { score, stored } of scorers) stored.push(topOf(others, (other) => score(row, other), most));
  });
  return Object.fromEntries(scorers.map(({ name, stored }) => [name, stored]));
};

/** What a baseline answers: lists of product numbers, best first. `one` is padded by popularity, `basket` adds up what is stored. */
export const neighbourLists = (stored, facts) => {
  const sums = new Float64Array(facts.products);
  return {
    one: (anchor) => padded(stored[anchor].products, STORED, [anchor], facts.products),
    basket: (anchors) => {
      const met = new Set();
      for (const anchor of anchors) {
        const { products, scores } = stored[anchor];
        products.forEach((product, at) => {
          met.add(product);
          sums[product] += scores[at];
        });
      }
      for (const anchor of anchors) met.delete(anchor);
      const { products } = topOf(met, (product) => sums[product], STORED);
      for (const anchor of anchors) for (const product of stored[anchor].products) sums[product] = 0;
      return products;
    },
  };
};

/** The same list for everybody. */
export const popularityLists = ({ products }) => ({
  one: (anchor) => padded([], STORED, [anchor], products),
  basket: (anchors) => padded([], STORED, anchors, products),
});
