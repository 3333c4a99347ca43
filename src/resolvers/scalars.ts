import { GraphQLScalarType, Kind, GraphQLError } from 'graphql';

const INSTANT = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;
const DECIMAL = /^-?\d{1,15}(\.\d{1,10})?$/;

const refused = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** A calendar date that exists: the platform's parser would take 30 February for 1 March. */
const isRealDate = (text: string): boolean => {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0));
  return date.getUTCMonth() === (month ?? 0) - 1 && date.getUTCDate() === day;
};

const parseInstant = (value: unknown): Date => {
  const date = typeof value === 'string' && INSTANT.test(value) && isRealDate(value) ? new Date(value) : null;
  if (date === null || Number.isNaN(date.getTime()))
    throw refused('A DateTime must be an RFC 3339 instant like 2026-11-20T09:30:00Z');
  return date;
};

const parseDecimal = (value: unknown): string => {
  if (typeof value !== 'string' || !DECIMAL.test(value)) throw refused('A Decimal must be a string like "12.90"');
  return value;
};

/** An instant: RFC 3339 in, UTC out. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => {
    if (!(value instanceof Date)) throw new TypeError('A DateTime must be answered with a Date');
    return value.toISOString();
  },
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});

/** An exact decimal number as a string. */
export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  serialize: parseDecimal,
  parseValue: parseDecimal,
  parseLiteral: (node) => parseDecimal(node.kind === Kind.STRING ? node.value : null),
});
