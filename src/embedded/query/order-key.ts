import { Binary, ObjectId } from 'bson';
import { isDoc, numberOf } from '../bson/document.js';
import { CommandError } from '../errors.js';

/*
 * Every value becomes a string whose plain comparison is BSON's comparison order: type first, then value. One encoder serves equality,
 * range operators, sort, distinct, unique keys and indexes, so these can never disagree. Keys end themselves (no key is the beginning of
 * another), so compound keys are joined by concatenation.
 */

/** The first character of a key: the type's place in BSON's order. Null and a missing field share one place. */
export const TAG = {
  empty: '\x01', null: '\x02', number: '\x03', string: '\x04', document: '\x05',
  array: '\x06', binary: '\x07', objectId: '\x08', boolean: '\x09', date: '\x0a',
} as const;

/** Stands for a field that a document does not have. */
export const MISSING: unique symbol = Symbol('missing');
/** Stands for an array without elements, which sorts before null. */
export const EMPTY_ARRAY: unique symbol = Symbol('empty array');

/** The key of null, and of a missing field. */
export const NULL_KEY: string = TAG.null;
/** The key of a number that is not one: below every other number, equal to itself. */
export const NAN_KEY: string = `${TAG.number}\0\0\0\0`;

const scratch = new DataView(new ArrayBuffer(8));

function numberPayload(value: number): string {
  if (Number.isNaN(value)) return '\0\0\0\0';
  scratch.setFloat64(0, value === 0 ? 0 : value);
  const negative = scratch.getUint8(0) > 127;
  const head = scratch.getUint16(0);
  if (!negative) return String.fromCharCode(head | 0x8000, scratch.getUint16(2), scratch.getUint16(4), scratch.getUint16(6));
  return String.fromCharCode(head ^ 0xffff, scratch.getUint16(2) ^ 0xffff, scratch.getUint16(4) ^ 0xffff, scratch.getUint16(6) ^ 0xffff);
}

// UTF-16 order differs from the UTF-8 order MongoDB uses only where surrogates meet U+E000..U+FFFF: swap the two ranges.
function codePointOrder(unit: string): string {
  const code = unit.charCodeAt(0);
  return String.fromCharCode(code < 0xe000 ? code + 0x2000 : code - 0x800);
}

function stringPayload(value: string): string {
  const escaped = /[\0\x01]/.test(value) ? value.replace(/[\0\x01]/g, (unit) => (unit === '\0' ? '\x01\x01' : '\x01\x02')) : value;
  return `${/[\ud800-\uffff]/.test(escaped) ? escaped.replace(/[\ud800-\uffff]/g, codePointOrder) : escaped}\0`;
}

function binaryPayload(value: Binary): string {
  const bytes = value.value();
  return String.fromCharCode(bytes.length >>> 16, bytes.length & 0xffff, value.sub_type) + Buffer.from(bytes).toString('latin1');
}

function documentPayload(value: Record<string, unknown>): string {
  let out = '';
  for (const [name, field] of Object.entries(value)) {
    const key = keyOf(field);
    out += key.slice(0, 1) + stringPayload(name) + key.slice(1);
  }
  return `${out}\0`;
}

function objectKey(value: object): string {
  if (value instanceof Date) return TAG.date + numberPayload(value.getTime());
  if (Array.isArray(value)) return `${TAG.array}${value.map((element: unknown) => keyOf(element)).join('')}\0`;
  if (value instanceof ObjectId) return TAG.objectId + value.toHexString();
  if (value instanceof Binary) return TAG.binary + binaryPayload(value);
  const number = numberOf(value);
  if (number !== undefined) return TAG.number + numberPayload(number);
  if (isDoc(value)) return TAG.document + documentPayload(value);
  throw new CommandError('BadValue', 'the embedded store does not compare values of this type');
}

/** The order-preserving key of a decoded value, or of `MISSING` or `EMPTY_ARRAY`. */
export function keyOf(value: unknown): string {
  switch (typeof value) {
    case 'string': return TAG.string + stringPayload(value);
    case 'number': return TAG.number + numberPayload(value);
    case 'boolean': return value ? `${TAG.boolean}\x01` : `${TAG.boolean}\0`;
    case 'symbol': return value === EMPTY_ARRAY ? TAG.empty : NULL_KEY;
    default: return value === null || value === undefined ? NULL_KEY : objectKey(value);
  }
}

/** Reverses the order of a key, for descending fields. */
export function inverted(key: string): string {
  const units = new Uint16Array(key.length);
  for (let index = 0; index < key.length; index += 1) units[index] = 0xffff - key.charCodeAt(index);
  return Buffer.from(units.buffer).toString('utf16le');
}

/** Compares two keys: negative, zero or positive. */
export function compareKeys(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
