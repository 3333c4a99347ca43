import { CommandError } from '../errors.js';
import { BSON_TYPE } from '../../bson/walk.js';
import { elementsOf, invalidBson, type RawElement } from './elements.js';

const MAX_DEPTH = 100;
const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
const MAX_DATE_MS = 8_640_000_000_000_000n;
const TYPE_NAMES = new Map([
  [6, 'undefined'], [11, 'regex'], [12, 'dbPointer'], [13, 'javascript'], [14, 'symbol'], [15, 'javascriptWithScope'],
  [17, 'timestamp'], [19, 'decimal'], [255, 'minKey'], [127, 'maxKey'],
]);

function refuse(path: string, what: string): CommandError {
  return new CommandError('BadValue', `the embedded store does not keep ${what} (field '${path}')`);
}

function checkInt64(bytes: Buffer, element: RawElement, path: string): void {
  const value = bytes.readBigInt64LE(element.start);
  const limit = element.type === BSON_TYPE.date ? MAX_DATE_MS : MAX_SAFE;
  if (value > limit || value < -limit) {
    throw refuse(path, element.type === BSON_TYPE.date ? 'dates outside JavaScript\'s range' : 'integers beyond 2^53');
  }
}

function checkString(bytes: Buffer, element: RawElement): void {
  if (element.end - element.start < 5 || bytes[element.end - 1] !== 0) throw invalidBson('string does not end with a zero byte');
}

function checkElement(bytes: Buffer, element: RawElement, path: string, depth: number): void {
  switch (element.type) {
    case BSON_TYPE.string: checkString(bytes, element); return;
    case BSON_TYPE.document:
    case BSON_TYPE.array: checkValues(bytes, element.start, element.end, `${path}.`, depth + 1); return;
    case BSON_TYPE.int64:
    case BSON_TYPE.date: checkInt64(bytes, element, path); return;
    case BSON_TYPE.double: case BSON_TYPE.binary: case BSON_TYPE.objectId: case BSON_TYPE.boolean: case BSON_TYPE.null: case BSON_TYPE.int32: return;
    default: throw refuse(path, `values of type ${TYPE_NAMES.get(element.type) ?? String(element.type)}`);
  }
}

function checkValues(bytes: Buffer, offset: number, limit: number, prefix: string, depth: number): void {
  if (depth > MAX_DEPTH) throw new CommandError('Overflow', `documents may nest ${String(MAX_DEPTH)} levels at most`);
  for (const element of elementsOf(bytes, offset, limit)) checkElement(bytes, element, prefix + element.name, depth);
}

/**
 * Makes sure that a document is well-formed and holds only types this store compares exactly: string, double, int32, int64 within
 * 2^53, boolean, null, date, ObjectId, binary, arrays and documents.
 * @throws CommandError BadValue naming the field, InvalidBSON, or Overflow beyond 100 levels.
 */
export function checkStorable(bytes: Buffer): void {
  checkValues(bytes, 0, bytes.length, '', 0);
}
