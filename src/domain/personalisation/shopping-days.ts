import { DAY_MS } from '../learning/decay.js';
import type { BehaviourEvent } from './behaviour-events.js';
import type { BehaviourProfile } from './profile.js';

/** Days since 1970-01-01, UTC. */
const dayOf = (at: number): number => Math.floor(at / DAY_MS);

/** Whether an instant, in milliseconds since 1970, is on the same UTC day as another; never where there is no other. */
export const isOnDayOf = (at: number, other: Date | null): boolean => other !== null && dayOf(at) === dayOf(other.getTime());

/**
 * From a customer's events, oldest first, the function that says on how many UTC days they bought anything from a day on, that day included: how
 * often a product first bought then could have been bought. 0 for a product that never was.
 */
export const chancesSince = (events: readonly BehaviourEvent[]): ((first: Date | null) => number) => {
  const places = new Map<number, number>();
  let latest = Number.NaN;
  for (const { act, at } of events) {
    if (act !== 'PURCHASE' || at === latest) continue;
    latest = at;
    if (!places.has(dayOf(at))) places.set(dayOf(at), places.size);
  }
  return (first) => (first === null ? 0 : places.size - (places.get(dayOf(first.getTime())) ?? places.size));
};

/** Days on which a customer bought anything, as far as the profile holds them: the chances of what they bought first. At least 1. */
export const shoppingDaysOf = ({ products }: Pick<BehaviourProfile, 'products'>): number =>
  products.reduce((most, { chances }) => Math.max(most, chances), 1);
