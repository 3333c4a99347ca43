import type { FactTotals } from './reading.js';
import { laterOf } from '../learning/window.js';

/** The earlier of two moments; null when there is neither. */
export const earlierOf = (first: Date | null, second: Date | null): Date | null => {
  if (first === null || second === null) return first ?? second;
  return first <= second ? first : second;
};

/** The totals of facts that are all at hand, by their times. */
export const totalsOf = (times: readonly Date[]): FactTotals => ({
  count: times.length,
  oldest: times.reduce<Date | null>(earlierOf, null),
  newest: times.reduce<Date | null>(laterOf, null),
});
