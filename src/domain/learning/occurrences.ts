import { sharedFloats, sharedUints } from './columns.js';
import type { Groups } from './groups.js';

/** How often each product occurs in the groups. */
export interface Occurrences {
  /** Groups that hold each product. */
  readonly counts: Uint32Array;
  /** Their weight. */
  readonly weights: Float64Array;
}

/** What has to be known of groups as a whole to judge the pairs in them, whoever counts these. */
export interface PairTotals {
  readonly groups: Pick<Groups, 'count'>;
  readonly occurrences: Occurrences;
}

/** Counts how often each product occurs. Weights are summed in the order of the groups, so that they come out the same to the last bit. */
export const countOccurrences = ({ count, products, offsets, members, weights }: Groups): Occurrences => {
  const counts = sharedUints(products);
  const sums = sharedFloats(products);
  for (let group = 0; group < count; group += 1) {
    const weight = weights[group] ?? 0;
    const end = offsets[group + 1] ?? 0;
    for (let place = offsets[group] ?? 0; place < end; place += 1) {
      const member = members[place] ?? 0;
      counts[member] = (counts[member] ?? 0) + 1;
      sums[member] = (sums[member] ?? 0) + weight;
    }
  }
  return { counts, weights: sums };
};
