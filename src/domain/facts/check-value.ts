import { isCurrencyCode, toMinor } from '../catalogue/money.js';
import { problem, type Problem } from './problem.js';

const MINUTE_MS = 60_000;

/** How far ahead of ours another machine's clock may be. */
export const CLOCK_SKEW_MS = 5 * MINUTE_MS;

/** A time between 1970 and now (plus clock skew). Adds to `found` and answers `now` when it is not. */
export const checkPastInstant = (value: unknown, path: string, now: Date, found: Problem[]): Date => {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) found.push(problem(path, 'must be a date', value));
  else if (value.getTime() < 0) found.push(problem(path, 'must be 1970 or later', value));
  else if (value.getTime() > now.getTime() + CLOCK_SKEW_MS) found.push(problem(path, 'must not be in the future', value));
  else return value;
  return now;
};

/** A whole number in `[least, most]`. Adds to `found` and answers `least` when it is not. */
export const checkWhole = (value: unknown, path: string, range: { readonly least: number; readonly most: number }, found: Problem[]): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < range.least) {
    found.push(problem(path, `must be a whole number of ${range.least} or more`, value));
  } else if (value > range.most) found.push(problem(path, `must be at most ${range.most}`, value));
  else return value;
  return range.least;
};

/** An ISO 4217 currency code in capitals. Adds to `found` and answers null when it is not. */
export const checkCurrency = (value: unknown, path: string, found: Problem[]): string | null => {
  if (typeof value === 'string' && isCurrencyCode(value)) return value;
  found.push(problem(path, 'must be a known ISO 4217 currency code in capitals', value));
  return null;
};

/** An exact price of 0 or more, as decimal text, in minor units of its currency. Adds to `found` and answers 0 when it is not. */
export const checkPrice = (value: unknown, path: string, currencyCode: string, found: Problem[]): number => {
  const minor = typeof value === 'string' ? toMinor(value, currencyCode) : null;
  if (minor === null) found.push(problem(path, `must be a decimal number that is exact in ${currencyCode}`, value));
  else if (minor < 0) found.push(problem(path, 'must be 0 or more', value));
  else return minor + 0;
  return 0;
};

/** True or false, `otherwise` when absent. */
export const checkFlag = (value: unknown, path: string, otherwise: boolean, found: Problem[]): boolean => {
  if (value === undefined || value === null) return otherwise;
  if (typeof value !== 'boolean') found.push(problem(path, 'must be true or false', value));
  return value === true;
};
