import { FloatColumn, floatAt } from '../learning/columns.js';
import type { ProductDemand } from '../learning/model.js';

/** How much the shop's customers want one product now; numbers as in ProductDemand. */
export interface DemandOf {
  readonly demand: number;
  readonly trend: number;
  /** Above 0 and at most 1. */
  readonly repeatRate: number;
  /** Null where too few bought it again to tell. */
  readonly intervalDays: number | null;
}

/** What was learned of the demand for each product. Its products are numbered from 0, in the order in which they were learned. */
export interface DemandIndex {
  /** How many products it knows. */
  readonly size: number;
  /** A product that nothing was learned of counts as the least wanted: no trend, and the shop's least repeat rate. */
  of(productId: string): DemandOf;
  /** Its demand and its trend by number; NO_NUMBER is a product that nothing was learned of. For thousands of products: no objects are made. */
  demandAt(number: number): number;
  trendAt(number: number): number;
  /** NO_NUMBER for a product that nothing was learned of. */
  numberOf(productId: string): number;
  /** The product of a number; empty for one that nobody has. */
  idAt(number: number): string;
  /** Products that are wanted more than the average product, most wanted first, ties by id; at most MOST_WANTED. */
  readonly mostWanted: readonly string[];
}

/** Stands for the number of a product that has none. */
export const NO_NUMBER = -1;

/** How many products everybody may be shown because they are wanted now: in shops as unlike as a gift shop and a grocery more found no more. */
export const MOST_WANTED = 50;

/**
 * Every product is as good as the next before the first learning. The repeat rate is that of an ordinary shop: it moves all products alike, and
 * only against those that were never bought.
 */
const ORDINARY: DemandOf = { demand: 0, trend: 0, repeatRate: 0.2, intervalDays: null };

/** The demand of a shop that has not learned any. */
export const NO_DEMAND: DemandIndex = {
  size: 0,
  of: () => ORDINARY,
  demandAt: () => ORDINARY.demand,
  trendAt: () => ORDINARY.trend,
  numberOf: () => NO_NUMBER,
  idAt: () => '',
  mostWanted: [],
};

/** Stands for an interval that is not known: bought twice on one day is not bought again. */
const UNKNOWN = 0;

/** Numbers per product. They stand side by side: serving reads all of one product, and memory answers neighbours at once. */
const WIDTH = 4;

const least = (records: Float64Array, first: number): number => {
  let smallest = Number.POSITIVE_INFINITY;
  for (let place = first; place < records.length; place += WIDTH) smallest = Math.min(smallest, floatAt(records, place));
  return smallest;
};

/** Reads its numbers where they stand: to copy them for thousands of neighbours, of whom most are asked for two, takes as long as to find them. */
class DemandRecord implements DemandOf {
  readonly #records: Float64Array;
  readonly #start: number;

  constructor(records: Float64Array, start: number) {
    this.#records = records;
    this.#start = start;
  }

  get demand(): number {
    return floatAt(this.#records, this.#start);
  }

  get trend(): number {
    return floatAt(this.#records, this.#start + 1);
  }

  get repeatRate(): number {
    return floatAt(this.#records, this.#start + 2);
  }

  get intervalDays(): number | null {
    const days = floatAt(this.#records, this.#start + 3);
    return days === UNKNOWN ? null : days;
  }
}

/** The strongest come first; where the first parts are missing, the next ones are the most wanted of those that are known. */
const mostWantedOf = (ids: readonly string[], records: Float64Array): readonly string[] => {
  const wanted: string[] = [];
  for (let number = 0; number < ids.length && wanted.length < MOST_WANTED; number += 1) {
    const id = ids[number] ?? '';
    if (id === '') continue;
    if (floatAt(records, number * WIDTH) <= ORDINARY.demand) break;
    wanted.push(id);
  }
  return wanted;
};

/**
 * Puts demand together part by part, the strongest first, so that nobody waits for all of a large shop at once. An object per product would
 * take several times the room.
 */
export class DemandParts {
  readonly #ids: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #records = new FloatColumn();

  /** Adds products, each for the first time. `from` is the number of the first: above that of the next where parts before this one are missing, whose numbers nobody has then. */
  add(part: ProductDemand, from = this.#ids.length): void {
    const { ids, demand, trend, repeatRate, intervalDays } = part;
    while (this.#ids.length < from) this.#put('', ORDINARY);
    ids.forEach((id, place) => {
      this.#numbers.set(id, this.#ids.length);
      this.#put(id, {
        demand: demand[place] ?? ORDINARY.demand,
        trend: trend[place] ?? ORDINARY.trend,
        repeatRate: repeatRate[place] ?? ORDINARY.repeatRate,
        intervalDays: intervalDays[place] ?? null,
      });
    });
  }

  #put(id: string, { demand, trend, repeatRate, intervalDays }: DemandOf): void {
    this.#ids.push(id);
    this.#records.push(demand);
    this.#records.push(trend);
    this.#records.push(repeatRate);
    this.#records.push(intervalDays ?? UNKNOWN);
  }

  /** The index of all that was added: NO_DEMAND where nothing was. */
  index(): DemandIndex {
    const numbers = this.#numbers;
    if (numbers.size === 0) return NO_DEMAND;
    const ids = this.#ids;
    const records = this.#records.values();
    const unheld: DemandOf = { demand: least(records, 0), trend: 0, repeatRate: least(records, 2), intervalDays: null };
    return {
      size: ids.length,
      of: (productId) => {
        const number = numbers.get(productId);
        return number === undefined ? unheld : new DemandRecord(records, number * WIDTH);
      },
      demandAt: (number) => (number === NO_NUMBER ? unheld.demand : floatAt(records, number * WIDTH)),
      trendAt: (number) => (number === NO_NUMBER ? unheld.trend : floatAt(records, number * WIDTH + 1)),
      numberOf: (productId) => numbers.get(productId) ?? NO_NUMBER,
      idAt: (number) => ids[number] ?? '',
      mostWanted: mostWantedOf(ids, records),
    };
  }
}

/** The index of demand that is at hand as a whole. */
export const demandIndexOf = (demand: ProductDemand): DemandIndex => {
  const parts = new DemandParts();
  parts.add(demand);
  return parts.index();
};
