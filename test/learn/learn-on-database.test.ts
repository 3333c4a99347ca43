import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateSampleShop } from '../../src/demo/shop/sample-shop.js';
import { type LearningOutcome, learnStatistics, scorersOf } from '../../src/domain/learning/learn-statistics.js';
import { DEFAULT_LEARNING_SETTINGS, type LearningSettings } from '../../src/domain/learning/settings.js';
import type { SliceLimits } from '../../src/domain/learning/anchor-slices.js';
import { learnOnDatabase } from '../../src/learn/engine/learn-on-database.js';
import { PhaseClock } from '../../src/learn/progress.js';
import { FactsInArrays } from '../support/in-memory-learning.js';
import { collect, type ShopFacts, TODAY } from '../support/learning-facts.js';
import { databaseOf, engineOn } from '../support/mingo-database.js';
import { someShop } from '../support/random-shops.js';
import { expectSameOutcome } from '../support/same-statistics.js';
import '../support/properties.js';

const onDatabase = async (shop: Required<ShopFacts>, settings: LearningSettings, limits?: SliceLimits): Promise<LearningOutcome> => {
  const facts = new FactsInArrays(shop);
  const learning = { engine: engineOn(databaseOf(shop)), facts, catalogue: facts, settings, scorers: scorersOf(settings), now: () => TODAY };
  const { windows } = collect(shop, settings);
  const clock = new PhaseClock(() => TODAY, () => undefined);
  return (await learnOnDatabase({ now: windows, then: null }, limits === undefined ? learning : { ...learning, limits }, clock)).outcome;
};

/**
 * Moves all facts apart in time. Weights that are the same by chance decide who comes first by their last digits, which are those of the order in which they
 * were added up; in a shop hardly any are.
 */
const apart = ({ orders, interactions, products }: Required<ShopFacts>): Required<ShopFacts> => {
  const moved = (at: Date, place: number): Date => new Date(at.getTime() - (place + 1) ** 2 * 101_009);
  return {
    orders: orders.map((order, place) => ({ ...order, placedAt: moved(order.placedAt, place) })),
    interactions: interactions.map((interaction, place) => ({ ...interaction, at: moved(interaction.at, place) })),
    products,
  };
};

const someSettings: fc.Arbitrary<LearningSettings> = fc
  .record({ minCustomers: fc.constantFrom(1, 2, 3), basketCap: fc.constantFrom(2, 3, 250), windowDays: fc.constantFrom(2, 365), spreadShare: fc.constantFrom(0, 0.005) })
  .map((changes) => ({ ...DEFAULT_LEARNING_SETTINGS, ...changes }));

describe('learning by aggregations', () => {
  it('comes to what learning from columns comes to, whatever the shop and the cap', async () => {
    await fc.assert(
      fc.asyncProperty(someShop.map(apart), someSettings, async (shop, settings) => {
        expectSameOutcome(await onDatabase(shop, settings), learnStatistics(collect(shop, settings), settings));
      }),
      { numRuns: 60 },
    );
  });
});

describe('learning the sample shop by aggregations', () => {
  const { orders, interactions, products } = generateSampleShop({ now: TODAY });
  /** Every so many-th of its facts: the whole takes mingo half a minute. */
  const partOf = (step: number): Required<ShopFacts> => {
    const some = <T>(things: readonly T[]): readonly T[] => things.filter((_, place) => place % step === 0);
    return { orders: some(orders), interactions: some(interactions), products };
  };

  it('comes to the same lists, counts and scores as learning from columns', async () => {
    const shop = partOf(3);
    const wanted = learnStatistics(collect(shop), DEFAULT_LEARNING_SETTINGS);
    expect(wanted.counts.pairs).toBeGreaterThan(500);
    expectSameOutcome(await onDatabase(shop, DEFAULT_LEARNING_SETTINGS), wanted);
  });

  it('comes to the same in slices, whether there is too much work or too many anchors for one', async () => {
    const [part, settings] = [partOf(8), { ...DEFAULT_LEARNING_SETTINGS, minCustomers: 2 }];
    const wanted = learnStatistics(collect(part, settings), settings);
    expect(wanted.counts.pairs).toBeGreaterThan(100);
    for (const limits of [{ work: 1e12, anchors: 97 }, { work: 4_000, anchors: 1_000 }]) expectSameOutcome(await onDatabase(part, settings, limits), wanted);
  });

  it('comes to the same where many orders, visits and customers are larger than the cap', async () => {
    const [part, settings] = [partOf(8), { ...DEFAULT_LEARNING_SETTINGS, basketCap: 2 }];
    const wanted = learnStatistics(collect(part, settings), settings);
    const { cappedOrders, cappedVisits, cappedCustomers } = wanted.report;
    expect(Math.min(cappedOrders, cappedVisits, cappedCustomers)).toBeGreaterThan(3);
    expectSameOutcome(await onDatabase(part, settings), wanted);
  });
});
