import { DAY_MS } from '../../learning/decay.js';
import type { PersonalisationScorecard, Period } from '../scorecard.js';
import type { CustomerHistory } from './customer-histories.js';
import { shareOf } from './share.js';

/** After how many days it is asked who came back. */
const RETENTION_DAYS = [30, 60, 90] as const;

/** How long after a period orders still matter to it. */
export const LONGEST_RETENTION_DAYS = 90;

const isFirstIn = ({ from, until }: Period, { first }: CustomerHistory): boolean => first >= from.getTime() && first < until.getTime();

/** Customers whose first order is in the period. */
export const newCustomersOf = (histories: Iterable<CustomerHistory>, period: Period): readonly CustomerHistory[] =>
  [...histories].filter((history) => isFirstIn(period, history));

/**
 * How many new customers ordered again in `(first, first + days]`, a second order at the instant of the first counted in; of those only
 * for whom that time is over at `newest`, the newest order known of anybody, in milliseconds since 1970.
 */
export const retentionOf = (newCustomers: readonly CustomerHistory[], newest: number): PersonalisationScorecard['retention'] =>
  RETENTION_DAYS.map((days) => {
    const judged = newCustomers.filter(({ first }) => first + days * DAY_MS <= newest);
    const returned = judged.filter(({ first, second }) => second !== null && second - first <= days * DAY_MS);
    return { days, rate: shareOf(returned.length, judged.length), customers: judged.length };
  });
