import { numbersOf } from '../facts.mjs';
import { basketMetrics, coverageOf, oneAnchorMetrics, pairedHitZ, placeOf } from '../metrics/complement-metrics.mjs';

/** Places of a list that a shopper sees. */
export const SEEN = 4;

/** A test basket in numbers. */
const numbered = (facts) => ({ productIds, one, all }) => ({
  products: numbersOf(facts, productIds),
  one: one.map((pair) => numbersOf(facts, pair)),
  all: numbersOf(facts, all),
});

/** Test baskets in numbers, and every question that is asked about them: each anchor once, each rest of a basket. */
export const questionsOf = (baskets, facts) => {
  const numberedBaskets = baskets.map(numbered(facts));
  return {
    baskets: numberedBaskets,
    anchors: [...new Set(numberedBaskets.flatMap(({ one }) => one.map(([query]) => query)))].sort((a, b) => a - b),
    rests: numberedBaskets.flatMap(({ products, all }) => all.map((hidden) => products.filter((product) => product !== hidden))),
  };
};

const scoreOne = ({ baskets }, lists, { headSize }) =>
  baskets.map(({ products, one }) =>
    one.map(([query, hidden]) => {
      const list = lists.get(query);
      const rest = new Set(products.filter((product) => product !== query));
      return { place: placeOf(list, hidden), isTail: hidden >= headSize, anyHit: list.slice(0, SEEN).some((product) => rest.has(product)) };
    }),
  );

const scoreBasket = ({ baskets }, lists, { headSize }) => {
  let at = 0;
  return baskets.map(({ all }) => all.map((hidden) => ({ place: placeOf(lists[at++], hidden), isTail: hidden >= headSize })));
};

/**
 * Scores a method's lists.
 * @param {{ one: ReadonlyMap<number, readonly number[]>, basket: readonly (readonly number[])[] }} lists By anchor, and by rest of a basket.
 */
export const scoreComplements = (questions, lists, facts) => {
  const one = scoreOne(questions, lists.one, facts);
  const basket = scoreBasket(questions, lists.basket, facts);
  const seen = [...lists.one.values()].map((list) => list.slice(0, SEEN));
  return { one, basket, figures: { one: oneAnchorMetrics(one), basket: basketMetrics(basket), coverage: coverageOf(seen, facts.products) } };
};

/** The lists of a baseline for all questions. */
export const listsOf = ({ one, basket }, { anchors, rests }) => ({
  one: new Map(anchors.map((anchor) => [anchor, [...one(anchor)]])),
  basket: rests.map((rest) => [...basket(rest)]),
});

export { pairedHitZ };
