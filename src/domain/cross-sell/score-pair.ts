import { floatAt } from '../learning/columns.js';
import { cosine } from './association.js';

/**
 * How well a neighbour goes with an anchor, both by product number, from the groups (orders, visits or customers) that hold both: their number
 * and their weight. Higher is better, comparable between anchors; 0 or less keeps the pair out.
 */
export type ScorePair = (anchor: number, neighbour: number, together: number, togetherWeight: number) => number;

/** Ranks the neighbours of an anchor by what was counted. Other models can be put in its place. */
export interface PairScorer {
  /** Names the formula and its parameters: part of what the version of the statistics is made from. */
  readonly name: string;
  /** The formula for products whose groups have these weights: what depends on one product alone is worked out once, and not for each pair. */
  over(weights: Float64Array): ScorePair;
}

/**
 * The size-weighted co-count `w / (n_anchor^(1−b) · n_neighbour^b) · together / (together + shrinkage)`. With b = 0 it is a weighted
 * confidence; a small b holds back what sells with everything, for the sake of the long tail, and the shrinkage holds back what met once or
 * twice. What each is worth is measured in docs/quality.md. Source of the shrinkage: Bell and Koren, ICDM 2007.
 */
export const sizeWeightedScorer = (popularityExponent = 0.2, shrinkage = 1): PairScorer => ({
  name: `size-weighted b=${popularityExponent} shrinkage=${shrinkage}`,
  over: (weights) => {
    const asAnchor = weights.map((weight) => Math.pow(weight, 1 - popularityExponent));
    const asNeighbour = weights.map((weight) => Math.pow(weight, popularityExponent));
    return (anchor, neighbour, together, togetherWeight) =>
      ((togetherWeight / (floatAt(asAnchor, anchor) * floatAt(asNeighbour, neighbour))) * together) / (together + shrinkage);
  },
});

/**
 * Cosine of the weights, shrunk towards 0 while few groups hold both: `cosine · together / (together + shrinkage)`.
 * Source of the shrinkage: Bell and Koren, ICDM 2007.
 */
export const shrunkCosineScorer = (shrinkage = 5): PairScorer => ({
  name: `cosine shrinkage=${shrinkage}`,
  over: (weights) => (anchor, neighbour, together, togetherWeight) =>
    (cosine(togetherWeight, floatAt(weights, anchor), floatAt(weights, neighbour)) * together) / (together + shrinkage),
});
