import type { Tally } from './tally.js';

/** Pairs in a block. Blocks keep a product's pairs close together, and none costs more than it holds by much. */
const BLOCK = 8;

/** Whole numbers per pair: the anchor that met, how often, and how many owners. */
const FIELDS = 3;

const BYTES_PER_BLOCK = BLOCK * (8 + FIELDS * 4) + 4;

/**
 * Pairs that an anchor met and that the other product, whose turn comes later, need not count again. Room is fixed: when it is used up, the
 * products whose turn is latest are forgotten, and from `until` on they count for themselves.
 */
export class RememberedPairs {
  readonly #end: number;
  readonly #capacity: number;
  /** The newest block of each product; −1 without one. Blocks before it are full. */
  readonly #newest: Int32Array;
  /** Pairs in it. */
  readonly #filled: Int32Array;
  /** The block before, or the next of those that are free. */
  readonly #before: Int32Array;
  readonly #weights: Float64Array;
  readonly #numbers: Int32Array;
  #free = -1;
  #used = 0;
  #until: number;

  /** Room for at most so many bytes, and for no more pairs than there can be; products from `end` on never have their turn. */
  constructor(products: number, { bytes, pairs, end }: { readonly bytes: number; readonly pairs: number; readonly end: number }) {
    this.#end = end;
    // A product's newest block may hold a single pair.
    this.#capacity = Math.max(1, Math.min(Math.floor(bytes / BYTES_PER_BLOCK), Math.ceil(pairs / BLOCK) + Math.min(products, pairs)));
    this.#newest = new Int32Array(products).fill(-1);
    this.#filled = new Int32Array(products).fill(BLOCK);
    this.#before = new Int32Array(this.#capacity);
    this.#weights = new Float64Array(this.#capacity * BLOCK);
    this.#numbers = new Int32Array(this.#capacity * BLOCK * FIELDS);
    this.#until = end;
  }

  /** Nothing is known of products from this one on. */
  get until(): number {
    return this.#until;
  }

  /** Forgets everything. */
  clear(): void {
    this.#newest.fill(-1);
    this.#filled.fill(BLOCK);
    this.#free = -1;
    this.#used = 0;
    this.#until = this.#end;
  }

  /** Remembers what an anchor met among the products after it. */
  remember(anchor: number, tally: Tally): void {
    const { together, weights, owners } = tally;
    const neighbours = tally.neighbours();
    const [filled, newest, numbers, known] = [this.#filled, this.#newest, this.#numbers, this.#weights];
    for (let index = 0; index < neighbours.length; index += 1) {
      const product = neighbours[index] ?? 0;
      if (product <= anchor || product >= this.#until) continue;
      if (filled[product] === BLOCK && !this.#addBlock(product, anchor)) continue;
      const place = (filled[product] ?? 0) + BLOCK * (newest[product] ?? 0);
      filled[product] = (filled[product] ?? 0) + 1;
      known[place] = weights[product] ?? 0;
      const field = place * FIELDS;
      numbers[field] = anchor;
      numbers[field + 1] = together[product] ?? 0;
      numbers[field + 2] = owners[product] ?? 0;
    }
  }

  /** Hands over what is known of a product, and forgets it. */
  recall(product: number, tally: Tally): void {
    const [numbers, weights] = [this.#numbers, this.#weights];
    let filled = this.#filled[product] ?? 0;
    for (let block = this.#newest[product] ?? -1; block >= 0; block = this.#before[block] ?? -1) {
      for (let place = block * BLOCK; place < block * BLOCK + filled; place += 1) {
        const field = place * FIELDS;
        tally.put(numbers[field] ?? 0, numbers[field + 1] ?? 0, weights[place] ?? 0, numbers[field + 2] ?? 0);
      }
      filled = BLOCK;
    }
    this.#forget(product);
  }

  /** Answers whether there is a block for the product now: not when the product itself had to be forgotten to make room. */
  #addBlock(product: number, anchor: number): boolean {
    if (this.#free < 0 && this.#used === this.#capacity) this.#makeRoom(anchor);
    if (product >= this.#until) return false;
    const block = this.#takeBlock();
    this.#before[block] = this.#newest[product] ?? -1;
    this.#newest[product] = block;
    this.#filled[product] = 0;
    return true;
  }

  #takeBlock(): number {
    const block = this.#free;
    if (block >= 0) {
      this.#free = this.#before[block] ?? -1;
      return block;
    }
    this.#used += 1;
    return this.#used - 1;
  }

  /** Forgets the latest products until half of the room is free, or nothing is left but the anchor's own turn. */
  #makeRoom(anchor: number): void {
    let freed = 0;
    while (this.#until > anchor + 1 && freed * 2 < this.#capacity) {
      this.#until -= 1;
      freed += this.#forget(this.#until);
    }
  }

  /** Gives back a product's blocks. Answers how many. */
  #forget(product: number): number {
    let blocks = 0;
    for (let block = this.#newest[product] ?? -1; block >= 0; blocks += 1) {
      const before = this.#before[block] ?? -1;
      this.#before[block] = this.#free;
      this.#free = block;
      block = before;
    }
    this.#newest[product] = -1;
    this.#filled[product] = BLOCK;
    return blocks;
  }
}
