import { isScalar, Scalar } from 'yaml';
import { checkId } from '../domain/facts/check-text.js';
import type { Problem } from '../domain/facts/problem.js';
import { LARGEST_MINIMUM } from '../domain/merchandising/changing/policy-problems.js';
import { isDecimal } from '../domain/merchandising/decimal.js';
import { friendlyWord } from '../domain/merchandising/changing/rule-problems.js';
import { noteRule } from '../domain/merchandising/changing/written-text.js';
import { didYouMean } from './did-you-mean.js';
import { parseInstant } from './instant.js';
import { quoted } from './problem.js';
import type { Reader } from './read-fields.js';

const LONGEST_TEXT = 2_000;
const LARGEST_INTEGER = 2_147_483_647;
const SMALLEST_INTEGER = -2_147_483_648;
const DECIMAL_NUMBER = /^[-+]?(\d{1,21}(\.\d{0,30})?|\.\d{1,30})([Ee][-+]?\d{1,3})?$/;

/** Quoted text is meant to the letter; around other text, space is layout. */
const wordsOf = ({ value, type }: Scalar): string =>
  type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE ? String(value) : String(value).trim();

/** Any text, as it was written. */
export const readText: Reader<string> = (source, { node, path }) => {
  if (node === null) return undefined;
  if (!isScalar(node)) {
    source.complain(path, 'must be a single value');
    return undefined;
  }
  const text = wordsOf(node);
  const letters = text.trim().length;
  if (letters > 0 && letters <= LONGEST_TEXT) return text;
  source.complain(path, letters === 0 ? 'is empty' : `is longer than ${LONGEST_TEXT} characters`);
  return undefined;
};

/** A note of a person. */
export const readNote: Reader<string> = (source, field) => {
  const note = readText(source, field);
  const message = note === undefined ? null : noteRule(note);
  if (message !== null) source.complain(field.path, message);
  return message === null ? note : undefined;
};

/** An id as it was written: 00123 keeps its zeros. */
export const readId: Reader<string> = (source, field) => {
  const id = readText(source, field);
  if (id === undefined) return undefined;
  const found: Problem[] = [];
  checkId(id, field.path, found);
  for (const { rule, given } of found) source.complain(field.path, `${rule}, got ${given}`);
  return found.length === 0 ? id : undefined;
};

/** The id of a product, remembered as named. */
export const readProductId: Reader<string> = (source, field) => {
  const id = readId(source, field);
  if (id !== undefined) source.nameProduct(id, field.path);
  return id;
};

/** A reader for text of one form; `what` finishes the sentence "must be …". */
const readForm =
  <T>(understand: (text: string) => T | null, what: string): Reader<T> =>
  (source, field) => {
    const text = readText(source, field)?.trim();
    if (text === undefined) return undefined;
    const value = understand(text);
    if (value !== null) return value;
    source.complain(field.path, `must be ${what}, got ${quoted(text)}`);
    return undefined;
  };

const toInteger = (text: string): number | null => {
  const value = /^[-+]?\d{1,10}$/.test(text) ? Number(text) : Infinity;
  return value >= SMALLEST_INTEGER && value <= LARGEST_INTEGER ? value : null;
};

const toNumber = (text: string): number | null => {
  const value = DECIMAL_NUMBER.test(text) ? Number(text) : Infinity;
  return Number.isFinite(value) ? value : null;
};

const toFlag = (text: string): boolean | null => {
  if (text.toLowerCase() === 'true') return true;
  return text.toLowerCase() === 'false' ? false : null;
};

/** A whole number, of 32 bits as in GraphQL. */
export const readInteger: Reader<number> = readForm(toInteger, 'a whole number');

/** How many products a list should hold at least. */
export const readMinimum: Reader<number> = readForm((text) => {
  const count = toInteger(text);
  return count === null || count < 0 || count > LARGEST_MINIMUM ? null : count;
}, `a whole number from 0 to ${LARGEST_MINIMUM}`);

/** A version, counted from 1. */
export const readVersion: Reader<number> = readForm((text) => {
  const version = toInteger(text);
  return version === null || version < 1 ? null : version;
}, 'a whole number from 1: the version that the entry was written against');

/** A decimal number. */
export const readNumber: Reader<number> = readForm(toNumber, 'a number such as 2 or 0.5');

/** A share of a whole, 0 to 1. */
export const readShare: Reader<number> = readForm((text) => {
  const share = toNumber(text);
  return share === null || share < 0 || share > 1 ? null : share;
}, 'a number from 0 to 1');

/** A ratio above 0. */
export const readRatio: Reader<number> = readForm((text) => {
  const ratio = toNumber(text);
  return ratio === null || ratio <= 0 ? null : ratio;
}, 'a number above 0, such as 0.5 for half');

export const readFlag: Reader<boolean> = readForm(toFlag, 'true or false');

/** A price, kept as the exact decimal that was written. */
export const readPrice: Reader<string> = readForm(
  (text) => (isDecimal(text) && !text.startsWith('-') ? text : null),
  'a price such as 12.90: digits and a point, without a currency',
);

/** An instant in UTC. */
export const readInstant: Reader<Date> = readForm(
  parseInstant,
  'a date (2026-11-01, which is midnight UTC) or a time with its zone (2026-11-01T09:00:00Z)',
);

/** One of the contract's names, in its own form (PRODUCT_PAGE) or the friendly one (product-page). */
export const readWord =
  <T extends string>(names: readonly T[], what: string): Reader<T> =>
  (source, field) => {
    const text = readText(source, field)?.trim();
    if (text === undefined) return undefined;
    const name = names.find((known) => friendlyWord(known) === friendlyWord(text));
    if (name !== undefined) return name;
    const words = names.map(friendlyWord);
    source.report(field.path, `unknown ${what} ${quoted(text)}${didYouMean(text, words)}; known are ${words.join(', ')}`);
    return undefined;
  };
