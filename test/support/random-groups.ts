import fc from 'fast-check';
import type { Groups } from '../../src/domain/learning/groups.js';

/** One group: whose, what is in it, and what it counts. */
export interface PlainGroup {
  readonly owner: number;
  readonly members: readonly number[];
  readonly weight: number;
}

const PRODUCTS = 24;

/** Puts plain groups into columns. */
export const groupsFrom = (plain: readonly PlainGroup[], products = PRODUCTS): Groups => {
  const sorted = plain.toSorted((a, b) => a.owner - b.owner);
  const offsets = new Uint32Array(sorted.length + 1);
  sorted.forEach(({ members }, group) => {
    offsets[group + 1] = (offsets[group] ?? 0) + members.length;
  });
  return {
    count: sorted.length,
    products,
    offsets,
    members: Uint32Array.from(sorted.flatMap(({ members }) => members.toSorted((a, b) => a - b))),
    owners: Uint32Array.from(sorted, ({ owner }) => owner),
    weights: Float64Array.from(sorted, ({ weight }) => weight),
    capped: 0,
  };
};

/** Groups of few owners and products, so that owners have several groups with the same pairs; weights whose sums depend on their order. */
export const someGroups: fc.Arbitrary<Groups> = fc
  .array(
    fc.record({
      owner: fc.nat(6),
      members: fc.uniqueArray(fc.nat(PRODUCTS - 1), { maxLength: 12 }),
      weight: fc.integer({ min: 1, max: 1000 }).map((thousandths) => thousandths / 1000),
    }),
    { maxLength: 40 },
  )
  .map((plain) => groupsFrom(plain));

/** What was counted of one pair. */
export interface PlainPair {
  readonly together: number;
  readonly weight: number;
  readonly owners: number;
}

/** Counts the obvious way: a map of every pair, `anchor neighbour`. */
export const countNaively = ({ count, offsets, members, owners, weights }: Groups): ReadonlyMap<string, PlainPair> => {
  const pairs = new Map<string, { together: number; weight: number; seen: Set<number> }>();
  for (let group = 0; group < count; group += 1) {
    const held = [...members.subarray(offsets[group], offsets[group + 1])];
    for (const [a, b] of held.flatMap((first) => held.filter((other) => other !== first).map((second) => [first, second] as const))) {
      const pair = pairs.get(`${a} ${b}`) ?? { together: 0, weight: 0, seen: new Set() };
      pair.together += 1;
      pair.weight += weights[group] ?? 0;
      pair.seen.add(owners[group] ?? -1);
      pairs.set(`${a} ${b}`, pair);
    }
  }
  return new Map([...pairs].map(([key, { together, weight, seen }]) => [key, { together, weight, owners: seen.size }]));
};
