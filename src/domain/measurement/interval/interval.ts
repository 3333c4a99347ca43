/** Both ends of a 95 % interval, in the unit of what was estimated. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % quantile of the standard normal distribution. */
export const Z = 1.959963984540054;
