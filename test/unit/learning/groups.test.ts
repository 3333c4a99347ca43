import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupByCustomer } from '../../../src/domain/learning/customer-groups.js';
import { groupByOccasion, type Groups } from '../../../src/domain/learning/groups.js';
import { collect } from '../../support/learning-facts.js';
import { someOrders } from '../../support/random-shops.js';
import { seededOrders } from '../../support/seeded-orders.js';

const membersOf = ({ count, offsets, members }: Groups): number[][] =>
  Array.from({ length: count }, (_, group) => [...members.subarray(offsets[group], offsets[group + 1])]);

const factsOf = (orders: Parameters<typeof collect>[0]['orders'] & object, cap = 250) => {
  const { productIds, orders: occasions } = collect({ orders });
  return { occasions, grouping: { productIds, asOf: 0, halfLifeDays: 2, cap } };
};

describe('groups', () => {
  it('hold a customer’s distinct products, ascending, the most recent ones where they are more than the cap', () => {
    fc.assert(
      fc.property(someOrders, fc.integer({ min: 2, max: 6 }), (orders, cap) => {
        const { occasions, grouping } = factsOf(orders, cap);
        const { offsets, products, owners, count } = occasions;
        const byOwner = new Map<number, number[]>();
        for (let order = count - 1; order >= 0; order -= 1) {
          const owner = owners[order] ?? 0;
          byOwner.set(owner, [...(byOwner.get(owner) ?? []), ...products.subarray(offsets[order], offsets[order + 1])]);
        }
        const expected = [...byOwner].sort(([a], [b]) => a - b).map(([, all]) => [...new Set(all)].slice(0, cap).sort((a, b) => a - b));
        const groups = groupByCustomer(occasions, grouping);
        expect(membersOf(groups)).toEqual(expected);
        expect(groups.capped).toBe([...byOwner.values()].filter((all) => new Set(all).size > cap).length);
      }),
    );
  });

  it('hold an order’s products, and a part of them where they are more than the cap', () => {
    const { occasions, grouping } = factsOf(seededOrders({ orders: 500, products: 200, customers: 50 }), 15);
    const [whole, capped] = [groupByOccasion(occasions, { ...grouping, cap: 500 }), groupByOccasion(occasions, grouping)];
    const large = membersOf(whole).filter((members) => members.length > 15).length;
    expect([whole.capped, capped.capped]).toEqual([0, large]);
    membersOf(capped).forEach((members, group) => {
      const all = membersOf(whole)[group] ?? [];
      expect(members).toHaveLength(Math.min(15, all.length));
      expect(all).toEqual(expect.arrayContaining(members));
      expect(members).toEqual(members.toSorted((a, b) => a - b));
    });
    expect(capped.weights).toEqual(whole.weights);
  });
});
