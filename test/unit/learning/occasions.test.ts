import { describe, expect, it } from 'vitest';
import { collect, did } from '../../support/learning-facts.js';
import { seededOrders } from '../../support/seeded-orders.js';

/** More orders than are sorted by comparing. */
const orders = seededOrders({ orders: 6_000, products: 100, customers: 700 });

const interactions = orders.slice(0, 5_000).flatMap(({ id, customerId, placedAt, lines }, index) =>
  lines.slice(0, 2).map(({ productId }, line) =>
    did(`${id} ${line}`, { customerId, sessionId: index % 3 === 0 ? `s${index % 400}` : null, productId, at: placedAt }),
  ),
);

describe('occasions', () => {
  it('are the same for the same facts in another order, with repeats, also when there are many', () => {
    const [first, again] = [
      collect({ orders, interactions }),
      collect({ orders: [...orders.toReversed(), ...orders.slice(0, 900)], interactions: [...interactions.toReversed(), ...interactions.slice(0, 300)] }),
    ];
    expect(first.orders.count).toBe(6_000);
    expect(first.visits.count).toBeGreaterThan(700);
    expect(again).toEqual(first);
  });

  it('are sorted by owner and, within an owner, by time', () => {
    const { count, owners, times, customers } = collect({ orders }).orders;
    for (let order = 1; order < count; order += 1) {
      const sameOwner = owners[order] === owners[order - 1];
      expect(sameOwner || owners[order] === (owners[order - 1] ?? 0) + 1).toBe(true);
      if (sameOwner) expect(times[order]).toBeGreaterThanOrEqual(times[order - 1] ?? 0);
    }
    expect(customers).toBe(new Set(orders.flatMap(({ customerId }) => customerId ?? [])).size);
  });

  it('hold each product once, ascending, and nothing beyond the last', () => {
    const { count, offsets, products } = collect({ orders }).orders;
    expect(products).toHaveLength(offsets[count] ?? 0);
    for (let order = 0; order < count; order += 1) {
      const held = [...products.subarray(offsets[order], offsets[order + 1])];
      expect(held).toEqual([...new Set(held)].sort((a, b) => a - b));
    }
  });
});
