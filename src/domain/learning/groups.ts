import { floatAt, UintColumn, uintAt } from './columns.js';
import { decay, sizeWeight } from './decay.js';
import { draw, fingerprint } from './fingerprint.js';
import type { Occasions } from './occasions.js';

/** Sets of products that belong together: orders, visits, or what each customer bought. Sorted by owner. */
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
const sample = (products: Uint32Array, key: number, productKeys: Float64Array, cap: number): Uint32Array => {
  const lot = (product: number): number => draw(key, floatAt(productKeys, product));
  return products
    .slice()
    .sort((a, b) => lot(a) - lot(b) || a - b)
    .subarray(0, cap)
    .sort();
};

/** One group per order or visit. Of a larger one a sample counts, at the weight of its true size. */
export const groupByOccasion = (occasions: Occasions, grouping: Grouping): Groups => {
  const { productIds, asOf, halfLifeDays, cap } = grouping;
  const productKeys = Float64Array.from(productIds, (id) => fingerprint(id));
  const members = new UintColumn();
  const offsets = new Uint32Array(occasions.count + 1);
  const weights = new Float64Array(occasions.count);
  let capped = 0;
  for (let group = 0; group < occasions.count; group += 1) {
    const products = occasions.products.subarray(uintAt(occasions.offsets, group), uintAt(occasions.offsets, group + 1));
    const isLarge = products.length > cap;
    if (isLarge) capped += 1;
    const kept = isLarge ? sample(products, floatAt(occasions.keys, group), productKeys, cap) : products;
    for (const product of kept) members.push(product);
    offsets[group + 1] = members.length;
    weights[group] = sizeWeight(products.length) * decay(floatAt(occasions.times, group), asOf, halfLifeDays);
  }
  return {
    count: occasions.count,
    products: productIds.length,
    offsets,
    members: members.values(),
    owners: occasions.owners,
    weights,
    capped,
  };
};
