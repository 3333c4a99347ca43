import { toDecimal } from '../domain/catalogue/money.js';

/** Means lie between two minor units: so many more decimals than the currency has are kept of them. */
const EXTRA_DIGITS = 4;

/**
 * An amount in minor units, whole or a mean, as an exact decimal in units of the currency: 1290 → "12.90", 1290.5 → "12.905". Rounded to four
 * digits more than the currency has, without idle zeros beyond the currency's own.
 */
export const amountOf = (minor: number, currencyCode: string): string => {
  const [whole = '', fraction = ''] = Math.abs(minor).toFixed(EXTRA_DIGITS).split('.');
  const rest = fraction.replace(/0+$/, '');
  const units = toDecimal(Number(whole), currencyCode);
  const separator = units.includes('.') || rest === '' ? '' : '.';
  const isZero = Number(whole) === 0 && rest === '';
  return `${minor < 0 && !isZero ? '-' : ''}${units}${separator}${rest}`;
};

/** The same, null where there is no amount or no currency. */
export const amountOrNull = (minor: number | null, currencyCode: string | null): string | null =>
  minor === null || currencyCode === null ? null : amountOf(minor, currencyCode);
