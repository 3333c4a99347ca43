import { intAt } from '../learning/columns.js';
import { type DemandIndex, type DemandOf, NO_NUMBER } from '../serving/demand-index.js';

const FIRST_CAPACITY = 2048;

/** Spreads numbers over a table: Knuth's multiplicative hashing, by the golden ratio of 2³². */
const GOLDEN = 0x9e3779b1;

/**
 * Products numbered from 0 as they turn up, so that what is known of each can stand in columns of numbers. Those that the demand knows are
 * found by their numbers there, in an open table: a list of picks meets thousands, and to find an id takes many times as long.
 */
export class PickRows {
  readonly #demand: DemandIndex;
  /** The demand's number by row. */
  #numbers = new Int32Array(FIRST_CAPACITY);
  /** Rows and 1 by the hash of their numbers; 0 is free. Never more than half full. */
  #table = new Uint32Array(2 * FIRST_CAPACITY);
  /** Of products that the demand does not know. */
  readonly #rowsById = new Map<string, number>();
  readonly #idsByRow = new Map<number, string>();
  #size = 0;

  constructor(demand: DemandIndex) {
    this.#demand = demand;
  }

  get size(): number {
    return this.#size;
  }

  /** The row of a product; the next one when it has none. */
  rowOf(productId: string): number {
    const number = this.#demand.numberOf(productId);
    if (number !== NO_NUMBER) return this.rowOfNumber(number);
    const known = this.#rowsById.get(productId);
    if (known !== undefined) return known;
    const row = this.#add(NO_NUMBER);
    this.#rowsById.set(productId, row);
    this.#idsByRow.set(row, productId);
    return row;
  }

  /** The same of a product that the demand knows by this number. */
  rowOfNumber(number: number): number {
    const place = this.#placeOf(number);
    const known = this.#table[place] ?? 0;
    if (known > 0) return known - 1;
    this.#table[place] = this.#size + 1;
    return this.#add(number);
  }

  /** How much the shop's customers want the product of a row below `size`. */
  wantedAt(row: number): Pick<DemandOf, 'demand' | 'trend'> {
    const number = intAt(this.#numbers, row);
    return { demand: this.#demand.demandAt(number), trend: this.#demand.trendAt(number) };
  }

  /** The product of a row below `size`. */
  idAt(row: number): string {
    const number = intAt(this.#numbers, row);
    return number === NO_NUMBER ? (this.#idsByRow.get(row) ?? '') : this.#demand.idAt(number);
  }

  #placeOf(number: number): number {
    const mask = this.#table.length - 1;
    let place = (Math.imul(number, GOLDEN) >>> 8) & mask;
    for (let row = this.#table[place] ?? 0; row > 0 && intAt(this.#numbers, row - 1) !== number; row = this.#table[place] ?? 0) place = (place + 1) & mask;
    return place;
  }

  #add(number: number): number {
    const row = this.#size;
    this.#numbers[row] = number;
    this.#size += 1;
    if (this.#size === this.#numbers.length) this.#grow();
    return row;
  }

  #grow(): void {
    const numbers = new Int32Array(2 * this.#size);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    this.#table = new Uint32Array(2 * numbers.length);
    for (let row = 0; row < this.#size; row += 1) if (intAt(numbers, row) !== NO_NUMBER) this.#table[this.#placeOf(intAt(numbers, row))] = row + 1;
  }
}
