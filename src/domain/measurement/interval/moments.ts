/** What an interval needs to know about one arm's values. */
export interface Moments {
  /** Units in the arm, whatever they did. */
  readonly size: number;
  readonly mean: number;
  /** Unbiased: divided by size − 1. */
  readonly variance: number;
  /** Third standardised central moment; 0 where nothing varies. */
  readonly skewness: number;
  /** Fourth standardised central moment, 3 for a normal distribution; 3 where nothing varies. */
  readonly kurtosis: number;
}

const sumOfPowers = (sorted: Float64Array, zeros: number, mean: number): readonly [number, number, number] => {
  let [second, third, fourth] = [zeros * mean ** 2, -zeros * mean ** 3, zeros * mean ** 4];
  for (const value of sorted) {
    const square = (value - mean) ** 2;
    second += square;
    third += square * (value - mean);
    fourth += square * square;
  }
  return [second, third, fourth];
};

/**
 * The moments of some values and of `zeros` more units whose value is 0. One pass for the mean and one for the powers, so that large equal
 * values cancel out exactly; sorted first, so that the same values in any order give the same bytes. Cost: the values, not the zeros.
 */
export const momentsOf = (values: Iterable<number>, zeros = 0): Moments => {
  const sorted = Float64Array.from(values).sort();
  const size = sorted.length + zeros;
  if (size === 0) return { size, mean: 0, variance: 0, skewness: 0, kurtosis: 3 };
  const mean = sorted.reduce((sum, value) => sum + value, 0) / size;
  const [second, third, fourth] = sumOfPowers(sorted, zeros, mean);
  const spread = second / size;
  return {
    size,
    mean,
    variance: size > 1 ? second / (size - 1) : 0,
    skewness: spread > 0 ? third / size / spread ** 1.5 : 0,
    kurtosis: spread > 0 ? fourth / size / spread ** 2 : 3,
  };
};
