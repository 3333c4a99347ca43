import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../../src/domain/facts/interaction.js';
import type { Order } from '../../../src/domain/facts/order.js';
import { learnStatistics } from '../../../src/domain/learning/learn-statistics.js';
import { DEFAULT_LEARNING_SETTINGS } from '../../../src/domain/learning/settings.js';
import { bought, collect, did, product } from '../../support/learning-facts.js';
import { someShop } from '../../support/random-shops.js';

const RUNS = { numRuns: 1000 };

/** A shop of which statistics are published: what they were learned from, and how many customers a pair needs. */
interface Published {
  readonly orders: readonly Order[];
  readonly interactions?: readonly Interaction[];
  readonly minCustomers: number;
}

type Pair = readonly [string, string];

const ownerOf = ({ id, customerId }: Order): string => (customerId === null ? `order ${id}` : `customer ${customerId}`);

const holdsBoth = (productIds: readonly (string | null)[], [a, b]: Pair): boolean => productIds.includes(a) && productIds.includes(b);

/** Who bought both, in one order or in several; an anonymous order is a customer of its own. */
const buyersEver = (orders: readonly Order[], pair: Pair): ReadonlySet<string> => {
  const completed = orders.filter(({ status }) => status === 'COMPLETED');
  const owners = [...new Set(completed.map(ownerOf))];
  return new Set(
    owners.filter((owner) =>
      holdsBoth(completed.filter((order) => ownerOf(order) === owner).flatMap(({ lines }) => lines.map(({ productId }) => productId)), pair),
    ),
  );
};

const pairsOf = (productId: string, neighbourIds: readonly string[]): readonly Pair[] => neighbourIds.map((id) => [productId, id]);

/** Every pair that is published: of products bought by the same customers, and of products looked at in the same visits. */
const publishedPairs = ({ orders, interactions = [], minCustomers }: Published) => {
  const settings = { ...DEFAULT_LEARNING_SETTINGS, minCustomers };
  const products = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'].map((id) => product(id));
  const { coPurchase, similarity, strongest } = learnStatistics(collect({ orders, interactions, products }, settings), settings).statistics;
  return {
    owned: [
      ...coPurchase.flatMap(({ productId, neighbourIds }) => pairsOf(productId, neighbourIds)),
      ...strongest.anchorIds.map((id, at): Pair => [id, strongest.complementIds[at] ?? '']),
      ...similarity.flatMap(({ productId, bought: alike }) => pairsOf(productId, alike.ids)),
    ],
    viewed: similarity.flatMap(({ productId, viewed }) => pairsOf(productId, viewed.ids)),
  };
};

/** The fewest customers who bought both products of a published pair, among some orders; null when no pair is published. */
const fewestBehind = (published: Published, among: readonly Order[]): number | null => {
  const counts = publishedPairs(published).owned.map((pair) => buyersEver(among, pair).size);
  return counts.length === 0 ? null : Math.min(...counts);
};

/** Orders of a shop with so many products that lists are longer than what is seen of them. */
const widerShop: fc.Arbitrary<readonly Order[]> = fc
  .array(fc.record({ customer: fc.nat(7), products: fc.array(fc.nat(13), { minLength: 2, maxLength: 6 }) }), { minLength: 15, maxLength: 40 })
  .map((orders) => orders.map(({ customer, products }, at) => bought(`o${at}`, customer === 0 ? null : `c${customer}`, products.map((id) => `p${id}`))));

const minCustomers = fc.constantFrom(2, 3, 3, 4, 5);
const pairOfProducts = fc
  .tuple(fc.nat(7), fc.integer({ min: 1, max: 7 }))
  .map(([a, step]): Pair => [`p${a}`, `p${(a + step) % 8}`]);

/** Whether nobody holds more than one end of the pair, so that whoever comes is the only one. */
const isNew = (orders: readonly Order[], pair: Pair): boolean => buyersEver(orders, pair).size === 0;

const hasBoth = (interactions: readonly Interaction[], pair: Pair): boolean => {
  const visits = interactions.map(({ customerId, sessionId }) => [customerId, sessionId]);
  return visits.some(([customer, session]) =>
    holdsBoth(
      interactions.filter(({ customerId, sessionId }) => (customer !== null && customerId === customer) || (session !== null && sessionId === session)).map(({ productId }) => productId),
      pair,
    ),
  );
};

const newcomersOrders = (pair: Pair, count: number): readonly Order[] =>
  Array.from({ length: count }, (_, at) => bought(`newcomer ${at}`, 'newcomer', pair));

const newcomersVisits = (pair: Pair, count: number): readonly Interaction[] =>
  Array.from({ length: count }, (_, at) =>
    pair.map((productId) => did(`newcomer ${at} ${productId}`, { customerId: 'newcomer', sessionId: `newcomer ${at}`, productId })),
  ).flat();

describe('published pairs', () => {
  it('have at least as many distinct customers as are asked for behind them', () => {
    let shopsWithPairs = 0;
    fc.assert(
      fc.property(someShop, minCustomers, ({ orders, interactions }, k) => {
        const fewest = fewestBehind({ orders, interactions, minCustomers: k }, orders);
        shopsWithPairs += fewest === null ? 0 : 1;
        expect(fewest ?? k).toBeGreaterThanOrEqual(k);
      }),
      RUNS,
    );
    expect(shopsWithPairs).toBeGreaterThan(RUNS.numRuns / 10);
  });

  it('met in one order at least, and more often than chance has it', () => {
    fc.assert(
      fc.property(someShop, minCustomers, ({ orders, interactions }, k) => {
        const settings = { ...DEFAULT_LEARNING_SETTINGS, minCustomers: k };
        const { statistics, counts } = learnStatistics(collect({ orders, interactions }, settings), settings);
        for (const { orders: withAnchor, ordersTogether, neighbourOrders } of statistics.coPurchase) {
          ordersTogether.forEach((together, at) => {
            expect(together).toBeGreaterThanOrEqual(1);
            expect(together * counts.orders).toBeGreaterThan(withAnchor * (neighbourOrders[at] ?? Number.NaN));
          });
        }
      }),
    );
  });

  it('have them as well where they only count in baskets, or were given a place that no list had for them', () => {
    let [guests, basketsOnly] = [0, 0];
    fc.assert(
      fc.property(widerShop, fc.constantFrom(2, 3), (orders, k) => {
        const learn = (spreadShare: number) => {
          const settings = { ...DEFAULT_LEARNING_SETTINGS, minCustomers: k, neighbours: 5, spreadShare };
          return learnStatistics(collect({ orders }, settings), settings).statistics.coPurchase;
        };
        const [plain, spread] = [learn(0), learn(1)];
        spread.forEach(({ productId, neighbourIds, scores, basketScores }, anchor) => {
          for (const pair of pairsOf(productId, neighbourIds)) expect(buyersEver(orders, pair).size).toBeGreaterThanOrEqual(k);
          if (neighbourIds.join() !== plain[anchor]?.neighbourIds.join()) guests += 1;
          if (neighbourIds.length > 5 && basketScores.some((score, at) => score > 0 && at >= 5)) basketsOnly += 1;
          expect([...scores, ...basketScores].every((score) => score >= 0)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
    expect(Math.min(guests, basketsOnly)).toBeGreaterThan(20);
  });

  it('never hang on one customer, whatever that customer orders: without them all but one of those asked for remain', () => {
    fc.assert(
      fc.property(someShop, minCustomers, fc.array(pairOfProducts, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 12 }), (shop, k, pairs, count) => {
        const theirs = pairs.flatMap((pair, at) => newcomersOrders(pair, count).map((order) => ({ ...order, id: `${at} ${order.id}` })));
        const fewest = fewestBehind({ orders: [...shop.orders, ...theirs], interactions: shop.interactions, minCustomers: k }, shop.orders);
        expect(fewest ?? k).toBeGreaterThanOrEqual(k - 1);
      }),
      RUNS,
    );
  });

  it('do not include one that a single customer alone buys and looks at, however often', () => {
    let newPairs = 0;
    fc.assert(
      fc.property(someShop, minCustomers, pairOfProducts, fc.integer({ min: 1, max: 60 }), (shop, k, pair, count) => {
        fc.pre(isNew(shop.orders, pair) && !hasBoth(shop.interactions, pair));
        newPairs += 1;
        const orders = [...shop.orders, ...newcomersOrders(pair, count)];
        const interactions = [...shop.interactions, ...newcomersVisits(pair, count)];
        const { owned, viewed } = publishedPairs({ orders, interactions, minCustomers: k });
        for (const published of [...owned, ...viewed]) expect(published.toSorted()).not.toEqual(pair.toSorted());
      }),
      RUNS,
    );
    expect(newPairs).toBeGreaterThanOrEqual(RUNS.numRuns);
  });
});
