import { problem, type Problem } from '../facts/problem.js';
import { DAY_MS } from '../learning/decay.js';
import type { Period } from './scorecard.js';

/** The longest period that a scorecard answers for: ten years. */
export const LONGEST_PERIOD_DAYS = 3_660;

const PAST_LAST = Date.UTC(3000, 0, 1);

/** A valid period, or everything that is wrong with it. */
export type ReadPeriod =
  | { readonly ok: true; readonly period: Period }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const checkDay = (path: string, day: Date): readonly Problem[] => {
  const time = day.getTime();
  if (Number.isNaN(time)) return [problem(path, 'must be a date', day)];
  if (time % DAY_MS !== 0) return [problem(path, 'must be 00:00 UTC of a day', day)];
  return time < 0 || time > PAST_LAST ? [problem(path, 'must lie between the years 1970 and 3000', day)] : [];
};

const checkLength = ({ from, until }: Period): readonly Problem[] => {
  if (until <= from) return [problem('until', 'must be a later day than from', until)];
  const tooLong = until.getTime() - from.getTime() > LONGEST_PERIOD_DAYS * DAY_MS;
  return tooLong ? [problem('until', 'must be at most 3,660 days after from', until)] : [];
};

/** Checks a period: whole UTC days, at least one and at most 3,660 of them. Paths are `from` and `until`. */
export const readPeriod = (period: Period): ReadPeriod => {
  const days = [...checkDay('from', period.from), ...checkDay('until', period.until)];
  const problems = days.length > 0 ? days : checkLength(period);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, period: { from: period.from, until: period.until } };
};
