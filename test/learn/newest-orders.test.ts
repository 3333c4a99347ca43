import { describe, expect, it } from 'vitest';
import type { BasketFact } from '../../src/domain/facts/reading.js';
import { ordersAfter } from '../../src/domain/learning/drift-questions.js';
import { windowEnding } from '../../src/domain/learning/window.js';
import { newestOrders } from '../../src/learn/engine/newest-orders.js';
import { FactsInArrays } from '../support/in-memory-learning.js';
import { bought, daysAgo, TODAY } from '../support/learning-facts.js';

const WINDOW = windowEnding(TODAY, 365);

const orders = Array.from({ length: 30 }, (_, days) => bought(`o${days}`, null, days % 2 === 0 ? ['a', 'b'] : ['a'], daysAgo(days)));

describe('the newest orders', () => {
  it('are all that were placed after the instant, and no others', async () => {
    const { orders: found, productIds } = await newestOrders(new FactsInArrays({ orders }), WINDOW, daysAgo(20));
    expect([found.count, productIds]).toEqual([20, ['a', 'b']]);
    expect(ordersAfter({ orders: found, productIds }, daysAgo(20))).toHaveLength(10);
  });

  it('are none without a window', async () => {
    expect((await newestOrders(new FactsInArrays({ orders }), null, null)).orders.count).toBe(0);
  });

  it('are read no further back than there need to be', async () => {
    const asked: Date[] = [];
    const busy = {
      async *baskets(from: Date, until: Date): AsyncIterable<BasketFact> {
        asked.push(from);
        for (let order = 0; order < 15_000; order += 1) yield { orderId: `${from.getTime()} ${order}`, customerId: null, placedAt: new Date(until.getTime() - 1), productIds: ['a', 'b'] };
      },
    };
    const { orders: found } = await newestOrders(busy, WINDOW, daysAgo(300));
    expect([found.count, asked]).toEqual([30_000, [daysAgo(1), daysAgo(3)].map((at) => new Date(at.getTime() + 1))]);
  });
});
