// Other ways to an interval of a difference between means, to stand beside the one that is used. A sample is its values other than 0 and how many are 0.
import { binomial } from './draws.mjs';

const Z = 1.959963984540054;
const RESAMPLES = 200;

const statsOf = ({ values, zeros }) => {
  const size = values.length + zeros;
  const mean = values.reduce((sum, value) => sum + value, 0) / size;
  const powers = [2, 3].map((power) => values.reduce((sum, value) => sum + (value - mean) ** power, zeros * (-mean) ** power));
  const variance = powers[0] / (size - 1);
  return { size, mean, squaredError: variance / size, third: powers[1] / size };
};

const errorOf = (treatment, holdout) => Math.sqrt(treatment.squaredError + holdout.squaredError);

/** Welch (1947), "The generalization of Student's problem when several different population variances are involved", Biometrika 34:28. */
const welch = (treatment, holdout) => {
  const [one, other] = [treatment.squaredError, holdout.squaredError];
  const freedom = (one + other) ** 2 / (one ** 2 / (treatment.size - 1) + other ** 2 / (holdout.size - 1));
  // The t quantile, by Cornish & Fisher's expansion in 1/freedom (Abramowitz & Stegun 26.7.5).
  const quantile = Z + (Z ** 3 + Z) / (4 * freedom) + (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * freedom ** 2);
  const half = quantile * errorOf(treatment, holdout);
  return [treatment.mean - holdout.mean - half, treatment.mean - holdout.mean + half];
};

/** Zhou & Dinh (2005), "Nonparametric confidence intervals for the one- and two-sample problems", Biostatistics 6:187, with Hall's cubic transformation. */
const zhouDinh = (treatment, holdout) => {
  const error = errorOf(treatment, holdout);
  const skewness = (treatment.third / treatment.size ** 2 - holdout.third / holdout.size ** 2) / error ** 3;
  const inverse = (y) => (Math.abs(skewness) < 1e-9 ? y : (3 / skewness) * (Math.cbrt(1 + skewness * (y - skewness / 6)) - 1));
  const difference = treatment.mean - holdout.mean;
  return [difference - error * inverse(Z), difference - error * inverse(-Z)];
};

const resampled = ({ values, zeros }, random) => {
  const size = values.length + zeros;
  const drawn = zeros === 0 ? size : binomial(random, size, values.length / size);
  let [sum, squares] = [0, 0];
  for (let number = 0; number < drawn; number += 1) {
    const value = values[Math.floor(random() * values.length)];
    sum += value;
    squares += value ** 2;
  }
  const mean = sum / size;
  return { mean, squaredError: (squares / size - mean ** 2) / (size - 1) };
};

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

/** The percentile interval, and the studentised one (bootstrap-t), of the same resamples: Efron & Tibshirani (1993), 13.3 and 12.5. */
const bootstraps = (samples, [treatment, holdout], random) => {
  const difference = treatment.mean - holdout.mean;
  const [differences, studentised] = [new Float64Array(RESAMPLES), new Float64Array(RESAMPLES)];
  for (let round = 0; round < RESAMPLES; round += 1) {
    const [one, other] = samples.map((sample) => resampled(sample, random));
    differences[round] = one.mean - other.mean;
    studentised[round] = (differences[round] - difference) / (errorOf(one, other) || Number.MIN_VALUE);
  }
  differences.sort();
  studentised.sort();
  const error = errorOf(treatment, holdout);
  return {
    percentile: [quantile(differences, 0.025), quantile(differences, 0.975)],
    bootstrapT: [difference - error * quantile(studentised, 0.975), difference - error * quantile(studentised, 0.025)],
  };
};

/** The 95 % intervals of treatment minus holdout that a formula gives, `[low, high]` by the name of the way. */
export const closedIntervals = ({ TREATMENT, HOLDOUT }) => {
  const stats = [statsOf(TREATMENT), statsOf(HOLDOUT)];
  return { welch: welch(...stats), zhouDinh: zhouDinh(...stats) };
};

/** Those and the ones of resampling. */
export const otherIntervals = ({ TREATMENT, HOLDOUT }, random) => ({
  ...closedIntervals({ TREATMENT, HOLDOUT }),
  ...bootstraps([TREATMENT, HOLDOUT], [statsOf(TREATMENT), statsOf(HOLDOUT)], random),
});
