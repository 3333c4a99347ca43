import { uintAt } from './columns.js';
import { hostsOf, type Places } from './places-for-all.js';
import { sum } from './sum.js';

/** A product that is moved up into a list, onto the shelf. */
export interface Guest {
  readonly anchor: number;
  readonly product: number;
  /** Orders that hold both. */
  readonly together: number;
}

interface Offer extends Guest {
  readonly loss: number;
}

/** Cheapest first; ties by product, then by anchor. */
const cheapestFirst = (a: Offer, b: Offer): number => a.loss - b.loss || a.product - b.product || a.anchor - b.anchor;

/** Where the products that no list shows could be shown. */
const offersIn = ({ hosts, shown }: Places): readonly Offer[] => {
  const offers: Offer[] = [];
  shown.forEach((times, product) => {
    if (times === 0) offers.push(...hostsOf(hosts, product).map((host) => ({ ...host, product })));
  });
  return offers.sort(cheapestFirst);
};

/**
 * Finds a place for products that no list would show. A shelf's last place is given to a guest where that costs least: what is lost is the drop
 * in score, times the orders of the anchor. Each list has one guest at most, nobody loses a last place for one, and all guests together
 * cost at most a share of what the shelves are worth: `budget`, 0 to 1; 0 leaves all lists as they are.
 * Source: the idea of Adomavicius and Kwon, "Improving aggregate recommendation diversity using ranking-based techniques", IEEE TKDE 24 (2012).
 */
export const guestsFor = (places: Places, budget: number): readonly Guest[] => {
  if (budget === 0) return [];
  let left = budget * sum(places.worth);
  const shown = places.shown.slice();
  const hosts = new Set<number>();
  const guests: Guest[] = [];
  for (const { product, anchor, together, loss } of offersIn(places)) {
    const last = uintAt(places.last, anchor) - 1;
    if (uintAt(shown, product) > 0 || hosts.has(anchor) || uintAt(shown, last) < 2 || loss > left) continue;
    left -= loss;
    shown[last] = uintAt(shown, last) - 1;
    shown[product] = 1;
    hosts.add(anchor);
    guests.push({ anchor, product, together });
  }
  return guests;
};
