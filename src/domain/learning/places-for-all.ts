import { floatAt, uintAt } from './columns.js';

/** How many of a list's first products count as seen: what complements are asked for by default. */
export const SHELF = 4;

/** Lists that a product could be a guest in, of which the best are remembered. */
const HOSTS = 8;

/** A product that is moved up into a list, onto the shelf. */
export interface Guest {
  readonly anchor: number;
  readonly product: number;
  /** Orders that hold both. */
  readonly together: number;
}

/** A list's shelf and how well its products go with the anchor. */
export interface ShelfOffer {
  readonly anchor: number;
  /** Weight of the orders with the anchor: what a place in its list is worth. */
  readonly anchorWeight: number;
  /** Product numbers, best first; SHELF at most. */
  readonly shelf: readonly number[];
  /** Score of the last on the shelf. */
  readonly lastScore: number;
}

interface Offer extends Guest {
  readonly loss: number;
}

/** Cheapest first; ties by product, then by anchor. */
const cheapestFirst = (a: Offer, b: Offer): number => a.loss - b.loss || a.product - b.product || a.anchor - b.anchor;

/**
 * Finds a place for products that no list would show. A shelf's last place is given to a guest where that costs least: what is lost is the drop
 * in score, times the orders of the anchor. Each list has one guest at most, nobody loses a last place for one, and all guests together
 * cost at most a share of what the shelves are worth.
 * Source: the idea of Adomavicius and Kwon, "Improving aggregate recommendation diversity using ranking-based techniques", IEEE TKDE 24 (2012).
 */
export class PlacesForAll {
  /** The cheapest hosts of each product, HOSTS places each, sorted. */
  readonly #losses: Float64Array;
  readonly #anchors: Uint32Array;
  readonly #together: Uint32Array;
  readonly #shown: Uint32Array;
  /** The last product on each full shelf, plus one; 0 where a shelf has room. */
  readonly #last: Uint32Array;
  #worth = 0;

  constructor(products: number) {
    this.#losses = new Float64Array(products * HOSTS).fill(Infinity);
    this.#anchors = new Uint32Array(products * HOSTS);
    this.#together = new Uint32Array(products * HOSTS);
    this.#shown = new Uint32Array(products);
    this.#last = new Uint32Array(products);
  }

  /** Notes what a list shows. `scores` are those of the shelf. */
  addShelf({ anchor, anchorWeight, shelf }: ShelfOffer, scores: readonly number[]): void {
    shelf.forEach((product, place) => {
      this.#shown[product] = uintAt(this.#shown, product) + 1;
      this.#worth += anchorWeight * (scores[place] ?? 0);
    });
    if (shelf.length === SHELF) this.#last[anchor] = (shelf[SHELF - 1] ?? 0) + 1;
  }

  /** Notes a product that the list could show instead of the last on its shelf, with its score and in how many orders it met the anchor. */
  offer({ anchor, anchorWeight, lastScore }: ShelfOffer, product: number, score: number, together: number): void {
    const loss = anchorWeight * (lastScore - score);
    const start = product * HOSTS;
    let place = start + HOSTS - 1;
    if (!this.#isCheaper(place, loss, anchor)) return;
    for (; place > start && this.#isCheaper(place - 1, loss, anchor); place -= 1) {
      this.#losses[place] = floatAt(this.#losses, place - 1);
      this.#anchors[place] = uintAt(this.#anchors, place - 1);
      this.#together[place] = uintAt(this.#together, place - 1);
    }
    this.#losses[place] = loss;
    this.#anchors[place] = anchor;
    this.#together[place] = together;
  }

  /** The guests, once all lists are known. `budget` is the largest share of the shelves' worth that they may cost, 0 to 1; 0 leaves all lists as they are. */
  guests(budget: number): readonly Guest[] {
    if (budget === 0) return [];
    let left = budget * this.#worth;
    const shown = this.#shown.slice();
    const hosts = new Set<number>();
    const guests: Guest[] = [];
    for (const { product, anchor, together, loss } of this.#offers()) {
      const last = uintAt(this.#last, anchor) - 1;
      if (uintAt(shown, product) > 0 || hosts.has(anchor) || uintAt(shown, last) < 2 || loss > left) continue;
      left -= loss;
      shown[last] = uintAt(shown, last) - 1;
      shown[product] = 1;
      hosts.add(anchor);
      guests.push({ anchor, product, together });
    }
    return guests;
  }

  #isCheaper(place: number, loss: number, anchor: number): boolean {
    const held = floatAt(this.#losses, place);
    return loss < held || (loss === held && anchor < uintAt(this.#anchors, place));
  }

  #offers(): readonly Offer[] {
    const offers: Offer[] = [];
    this.#shown.forEach((times, product) => {
      if (times > 0) return;
      for (let place = product * HOSTS; place < (product + 1) * HOSTS; place += 1) {
        const loss = floatAt(this.#losses, place);
        if (loss < Infinity) offers.push({ product, anchor: uintAt(this.#anchors, place), together: uintAt(this.#together, place), loss });
      }
    });
    return offers.sort(cheapestFirst);
  }
}
