import { floatAt, sharedFloats, sharedUints, uintAt } from './columns.js';
import { decay, sizeWeight } from './decay.js';
import { draw, fingerprint } from './fingerprint.js';
import type { Occasions } from './occasions.js';

/** Sets of products that belong together: orders, visits, or what each customer bought. Sorted by owner. Threads can share the columns. */
export interface Groups {
  readonly count: number;
  /** How many products there are to number. */
  readonly products: number;
  /** Where each group's members begin; one more than there are groups. */
  readonly offsets: Uint32Array;
  /** Product numbers, ascending and each once within a group. */
  readonly members: Uint32Array;
  /** Number of each group's customer, ascending. */
  readonly owners: Uint32Array;
  /** What each group counts, above 0: less with age and size. */
  readonly weights: Float64Array;
  /** Groups that were larger than the cap and are counted by a part of their products. */
  readonly capped: number;
}

/** How groups are made of occasions. */
export interface Grouping {
  readonly productIds: readonly string[];
  /** Milliseconds since 1970. */
  readonly asOf: number;
  readonly halfLifeDays: number;
  /** Most members per group. */
  readonly cap: number;
}

/** A fair draw that depends on the group and the products alone, so that it falls the same way every time. */
export const sample = (products: Uint32Array, key: number, productKeys: Float64Array, cap: number): Uint32Array => {
  const lot = (product: number): number => draw(key, floatAt(productKeys, product));
  return products
    .slice()
    .sort((a, b) => lot(a) - lot(b) || a - b)
    .subarray(0, cap)
    .sort();
};

/** The products of each occasion, of larger ones a sample; the very columns of the occasions where none is larger than the cap. */
const membersOf = (occasions: Occasions, { productIds, cap }: Grouping): Pick<Groups, 'members' | 'offsets' | 'capped'> => {
  const { count, offsets, products, keys } = occasions;
  const sizeOf = (group: number): number => uintAt(offsets, group + 1) - uintAt(offsets, group);
  let [capped, kept] = [0, 0];
  for (let group = 0; group < count; group += 1) {
    if (sizeOf(group) > cap) capped += 1;
    kept += Math.min(sizeOf(group), cap);
  }
  if (capped === 0) return { members: products, offsets, capped };
  const productKeys = Float64Array.from(productIds, (id) => fingerprint(id));
  const members = sharedUints(kept);
  const starts = sharedUints(count + 1);
  for (let group = 0; group < count; group += 1) {
    const whole = products.subarray(uintAt(offsets, group), uintAt(offsets, group + 1));
    const part = whole.length > cap ? sample(whole, floatAt(keys, group), productKeys, cap) : whole;
    members.set(part, uintAt(starts, group));
    starts[group + 1] = uintAt(starts, group) + part.length;
  }
  return { members, offsets: starts, capped };
};

/** One group per order or visit. Of a larger one a sample counts, at the weight of its true size. */
export const groupByOccasion = (occasions: Occasions, grouping: Grouping): Groups => {
  const { count, offsets, times, owners } = occasions;
  const { productIds, asOf, halfLifeDays } = grouping;
  const weights = sharedFloats(count);
  for (let group = 0; group < count; group += 1) {
    const size = uintAt(offsets, group + 1) - uintAt(offsets, group);
    weights[group] = sizeWeight(size) * decay(floatAt(times, group), asOf, halfLifeDays);
  }
  return { count, products: productIds.length, owners, weights, ...membersOf(occasions, grouping) };
};
