// EASE^R (Steck, WWW 2019): one linear model of all products at once, by a dense inverse. For a few thousand products only.
import { QualityProblem } from '../problem.mjs';
import { invertInPlace } from './invert.mjs';
import { eachMeetingRow } from './pair-rows.mjs';
import { neighbourLists, STORED } from './stored-neighbours.mjs';
import { topOf } from './top.mjs';

const MOST_PRODUCTS = 6_000;
/** Regularisation: the best of 10, 25, 50, 100, 250 and 500 on the validation part of Online Retail by MRR of one anchor and of baskets together. */
export const EASE_LAMBDA = 25;

/** The lists of EASE^R with its positive top 100. Throws QualityProblem for too many products. */
export const easeLists = (facts, say, lambda = EASE_LAMBDA) => {
  const { products, counts } = facts;
  if (products > MOST_PRODUCTS) throw new QualityProblem(`EASE^R is for up to ${MOST_PRODUCTS} products, these are ${products}: leave --with-ease out`);
  say(`inverting a matrix of ${products} × ${products}`);
  const matrix = new Float64Array(products * products);
  eachMeetingRow(facts, ({ anchor, touched, size, together }) => {
    matrix[anchor * products + anchor] = counts[anchor] + lambda;
    for (let at = 0; at < size; at += 1) matrix[anchor * products + touched[at]] = together[touched[at]];
  });
  invertInPlace(matrix, products);
  const all = Array.from({ length: products }, (_, product) => product);
  const stored = all.map((anchor) =>
    topOf(all, (other) => (other === anchor ? 0 : -matrix[anchor * products + other] / matrix[other * products + other]), STORED),
  );
  return neighbourLists(stored, facts);
};
