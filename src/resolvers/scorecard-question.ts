import { isCurrencyCode } from '../domain/catalogue/money.js';
import type { ScorecardQuestion } from '../domain/measurement/scorecard.js';
import { readPeriod } from '../domain/measurement/period.js';
import type * as Schema from '../generated/graphql.js';
import { ArgumentError } from '../server/errors.js';
import { badArgument } from './arguments.js';

const readCurrency = (code: string | null | undefined): string | null => {
  if (code === null || code === undefined) return null;
  if (!isCurrencyCode(code)) throw badArgument(`currencyCode must be an ISO 4217 code like EUR, got ${JSON.stringify(code.slice(0, 20))}`);
  return code;
};

/** What a scorecard is asked for. Throws BAD_USER_INPUT that names the argument. */
export const readQuestion = (
  { period, currencyCode }: Pick<Schema.QueryCrossSellScorecardArgs, 'period' | 'currencyCode'>,
  placement: string | null | undefined,
): ScorecardQuestion => {
  const reading = readPeriod(period);
  if (!reading.ok)
    throw new ArgumentError(reading.problems.map(({ path, message }) => ({ path: `period.${path}`, message: `period.${message}` })));
  return { period: reading.period, placement: placement ?? null, currencyCode: readCurrency(currencyCode) };
};
