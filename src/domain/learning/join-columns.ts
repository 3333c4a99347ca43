import { sharedFloats, sharedUints } from './columns.js';

/** The sum of numbers, in the order in which they come. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Columns one after another, in one that threads can share. */
export const joinUints = (parts: readonly Uint32Array[]): Uint32Array => {
  const joined = sharedUints(sum(parts.map(({ length }) => length)));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

/** Columns one after another, in one that threads can share. */
export const joinFloats = (parts: readonly Float64Array[]): Float64Array => {
  const joined = sharedFloats(sum(parts.map(({ length }) => length)));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};
