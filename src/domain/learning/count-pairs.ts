import { floatAt, intAt, uintAt } from './columns.js';
import type { Groups } from './groups.js';

/** How often each product occurs in the groups. */
export interface Occurrences {
  /** Groups that hold each product. */
  readonly counts: Uint32Array;
  /** Their weight. */
  readonly weights: Float64Array;
}

/** What one anchor meets: valid until the counter counts its next row. */
export interface PairRow {
  readonly anchor: number;
  /** The products it meets, in no order that matters. */
  readonly neighbours: Uint32Array;
  /** Groups with both, by product number; 0 where they never meet. */
  readonly together: Int32Array;
  /** Weight of those groups, by product number. */
  readonly weights: Float64Array;
  /** Distinct owners of those groups, by product number. */
  readonly owners: Int32Array;
}

/** Counts pairs one anchor at a time. */
export interface PairCounter {
  readonly groups: Groups;
  readonly occurrences: Occurrences;
  row(anchor: number): PairRow;
}

interface Index {
  /** Where each product's groups begin; one more than there are products. */
  readonly offsets: Uint32Array;
  /** Groups by product, ascending. */
  readonly groups: Uint32Array;
}

const indexByProduct = ({ count, products, offsets, members }: Groups): Index => {
  const starts = new Uint32Array(products + 1);
  for (const member of members) starts[member + 1] = uintAt(starts, member + 1) + 1;
  for (let product = 0; product < products; product += 1) starts[product + 1] = uintAt(starts, product + 1) + uintAt(starts, product);
  const next = starts.slice();
  const groups = new Uint32Array(members.length);
  for (let group = 0; group < count; group += 1) {
    for (let place = uintAt(offsets, group); place < uintAt(offsets, group + 1); place += 1) {
      const member = uintAt(members, place);
      groups[uintAt(next, member)] = group;
      next[member] = uintAt(next, member) + 1;
    }
  }
  return { offsets: starts, groups };
};

const countOccurrences = (index: Index, { products, weights }: Groups): Occurrences => {
  const counts = new Uint32Array(products);
  const sums = new Float64Array(products);
  for (let product = 0; product < products; product += 1) {
    const [from, to] = [uintAt(index.offsets, product), uintAt(index.offsets, product + 1)];
    counts[product] = to - from;
    for (let place = from; place < to; place += 1) {
      sums[product] = floatAt(sums, product) + floatAt(weights, uintAt(index.groups, place));
    }
  }
  return { counts, weights: sums };
};

/**
 * Counts row by row (Gustavson, ACM TOMS 4, 1978): for one anchor, through its groups, into dense arrays as long as the catalogue, of which
 * only the touched places are cleared. Memory is that of the groups plus four numbers per product, whatever the number of pairs. Groups are
 * summed in ascending order, so the weights come out the same to the last bit, and as groups are sorted by owner, remembering the last owner
 * per neighbour is enough to count distinct ones.
 */
export const createPairCounter = (groups: Groups): PairCounter => {
  const { offsets, members, owners: groupOwners, weights: groupWeights, products } = groups;
  const index = indexByProduct(groups);
  const together = new Int32Array(products);
  const weights = new Float64Array(products);
  const owners = new Int32Array(products);
  const lastOwner = new Int32Array(products);
  const touched = new Uint32Array(products);
  let size = 0;

  const clear = (): void => {
    for (let place = 0; place < size; place += 1) together[uintAt(touched, place)] = 0;
    size = 0;
  };

  const addGroup = (group: number, anchor: number): void => {
    const weight = floatAt(groupWeights, group);
    const owner = uintAt(groupOwners, group);
    const end = uintAt(offsets, group + 1);
    for (let place = uintAt(offsets, group); place < end; place += 1) {
      const member = uintAt(members, place);
      if (member === anchor) continue;
      const before = intAt(together, member);
      together[member] = before + 1;
      if (before === 0) {
        touched[size] = member;
        size += 1;
        weights[member] = weight;
        owners[member] = 1;
        lastOwner[member] = owner;
      } else {
        weights[member] = floatAt(weights, member) + weight;
        if (intAt(lastOwner, member) !== owner) {
          owners[member] = intAt(owners, member) + 1;
          lastOwner[member] = owner;
        }
      }
    }
  };

  const row = (anchor: number): PairRow => {
    clear();
    const end = uintAt(index.offsets, anchor + 1);
    for (let place = uintAt(index.offsets, anchor); place < end; place += 1) addGroup(uintAt(index.groups, place), anchor);
    return { anchor, neighbours: touched.subarray(0, size), together, weights, owners };
  };

  return { groups, occurrences: countOccurrences(index, groups), row };
};
