import { floatAt } from '../learning/columns.js';

/** The middle one of three places by its number: sorted and reversed columns are then cut in halves. */
const pivotOf = (numbers: Float64Array, from: number, to: number): number => {
  const [a, b, c] = [floatAt(numbers, from), floatAt(numbers, (from + to) >> 1), floatAt(numbers, to)];
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
};

const swap = (numbers: Float64Array, a: number, b: number): void => {
  const kept = floatAt(numbers, a);
  numbers[a] = floatAt(numbers, b);
  numbers[b] = kept;
};

/**
 * The score that the best `most` of the scores reach, ties included; 0 when there are no more than that. Hoare's quickselect (1961): sorting all
 * scores to find it takes several times as long.
 */
export const reachedByBest = (scores: Float64Array, most: number): number => {
  if (scores.length <= most) return 0;
  const numbers = scores.slice();
  const place = most - 1;
  let [from, to] = [0, numbers.length - 1];
  while (from < to) {
    const pivot = pivotOf(numbers, from, to);
    let [left, right] = [from, to];
    while (left <= right) {
      while (floatAt(numbers, left) > pivot) left += 1;
      while (floatAt(numbers, right) < pivot) right -= 1;
      if (left > right) break;
      swap(numbers, left, right);
      left += 1;
      right -= 1;
    }
    if (place <= right) to = right;
    else if (place >= left) from = left;
    else break;
  }
  return floatAt(numbers, place);
};
