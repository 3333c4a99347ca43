import type { Share } from './difference-of-shares.js';

/**
 * The 99.95 % quantile of the standard normal distribution: the rate of false alarms that is aimed at is half of the one in a thousand that is promised,
 * because shares of small counts are a little more scattered than the chi-square distribution has it.
 */
const Z_ALARM = 3.290526731491926;

/** Shares of fewer expected hits, or misses, are too coarse for the test. Source: Cochran (1952), "The χ² test of goodness of fit". */
const LEAST_EXPECTED = 5;

/** More stretches than this make the test weaker against one change, without showing it any finer. */
const MOST_STRETCHES = 20;

/**
 * The quantile of the chi-square distribution for which a standard normal variable has the quantile `z`; within 3 % for one degree of freedom,
 * within 0.5 % for five and more. Source: Wilson & Hilferty (1931), "The distribution of chi-square", PNAS 17:684.
 */
export const chiSquareQuantile = (freedom: number, z: number): number => {
  const ninth = 2 / (9 * freedom);
  return freedom * (1 - ninth + z * Math.sqrt(ninth)) ** 3;
};

const sumOf = (shares: readonly Share[]): Share =>
  shares.reduce((sum, { hits, size }) => ({ hits: sum.hits + hits, size: sum.size + size }), { hits: 0, size: 0 });

/** Neighbours together, until each stretch has enough; what is left over at the end belongs to the last. */
const stretchesOf = (shares: readonly Share[], { hits, size }: Share): readonly Share[] => {
  const least = Math.max((LEAST_EXPECTED * size) / Math.min(hits, size - hits), size / MOST_STRETCHES);
  const stretches: Share[] = [];
  let open: Share[] = [];
  for (const share of shares) {
    open.push(share);
    if (sumOf(open).size < least) continue;
    stretches.push(sumOf(open));
    open = [];
  }
  const last = stretches.pop();
  return [...stretches, sumOf(last === undefined ? open : [last, ...open])];
};

/**
 * Whether shares that follow each other in time may all be one: Pearson's chi-square test of homogeneity (1900), over stretches of neighbours. Of
 * shares that are one, one in a thousand at most is called changed. Where there are too few hits or misses for two stretches nothing speaks against it.
 */
export const isSameShare = (shares: readonly Share[]): boolean => {
  const all = sumOf(shares);
  if (all.hits === 0 || all.hits === all.size) return true;
  const stretches = stretchesOf(shares, all);
  if (stretches.length < 2) return true;
  const share = all.hits / all.size;
  const distance = stretches.reduce((sum, { hits, size }) => sum + (hits - size * share) ** 2 / (size * share * (1 - share)), 0);
  return distance <= chiSquareQuantile(stretches.length - 1, Z_ALARM);
};
