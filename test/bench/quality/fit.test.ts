import { describe, expect, it } from 'vitest';

import { harness } from './harness.js';

interface Rows {
  readonly width: number;
  readonly features: Float64Array;
  readonly labels: Uint8Array;
  readonly offsets: Float64Array;
  readonly weights: Float64Array;
}
interface Columns {
  readonly width: number;
  readonly size: number;
  readonly customers: Int32Array;
  readonly products: Int32Array;
  readonly features: Float64Array;
  readonly waits: Float64Array;
  readonly labels: Uint8Array;
}
interface Case {
  readonly productId: string;
  readonly reasons: readonly number[];
  readonly wait: number;
  readonly isBought: boolean;
}

const { fitLogistic } = await harness<{
  fitLogistic(rows: Rows, settings: { ridge: number; unpenalised: ReadonlySet<number> }): Float64Array;
}>('fit/logistic.mjs');
const { caseCollector } = await harness<{
  caseCollector(width: number): { add(customer: number, cases: readonly Case[], numbers: ReadonlyMap<string, number>): void; columns(): Columns };
}>('fit/columns.mjs');
const { fitCard, chancesBy } = await harness<{
  fitCard(shops: readonly { columns: Columns; takesPart: (customer: number) => boolean }[]): { card: Float64Array; intercepts: readonly number[] };
  chancesBy(columns: Columns, card: Float64Array): Float64Array;
}>('fit/card.mjs');
const { listsBy } = await harness<{
  listsBy(
    shop: { again: Columns; first: Columns; customers: number },
    cards: readonly { again: Float64Array; first: Float64Array }[],
    cardOf: (customer: number) => number,
  ): readonly { list: readonly number[]; novelList: readonly number[] }[];
}>('fit/lists.mjs');

const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Cases whose labels come as often as a card says: each pair of reasons a thousand times, so many of them bought. */
const casesBy = (intercept: number, [a, b]: readonly [number, number], wait = 1): Columns => {
  const collector = caseCollector(3);
  let customer = 0;
  for (const x of [-1, 0, 1, 2])
    for (const y of [-1, 0, 1]) {
      const bought = Math.round(1_000 * wait * chance(intercept + a * x + b * y));
      const some = Array.from({ length: 1_000 }, (_, at) => ({ productId: 'p', reasons: [1, x, y], wait, isBought: at < bought }));
      collector.add(customer++, some, new Map([['p', 7]]));
    }
  return collector.columns();
};
const everybody = (columns: Columns) => ({ columns, takesPart: () => true });

describe('Fitting the scorecard', () => {
  it('finds the coefficients that labels were drawn by', () => {
    const { features, labels, size, width } = casesBy(-1, [0.8, -0.5]);
    const rows = { width, features, labels, offsets: new Float64Array(size), weights: new Float64Array(size).fill(1) };
    const found = fitLogistic(rows, { ridge: 0, unpenalised: new Set([0]) });
    for (const [at, expected] of [-1, 0.8, -0.5].entries()) expect(found[at]).toBeCloseTo(expected, 2);
  });

  it('leaves a reason at 0 that is never there', () => {
    const rows = { width: 2, features: Float64Array.of(1, 0, 1, 0), labels: Uint8Array.of(1, 0), offsets: new Float64Array(2), weights: Float64Array.of(1, 3) };
    const found = fitLogistic(rows, { ridge: 0.1, unpenalised: new Set([0]) });
    expect(found[0]).toBeCloseTo(Math.log(1 / 3), 6);
    expect(found[1]).toBe(0);
  });

  it('weighs reasons alike in all shops, and gives each what is usual in it', () => {
    const { card, intercepts } = fitCard([everybody(casesBy(-1, [0.8, -0.5])), everybody(casesBy(-2.5, [0.8, -0.5]))]);
    expect(intercepts[0]).toBeCloseTo(-1, 1);
    expect(intercepts[1]).toBeCloseTo(-2.5, 1);
    for (const [at, expected] of [-1.75, 0.8, -0.5].entries()) expect(card[at]).toBeCloseTo(expected, 1);
  });

  it('lets nobody take part who is kept out', () => {
    const [known, other] = [casesBy(-1, [0.8, -0.5]), casesBy(-1, [3, 3])];
    const both = joined(known, other);
    const { card } = fitCard([{ columns: both, takesPart: (customer) => customer < 12 }]);
    expect(card[1]).toBeCloseTo(0.8, 1);
  });

  it('knows what is waited for', () => {
    const { card } = fitCard([everybody(casesBy(-4, [0.5, 0.5], 0.3))]);
    expect(card[0]).toBeCloseTo(-4, 0);
    expect(card[1]).toBeCloseTo(0.5, 1);
    expect(chancesBy(casesBy(-4, [0, 0], 0.3), Float64Array.of(0, 0, 0))[0]).toBeCloseTo(0.15, 12);
  });

  it("ranks both kinds of a customer's cases in one list, by the card that is the customer's", () => {
    const columns = (customer: number, cases: readonly (readonly [string, number])[]) => {
      const collector = caseCollector(1);
      const numbers = new Map([['a', 0], ['b', 1], ['c', 2]]);
      collector.add(customer, cases.map(([productId, reason]) => ({ productId, reasons: [reason], wait: 1, isBought: false })), numbers);
      return collector.columns();
    };
    const shop = { again: columns(0, [['a', 1]]), first: columns(0, [['b', 2], ['c', 0.5]]), customers: 2 };
    const cards = [1, -1].map((sign) => ({ again: Float64Array.of(sign), first: Float64Array.of(sign) }));
    expect(listsBy(shop, cards, () => 0)).toEqual([{ list: [1, 0, 2], novelList: [1, 2] }, { list: [], novelList: [] }]);
    expect(listsBy(shop, cards, () => 1)[0]).toEqual({ list: [2, 0, 1], novelList: [2, 1] });
  });
});

/** The cases of two, those of the second by customers of their own. */
const joined = (one: Columns, other: Columns): Columns => ({
  width: one.width,
  size: one.size + other.size,
  customers: Int32Array.from([...one.customers, ...other.customers.map((customer) => customer + 12)]),
  products: Int32Array.from([...one.products, ...other.products]),
  features: Float64Array.from([...one.features, ...other.features]),
  waits: Float64Array.from([...one.waits, ...other.waits]),
  labels: Uint8Array.from([...one.labels, ...other.labels]),
});
