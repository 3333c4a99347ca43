/** Keeps the best few of many neighbours: higher score first, then smaller product number, whatever order they are offered in. */
export class TopNeighbours {
  readonly #products: Uint32Array;
  readonly #scores: Float64Array;
  #size = 0;
  /** A lower score is not among the best few: that of the last while there is no room, else 0. */
  #bar = 0;

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
    this.#bar = 0;
  }

  /** Scores of 0 or less, or that are no numbers, are not kept. */
  offer(product: number, score: number): void {
    // Most are turned away here.
    if (score >= this.#bar && score > 0) this.#insert(product, score);
  }

  /** Product numbers, best first: a view, valid until the next change. */
  products(): Uint32Array {
    return this.#products.subarray(0, this.#size);
  }

  /** Their scores: a view, valid until the next change. */
  scores(): Float64Array {
    return this.#scores.subarray(0, this.#size);
  }

  #insert(product: number, score: number): void {
    const products = this.#products;
    const scores = this.#scores;
    const last = products.length - 1;
    let place = this.#size;
    if (place > last) {
      if (score === this.#bar && product > (products[last] ?? 0)) return;
      place = last;
    } else {
      this.#size = place + 1;
    }
    for (; place > 0; place -= 1) {
      const before = scores[place - 1] ?? 0;
      if (before > score || (before === score && (products[place - 1] ?? 0) < product)) break;
      products[place] = products[place - 1] ?? 0;
      scores[place] = before;
    }
    products[place] = product;
    scores[place] = score;
    if (this.#size > last) this.#bar = scores[last] ?? 0;
  }
}
