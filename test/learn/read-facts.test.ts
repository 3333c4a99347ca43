import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LEARNING_SETTINGS, type LearningSettings } from '../../src/domain/learning/settings.js';
import { PhaseClock } from '../../src/learn/progress.js';
import { type FactsRead, readFacts, windowsNow, windowsThen } from '../../src/learn/read-facts.js';
import { FactsInArrays } from '../support/in-memory-learning.js';
import { bought, collect, daysAgo, did, type ShopFacts, TODAY } from '../support/learning-facts.js';
import { someShop } from '../support/random-shops.js';

const read = async (shop: ShopFacts, settings: LearningSettings, then: Date): Promise<FactsRead> => {
  const facts = new FactsInArrays(shop);
  const windows = { now: await windowsNow(facts, settings), then: await windowsThen(facts, settings, then) };
  return readFacts(facts, windows, new PhaseClock(() => TODAY, () => undefined));
};

const upTo = ({ orders = [], interactions = [], ...others }: ShopFacts, then: Date): ShopFacts => ({
  ...others,
  orders: orders.filter(({ placedAt }) => placedAt <= then),
  interactions: interactions.filter(({ at }) => at <= then),
});

describe('facts of now and then', () => {
  it('are what each would have been alone, whatever came after and however short the windows are', async () => {
    const settings = fc.record({ windowDays: fc.integer({ min: 1, max: 5 }), interactionWindowDays: fc.integer({ min: 1, max: 5 }) });
    const then = fc.nat(50).map((tenths) => daysAgo(tenths / 10));
    await fc.assert(
      fc.asyncProperty(someShop, settings, then, async (shop, windows, at) => {
        const chosen = { ...DEFAULT_LEARNING_SETTINGS, ...windows };
        expect(await read(shop, chosen, at)).toEqual({ now: collect(shop, chosen), then: collect(upTo(shop, at), chosen) });
      }),
    );
  });

  it('end both windows of then with its instant where those of now were given an end', async () => {
    const shop = { orders: [bought('old', null, ['a'], daysAgo(9))], interactions: [did('view', { productId: 'a', sessionId: 's', at: daysAgo(1) })] };
    const { now, then } = await read(shop, { ...DEFAULT_LEARNING_SETTINGS, asOf: TODAY }, daysAgo(5));
    expect([now.windows.orders?.asOf, then?.windows.orders?.asOf]).toEqual([TODAY, daysAgo(5)]);
    expect(then?.windows.interactions?.asOf).toEqual(daysAgo(5));
    expect([then?.orders.count, then?.visits.count]).toEqual([1, 0]);
  });
});
