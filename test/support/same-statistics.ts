import { expect } from 'vitest';
import type { LearningOutcome } from '../../src/domain/learning/learn-statistics.js';
import type { StatisticsOfFacts } from '../../src/domain/learning/model.js';

/** Weights are added up in another order, so that their last digits differ. */
const TOLERANCE = 1e-9;

const isClose = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));

/** A list whose scores tie, but for the last digits, is the same list in any order of those that tie. */
const inOneOrder = (ids: readonly string[], scores: readonly number[], ...others: readonly (readonly unknown[])[]) => {
  const rows = ids.map((id, place) => ({ id, score: scores[place] ?? 0, others: others.map((column) => column[place]) }));
  return rows.toSorted((a, b) => (isClose(a.score, b.score) ? (a.id < b.id ? -1 : 1) : b.score - a.score));
};

const expectClose = (numbers: readonly (number | null)[], others: readonly (number | null)[], what: string): void => {
  expect(numbers.length, what).toBe(others.length);
  numbers.forEach((number, place) => {
    const other = others[place] ?? null;
    expect(number === null || other === null ? number === other : isClose(number, other), `${what} ${place}: ${String(number)} beside ${String(other)}`).toBe(true);
  });
};

interface List {
  readonly key: string;
  readonly ids: readonly string[];
  readonly scores: readonly number[];
  /** Equal to the last digit. */
  readonly counts: readonly (readonly unknown[])[];
  /** Equal but for the last digits. */
  readonly numbers: readonly (readonly (number | null)[])[];
}

const expectSameLists = (lists: readonly List[], others: readonly List[]): void => {
  expect(lists.map(({ key }) => key)).toEqual(others.map(({ key }) => key));
  lists.forEach((list, place) => {
    const other = others[place] ?? list;
    const [rows, otherRows] = [list, other].map((one) => inOneOrder(one.ids, one.scores, ...one.counts, ...one.numbers));
    const exactly = (all: typeof rows) => all?.map(({ id, others: columns }) => [id, columns.slice(0, list.counts.length)]);
    expect(exactly(rows), list.key).toEqual(exactly(otherRows));
    const inDigits = (all: typeof rows) => all?.flatMap(({ score, others: columns }) => [score, ...columns.slice(list.counts.length)]) as number[];
    expectClose(inDigits(rows), inDigits(otherRows), list.key);
  });
};

const listsIn = ({ coPurchase, similarity, popularity, demand }: StatisticsOfFacts): readonly List[] => [
  ...coPurchase.map(({ productId, orders, neighbourIds, ordersTogether, neighbourOrders, scores, basketScores }) => ({
    key: `co-purchase ${productId} ${orders}`,
    ids: neighbourIds,
    scores,
    counts: [ordersTogether, neighbourOrders],
    numbers: [basketScores],
  })),
  ...similarity.flatMap(({ productId, viewed, bought }) => [
    { key: `viewed ${productId}`, ...viewed, counts: [], numbers: [] },
    { key: `bought ${productId}`, ...bought, counts: [], numbers: [] },
  ]),
  ...popularity.map(({ categoryId, ids, scores }) => ({ key: `popular ${categoryId}`, ids, scores, counts: [], numbers: [] })),
  { key: 'demand', ids: demand.ids, scores: demand.demand, counts: [demand.intervalDays], numbers: [demand.trend, demand.repeatRate] },
];

/** Expects that two ways of learning came to the same products, counts and order, and to the same numbers but for their last digits. */
export const expectSameOutcome = (outcome: LearningOutcome, wanted: LearningOutcome): void => {
  expect(outcome.counts).toEqual(wanted.counts);
  expect(outcome.report).toEqual(wanted.report);
  expectSameLists(listsIn(outcome.statistics), listsIn(wanted.statistics));
};
