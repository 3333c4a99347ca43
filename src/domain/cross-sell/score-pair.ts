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
  /**
   * The formula for products that occur so often, in groups or in the weight of groups, by product number: what depends on one product alone is
   * worked out once, and not for each pair.
   */
  over(occurrences: ArrayLike<number>): ScorePair;
}

/**
 * The size-weighted co-count `w / (n_anchor^(1−b) · n_neighbour^b) · together / (together + shrinkage)`. With b = 0 it is a weighted
 * confidence; a small b holds back what sells with everything, for the sake of the long tail, and the shrinkage holds back what met once or
 * twice. What each is worth is measured in docs/quality.md. Source of the shrinkage: Bell and Koren, ICDM 2007.
 */
export const sizeWeightedScorer = (popularityExponent = 0.2, shrinkage = 1): PairScorer => ({
  name: `size-weighted b=${popularityExponent} shrinkage=${shrinkage}`,
  over: (occurrences) => {
    const asAnchor = Float64Array.from(occurrences, (times) => Math.pow(times, 1 - popularityExponent));
    const asNeighbour = Float64Array.from(occurrences, (times) => Math.pow(times, popularityExponent));
    return (anchor, neighbour, together, togetherWeight) =>
      ((togetherWeight / (floatAt(asAnchor, anchor) * floatAt(asNeighbour, neighbour))) * together) / (together + shrinkage);
  },
});

/**
 * Cosine, shrunk towards 0 while few groups hold both: `cosine · together / (together + shrinkage)`.
 * Source of the shrinkage: Bell and Koren, ICDM 2007.
 */
export const shrunkCosineScorer = (shrinkage = 5): PairScorer => ({
  name: `cosine shrinkage=${shrinkage}`,
  over: (occurrences) => (anchor, neighbour, together, togetherWeight) =>
    (cosine(togetherWeight, occurrences[anchor] ?? 0, occurrences[neighbour] ?? 0) * together) / (together + shrinkage),
});

/** A formula that counts for a part of what it says, beside others. */
export const scaledScorer = (scale: number, { name, over }: PairScorer): PairScorer => ({
  name: `${scale} × ${name}`,
  over: (occurrences) => {
    const scoreOf = over(occurrences);
    return (anchor, neighbour, together, togetherWeight) => scale * scoreOf(anchor, neighbour, together, togetherWeight);
  },
});
