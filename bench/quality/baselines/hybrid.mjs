import { DenseScores } from './dense-scores.mjs';
import { decayedFrequency } from './personal.mjs';
import { MOST_POPULAR } from './recent-popularity.mjs';

const addScaled = (scores, part, weight) => {
  const { most } = part;
  if (most > 0) for (const product of part.touched) scores.add(product, (weight * part.get(product)) / most);
};

/**
 * The customer's own decayed counts, plus `neighbours` × item neighbours, plus `popular` × popularity, each divided by its largest.
 * @param {import('../facts.mjs').Facts} facts
 * @param {(history: readonly (readonly number[])[], scores: DenseScores) => void} addNeighbours
 * @param {{ decay: number, neighbours: number, popular: number }} weights
 */
export const hybrid = ({ products, counts }, addNeighbours, { decay, neighbours, popular }) => {
  const [own, near] = [new DenseScores(products), new DenseScores(products)];
  return (history, scores) => {
    own.clear();
    near.clear();
    decayedFrequency(history, own, decay);
    addNeighbours(history, near);
    addScaled(scores, own, 1);
    addScaled(scores, near, neighbours);
    for (const product of scores.touched) scores.add(product, (popular * counts[product]) / counts[0]);
    // The popular that nothing else speaks for: more than a list's length of them can never be needed.
    for (let product = 0; product < Math.min(products, MOST_POPULAR); product += 1)
      if (!own.touched.has(product) && !near.touched.has(product)) scores.add(product, (popular * counts[product]) / counts[0]);
  };
};
