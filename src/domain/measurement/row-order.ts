import { byCodePoint } from '../facts/text-order.js';

const byNumbers = (one: readonly number[], other: readonly number[]): number => {
  for (const [at, number] of one.entries()) {
    const difference = number - (other[at] ?? number);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** Puts rows in an order that depends on nothing but their contents: by the keys given, in turn, and then by all that is in them. */
export const inOrderOfContents = <Row>(rows: readonly Row[], ...keys: readonly ((row: Row) => number)[]): readonly Row[] =>
  rows
    .map((row) => ({ row, keys: keys.map((key) => key(row)), contents: JSON.stringify(row) }))
    .sort((one, other) => byNumbers(one.keys, other.keys) || byCodePoint(one.contents, other.contents))
    .map(({ row }) => row);
