import { minorDigits } from '../../domain/catalogue/money.js';

const LOCALE = 'en-GB';

/** Stands where there is nothing to say. */
export const NOTHING = '–';

const MINUS = '\u2212';

type Sign = 'signed' | 'plain';

const made = new Map<string, Intl.NumberFormat>();

const format = (value: number, options: Intl.NumberFormatOptions, sign: Sign = 'plain'): string => {
  const signDisplay = sign === 'signed' ? 'exceptZero' : 'negative';
  const key = JSON.stringify([options, signDisplay]);
  const formatter = made.get(key) ?? new Intl.NumberFormat(LOCALE, { ...options, signDisplay });
  made.set(key, formatter);
  return formatter.format(value).replace('-', MINUS);
};

/** `1,204`. */
export const count = (value: number): string => format(value, { maximumFractionDigits: 0 });

/** `3.21`. */
export const decimal = (value: number | null): string =>
  value === null ? NOTHING : format(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** How many digits it takes for none of these to look like 0 without being 0: the usual ones, or two more. */
const digitsFor = (values: readonly number[], usual: number): number =>
  values.some((value) => value !== 0 && Math.abs(value) < 0.5 * 10 ** -usual) ? usual + 2 : usual;

/** A share of 0 to 1 as `12.3%`. */
export const percent = (share: number | null): string => {
  const digits = digitsFor([100 * (share ?? 0)], 1);
  return share === null ? NOTHING : format(share, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
};

/** Amounts in minor units, as money, all with the same number of digits. */
export const amounts = (minors: readonly number[], currency: string, sign: Sign = 'plain'): readonly string[] => {
  const usual = minorDigits(currency);
  const values = minors.map((minor) => minor / 10 ** usual);
  const digits = digitsFor(values, usual);
  return values.map((value) =>
    format(value, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits }, sign),
  );
};

/** An amount in minor units as money: `£12.90`. */
export const amount = (minor: number | null, currency: string | null): string =>
  minor === null || currency === null ? NOTHING : (amounts([minor], currency)[0] ?? NOTHING);

/** Differences between shares, in percentage points, all with the same number of digits. */
export const points = (shares: readonly number[], sign: Sign = 'plain'): readonly string[] => {
  const values = shares.map((share) => 100 * share);
  const digits = digitsFor(values, 1);
  return values.map((value) => format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }, sign));
};

/** Two digits that count: more would pretend. */
const rough = (value: number): number => Number(value.toPrecision(2));

/** About how much money: `£21`, `£7.60`. */
export const roughAmount = (minor: number, currency: string): string => {
  const usual = minorDigits(currency);
  const value = rough(minor / 10 ** usual);
  const digits = Number.isInteger(value) ? 0 : digitsFor([value], usual);
  return format(value, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
};

/** About how many percentage points: `2.6 points`. */
export const roughPoints = (share: number): string => {
  const value = rough(100 * share);
  return `${format(value, { maximumSignificantDigits: 2 })} ${value === 1 ? 'point' : 'points'}`;
};

const DAY = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const SHORT_DAY = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const INSTANT = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const CURRENCY_NAMES = new Intl.DisplayNames(LOCALE, { type: 'currency' });

/** `1 October 2026`. */
export const dayWords = (day: Date): string => DAY.format(day);

/** `1 Oct`. */
export const shortDay = (day: Date): string => SHORT_DAY.format(day);

/** `1 November 2026 at 06:12 UTC`. */
export const instantWords = (at: Date): string => `${INSTANT.format(at)} UTC`;

/** `British Pound (GBP)`. */
export const currencyWords = (code: string): string => `${CURRENCY_NAMES.of(code) ?? code} (${code})`;

/** A number for a coordinate: two decimals, none that is idle. */
export const coordinate = (value: number): string => String(Math.round(value * 100) / 100 + 0);
