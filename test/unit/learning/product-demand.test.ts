import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/domain/facts/order.js';
import type { ProductDemand } from '../../../src/domain/learning/model.js';
import { demandFrom } from '../../../src/domain/learning/product-demand.js';
import { bought, collect, daysAgo, TODAY } from '../../support/learning-facts.js';
import { shuffledWithRepeats, someOrders } from '../../support/random-shops.js';

/** Of late is ten days, the longer past forty. */
const demandOf = (orders: readonly Order[]): ProductDemand => {
  const facts = collect({ orders });
  return demandFrom(facts.orders, { productIds: facts.productIds, asOf: TODAY.getTime(), demandHalfLifeDays: 10, halfLifeDays: 40 });
};

const of = ({ ids, demand, trend, repeatRate, intervalDays }: ProductDemand, id: string) => {
  const place = ids.indexOf(id);
  return { demand: demand[place], trend: trend[place], repeatRate: repeatRate[place], intervalDays: intervalDays[place] };
};

/** One order each of a product, by anonymous customers, so many days ago. */
const sold = (id: string, ages: readonly number[]): readonly Order[] => ages.map((age, at) => bought(`${id} ${at} ${age}`, null, [id], daysAgo(age)));

/** One customer's orders of a product on days so many days ago. */
const boughtOn = (customer: string, id: string, ages: readonly number[]): readonly Order[] =>
  ages.map((age) => bought(`${customer} ${id} ${age}`, customer, [id], daysAgo(age)));

describe('the demand for products', () => {
  it('is 0 for what sells as the average does, above for more and below for less, the strongest first', () => {
    // Now: five, three and one, so three on average; each one is added to, so that a single order does not say much.
    const demand = demandOf([...sold('a', [0]), ...sold('b', [0, 0, 0]), ...sold('c', [0, 0, 0, 0, 0])]);
    expect(demand.ids).toEqual(['c', 'b', 'a']);
    [Math.log(6 / 4), 0, Math.log(2 / 4)].forEach((wanted, place) => expect(demand.demand[place]).toBeCloseTo(wanted, 12));
  });

  it('counts an order half after a half-life of what is asked of late', () => {
    // Lamps: 1 + 1/2 + 1/4; mugs: 1. On average 1.375.
    const demand = demandOf([...sold('lamp', [0, 10, 20]), ...sold('mug', [0])]);
    expect(of(demand, 'lamp').demand).toBeCloseTo(Math.log(2.75 / 2.375), 12);
    expect(of(demand, 'mug').demand).toBeCloseTo(Math.log(2 / 2.375), 12);
  });

  it('rises in the season and falls after it, while what always sells stays', () => {
    const always = Array.from({ length: 40 }, (_, week) => 2 * week);
    const groceries = ['bread', 'milk', 'eggs', 'salt'].flatMap((id) => sold(id, always));
    const demand = demandOf([...groceries, ...sold('sledge', [0, 1, 2, 3]), ...sold('sunscreen', [40, 45, 50, 55])]);
    expect(of(demand, 'sledge').trend).toBeGreaterThan(0.3);
    expect(of(demand, 'sunscreen').trend).toBeLessThan(-0.2);
    expect(Math.abs(of(demand, 'bread').trend ?? Number.NaN)).toBeLessThan(0.1);
  });

  it('has a trend that compares what sold of late with the share that the longer past gives', () => {
    // Of late: new 2, old 1/16. The longer past: new 2, old 1/2. In all 2.0625 of late for 2.5 of the longer past: 0.825 for one.
    const demand = demandOf([...sold('new', [0, 0]), ...sold('old', [40])]);
    expect(of(demand, 'new').trend).toBeCloseTo(Math.log(3 / (0.825 * 2 + 1)), 12);
    expect(of(demand, 'old').trend).toBeCloseTo(Math.log((1 / 16 + 1) / (0.825 / 2 + 1)), 12);
  });

  it('tells which products are bought again, drawn towards the share of the shop', () => {
    // Coffee: ann and bob bought it and came back, both for coffee. Kettles: cat and dan bought one and came back, for coffee.
    const demand = demandOf([
      ...boughtOn('ann', 'coffee', [9, 2]),
      ...boughtOn('bob', 'coffee', [8, 5, 1]),
      ...['cat', 'dan'].flatMap((customer) => [...boughtOn(customer, 'kettle', [20]), ...boughtOn(customer, 'coffee', [3])]),
    ]);
    // In the shop two of the four purchases that were followed by another day were bought again. Cat and dan never came back after their coffee.
    expect(of(demand, 'coffee').repeatRate).toBeCloseTo((2 + 5 * 0.5) / (2 + 5), 12);
    expect(of(demand, 'kettle').repeatRate).toBeCloseTo((0 + 5 * 0.5) / (2 + 5), 12);
  });

  it('does not let customers who never came back, or orders of nobody, speak about buying again', () => {
    const loyal = [...boughtOn('ann', 'coffee', [9, 2]), ...boughtOn('bob', 'tea', [9]), ...boughtOn('bob', 'coffee', [2])];
    const once = Array.from({ length: 20 }, (_, at) => boughtOn(`once ${at}`, 'coffee', [3])).flat();
    const before = of(demandOf(loyal), 'coffee').repeatRate;
    expect(of(demandOf([...loyal, ...once]), 'coffee').repeatRate).toBe(before);
    expect(of(demandOf([...loyal, ...sold('coffee', [1, 2, 3, 4])]), 'coffee').repeatRate).toBe(before);
  });

  it('takes two orders on one day for one day', () => {
    const others = [...boughtOn('ann', 'tea', [9, 2])];
    const sameDay = [...boughtOn('bob', 'coffee', [5, 5.1]), ...boughtOn('bob', 'mug', [1])];
    // Bob came back for a mug: one customer of coffee, none again. Ann is one of tea, and again: half of the shop.
    expect(of(demandOf([...others, ...sameDay]), 'coffee').repeatRate).toBeCloseTo((0 + 5 * 0.5) / (1 + 5), 12);
    const nextDay = [...boughtOn('bob', 'coffee', [5, 4]), ...boughtOn('bob', 'mug', [1])];
    expect(of(demandOf([...others, ...nextDay]), 'coffee').repeatRate).toBeCloseTo((1 + 5 * 1) / (1 + 5), 12);
  });

  it('tells the usual interval in days, the median, from five repeats of three customers on', () => {
    // Bread: ann after 1 and 2 days, bob after 4 and 30, cat after 3. Wine: four repeats of a week.
    const bread = [...boughtOn('ann', 'bread', [3, 2, 0]), ...boughtOn('bob', 'bread', [34, 30, 0]), ...boughtOn('cat', 'bread', [3, 0])];
    const wine = [...boughtOn('dan', 'wine', [14, 7, 0]), ...boughtOn('eve', 'wine', [7, 0]), ...boughtOn('fay', 'wine', [7, 0])];
    const demand = demandOf([...bread, ...wine]);
    expect(of(demand, 'bread').intervalDays).toBe(3);
    expect(of(demand, 'wine').intervalDays).toBeNull();
    // Of six, the lower of the middle two: 1, 2, 3, 4, 7 and 30.
    expect(of(demandOf([...bread, ...boughtOn('gus', 'bread', [7, 0])]), 'bread').intervalDays).toBe(3);
  });

  it('never takes the rhythm of one or two customers for everybody’s', () => {
    const rhythm = [...boughtOn('ann', 'tea', [40, 30, 20, 10, 0]), ...boughtOn('bob', 'tea', [40, 30, 20, 10, 0])];
    expect(of(demandOf(rhythm), 'tea').intervalDays).toBeNull();
    expect(of(demandOf([...rhythm, ...boughtOn('cat', 'tea', [10, 0])]), 'tea').intervalDays).toBe(10);
  });

  it('knows of repeats as much of each product where nobody ever came back', () => {
    expect(demandOf([...sold('a', [0, 1]), ...boughtOn('ann', 'b', [3])]).repeatRate).toEqual([0.5, 0.5]);
  });

  it('keeps to its ranges in any shop, and says the same of the same facts in any order, with repeats', () => {
    const shuffled = someOrders.chain((orders) => fc.tuple(fc.constant(orders), shuffledWithRepeats(orders)));
    fc.assert(
      fc.property(shuffled, ([orders, again]) => {
        const demand = demandOf(orders);
        expect(demandOf(again)).toEqual(demand);
        expect(new Set(demand.ids).size).toBe(demand.ids.length);
        expect(demand.demand).toEqual(demand.demand.toSorted((a, b) => b - a));
        expect(demand.repeatRate.every((rate) => rate > 0 && rate <= 1)).toBe(true);
        expect([...demand.demand, ...demand.trend].every(Number.isFinite)).toBe(true);
        expect(demand.intervalDays.every((days) => days === null || days >= 1)).toBe(true);
      }),
    );
  });

  it('is that of nothing in a shop without orders', () => {
    expect(demandOf([])).toEqual({ ids: [], demand: [], trend: [], repeatRate: [], intervalDays: [] });
  });
});
