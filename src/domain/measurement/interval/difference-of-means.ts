import { type Interval, Z } from './interval.js';
import type { Moments } from './moments.js';

/** How intervals of differences between means of money are computed, for people who check them. */
export const MEANS_METHOD =
  'Score interval (test inversion, Wilson 1927) whose smaller arm borrows spread and skewness from the larger, with a Cornish–Fisher correction for skewness (Hall 1992)';

/**
 * How far the spreads of two arms that differ by an effect may lie apart, relatively: the error of borrowing one for the other. Half is a lot
 * for an effect of a recommendation; more makes the interval trust the few values of a small holdout more.
 */
const BORROWING_ERROR = 0.5;

/** What is known of the squared standard error: `a − b·δ` if the true difference is δ, and of the part that the smaller arm says itself. */
interface Spread {
  readonly a: number;
  readonly b: number;
  readonly own: number;
}

/**
 * The spread of the smaller arm, from its own values and from the larger arm's, weighted by their squared relative errors: (kurtosis − 1) / size
 * is that of a sample variance (Cramér 1946, 27.4). What is borrowed is in proportion to the mean, as for sums of a random number of orders
 * (compound Poisson), so that it depends on the difference that is being tried.
 */
const spreadOf = (larger: Moments, smaller: Moments): Spread => {
  const ownError = (larger.kurtosis - 1) / smaller.size;
  const borrowingError = BORROWING_ERROR ** 2 + (larger.kurtosis - 1) / larger.size;
  const own = borrowingError / (borrowingError + ownError);
  const borrowed = ((1 - own) * larger.variance) / smaller.size;
  return {
    a: larger.variance / larger.size + (own * smaller.variance) / smaller.size + borrowed,
    b: larger.mean > 0 ? borrowed / larger.mean : 0,
    own,
  };
};

/**
 * By how much skewness moves the quantiles of the difference in standard errors: κ(z² − 1)/6 since the difference is skewed, less cz²/2 since the
 * standard error rises and falls with it. If both arms spoke for themselves (c = κ) this would be the −κ(2z² + 1)/6 of a studentised mean.
 * One skewness and one spread stand for both arms, so that only their sizes make a difference: those of a small arm are mostly chance.
 * Source: Hall (1992), "The Bootstrap and Edgeworth Expansion"; Cornish & Fisher (1938).
 */
const skewShift = (larger: Moments, smaller: Moments, own: number): number => {
  const skewness = (larger.skewness * larger.size + smaller.skewness * smaller.size) / (larger.size + smaller.size);
  const [ofLarger, ofSmaller] = [1 / larger.size, 1 / smaller.size];
  const third = ofLarger ** 2 - ofSmaller ** 2;
  const together = ofLarger * (ofLarger + (1 - own) * ofSmaller) - own * ofSmaller ** 2;
  const shift = (skewness * ((third * (Z ** 2 - 1)) / 6 - (together * Z ** 2) / 2)) / (ofLarger + ofSmaller) ** 1.5;
  return Math.max(-Z, Math.min(Z, shift));
};

/** The difference δ for which the observed one lies `quantile` standard errors above it: solves d − δ = q·√(a − bδ). */
const solve = (observed: number, quantile: number, { a, b }: Spread): number => {
  const half = (quantile * b) / 2;
  return observed - quantile * (half + Math.sqrt(Math.max(0, a - b * observed + half ** 2)));
};

const largerMinusSmaller = (larger: Moments, smaller: Moments): Interval => {
  const spread = spreadOf(larger, smaller);
  const shift = skewShift(larger, smaller, spread.own);
  const observed = larger.mean - smaller.mean;
  return { low: solve(observed, Z + shift, spread), high: solve(observed, shift - Z, spread) };
};

/**
 * The 95 % interval of the mean of the treatment minus that of the holdout, for values of 0 or more that are skewed and often 0. Asks that both
 * arms vary.
 *
 * A holdout of a few per cent has few buyers. Its own standard error then is small exactly when its mean is too low, so Welch's interval misses the
 * truth in up to a fifth of comparisons. Here differences are tried: those that the data do not speak against at 5 % are the interval, and the
 * standard error is what it would be if that difference were true. The larger an arm grows, the more it speaks for itself; in the limit this is Welch's interval.
 */
export const differenceOfMeans = (treatment: Moments, holdout: Moments): Interval => {
  if (holdout.size <= treatment.size) return largerMinusSmaller(treatment, holdout);
  const { low, high } = largerMinusSmaller(holdout, treatment);
  return { low: -high, high: -low };
};
