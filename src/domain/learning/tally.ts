import { LINE_HEADER, type LineBuffer } from './line-buffer.js';

/** The largest number that a run can have before numbers begin again. */
const LAST_RUN = 2 ** 31 - 1;

/** Counts what one anchor meets, in arrays as long as the catalogue, of which only the touched places are cleared. */
export interface Tally {
  /** Groups with both, by product number; 0 where they do not meet often enough. */
  readonly together: Int32Array;
  /** Weight of those groups, by product number. */
  readonly weights: Float64Array;
  /** Distinct owners of those groups, by product number. */
  readonly owners: Int32Array;
  /** The products that are kept: valid until the next anchor. */
  neighbours(): Uint32Array;
  /** Begins another anchor. */
  clear(): void;
  /** Adds lines, those between two words of a buffer: all of an owner's after one another, and an anchor's all at once or in parts. */
  addLines(buffer: LineBuffer, from: number, to: number): void;
  /** Ends the adding of lines: keeps what was met at least so many times, and what has a number above 0 in a column by product. */
  keep(atLeast: number, also: Int32Array | null): void;
  /** Takes over a pair that was counted before. */
  put(product: number, together: number, weight: number, owners: number): void;
}

/**
 * Makes a tally. While lines are added, what is known of a product lies in one place, so that a meeting waits for memory once: a weight, which takes
 * two of four numbers, a count, and how many of the groups had an owner who was counted before.
 */
export const createTally = (products: number): Tally => {
  const together = new Int32Array(products);
  const weights = new Float64Array(products);
  const owners = new Int32Array(products);
  const memory = new ArrayBuffer(products * 16);
  const counts = new Int32Array(memory);
  const sums = new Float64Array(memory);
  /** The last run of one owner's lines that each product was met in. */
  const lastRun = new Int32Array(products);
  /** One place more than there are products, since a place is written before it is known to be needed. */
  const touched = new Uint32Array(products + 1);
  let size = 0;
  let run = 0;
  let ownerBefore = -1;

  const clear = (): void => {
    for (let index = 0; index < size; index += 1) together[touched[index] ?? 0] = 0;
    size = 0;
    ownerBefore = -1;
  };

  const beginRun = (): void => {
    if (run === LAST_RUN) lastRun.fill(0);
    run = run === LAST_RUN ? 1 : run + 1;
  };

  const countAgain = (words: Uint32Array, from: number, to: number): void => {
    for (let place = from; place < to; place += 1) {
      const product = words[place] ?? 0;
      if (lastRun[product] === run) counts[4 * product + 3] = (counts[4 * product + 3] ?? 0) + 1;
      else lastRun[product] = run;
    }
  };

  const addLines = ({ words, reals }: LineBuffer, from: number, to: number): void => {
    let touchedSize = size;
    for (let begin = from; begin < to; ) {
      const members = begin + LINE_HEADER;
      const end = (members + (words[begin + 3] ?? 0)) | 0;
      const next = (end + (end & 1)) | 0;
      const owner = words[begin + 2] ?? 0;
      const weight = reals[begin >> 1] ?? 0;
      // Only who has several lines can meet a product again. More may come after the last line at hand.
      if (owner !== ownerBefore) beginRun();
      if (owner === ownerBefore || next >= to || owner === words[next + 2]) countAgain(words, members, end);
      ownerBefore = owner;
      for (let place = members; place < end; place += 1) {
        const product = words[place] ?? 0;
        const before = counts[4 * product + 2] ?? 0;
        // Without a branch, which would be guessed wrongly half of the time: 1 where the product is met for the first time, else 0.
        touched[touchedSize] = product;
        touchedSize += (before - 1) >>> 31;
        counts[4 * product + 2] = before + 1;
        sums[2 * product] = (sums[2 * product] ?? 0) + weight;
      }
      begin = next;
    }
    size = touchedSize;
  };

  const keep = (atLeast: number, also: Int32Array | null): void => {
    let kept = 0;
    for (let index = 0; index < size; index += 1) {
      const product = touched[index] ?? 0;
      const count = counts[4 * product + 2] ?? 0;
      if (count >= atLeast || (also !== null && (also[product] ?? 0) > 0)) {
        touched[kept] = product;
        kept += 1;
        together[product] = count;
        weights[product] = sums[2 * product] ?? 0;
        owners[product] = count - (counts[4 * product + 3] ?? 0);
      }
      sums[2 * product] = 0;
      counts[4 * product + 2] = 0;
      counts[4 * product + 3] = 0;
    }
    size = kept;
  };

  const put = (product: number, count: number, weight: number, distinct: number): void => {
    touched[size] = product;
    size += 1;
    together[product] = count;
    weights[product] = weight;
    owners[product] = distinct;
  };

  return { together, weights, owners, neighbours: () => touched.subarray(0, size), clear, addLines, keep, put };
};
