import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/demo/shop/random.js';
import { generateSampleShop } from '../../src/demo/shop/sample-shop.js';
import { type LearningOutcome, learnStatistics, scorersOf } from '../../src/domain/learning/learn-statistics.js';
import { DEFAULT_LEARNING_SETTINGS, type LearningSettings } from '../../src/domain/learning/settings.js';
import type { SliceLimits } from '../../src/domain/learning/anchor-slices.js';
import { learnOnDatabase } from '../../src/learn/engine/learn-on-database.js';
import { PhaseClock } from '../../src/learn/progress.js';
import { FactsInArrays } from '../support/in-memory-learning.js';
import { bought, collect, daysAgo, did, type ShopFacts, TODAY } from '../support/learning-facts.js';
import { BoundedDatabase, databaseOf, engineOn, type MingoDatabase } from '../support/mingo-database.js';
import { someShop } from '../support/random-shops.js';
import { expectSameOutcome } from '../support/same-statistics.js';
import '../support/properties.js';

/** How much documents of a database hold. */
interface Bounds {
  readonly most: number;
  readonly database: MingoDatabase;
}

const onDatabase = async (shop: Required<ShopFacts>, settings: LearningSettings, limits?: SliceLimits, bounds?: Bounds): Promise<LearningOutcome> => {
  const facts = new FactsInArrays(shop);
  const engine = engineOn(bounds?.database ?? databaseOf(shop), () => TODAY, async () => undefined, bounds?.most);
  const learning = { engine, facts, catalogue: facts, settings, scorers: scorersOf(settings), now: () => TODAY };
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

describe('learning by aggregations on a database whose documents end somewhere', () => {
  const together = (shops: readonly Required<ShopFacts>[]): Required<ShopFacts> => ({
    orders: shops.flatMap(({ orders }, shop) => orders.map((order) => ({ ...order, id: `${shop} ${order.id}` }))),
    interactions: shops.flatMap(({ interactions }, shop) => interactions.map((interaction) => ({ ...interaction, id: `${shop} ${interaction.id}` }))),
    products: shops[0]?.products ?? [],
  });

  /** An order is a document itself: none has more products than one holds. */
  const withSmallOrders = ({ orders, ...others }: Required<ShopFacts>, most: number): Required<ShopFacts> => ({
    orders: orders.map((order) => ({ ...order, lines: order.lines.slice(0, most) })),
    ...others,
  });

  it('comes to the same, whichever visits and customers have more than a document holds', async () => {
    let huge = 0;
    const [most, holds] = [3, 5];
    const shops = fc.array(someShop, { minLength: 3, maxLength: 6 }).map((parts) => withSmallOrders(apart(together(parts)), most));
    await fc.assert(
      fc.asyncProperty(shops, fc.constantFrom(2, 3), fc.constantFrom(1, 2), async (shop, basketCap, minCustomers) => {
        const settings = { ...DEFAULT_LEARNING_SETTINGS, basketCap, minCustomers };
        const wanted = learnStatistics(collect(shop, settings), settings);
        expectSameOutcome(await onDatabase(shop, settings, undefined, { database: new BoundedDatabase(shop, holds), most }), wanted);
        const refused = onDatabase(shop, settings, undefined, { database: new BoundedDatabase(shop, holds), most: Infinity });
        if ((await refused.catch(() => null)) === null) huge += 1;
      }),
      { numRuns: 40 },
    );
    expect(huge).toBeGreaterThan(10);
  });

  it('counts the same of a session with more than a thousand products, and of an account with as many', async () => {
    const ids = Array.from({ length: 1_200 }, (_, place) => `p${String(place).padStart(4, '0')}`);
    const random = createRandom(20_261, 'huge');
    const some = () => ids.slice(0, 60).filter(() => random.next() < 0.4);
    const shop = {
      orders: [
        ...Array.from({ length: 24 }, (_, order) => bought(`o${order}`, 'reseller', ids.slice(order * 50, order * 50 + 50), daysAgo(order * 1.01))),
        ...['ann', 'bob', 'cat', 'dan', 'eve'].flatMap((customer) => [1.1, 5.3, 12.7].map((days) => bought(`${customer} ${days}`, customer, some(), daysAgo(days)))),
      ],
      interactions: [
        ...ids.map((productId, place) => did(`i${place}`, { kind: 'VIEW', sessionId: 'crawler', customerId: place % 500 === 7 ? `c${place}` : null, productId, at: daysAgo(place / 1_000) })),
        ...ids.slice(0, 60).map((productId, place) => did(`d${place}`, { kind: 'VIEW', sessionId: null, customerId: 'dan', productId, at: daysAgo(2 + place / 1_000) })),
      ],
      products: [],
    };
    const settings = { ...DEFAULT_LEARNING_SETTINGS, basketCap: 40, minCustomers: 2 };
    const wanted = learnStatistics(collect(shop, settings), settings);
    expect([wanted.report.cappedVisits, wanted.report.cappedCustomers, wanted.counts.pairs > 100]).toEqual([2, 6, true]);
    const { counts, report, statistics } = await onDatabase(shop, settings, undefined, { database: new BoundedDatabase(shop, 50), most: 50 });
    expect([counts, report, statistics.coPurchase.map(({ productId, orders }) => [productId, orders])]).toEqual([
      wanted.counts,
      wanted.report,
      wanted.statistics.coPurchase.map(({ productId, orders }) => [productId, orders]),
    ]);
    expect(statistics.demand.ids).toEqual(wanted.statistics.demand.ids);
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
