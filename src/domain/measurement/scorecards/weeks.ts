import { DAY_MS } from '../../learning/decay.js';
import { startOf } from '../day.js';
import type { Period } from '../scorecard.js';

/** 1970 began on a Thursday, three days after its Monday. */
const DAYS_SINCE_MONDAY = 3;

const weekNumber = (time: number): number => Math.floor((time / DAY_MS + DAYS_SINCE_MONDAY) / 7);

const mondayOf = (week: number): Date => new Date((week * 7 - DAYS_SINCE_MONDAY) * DAY_MS);

/** The ISO weeks (Monday 00:00 UTC to Monday) that a period touches; the first and the last may be cut by it. */
export class Weeks {
  /** Where each week begins: a Monday, or the period's first instant. */
  readonly starts: readonly Date[];
  readonly #first: number;

  constructor({ from, until }: Period) {
    this.#first = weekNumber(from.getTime());
    const count = weekNumber(until.getTime() - 1) - this.#first + 1;
    this.starts = Array.from({ length: count }, (_, index) => (index === 0 ? from : mondayOf(this.#first + index)));
  }

  /** Which of the weeks a UTC day of the period lies in. */
  indexOf(day: string): number {
    return weekNumber(startOf(day).getTime()) - this.#first;
  }
}
