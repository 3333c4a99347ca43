import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPairCounter } from '../../../src/domain/learning/count-pairs.js';
import { groupByOccasion, type Groups } from '../../../src/domain/learning/groups.js';
import { collect } from '../../support/learning-facts.js';
import { someOrders } from '../../support/random-shops.js';

const groupsOf = (orders: Parameters<typeof collect>[0]['orders'] & object): { ids: readonly string[]; groups: Groups } => {
  const facts = collect({ orders });
  const asOf = facts.windows.orders?.asOf.getTime() ?? 0;
  const grouping = { productIds: facts.productIds, asOf, halfLifeDays: 2, cap: 250 };
  return { ids: facts.productIds, groups: groupByOccasion(facts.orders, grouping) };
};

interface Naive {
  together: number;
  weight: number;
  owners: Set<number>;
}

/** The obvious way: a map of every pair. */
const countNaively = ({ count, offsets, members, owners, weights }: Groups): Map<string, Naive> => {
  const pairs = new Map<string, Naive>();
  for (let group = 0; group < count; group += 1) {
    const held = [...members.subarray(offsets[group], offsets[group + 1])];
    for (const a of held) {
      for (const b of held.filter((other) => other !== a)) {
        const pair = pairs.get(`${a} ${b}`) ?? { together: 0, weight: 0, owners: new Set() };
        pair.together += 1;
        pair.weight += weights[group] ?? 0;
        pair.owners.add(owners[group] ?? -1);
        pairs.set(`${a} ${b}`, pair);
      }
    }
  }
  return pairs;
};

const countWithKernel = (groups: Groups): Map<string, Naive> => {
  const pairs = new Map<string, Naive>();
  const counter = createPairCounter(groups);
  for (let anchor = 0; anchor < groups.products; anchor += 1) {
    const row = counter.row(anchor);
    for (const b of row.neighbours) {
      const owners = new Set(Array.from({ length: row.owners[b] ?? 0 }, (_, owner) => owner));
      pairs.set(`${anchor} ${b}`, { together: row.together[b] ?? 0, weight: row.weights[b] ?? 0, owners });
    }
  }
  return pairs;
};

const plain = (pairs: Map<string, Naive>) =>
  [...pairs].map(([pair, { together, weight, owners }]) => [pair, together, weight, owners.size]).sort();

describe('counting pairs', () => {
  it('counts what the obvious way counts, on any shop, to the last bit', () => {
    fc.assert(
      fc.property(someOrders, (orders) => {
        const { groups } = groupsOf(orders);
        expect(plain(countWithKernel(groups))).toEqual(plain(countNaively(groups)));
      }),
    );
  });

  it('counts how many groups hold each product, and their weight', () => {
    fc.assert(
      fc.property(someOrders, (orders) => {
        const { ids, groups } = groupsOf(orders);
        const { counts, weights } = createPairCounter(groups).occurrences;
        const completed = orders.filter(({ status }) => status === 'COMPLETED');
        ids.forEach((id, product) => {
          expect(counts[product]).toBe(completed.filter(({ lines }) => lines.some((line) => line.productId === id)).length);
          expect(weights[product]).toBeGreaterThan(0);
        });
      }),
    );
  });

  it('counts the same anchor again the same way after others', () => {
    const { groups } = groupsOf(collectable);
    const counter = createPairCounter(groups);
    const before = [...counter.row(0).neighbours].map((b) => counter.row(0).together[b]);
    counter.row(1);
    expect([...counter.row(0).neighbours].map((b) => counter.row(0).together[b])).toEqual(before);
  });
});

const collectable = fc.sample(someOrders, { seed: 7, numRuns: 20 }).sort((a, b) => b.length - a.length)[0] ?? [];
