import { cosine } from './association.js';

/** All that is known of one directed pair, counted over groups (orders, visits or customers). */
export interface CountedPair {
  /** Groups that hold both. */
  together: number;
  /** The same, each group by its weight. */
  togetherWeight: number;
  /** Weight of the groups that hold the anchor. */
  anchorWeight: number;
  /** Weight of the groups that hold the neighbour. */
  neighbourWeight: number;
}

/** Ranks the neighbours of an anchor by what was counted. Other models can be put in its place. */
export interface PairScorer {
  /** Names the formula and its parameters: part of what the version of the statistics is made from. */
  readonly name: string;
  /** Higher is better, comparable between anchors; 0 or less keeps the pair out. */
  score(pair: Readonly<CountedPair>): number;
}

/**
 * The size-weighted co-count `w / (n_anchor^(1−b) · n_neighbour^b) · together / (together + shrinkage)`. With b = 0 it is a weighted
 * confidence; a small b holds back what sells with everything, for the sake of the long tail, and the shrinkage holds back what met once or
 * twice. What each is worth is measured in docs/quality.md. Source of the shrinkage: Bell and Koren, ICDM 2007.
 */
export const sizeWeightedScorer = (popularityExponent = 0.2, shrinkage = 1): PairScorer => ({
  name: `size-weighted b=${popularityExponent} shrinkage=${shrinkage}`,
  score: ({ together, togetherWeight, anchorWeight, neighbourWeight }) =>
    ((togetherWeight / (Math.pow(anchorWeight, 1 - popularityExponent) * Math.pow(neighbourWeight, popularityExponent))) * together) /
    (together + shrinkage),
});

/**
 * Cosine of the weights, shrunk towards 0 while few groups hold both: `cosine · together / (together + shrinkage)`.
 * Source of the shrinkage: Bell and Koren, ICDM 2007.
 */
export const shrunkCosineScorer = (shrinkage = 5): PairScorer => ({
  name: `cosine shrinkage=${shrinkage}`,
  score: ({ together, togetherWeight, anchorWeight, neighbourWeight }) =>
    (cosine(togetherWeight, anchorWeight, neighbourWeight) * together) / (together + shrinkage),
});
