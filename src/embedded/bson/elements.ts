import { BSON_TYPE } from '../../bson/walk.js';
import { CommandError } from '../errors.js';

/** One element of an encoded document; `start` and `end` delimit its value in the bytes it was read from. */
export interface RawElement {
  readonly type: number;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const FIXED_SIZES = new Map<number, number>([
  [BSON_TYPE.double, 8], [BSON_TYPE.objectId, 12], [BSON_TYPE.boolean, 1], [BSON_TYPE.date, 8], [BSON_TYPE.null, 0],
  [BSON_TYPE.int32, 4], [BSON_TYPE.int64, 8], [6, 0], [17, 8], [19, 16], [-1, 0], [255, 0], [127, 0],
]);

function lengthPrefixed(bytes: Buffer, type: number, start: number, end: number): number | undefined {
  if (start + 4 > end) return undefined;
  const length = bytes.readInt32LE(start);
  if (length < 0) return undefined;
  if (type === BSON_TYPE.document || type === BSON_TYPE.array) return length;
  if (type === BSON_TYPE.binary) return length + 5;
  return length + 4;
}

function regexSize(bytes: Buffer, start: number): number {
  const patternEnd = bytes.indexOf(0, start);
  return bytes.indexOf(0, patternEnd + 1) + 1 - start;
}

function valueSize(bytes: Buffer, type: number, start: number, end: number): number | undefined {
  const fixed = FIXED_SIZES.get(type);
  if (fixed !== undefined) return fixed;
  if (type === 11) return regexSize(bytes, start);
  if (type === 12) return (lengthPrefixed(bytes, type, start, end) ?? 0) + 12;
  if (type === 15) return lengthPrefixed(bytes, BSON_TYPE.document, start, end);
  return lengthPrefixed(bytes, type, start, end);
}

/** @returns the error for bytes that are not BSON, as MongoDB words it. */
export function invalidBson(reason: string): CommandError {
  return new CommandError('InvalidBSON', `invalid BSON: ${reason}`);
}

/**
 * Walks the elements of the encoded document at `offset` without decoding any value.
 * @throws CommandError InvalidBSON where a length leads outside the document.
 */
export function* elementsOf(bytes: Buffer, offset = 0, limit = bytes.length): Generator<RawElement> {
  if (offset + 5 > limit) throw invalidBson('document shorter than five bytes');
  const end = offset + bytes.readInt32LE(offset) - 1;
  if (end < offset + 4 || end >= limit || bytes[end] !== 0) throw invalidBson('document length does not fit');
  let at = offset + 4;
  while (at < end) {
    const type = bytes.readUInt8(at);
    const nameEnd = bytes.indexOf(0, at + 1);
    if (nameEnd < 0 || nameEnd >= end) throw invalidBson('field name does not end');
    const size = valueSize(bytes, type, nameEnd + 1, end);
    if (size === undefined || size < 0 || nameEnd + 1 + size > end) throw invalidBson('value does not fit its document');
    yield { type, name: bytes.toString('utf8', at + 1, nameEnd), start: nameEnd + 1, end: nameEnd + 1 + size };
    at = nameEnd + 1 + size;
  }
}
