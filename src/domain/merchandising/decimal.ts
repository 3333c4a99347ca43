import { minorDigits } from '../catalogue/money.js';

const DECIMAL = /^-?\d{1,15}(\.\d{1,10})?$/;

interface ScaledInteger {
  readonly units: bigint;
  readonly decimals: number;
}

const parse = (decimal: string): ScaledInteger | null => {
  if (!DECIMAL.test(decimal)) return null;
  const [whole = '', fraction = ''] = decimal.split('.');
  return { units: BigInt(whole + fraction), decimals: fraction.length };
};

const compare = (a: ScaledInteger, b: ScaledInteger): number => {
  const left = a.units * 10n ** BigInt(b.decimals);
  const right = b.units * 10n ** BigInt(a.decimals);
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

const PLAIN = /^(\d{1,9})(?:\.(\d{1,4}))?$/;

/** An everyday price in minor units, exactly, by far cheaper than big integers; null for anything that is none. */
const minorUnits = (decimal: string, digits: number): number | null => {
  const [, whole, fraction = ''] = PLAIN.exec(decimal) ?? [];
  return whole === undefined || fraction.length > digits ? null : Number(whole + fraction.padEnd(digits, '0'));
};

/** Whether this is an exact decimal ("12.90"): at most 15 digits before the point and 10 after it. */
export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** Orders two exact decimals: negative, 0 or positive; null when one of them is no decimal. */
export const compareDecimals = (a: string, b: string): number | null => {
  const left = parse(a);
  const right = parse(b);
  return left === null || right === null ? null : compare(left, right);
};

/**
 * Orders a price (minor units of a currency) and an exact decimal of the same currency, without rounding either: the decimal may have
 * more digits than the currency. Null when the text is no decimal.
 */
export const comparePrice = (minor: number, currencyCode: string, decimal: string): number | null => {
  const exact = minorUnits(decimal, minorDigits(currencyCode));
  if (exact !== null) return Math.sign(minor - exact);
  const right = parse(decimal);
  return right === null ? null : compare({ units: BigInt(minor), decimals: minorDigits(currencyCode) }, right);
};
