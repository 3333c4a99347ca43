import { sharedFloats, sharedUints } from './columns.js';
import { sum } from './sum.js';

const lengthOf = (parts: readonly ArrayLike<number>[]): number => sum(parts.map(({ length }) => length));

const laidInto = <Column extends Uint32Array | Float64Array>(joined: Column, parts: readonly Column[]): Column => {
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

/** Columns one after another, in one that threads can share. */
export const joinUints = (parts: readonly Uint32Array[]): Uint32Array => laidInto(sharedUints(lengthOf(parts)), parts);

/** Columns one after another, in one that threads can share. */
export const joinFloats = (parts: readonly Float64Array[]): Float64Array => laidInto(sharedFloats(lengthOf(parts)), parts);
