import { FloatColumn, floatAt, intAt, UintColumn, uintAt } from './columns.js';
import type { Occurrences, PairRow } from './count-pairs.js';
import { cosine } from '../cross-sell/association.js';
import { TopNeighbours } from './top-neighbours.js';

/** Of each product the pairs with those it meets most closely, in columns: what the weights of its neighbours are worked out from. */
export interface KeptPairs {
  /** Where each product's pairs begin; one more than there are products. */
  readonly offsets: Uint32Array;
  /** Product numbers, the closest by cosine first. */
  readonly neighbours: Uint32Array;
  /** Groups with both. */
  readonly together: Uint32Array;
  /** Weight of those groups. */
  readonly weights: Float64Array;
}

/** Takes one row after another, by ascending product number, and keeps the closest pairs of each: memory grows with products and not with pairs. */
export class PairKeeper {
  readonly #occurrences: Occurrences;
  readonly #top: TopNeighbours;
  readonly #offsets = new UintColumn();
  readonly #neighbours = new UintColumn();
  readonly #together = new UintColumn();
  readonly #weights = new FloatColumn();

  /** Pairs kept of each product at most. */
  constructor(occurrences: Occurrences, most: number) {
    this.#occurrences = occurrences;
    this.#top = new TopNeighbours(most);
    this.#offsets.push(0);
  }

  /** Offers the pairs of the next product: those of its neighbours that may be published. */
  add(row: PairRow, supported: Uint32Array): void {
    const { weights } = this.#occurrences;
    const anchorWeight = floatAt(weights, row.anchor);
    this.#top.clear();
    for (const product of supported) {
      this.#top.offer(product, cosine(floatAt(row.weights, product), anchorWeight, floatAt(weights, product)));
    }
    for (const product of this.#top.products()) {
      this.#neighbours.push(product);
      this.#together.push(intAt(row.together, product));
      this.#weights.push(floatAt(row.weights, product));
    }
    this.#offsets.push(this.#neighbours.length);
  }

  /** Hands over what was kept: to be called once. */
  finish(): KeptPairs {
    return {
      offsets: this.#offsets.take(),
      neighbours: this.#neighbours.take(),
      together: this.#together.take(),
      weights: this.#weights.take(),
    };
  }
}

/** Where a product's pairs begin and end. */
export const placesOf = ({ offsets }: Pick<KeptPairs, 'offsets'>, product: number): { readonly from: number; readonly to: number } => ({
  from: uintAt(offsets, product),
  to: uintAt(offsets, product + 1),
});

/** The counts of a pair that was kept on either side; null for one that was not. */
export const keptPair = (pairs: KeptPairs, first: number, second: number): { readonly together: number; readonly weight: number } | null => {
  const { neighbours, together, weights } = pairs;
  for (const [product, other] of [[first, second], [second, first]] as const) {
    const { from, to } = placesOf(pairs, product);
    for (let place = from; place < to; place += 1) {
      if (uintAt(neighbours, place) === other) return { together: uintAt(together, place), weight: floatAt(weights, place) };
    }
  }
  return null;
};
