/** Mean of some numbers; NaN of none. */
export const meanOf = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard error of a mean: sample standard deviation over the root of the number; NaN of fewer than two. */
export const standardErrorOf = (values) => {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
};

/** Mean and standard error of some numbers, and how many they are. */
export const summaryOf = (values) => ({ mean: meanOf(values), se: standardErrorOf(values), count: values.length });

/**
 * A mean of parts in which every basket weighs 1 as a whole: sum of values over sum of weights, its standard error by linearisation over
 * the baskets (Cochran, Sampling Techniques, 6.4). `count` is the number of baskets that have any weight; NaN where none has.
 * @param {readonly { value: number, weight: number }[]} parts
 */
export const ratioSummaryOf = (parts) => {
  const held = parts.filter(({ weight }) => weight > 0);
  const weights = held.reduce((sum, { weight }) => sum + weight, 0);
  const mean = held.reduce((sum, { value }) => sum + value, 0) / weights;
  const squares = held.reduce((sum, { value, weight }) => sum + (value - mean * weight) ** 2, 0);
  return { mean, se: Math.sqrt((squares * held.length) / (held.length - 1)) / weights, count: held.length };
};

/** How many standard errors a method lies above another over the same baskets: the paired z. 0 where they never differ. */
export const pairedZ = (values, others) => {
  const differences = values.map((value, at) => value - others[at]);
  return differences.every((difference) => difference === 0) ? 0 : meanOf(differences) / standardErrorOf(differences);
};
