import { DAY_MS } from '../learning/decay.js';
import type { BehaviourEvent } from './behaviour-events.js';
import type { BehaviourProfile } from './profile.js';

/** Days since 1970-01-01, UTC. */
const dayOf = (at: number): number => Math.floor(at / DAY_MS);

/** Whether an instant, in milliseconds since 1970, is on the same UTC day as another; never where there is no other. */
export const isOnDayOf = (at: number, other: Date | null): boolean => other !== null && dayOf(at) === dayOf(other.getTime());

/** The UTC days on which a customer bought anything. */
export interface ShoppingDays {
  /** How many there are from an instant's day on, that day included: how often a product first bought then could have been bought. 0 for null. */
  since(first: Date | null): number;
  /** What a purchase at `at`, in milliseconds since 1970, counts among recent days: 1 on the last of them, and nine tenths of that for each later one. */
  recency(at: number): number;
}

/** What a day of purchases still counts once the customer has shopped on another: taste drifts, and Hu et al. (SIGIR 2020) let personal frequency decay by basket. */
export const KEPT_PER_DAY = 0.9;

/** Finds the shopping days in a customer's events, oldest first. Both functions are for days on which they bought. */
export const shoppingDaysIn = (events: readonly BehaviourEvent[]): ShoppingDays => {
  const places = new Map<number, number>();
  let latest = Number.NaN;
  for (const { act, at } of events) {
    if (act !== 'PURCHASE' || at === latest) continue;
    latest = at;
    if (!places.has(dayOf(at))) places.set(dayOf(at), places.size);
  }
  const since = (at: number): number => places.size - (places.get(dayOf(at)) ?? places.size);
  return {
    since: (first) => (first === null ? 0 : since(first.getTime())),
    recency: (at) => KEPT_PER_DAY ** (since(at) - 1),
  };
};

/** Days on which a customer bought anything, as far as the profile holds them: the chances of what they bought first. At least 1. */
export const shoppingDaysOf = ({ products }: Pick<BehaviourProfile, 'products'>): number =>
  products.reduce((most, { chances }) => Math.max(most, chances), 1);
