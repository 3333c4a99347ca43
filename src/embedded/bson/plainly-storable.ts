import { BSON_TYPE, isNamed, walkElements } from '../../bson/walk.js';

const MAX_DEPTH = 100;
const DOT = '.'.charCodeAt(0);
const DOLLAR = '$'.charCodeAt(0);
const ID = Buffer.from('_id');
/** High halves of the integers within ±2^53, and of the times that JavaScript knows, but for the last few of them. */
const SAFE_HIGH = 0x1f_ffff;
const DATE_HIGH = 8_640_000_000_000_000 / 2 ** 32 - 1;

const isWithin = (high: number, most: number): boolean => high < most && high > -most;

function isPlainValue(bytes: Buffer, type: number, start: number, end: number, depth: number): boolean {
  switch (type) {
    case BSON_TYPE.string: return end - start >= 5 && bytes[end - 1] === 0;
    case BSON_TYPE.document: case BSON_TYPE.array: return arePlainValues(bytes, start, end, depth + 1);
    case BSON_TYPE.int64: return isWithin(bytes.readInt32LE(start + 4), SAFE_HIGH);
    case BSON_TYPE.date: return isWithin(bytes.readInt32LE(start + 4), DATE_HIGH);
    default: return true;
  }
}

function arePlainValues(bytes: Buffer, offset: number, limit: number, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  return walkElements(bytes, offset, limit, (type, _, nameEnd, end) => isPlainValue(bytes, type, nameEnd + 1, end, depth));
}

function isPlainName(bytes: Buffer, start: number, end: number): boolean {
  if (bytes[start] === DOLLAR) return false;
  for (let at = start; at < end; at += 1) if (bytes[at] === DOT) return false;
  return true;
}

/**
 * Whether a document can be stored as it is, its `_id` first: a quick look that most documents pass. False is no judgement: some that do not pass
 * can be stored all the same, and only the thorough look can say what is wrong.
 */
export function isPlainlyStorable(bytes: Buffer): boolean {
  let ids = 0;
  return walkElements(bytes, 0, bytes.length, (type, nameStart, nameEnd, end) => {
    const isId = isNamed(bytes, nameStart, nameEnd, ID);
    if (isId) ids += 1;
    // The first must be the `_id`, which is no array, and no other.
    if (ids !== 1 || (isId && (nameStart !== 5 || type === BSON_TYPE.array))) return false;
    return isPlainName(bytes, nameStart, nameEnd) && isPlainValue(bytes, type, nameEnd + 1, end, 0);
  }) && ids === 1;
}
