// Item neighbours of a customer's decayed history: which products meet the customer's own.
import { storeNeighbours } from './stored-neighbours.mjs';
import { decayedFrequency } from './personal.mjs';
import { DenseScores } from './dense-scores.mjs';

/** Cosine of two products' baskets, held back while they met rarely: cosine · together / (together + shrinkage). */
export const shrunkCosine = (shrinkage) => ({ counts }) => ({ anchor, together }, other) =>
  ((together[other] / Math.sqrt(counts[anchor] * counts[other])) * together[other]) / (together[other] + shrinkage);

/**
 * Counts the neighbours once. Answers, for a decay per basket, the function that adds neighbours' scores for a history.
 * @param {import('../facts.mjs').Facts} facts Of baskets or of all that each customer bought.
 * @param {{ score: (facts: import('../facts.mjs').Facts) => Function, neighbours: number }} parameters
 */
export const itemNeighbours = (facts, { score, neighbours }) => {
  const { stored } = storeNeighbours(facts, { stored: score }, neighbours);
  const own = new DenseScores(facts.products);
  return (decay) => (history, scores) => {
    own.clear();
    decayedFrequency(history, own, decay);
    for (const product of own.touched) {
      const { products, scores: weights } = stored[product];
      const weight = own.get(product);
      for (let at = 0; at < products.length; at += 1) scores.add(products[at], weight * weights[at]);
    }
  };
};
