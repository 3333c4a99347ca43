import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LEARNING_SETTINGS } from '../../src/domain/learning/settings.js';
import { buffersIn } from '../../src/learn/column-buffers.js';
import { learnerInThisThread, learnerInThreads, learnerWithTeam } from '../../src/learn/learner.js';
import { teamInThisThread } from '../../src/learn/pair-team.js';
import { collect } from '../support/learning-facts.js';
import { madeUpOrders } from '../support/made-up-shops.js';
import { someShop } from '../support/random-shops.js';

const settings = { ...DEFAULT_LEARNING_SETTINGS, minCustomers: 2, neighbours: 5, spreadShare: 0.2 };
const silent = (): void => undefined;

describe('learning with a team', () => {
  it('gives what learning alone gives, to the last bit, however many take part', async () => {
    await fc.assert(
      fc.asyncProperty(someShop, fc.integer({ min: 1, max: 12 }), async (shop, size) => {
        const facts = collect(shop, settings);
        const [alone, together] = [learnerInThisThread(), learnerWithTeam(() => teamInThisThread(size))];
        expect(await together.learnStatistics(facts, settings, silent)).toEqual(await alone.learnStatistics(facts, settings, silent));
        expect(await together.learnCoPurchases(facts, settings, silent)).toEqual(await alone.learnCoPurchases(facts, settings, silent));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same in a shop with more to say', async () => {
    const facts = collect({ orders: madeUpOrders({ orders: 2_000, products: 60, together: 0.5, another: 0.9 }) }, settings);
    const alone = await learnerInThisThread().learnStatistics(facts, settings, silent);
    expect(alone.counts.pairs).toBeGreaterThan(100);
    for (const size of [2, 3, 8]) {
      expect(await learnerWithTeam(() => teamInThisThread(size)).learnStatistics(facts, settings, silent)).toEqual(alone);
    }
  });

  it('hears in the end that all products are done', async () => {
    const facts = collect({ orders: madeUpOrders({ orders: 200, products: 20, together: 0.5, another: 0.9 }) }, settings);
    const heard: (readonly [number, number])[] = [];
    await learnerWithTeam(() => teamInThisThread(2)).learnStatistics(facts, settings, (...progress) => heard.push(progress));
    expect(heard.at(-1)).toEqual([facts.productIds.length, facts.productIds.length]);
  });

  it('sends the team home also when one of them fails, and says what went wrong', async () => {
    let ended = 0;
    const failing = { ...teamInThisThread(2), ask: () => Promise.reject(new Error('out of memory')), end: async () => void (ended += 1) };
    const facts = collect({ orders: madeUpOrders({ orders: 50, products: 10, together: 0.5, another: 0.9 }) }, settings);
    await expect(learnerWithTeam(() => failing).learnStatistics(facts, settings, silent)).rejects.toThrow('out of memory');
    expect(ended).toBe(1);
  });

  it('starts no threads for a small shop', async () => {
    // Here they could not be started.
    const facts = collect({ orders: madeUpOrders({ orders: 200, products: 20, together: 0.5, another: 0.9 }) }, settings);
    expect(await learnerInThreads(2).learnStatistics(facts, settings, silent)).toEqual(await learnerInThisThread().learnStatistics(facts, settings, silent));
  });
});

describe('the memory that a thread hands over', () => {
  it('is that of every column once, wherever it is, and none that is shared', () => {
    const memory = new ArrayBuffer(16);
    const [first, second] = [new Uint32Array(memory, 0, 2), new Float64Array(memory)];
    const other = new Float64Array(3);
    expect(buffersIn({ first, more: [{ second, other }], shared: new Int32Array(new SharedArrayBuffer(4)), number: 1, none: null })).toEqual([memory, other.buffer]);
  });
});
