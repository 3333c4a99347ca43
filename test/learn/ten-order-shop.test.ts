import { describe, expect, it } from 'vitest';
import { learnStatistics } from '../../src/domain/learning/learn-statistics.js';
import { NO_PAIRS } from '../../src/domain/learning/strongest-pairs.js';
import { DEFAULT_LEARNING_SETTINGS } from '../../src/domain/learning/settings.js';
import { bought, collect, did, product } from '../support/learning-facts.js';

/** Tents and pegs meet in four orders of three customers; gas and stoves in three orders, two of them anonymous. */
const orders = [
  bought('o1', 'ann', ['tent', 'pegs']),
  bought('o2', 'bob', ['tent', 'pegs']),
  bought('o3', 'cat', ['tent', 'pegs', 'lamp']),
  bought('o4', 'cat', ['pegs', 'tent']),
  bought('o5', null, ['gas', 'stove']),
  bought('o6', null, ['gas', 'stove']),
  bought('o7', 'dan', ['gas', 'stove']),
  bought('o8', 'eve', ['lamp', 'stove']),
  bought('o9', 'fay', ['tent', 'lamp']),
  bought('o10', 'gus', ['pegs', 'pegs']),
];
const products = [
  product('tent', { categoryPath: ['camping', 'tents'] }),
  product('pegs', { categoryPath: ['camping', 'tents'] }),
  product('lamp', { categoryPath: ['camping', 'light'] }),
  product('stove', { categoryPath: ['camping', 'kitchen'] }),
];

/** What an order or a customer of three products weighs beside one of two. */
const OF_THREE = 2 ** -0.75;

const learn = (changes = {}, shop = {}) => {
  const settings = { ...DEFAULT_LEARNING_SETTINGS, ...changes };
  return learnStatistics(collect({ orders, products, ...shop }, settings), settings);
};

describe('learning from ten orders that can be counted by hand', () => {
  it('publishes the pairs whose two products three customers bought, with their counts', () => {
    const { coPurchase } = learn().statistics;
    expect(coPurchase.map(({ scores: _, basketScores: __, ...counts }) => counts)).toEqual([
      { productId: 'gas', orders: 3, neighbourIds: ['stove'], ordersTogether: [3], neighbourOrders: [4] },
      { productId: 'pegs', orders: 5, neighbourIds: ['tent'], ordersTogether: [4], neighbourOrders: [5] },
      { productId: 'stove', orders: 4, neighbourIds: ['gas'], ordersTogether: [3], neighbourOrders: [3] },
      { productId: 'tent', orders: 5, neighbourIds: ['pegs'], ordersTogether: [4], neighbourOrders: [5] },
    ]);
  });

  it('scores them by orders, and half as much by customers, that weigh less the larger they are, and less while they are few', () => {
    const scores = new Map(learn().statistics.coPurchase.map((stats) => [stats.productId, stats.scores[0]]));
    // Four of each one's five orders hold both: three hold nothing else, the fourth holds three products. Of each one's four customers three
    // bought both: ann and bob nothing else, cat three products.
    expect(scores.get('tent')).toBeCloseTo(((3 + OF_THREE) / 5) * (4 / 5) + 0.5 * ((2 + OF_THREE) / 4) * (3 / 4), 12);
    // All three orders with gas, two of them of people nobody knows, hold a stove; a fourth order holds a stove.
    const byCustomers = 0.5 * (3 / (3 * 4) ** 0.5) * (3 / 4);
    expect(scores.get('gas')).toBeCloseTo((3 / (3 ** 0.8 * 4 ** 0.2)) * (3 / 4) + byCustomers, 12);
    expect(scores.get('stove')).toBeCloseTo((3 / (4 ** 0.8 * 3 ** 0.2)) * (3 / 4) + byCustomers, 12);
  });

  it('works out what each adds to a basket: of a single neighbour the orders with both, by those with the neighbour and a ridge', () => {
    const weights = new Map(learn().statistics.coPurchase.map((stats) => [stats.productId, stats.basketScores[0]]));
    // Gas is in 3 orders, lamps in 2 and the one of three, pegs and tents in 4 and the one of three, stoves in 4: five products.
    const ridge = 0.1 * ((3 + (2 + OF_THREE) + 2 * (4 + OF_THREE) + 4) / 5);
    expect(weights.get('tent')).toBeCloseTo((3 + OF_THREE) / (4 + OF_THREE + ridge), 12);
    expect(weights.get('pegs')).toBeCloseTo((3 + OF_THREE) / (4 + OF_THREE + ridge), 12);
    expect(weights.get('gas')).toBeCloseTo(3 / (3 + ridge), 12);
    expect(weights.get('stove')).toBeCloseTo(3 / (4 + ridge), 12);
  });

  it('counts orders, products, pairs and known customers', () => {
    expect(learn().counts).toEqual({ orders: 10, products: 5, pairs: 4, customers: 7 });
    expect(learn().report).toMatchObject({ orderLines: 20, cappedOrders: 0, variantsKeptOut: 0, substitutesKeptOut: 0 });
  });

  it('finds alike what the same customers bought', () => {
    const tent = learn().statistics.similarity.find(({ productId }) => productId === 'tent');
    expect(tent?.viewed).toEqual({ ids: [], scores: [] });
    expect(tent?.bought.ids).toEqual(['pegs']);
    // Cat's two orders are one customer with three products. Both: ann, bob, cat; tents also fay; pegs also gus. Of five products gas has three
    // customers, lamps eve, fay and cat, stoves four.
    const each = 3 + OF_THREE;
    const ridge = 0.1 * ((2 * each + 3 + (2 + OF_THREE) + 4) / 5);
    expect(tent?.bought.scores[0]).toBeCloseTo((2 + OF_THREE) / (each + ridge), 12);
  });

  it('tells the demand: average is 0, and nothing is in season in a shop of one day', () => {
    const { ids, demand, trend, repeatRate, intervalDays } = learn().statistics.demand;
    // Orders: pegs and tents 5 each, stoves 4, gas and lamps 3 each, so 4 on average.
    expect(ids).toEqual(['pegs', 'tent', 'stove', 'gas', 'lamp']);
    [Math.log(6 / 5), Math.log(6 / 5), 0, Math.log(4 / 5), Math.log(4 / 5)].forEach((wanted, place) => expect(demand[place]).toBeCloseTo(wanted, 12));
    trend.forEach((one) => expect(one).toBeCloseTo(0, 12));
    // Nobody came back on a later day: nothing is known of repeats.
    expect([repeatRate, intervalDays]).toEqual([Array(5).fill(0.5), Array(5).fill(null)]);
  });

  it('ranks what sells in the shop and in each category, ties by id, and products outside the catalogue in the shop only', () => {
    expect(learn().statistics.popularity).toEqual([
      { categoryId: '', ids: ['pegs', 'tent', 'stove', 'gas', 'lamp'], scores: [5, 5, 4, 3, 3] },
      { categoryId: 'camping', ids: ['pegs', 'tent', 'stove', 'lamp'], scores: [5, 5, 4, 3] },
      { categoryId: 'kitchen', ids: ['stove'], scores: [4] },
      { categoryId: 'light', ids: ['lamp'], scores: [3] },
      { categoryId: 'tents', ids: ['pegs', 'tent'], scores: [5, 5] },
    ]);
  });

  it('publishes rarer pairs when fewer customers are asked for, but never one that meets less than by chance', () => {
    const lamp = learn({ minCustomers: 1 }).statistics.coPurchase.find(({ productId }) => productId === 'lamp');
    // Lamps meet tents twice (lift 10·2/(3·5) = 1.33), pegs once (0.67) and stoves once (0.83).
    expect(lamp?.neighbourIds).toEqual(['tent']);
    expect(lamp?.ordersTogether).toEqual([2]);
  });

  it('publishes no more neighbours than asked for, the best ones', () => {
    const cat = ['a', 'b', 'c', 'd'].map((id) => bought(`with ${id}`, id, ['x', 'y', 'z']));
    const one = learn({ neighbours: 1 }, { orders: [...orders, ...cat, bought('more', 'e', ['x', 'y'])] });
    expect(one.statistics.coPurchase.find(({ productId }) => productId === 'x')?.neighbourIds).toEqual(['y']);
  });

  it('keeps variants of one family out of complements, also when the catalogue knows only one of them', () => {
    const red = product('pegs', { variantOf: 'tent' });
    const { statistics, report } = learn({}, { products: [red] });
    expect(statistics.coPurchase.map(({ productId }) => productId)).toEqual(['gas', 'stove']);
    expect(report.variantsKeptOut).toBe(2);
  });

  it('keeps out substitutes: what is viewed together far more than bought together', () => {
    const pairs = ['ann', 'bob', 'cat', 'dan', 'eve'].map((customer, index) => bought(`s${index}`, customer, ['tv-a', 'tv-b']));
    const singles = Array.from({ length: 40 }, (_, index) => bought(`t${index}`, null, [index % 2 === 0 ? 'tv-a' : 'tv-b']));
    const others = Array.from({ length: 100 }, (_, index) => bought(`u${index}`, null, ['cable']));
    const views = Array.from({ length: 5 }, (_, visit) =>
      ['tv-a', 'tv-b'].map((productId) => did(`v${visit} ${productId}`, { sessionId: `s${visit}`, productId })),
    ).flat();
    const shop = { orders: [...orders, ...pairs, ...singles, ...others], products };
    const complements = (interactions: typeof views) =>
      learn({}, { ...shop, interactions }).statistics.coPurchase.find(({ productId }) => productId === 'tv-a')?.neighbourIds ?? [];
    expect(complements([])).toEqual(['tv-b']);
    expect(complements(views.slice(0, 8))).toEqual(['tv-b']);
    expect(complements(views)).toEqual([]);
    expect(learn({}, { ...shop, interactions: views }).report.substitutesKeptOut).toBe(2);
  });

  it('learns nothing, without a fault, from a shop without facts', () => {
    const { statistics, counts } = learn({}, { orders: [], products: [] });
    const demand = { ids: [], demand: [], trend: [], repeatRate: [], intervalDays: [] };
    expect(statistics).toEqual({ coPurchase: [], similarity: [], popularity: [], demand, strongest: NO_PAIRS });
    expect(counts).toEqual({ orders: 0, products: 0, pairs: 0, customers: 0 });
  });
});
