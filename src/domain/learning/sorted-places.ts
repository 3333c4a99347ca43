import { floatAt, uintAt } from './columns.js';

/** Below this, comparing is quicker than counting. */
const FEW = 4096;

const DIGIT_BITS = 16;
const DIGITS = 2 ** DIGIT_BITS;
/** Digits of a whole number below 2⁵³. */
const PASSES = 4;

/** A stable sort by one digit of the numbers; digits count from the lowest. */
const sortByDigit = (places: Uint32Array, into: Uint32Array, numbers: Float64Array, digit: number): void => {
  const unit = DIGITS ** digit;
  const digitOf = (place: number): number => Math.floor(floatAt(numbers, place) / unit) % DIGITS;
  const starts = new Uint32Array(DIGITS + 1);
  for (let index = 0; index < places.length; index += 1) {
    const next = digitOf(uintAt(places, index)) + 1;
    starts[next] = uintAt(starts, next) + 1;
  }
  for (let value = 0; value < DIGITS; value += 1) starts[value + 1] = uintAt(starts, value + 1) + uintAt(starts, value);
  for (let index = 0; index < places.length; index += 1) {
    const place = uintAt(places, index);
    const value = digitOf(place);
    into[uintAt(starts, value)] = place;
    starts[value] = uintAt(starts, value) + 1;
  }
};

/**
 * The places of whole numbers from 0 to 2⁵³ − 1 in ascending order of the numbers, those of equal ones as they come. By counting digits (LSD radix
 * sort): a few passes over the column, where comparing would jump through it for every one of n · log n comparisons.
 */
export const placesByNumber = (numbers: Float64Array): Uint32Array => {
  let places = new Uint32Array(numbers.length);
  for (let place = 0; place < places.length; place += 1) places[place] = place;
  if (places.length < FEW) return places.sort((a, b) => floatAt(numbers, a) - floatAt(numbers, b));
  let spare = new Uint32Array(numbers.length);
  for (let digit = 0; digit < PASSES; digit += 1) {
    sortByDigit(places, spare, numbers, digit);
    [places, spare] = [spare, places];
  }
  return places;
};

/** Longer runs are left to the engine's sort. */
const SHORT = 24;

/** An order of two numbers: below 0 when the first comes first. */
export type Compare = (a: number, b: number) => number;

const insertEach = (column: Uint32Array, from: number, to: number, compare: Compare): void => {
  for (let index = from + 1; index < to; index += 1) {
    const number = uintAt(column, index);
    let hole = index;
    for (; hole > from && compare(uintAt(column, hole - 1), number) > 0; hole -= 1) column[hole] = uintAt(column, hole - 1);
    column[hole] = number;
  }
};

const byNumber: Compare = (a, b) => a - b;

/** Sorts the numbers `[from, to)` of a column where they stand, ascending unless told otherwise; the order of those that compare as equal stays. */
export const sortRun = (column: Uint32Array, from: number, to: number, compare?: Compare): void => {
  if (to - from > SHORT) column.subarray(from, to).sort(compare);
  else insertEach(column, from, to, compare ?? byNumber);
};
