import { floatAt, uintAt } from './columns.js';

/** Keeps the best few of many neighbours: higher score first, then smaller product number, whatever order they are offered in. */
export class TopNeighbours {
  readonly #products: Uint32Array;
  readonly #scores: Float64Array;
  #size = 0;

  /** How many to keep. */
  constructor(limit: number) {
    this.#products = new Uint32Array(limit);
    this.#scores = new Float64Array(limit);
  }

  get size(): number {
    return this.#size;
  }

  clear(): void {
    this.#size = 0;
  }

  /** Scores of 0 or less, or that are no numbers, are not kept. */
  offer(product: number, score: number): void {
    if (!(score > 0) || (this.#isFull() && !this.#comesBefore(this.#size - 1, product, score))) return;
    let place = this.#isFull() ? this.#size - 1 : this.#size;
    this.#size = place + 1 > this.#size ? place + 1 : this.#size;
    for (; place > 0 && this.#comesBefore(place - 1, product, score); place -= 1) {
      this.#products[place] = uintAt(this.#products, place - 1);
      this.#scores[place] = floatAt(this.#scores, place - 1);
    }
    this.#products[place] = product;
    this.#scores[place] = score;
  }

  /** Product numbers, best first. */
  products(): readonly number[] {
    return Array.from(this.#products.subarray(0, this.#size));
  }

  /** Their scores. */
  scores(): readonly number[] {
    return Array.from(this.#scores.subarray(0, this.#size));
  }

  #isFull(): boolean {
    return this.#size === this.#products.length;
  }

  /** Whether a newcomer comes before the one kept at `place`. */
  #comesBefore(place: number, product: number, score: number): boolean {
    const kept = floatAt(this.#scores, place);
    return score > kept || (score === kept && product < uintAt(this.#products, place));
  }
}
