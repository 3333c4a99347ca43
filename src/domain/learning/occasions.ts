import { floatAt, sharedUints, uintAt } from './columns.js';
import { placesByNumber, sortRun } from './sorted-places.js';

/**
 * Orders, or visits, in columns: whose, when and which products, by number. Sorted by (owner, time, id), so that the same facts give the
 * same bytes in whatever order they came.
 */
export interface Occasions {
  readonly count: number;
  /** Known customers among the owners. */
  readonly customers: number;
  /** A number for each occasion's customer, ascending; an anonymous occasion has one of its own. */
  readonly owners: Uint32Array;
  /** Fingerprint of each occasion's id. */
  readonly keys: Float64Array;
  /** Milliseconds since 1970. */
  readonly times: Float64Array;
  /** Where each occasion's products begin; one more than there are occasions. */
  readonly offsets: Uint32Array;
  /** Product numbers, ascending and each once within an occasion. */
  readonly products: Uint32Array;
}

/** Occasions as they came, perhaps more than once. */
export interface UnsortedOccasions {
  /** Fingerprint of each occasion's customer; that of the occasion itself when it is anonymous. */
  readonly owners: Float64Array;
  readonly times: Float64Array;
  readonly keys: Float64Array;
  /** Most products that all occasions can have together. */
  readonly mostProducts: number;
  /** Copies the product numbers of the occasion at a place, in any order and with repeats, into a column from `at` on. Answers how many. */
  copyProducts(place: number, into: Uint32Array, at: number): number;
}

/** Sorts the numbers `[from, to)` of a column and keeps each once. Answers where they end. */
const sortOnce = (column: Uint32Array, from: number, to: number): number => {
  sortRun(column, from, to);
  let end = from;
  for (let index = from; index < to; index += 1) {
    const number = uintAt(column, index);
    if (end > from && number === uintAt(column, end - 1)) continue;
    column[end] = number;
    end += 1;
  }
  return end;
};

const arrange = ({ owners, times, keys }: UnsortedOccasions): Uint32Array => {
  const compare = (a: number, b: number): number => floatAt(times, a) - floatAt(times, b) || floatAt(keys, a) - floatAt(keys, b);
  const sorted = placesByNumber(owners);
  let kept = 0;
  for (let from = 0; from < sorted.length; ) {
    const owner = floatAt(owners, uintAt(sorted, from));
    let to = from + 1;
    while (to < sorted.length && floatAt(owners, uintAt(sorted, to)) === owner) to += 1;
    sortRun(sorted, from, to, compare);
    const first = kept;
    for (let index = from; index < to; index += 1) {
      const place = uintAt(sorted, index);
      if (kept > first && compare(uintAt(sorted, kept - 1), place) === 0) continue;
      sorted[kept] = place;
      kept += 1;
    }
    from = to;
  }
  return sorted.subarray(0, kept);
};

const numberOwners = (places: Uint32Array, unsorted: UnsortedOccasions): { owners: Uint32Array; customers: number } => {
  const owners = sharedUints(places.length);
  let customers = 0;
  let owner = -1;
  let last = -1;
  places.forEach((place, index) => {
    const key = floatAt(unsorted.owners, place);
    if (key !== last) {
      owner += 1;
      if (key !== floatAt(unsorted.keys, place)) customers += 1;
    }
    last = key;
    owners[index] = owner;
  });
  return { owners, customers };
};

/** Sorts occasions by (owner, time, id), counts repeats once and numbers their owners. */
export const sortOccasions = (unsorted: UnsortedOccasions): Occasions => {
  const places = arrange(unsorted);
  // Of a column that is never touched to its end, the system provides only the part that is.
  const products = sharedUints(unsorted.mostProducts);
  const offsets = sharedUints(places.length + 1);
  places.forEach((place, index) => {
    const from = uintAt(offsets, index);
    offsets[index + 1] = sortOnce(products, from, from + unsorted.copyProducts(place, products, from));
  });
  return {
    count: places.length,
    ...numberOwners(places, unsorted),
    keys: Float64Array.from(places, (place) => floatAt(unsorted.keys, place)),
    times: Float64Array.from(places, (place) => floatAt(unsorted.times, place)),
    offsets,
    products: products.subarray(0, uintAt(offsets, places.length)),
  };
};

/** Where each owner's occasions begin; one more than there are owners. */
export const ownerStarts = ({ owners, count }: Occasions): Uint32Array => {
  const starts = new Uint32Array(count + 1);
  let size = 0;
  for (let index = 0; index < count; index += 1) {
    if (index > 0 && uintAt(owners, index) === uintAt(owners, index - 1)) continue;
    starts[size] = index;
    size += 1;
  }
  starts[size] = count;
  return starts.subarray(0, size + 1);
};
