import type { Exposure } from '../../src/domain/measurement/exposure.js';

const DAY = 86_400_000;
const LEAST_EXPECTED = 5;
const MOST_STRETCHES = 20;

/** Wilson and Hilferty's approximation of the 99.95 % quantile of chi-square. */
const limit = (freedom: number): number => freedom * Math.pow(1 - 2 / (9 * freedom) + 3.290526731491926 * Math.sqrt(2 / (9 * freedom)), 3);

/** Whether the same share of units was held out all the time: Pearson's chi-square of a table of two rows, whose columns are whole days next to each other. */
export const isSteady = (parts: readonly Exposure[]): boolean => {
  const held = parts.filter(({ arm }) => arm === 'HOLDOUT').length;
  const rarer = Math.min(held, parts.length - held);
  if (rarer === 0) return true;
  const days = [...new Set(parts.map(({ at }) => Math.floor(at.getTime() / DAY)))].toSorted((a, b) => a - b);
  const columns: Exposure[][] = [[]];
  for (const day of days) {
    const column = columns.at(-1) ?? [];
    column.push(...parts.filter(({ at }) => Math.floor(at.getTime() / DAY) === day));
    const isFull = (column.length * rarer) / parts.length >= LEAST_EXPECTED && column.length * MOST_STRETCHES >= parts.length;
    if (isFull) columns.push([]);
  }
  const rest = columns.pop() ?? [];
  const whole = columns.map((column, index) => (index === columns.length - 1 ? [...column, ...rest] : column));
  if (whole.length < 2) return true;
  const cells = whole.flatMap((column) =>
    (['HOLDOUT', 'TREATMENT'] as const).map((arm) => {
      const expected = (column.length * (arm === 'HOLDOUT' ? held : parts.length - held)) / parts.length;
      return (column.filter((part) => part.arm === arm).length - expected) ** 2 / expected;
    }),
  );
  return cells.reduce((sum, cell) => sum + cell, 0) <= limit(whole.length - 1);
};
