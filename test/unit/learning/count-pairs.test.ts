import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPairCounter, type PairCounter, type PairRow } from '../../../src/domain/learning/count-pairs.js';
import { groupByCustomer } from '../../../src/domain/learning/customer-groups.js';
import { groupByOccasion, type Groups } from '../../../src/domain/learning/groups.js';
import { collect } from '../../support/learning-facts.js';
import { countNaively, groupsFrom, type PlainPair, someGroups } from '../../support/random-groups.js';
import { seededOrders } from '../../support/seeded-orders.js';

type Pairs = ReadonlyMap<string, PlainPair>;

const pairsOf = ({ anchor, neighbours, together, weights, owners }: PairRow): [string, PlainPair][] =>
  [...neighbours].map((neighbour) => [
    `${anchor} ${neighbour}`,
    { together: together[neighbour] ?? 0, weight: weights[neighbour] ?? 0, owners: owners[neighbour] ?? 0 },
  ]);

const anchorsOf = ({ products }: Groups): number[] => Array.from({ length: products }, (_, anchor) => anchor);

const countAll = (counter: PairCounter, anchors = anchorsOf(counter.groups)): Pairs =>
  new Map(anchors.flatMap((anchor) => pairsOf(counter.row(anchor))));

const inOrder = (pairs: Iterable<[string, PlainPair]>): [string, PlainPair][] => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));

/** From room for hardly a line to room for everything. */
const someBytes = fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.constant(undefined));

const counting = (bytes: number | undefined, atLeast = 1) => ({ atLeast, ...(bytes === undefined ? {} : { bytes }) });

describe('counting pairs', () => {
  it('counts what the obvious way counts, to the last bit, however little memory it has', () => {
    fc.assert(
      fc.property(someGroups, someBytes, (groups, bytes) => {
        expect(inOrder(countAll(createPairCounter(groups, counting(bytes))))).toEqual(inOrder(countNaively(groups)));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out what meets less often than asked for, and nothing else', () => {
    fc.assert(
      fc.property(someGroups, someBytes, fc.integer({ min: 2, max: 5 }), (groups, bytes, atLeast) => {
        const often = [...countNaively(groups)].filter(([, { together }]) => together >= atLeast);
        expect(inOrder(countAll(createPairCounter(groups, counting(bytes, atLeast))))).toEqual(inOrder(often));
      }),
    );
  });

  it('keeps what another counter holds however seldom it meets', () => {
    fc.assert(
      fc.property(someGroups, someGroups, someBytes, (groups, others, bytes) => {
        const [counter, other] = [createPairCounter(groups, counting(bytes, 3)), createPairCounter(others, counting(bytes, 2))];
        const rows = anchorsOf(groups).flatMap((anchor) => pairsOf(counter.row(anchor, other.row(anchor))));
        const held = countNaively(others);
        const expected = [...countNaively(groups)].filter(([key, { together }]) => together >= 3 || (held.get(key)?.together ?? 0) >= 2);
        expect(inOrder(rows)).toEqual(inOrder(expected));
      }),
    );
  });

  it('counts the same rows in any order of anchors, and again', () => {
    fc.assert(
      fc.property(someGroups, someBytes, fc.array(fc.nat(23), { maxLength: 20 }), (groups, bytes, anchors) => {
        const all = countNaively(groups);
        const counter = createPairCounter(groups, counting(bytes));
        for (const anchor of anchors) {
          const expected = [...all].filter(([key]) => key.startsWith(`${anchor} `));
          expect(inOrder(pairsOf(counter.row(anchor)))).toEqual(inOrder(expected));
        }
      }),
    );
  });

  it('counts a part of the anchors as it counts all of them', () => {
    fc.assert(
      fc.property(someGroups, someBytes, fc.nat(24), fc.nat(24), (groups, bytes, one, other) => {
        const [from, until] = [Math.min(one, other), Math.max(one, other)];
        const part = createPairCounter(groups, { ...counting(bytes), until });
        const anchors = anchorsOf(groups).slice(from, until);
        const expected = [...countNaively(groups)].filter(([key]) => anchors.includes(Number(key.split(' ')[0])));
        expect(inOrder(countAll(part, anchors))).toEqual(inOrder(expected));
      }),
    );
  });

  it('holds 0 together for what an anchor does not meet, also after other anchors', () => {
    fc.assert(
      fc.property(someGroups, someBytes, (groups, bytes) => {
        const counter = createPairCounter(groups, counting(bytes));
        for (const anchor of anchorsOf(groups)) {
          const { neighbours, together } = counter.row(anchor);
          expect([...together].filter((count) => count > 0)).toHaveLength(neighbours.length);
        }
      }),
    );
  });

  it('counts an owner once, whether the groups lie together in memory or come in parts', () => {
    const group = { owner: 0, members: [0, 1], weight: 1 };
    const groups = groupsFrom([...Array.from({ length: 50 }, () => group), { ...group, owner: 1 }], 2);
    for (const bytes of [1, 400, 100_000]) {
      expect([...countAll(createPairCounter(groups, { bytes })).values()]).toEqual([
        { together: 51, weight: 51, owners: 2 },
        { together: 51, weight: 51, owners: 2 },
      ]);
    }
  });

  it('counts how many groups hold each product, and their weight', () => {
    fc.assert(
      fc.property(someGroups, (groups) => {
        const { counts, weights } = createPairCounter(groups).occurrences;
        for (const product of anchorsOf(groups)) {
          const holding = anchorsOf({ ...groups, products: groups.count }).filter((group) =>
            groups.members.subarray(groups.offsets[group], groups.offsets[group + 1]).includes(product),
          );
          expect(counts[product]).toBe(holding.length);
          expect(weights[product]).toBe(holding.reduce((sum, group) => sum + (groups.weights[group] ?? 0), 0));
        }
      }),
    );
  });
});

/** A digest of every row's numbers, down to the bits of the weights. */
const digestOf = (counter: PairCounter): string => {
  const hash = createHash('sha256');
  for (const [key, { together, weight, owners }] of inOrder(countAll(counter))) {
    hash.update(`${key} ${together} ${owners} `).update(new Uint8Array(Float64Array.of(weight).buffer));
  }
  return hash.digest('hex').slice(0, 16);
};

describe('the counts of one seeded shop', () => {
  const { productIds, orders } = collect({ orders: seededOrders({ orders: 3000, products: 300, customers: 400 }) });
  const grouping = { productIds, asOf: 0, halfLifeDays: 180, cap: 40 };
  // Weights of the test's own, so that the digests speak of counting alone.
  const weighted = (groups: Groups): Groups => ({ ...groups, weights: groups.weights.map((_, group) => ((group * 37) % 101) / 101 + 0.1) });

  it('are those they always were, whatever the memory', () => {
    // From a counter that looked up every anchor's groups one by one, which this one replaced.
    for (const bytes of [20_000, 1_000_000, undefined]) {
      expect(digestOf(createPairCounter(weighted(groupByOccasion(orders, grouping)), counting(bytes)))).toBe('24c162764567dc8c');
      expect(digestOf(createPairCounter(weighted(groupByCustomer(orders, grouping)), counting(bytes)))).toBe('d11eaa9002d30589');
    }
  });
});
