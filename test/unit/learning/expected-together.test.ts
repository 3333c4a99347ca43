import { describe, expect, it } from 'vitest';
import { expectedTogether, ordersOfPaired } from '../../../src/domain/learning/expected-together.js';

const ORDERS: Readonly<Record<string, number>> = { yogurt: 6, kefir: 4, muesli: 5, spoon: 2 };
const GROUPS: Readonly<Record<string, string>> = { yogurt: 'dairy', kefir: 'dairy', muesli: 'cereals' };
const expected = (...ids: readonly string[]) => expectedTogether(ids, (id) => ORDERS[id] ?? 0, (id) => GROUPS[id] ?? null);

describe('what is expected to be bought together', () => {
  it('is the orders of the one times those of the other, over all pairs of two groups in both directions', () => {
    expect(expected('yogurt', 'muesli')).toBe(2 * 6 * 5);
    expect(expected('yogurt', 'kefir', 'muesli', 'spoon')).toBe(2 * (6 * 5 + 4 * 5 + 6 * 2 + 4 * 2 + 5 * 2));
  });

  it('is nothing within a group, of one product, and of products that nobody ordered', () => {
    expect([expected('yogurt', 'kefir'), expected('spoon'), expected(), expected('spoon', 'unsold', 'other')]).toEqual([0, 0, 0, 0]);
  });

  it('takes the orders of every product in a published pair, whichever side of it', () => {
    const stats = { productId: 'yogurt', orders: 6, neighbourIds: ['muesli', 'spoon'], ordersTogether: [3, 1], neighbourOrders: [5, 2], scores: [1, 1], basketScores: [1, 1] };
    expect(ordersOfPaired([stats])).toEqual(new Map([['yogurt', 6], ['muesli', 5], ['spoon', 2]]));
    expect(ordersOfPaired([])).toEqual(new Map());
  });
});
