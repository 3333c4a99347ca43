import { FloatColumn, floatAt, intAt, UintColumn, uintAt } from './columns.js';
import { DAY_MS } from './decay.js';
import type { ProductDemand } from './model.js';
import { type Occasions, ownerStarts } from './occasions.js';
import { orderWeights } from './popularity.js';
import { idAt } from './product-numbers.js';
import { sum } from './sum.js';

/** What demand is told from. */
export interface DemandContext {
  readonly productIds: readonly string[];
  /** Milliseconds since 1970. */
  readonly asOf: number;
  /** An order counts half for every so many days of age where it is asked what is wanted of late. */
  readonly demandHalfLifeDays: number;
  /** The same for what the past would have led to expect. */
  readonly halfLifeDays: number;
}

/** Buyers that the shop's share speaks for beside a product's own: few buyers say little. */
const PRIOR_BUYERS = 5;
/** Fewer repeats than this do not tell a usual interval. */
const FEWEST_INTERVALS = 5;
/** Nor do those of fewer customers: nobody's rhythm is to be everybody's. */
const FEWEST_REPEATERS = 3;

/** Repeats of products, by product number. */
export interface Repeats {
  /** Customers who bought the product and bought something on a later day. */
  readonly returned: Uint32Array;
  /** Those of them who bought it on another day again. */
  readonly again: Uint32Array;
  /** One entry per repeat: product and days since the purchase before. */
  readonly products: UintColumn;
  readonly days: FloatColumn;
}

/** Counts repeats of so many products. Walks through each customer's orders, which are sorted by time within the customer. */
export const countRepeats = (orders: Occasions, products: number): Repeats => {
  const repeats = { returned: new Uint32Array(products), again: new Uint32Array(products), products: new UintColumn(), days: new FloatColumn() };
  const owner = new Int32Array(products).fill(-1);
  const firstDay = new Float64Array(products);
  const lastDay = new Float64Array(products);
  const dayOf = (order: number): number => Math.floor(floatAt(orders.times, order) / DAY_MS);
  const starts = ownerStarts(orders);
  for (let number = 0; number + 1 < starts.length; number += 1) {
    const [from, to] = [uintAt(starts, number), uintAt(starts, number + 1)];
    const newestDay = dayOf(to - 1);
    for (let order = from; order < to; order += 1) {
      const day = dayOf(order);
      for (let place = uintAt(orders.offsets, order); place < uintAt(orders.offsets, order + 1); place += 1) {
        const product = uintAt(orders.products, place);
        if (intAt(owner, product) !== number) {
          owner[product] = number;
          firstDay[product] = day;
          if (day < newestDay) repeats.returned[product] = uintAt(repeats.returned, product) + 1;
        } else if (day > floatAt(lastDay, product)) {
          if (floatAt(lastDay, product) === floatAt(firstDay, product)) repeats.again[product] = uintAt(repeats.again, product) + 1;
          repeats.products.push(product);
          repeats.days.push(day - floatAt(lastDay, product));
        }
        lastDay[product] = day;
      }
    }
  }
  return repeats;
};

/** The share of a product's buyers who bought it again, drawn towards the shop's share. */
const repeatRates = ({ returned, again }: Pick<Repeats, 'returned' | 'again'>): Float64Array => {
  const all = sum(returned);
  // A shop where nobody ever came back knows nothing of it; what matters is that the share is above 0 and the same for all.
  const share = all === 0 ? 0.5 : Math.max(sum(again) / all, 0.5 / all);
  return Float64Array.from(returned, (buyers, product) => (uintAt(again, product) + PRIOR_BUYERS * share) / (buyers + PRIOR_BUYERS));
};

/** Days between two purchases of a product, and how often they were so many. */
export interface CountedInterval {
  readonly days: number;
  readonly times: number;
}

/** The usual one of a product's intervals, of which `again` customers gave some: the median, the lower of two middle ones. Null where too few tell. */
export const usualInterval = (intervals: readonly CountedInterval[], again: number): number | null => {
  const all = intervals.reduce((total, { times }) => total + times, 0);
  if (all < FEWEST_INTERVALS || again < FEWEST_REPEATERS) return null;
  let left = Math.ceil(all / 2);
  for (const { days, times } of intervals.toSorted((a, b) => a.days - b.days)) {
    left -= times;
    if (left <= 0) return days;
  }
  return null;
};

/** More days than any two dates lie apart, so that a product and days make one number by which both sort: an object for each repeat would be most of the memory. */
const DAYS_ROOM = 2 ** 28;

const usualIntervals = ({ products, days, again }: Repeats, count: number): readonly (number | null)[] => {
  const lengths = days.values();
  const repeats = Float64Array.from(products.values(), (product, index) => product * DAYS_ROOM + floatAt(lengths, index)).sort();
  let until = 0;
  return Array.from({ length: count }, (_, product) => {
    const from = until;
    while (until < repeats.length && floatAt(repeats, until) < (product + 1) * DAYS_ROOM) until += 1;
    const intervals = Array.from(repeats.subarray(from, until), (repeat) => ({ days: repeat % DAYS_ROOM, times: 1 }));
    return usualInterval(intervals, uintAt(again, product));
  });
};

/** How often products are bought again, by product number. */
export interface ProductRepeats extends Pick<Repeats, 'returned' | 'again'> {
  /** The usual days between two purchases; null where too few tell. */
  readonly usualDays: readonly (number | null)[];
}

/** Orders of each product, by product number, each counting less with age: by the half-life of late, and by the longer one. */
export interface RecentAndUsual {
  readonly recent: Float64Array;
  readonly usual: Float64Array;
}

/**
 * How much each product is wanted of late: `demand = ln((r + 1) / (mean r + 1))` for its orders r of late, each counting half per half-life of
 * age, and `trend = ln((r + 1) / (e + 1))` beside what its longer past would have led to expect, `e = u · Σr / Σu` for the same sum u over the
 * longer half-life. The one tells what sells, the other what is in season. Strongest demand first, ties by id; products without orders are
 * left out. Repeats are counted among customers who came back on a later day, so that new customers and anonymous orders do not water them down.
 */
export const demandOf = (productIds: readonly string[], { recent, usual }: RecentAndUsual, repeats: ProductRepeats): ProductDemand => {
  const sold = Uint32Array.from(productIds.keys()).filter((product) => floatAt(usual, product) > 0);
  const mean = sold.length === 0 ? 0 : sum(recent) / sold.length;
  const expected = sold.length === 0 ? 0 : sum(recent) / sum(usual);
  const demand = recent.map((weight) => Math.log((weight + 1) / (mean + 1)));
  const rates = repeatRates(repeats);
  const ranked = [...sold.sort((a, b) => floatAt(demand, b) - floatAt(demand, a) || a - b)];
  return {
    ids: ranked.map((product) => idAt(productIds, product)),
    demand: ranked.map((product) => floatAt(demand, product)),
    trend: ranked.map((product) => Math.log((floatAt(recent, product) + 1) / (expected * floatAt(usual, product) + 1))),
    repeatRate: ranked.map((product) => floatAt(rates, product)),
    intervalDays: ranked.map((product) => repeats.usualDays[product] ?? null),
  };
};

/** The demand for the products of orders. */
export const demandFrom = (orders: Occasions, { productIds, asOf, demandHalfLifeDays, halfLifeDays }: DemandContext): ProductDemand => {
  const count = productIds.length;
  const recent = orderWeights(orders, count, asOf, demandHalfLifeDays);
  const usual = orderWeights(orders, count, asOf, halfLifeDays);
  const repeats = countRepeats(orders, count);
  return demandOf(productIds, { recent, usual }, { ...repeats, usualDays: usualIntervals(repeats, count) });
};
