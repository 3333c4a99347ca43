import { type Interval, Z } from './interval.js';

/** So many of so many. */
export interface Share {
  readonly hits: number;
  /** 1 or more. */
  readonly size: number;
}

/** How intervals of differences between shares are computed, for people who check them. */
export const SHARES_METHOD = 'Newcombe (1998), hybrid score interval for a difference of proportions, without continuity correction';

/** Source: Wilson (1927), "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22:209. */
const wilson = ({ hits, size }: Share): Interval => {
  const middle = 2 * hits + Z ** 2;
  const half = Z * Math.sqrt(Z ** 2 + 4 * hits * (1 - hits / size));
  const whole = 2 * (size + Z ** 2);
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
};

/**
 * The 95 % interval of treatment minus holdout, never outside −1 to 1.
 * Source: Newcombe (1998), "Interval estimation for the difference between independent proportions: comparison of eleven methods",
 * Statistics in Medicine 17:873, method 10.
 */
export const differenceOfShares = (treatment: Share, holdout: Share): Interval => {
  const [ofTreatment, ofHoldout] = [wilson(treatment), wilson(holdout)];
  const [here, there] = [treatment.hits / treatment.size, holdout.hits / holdout.size];
  return {
    low: here - there - Math.hypot(here - ofTreatment.low, ofHoldout.high - there),
    high: here - there + Math.hypot(ofTreatment.high - here, there - ofHoldout.low),
  };
};
