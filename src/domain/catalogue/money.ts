const DECIMAL = /^-?\d{1,15}(\.\d{1,10})?$/;

const KNOWN_CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether this is an ISO 4217 code, in capitals. */
export const isCurrencyCode = (code: string): boolean => KNOWN_CURRENCIES.has(code);

const digitsByCurrency = new Map<string, number>();

/** How many decimals a currency has: 2 for GBP, 0 for JPY, 3 for KWD. ISO 4217, as the platform's Intl data holds it. */
export const minorDigits = (currencyCode: string): number => {
  const known = digitsByCurrency.get(currencyCode);
  if (known !== undefined) return known;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency: currencyCode }).resolvedOptions().maximumFractionDigits ?? 2;
  digitsByCurrency.set(currencyCode, digits);
  return digits;
};

/**
 * An exact decimal ("12.90") in minor units of a currency (1290). Null when the text is no decimal number, has more decimals than the
 * currency, or is too large to be exact. Trailing zeros do not count as decimals.
 */
export const toMinor = (decimal: string, currencyCode: string): number | null => {
  if (!DECIMAL.test(decimal)) return null;
  const digits = minorDigits(currencyCode);
  const [whole = '', fraction = ''] = decimal.split('.');
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > digits) return null;
  // Adding 0 makes the minus zero of "-0.00" a plain one.
  const minor = Number(whole + significant.padEnd(digits, '0')) + 0;
  return Number.isSafeInteger(minor) ? minor : null;
};

/** Whole minor units (1290) as an exact decimal ("12.90"), however many. Throws a RangeError for what is no whole number. */
export const toDecimal = (minor: number | bigint, currencyCode: string): string => {
  const digits = minorDigits(currencyCode);
  const whole = BigInt(minor);
  const text = String(whole < 0n ? -whole : whole).padStart(digits + 1, '0');
  const sign = whole < 0n ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
};
