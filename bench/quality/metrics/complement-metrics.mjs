import { meanOf, pairedZ, ratioSummaryOf, summaryOf } from './mean.mjs';

/**
 * A scored case: the place of the hidden product in its list, 1 for the first, 0 where it is not in it; whether the hidden product is
 * of the tail; for one anchor whether any of the first four is in the rest of the basket.
 * @typedef {{ place: number, isTail: boolean, anyHit?: boolean }} ScoredCase
 */

const hitAt = (most) => ({ place }) => (place >= 1 && place <= most ? 1 : 0);
const reciprocal = ({ place }) => (place === 0 ? 0 : 1 / place);
const anyHit = (scored) => (scored.anyHit ? 1 : 0);

/** One number per basket, the mean over its cases; baskets without a case are left out. */
const perBasket = (baskets, valueOf) => baskets.filter((cases) => cases.length > 0).map((cases) => meanOf(cases.map(valueOf)));

/** Over the cases of the tail only, each basket still weighing 1 with all its cases together. */
const ofTail = (baskets, valueOf) =>
  ratioSummaryOf(
    baskets.map((cases) => {
      const tail = cases.filter(({ isTail }) => isTail);
      return { value: tail.reduce((sum, one) => sum + valueOf(one), 0) / cases.length, weight: tail.length / cases.length };
    }),
  );

const hitsAndPlaces = (baskets) => ({
  hr4: summaryOf(perBasket(baskets, hitAt(4))),
  hr10: summaryOf(perBasket(baskets, hitAt(10))),
  mrr: summaryOf(perBasket(baskets, reciprocal)),
});

/**
 * The figures of one-anchor lists. Every basket weighs 1.
 * @param {readonly (readonly ScoredCase[])[]} baskets
 */
export const oneAnchorMetrics = (baskets) => ({
  ...hitsAndPlaces(baskets),
  anyHit4: summaryOf(perBasket(baskets, anyHit)),
  tail4: ofTail(baskets, hitAt(4)),
});

/** The figures of basket lists. Every basket weighs 1. */
export const basketMetrics = (baskets) => hitsAndPlaces(baskets);

/** Paired z of HR@4 against another method's lists for the same baskets. */
export const pairedHitZ = (baskets, others) => pairedZ(perBasket(baskets, hitAt(4)), perBasket(others, hitAt(4)));

/** The place of a product in a list, 1 for the first; 0 where it is not in it. */
export const placeOf = (list, product) => list.indexOf(product) + 1;

/** Share of the catalogue that is inside some list. Products without a number (−1) are not of the catalogue that training knows. */
export const coverageOf = (lists, products) => new Set(lists.flatMap((list) => list.filter((product) => product >= 0))).size / products;
