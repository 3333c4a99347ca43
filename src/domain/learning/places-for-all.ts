import { floatAt, uintAt } from './columns.js';

/** How many of a list's first products count as seen: what complements are asked for by default. */
export const SHELF = 4;

/** Lists that a product could be a guest in, of which the best are remembered. */
const HOSTS = 8;

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

/** The cheapest lists that each product could be a guest in, HOSTS places for each product, sorted by loss, then by anchor. */
export interface Hosts {
  /** What the list's shelf loses; Infinity where there is no such list. */
  readonly losses: Float64Array;
  readonly anchors: Uint32Array;
  /** Orders that hold the anchor and the product. */
  readonly together: Uint32Array;
}

/** What lists show and which others they could show, by product number. */
export interface Places {
  readonly hosts: Hosts;
  /** Shelves that hold the product. */
  readonly shown: Uint32Array;
  /** The last product on each full shelf, plus one; 0 where a shelf has room. */
  readonly last: Uint32Array;
  /** What each shelf is worth. */
  readonly worth: Float64Array;
}

const noPlaces = (products: number): Places => ({
  hosts: {
    losses: new Float64Array(products * HOSTS).fill(Infinity),
    anchors: new Uint32Array(products * HOSTS),
    together: new Uint32Array(products * HOSTS),
  },
  shown: new Uint32Array(products),
  last: new Uint32Array(products),
  worth: new Float64Array(products),
});

const isCheaper = ({ losses, anchors }: Hosts, place: number, loss: number, anchor: number): boolean => {
  const held = floatAt(losses, place);
  return loss < held || (loss === held && anchor < uintAt(anchors, place));
};

/** Keeps a host of a product if it is one of the cheapest. */
const addHost = (hosts: Hosts, product: number, loss: number, anchor: number, together: number): void => {
  const start = product * HOSTS;
  let place = start + HOSTS - 1;
  if (!isCheaper(hosts, place, loss, anchor)) return;
  for (; place > start && isCheaper(hosts, place - 1, loss, anchor); place -= 1) {
    hosts.losses[place] = floatAt(hosts.losses, place - 1);
    hosts.anchors[place] = uintAt(hosts.anchors, place - 1);
    hosts.together[place] = uintAt(hosts.together, place - 1);
  }
  hosts.losses[place] = loss;
  hosts.anchors[place] = anchor;
  hosts.together[place] = together;
};

/** Takes lists, in any order, and remembers for every product where showing it would cost least. */
export class PlacesForAll {
  readonly #places: Places;

  constructor(products: number) {
    this.#places = noPlaces(products);
  }

  /** Notes what a list shows. `scores` are those of the shelf. */
  addShelf({ anchor, anchorWeight, shelf }: ShelfOffer, scores: readonly number[]): void {
    const { shown, worth, last } = this.#places;
    shelf.forEach((product, place) => {
      shown[product] = uintAt(shown, product) + 1;
      worth[anchor] = floatAt(worth, anchor) + anchorWeight * (scores[place] ?? 0);
    });
    if (shelf.length === SHELF) last[anchor] = (shelf[SHELF - 1] ?? 0) + 1;
  }

  /** Notes a product that the list could show instead of the last on its shelf, with its score and in how many orders it met the anchor. */
  offer({ anchor, anchorWeight, lastScore }: ShelfOffer, product: number, score: number, together: number): void {
    addHost(this.#places.hosts, product, anchorWeight * (lastScore - score), anchor, together);
  }

  /** Hands over what was noted: to be called once. */
  finish(): Places {
    return this.#places;
  }
}

const addHosts = (into: Hosts, { losses, anchors, together }: Hosts): void => {
  losses.forEach((loss, place) => {
    if (loss < Infinity) addHost(into, Math.floor(place / HOSTS), loss, uintAt(anchors, place), uintAt(together, place));
  });
};

/** Puts together what was noted of different lists: what noting all of them in one place comes to, to the last bit. */
export const joinPlaces = (parts: readonly Places[]): Places => {
  const joined = noPlaces(parts[0]?.shown.length ?? 0);
  for (const { hosts, shown, last, worth } of parts) {
    addHosts(joined.hosts, hosts);
    // A list is noted in one part only, so that these add a number to nothing.
    for (let product = 0; product < shown.length; product += 1) {
      joined.shown[product] = uintAt(joined.shown, product) + uintAt(shown, product);
      joined.last[product] = uintAt(joined.last, product) + uintAt(last, product);
      joined.worth[product] = floatAt(joined.worth, product) + floatAt(worth, product);
    }
  }
  return joined;
};

/** The cheapest hosts of a product, from the cheapest on. */
export const hostsOf = (
  { losses, anchors, together }: Hosts,
  product: number,
): readonly { readonly anchor: number; readonly loss: number; readonly together: number }[] =>
  [...losses.subarray(product * HOSTS, (product + 1) * HOSTS)]
    .map((loss, rank) => ({ loss, anchor: uintAt(anchors, product * HOSTS + rank), together: uintAt(together, product * HOSTS + rank) }))
    .filter(({ loss }) => loss < Infinity);
