import { floatAt, sortedPlaces, UintColumn, uintAt } from './columns.js';

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
  /** Product numbers of the occasion at a place, in any order and with repeats. */
  productsAt(place: number): Uint32Array;
}

const sortedOnce = (numbers: Uint32Array): Uint32Array => {
  const sorted = numbers.sort();
  return sorted.filter((number, index) => index === 0 || number !== sorted[index - 1]);
};

const arrange = ({ owners, times, keys }: UnsortedOccasions): Uint32Array => {
  const compare = (a: number, b: number): number =>
    floatAt(owners, a) - floatAt(owners, b) || floatAt(times, a) - floatAt(times, b) || floatAt(keys, a) - floatAt(keys, b);
  const sorted = sortedPlaces(keys.length, compare);
  return sorted.filter((place, index) => index === 0 || compare(uintAt(sorted, index - 1), place) !== 0);
};

const numberOwners = (places: Uint32Array, unsorted: UnsortedOccasions): { owners: Uint32Array; customers: number } => {
  const owners = new Uint32Array(places.length);
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
  const products = new UintColumn();
  const offsets = new Uint32Array(places.length + 1);
  places.forEach((place, index) => {
    for (const product of sortedOnce(unsorted.productsAt(place))) products.push(product);
    offsets[index + 1] = products.length;
  });
  return {
    count: places.length,
    ...numberOwners(places, unsorted),
    keys: Float64Array.from(places, (place) => floatAt(unsorted.keys, place)),
    times: Float64Array.from(places, (place) => floatAt(unsorted.times, place)),
    offsets,
    products: products.values(),
  };
};
