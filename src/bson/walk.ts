/** BSON's type bytes for the values that are stored. */
export const BSON_TYPE = {
  double: 1, string: 2, document: 3, array: 4, binary: 5, objectId: 7, boolean: 8, date: 9, null: 10, int32: 16, int64: 18,
} as const;

/** Hears of one element: its type, where its name begins and ends (at the zero byte), and where its value ends. False ends the walk. */
export type OnElement = (type: number, nameStart: number, nameEnd: number, end: number) => boolean;

const INVALID = -1;

const lengthAt = (bytes: Buffer, start: number, end: number): number => (start + 4 > end ? INVALID : bytes.readInt32LE(start));

/** Where a value of one of the types that are stored ends; before its start for others, and where a length is none. */
function valueEnd(bytes: Buffer, type: number, start: number, end: number): number {
  switch (type) {
    case BSON_TYPE.null: return start;
    case BSON_TYPE.boolean: return start + 1;
    case BSON_TYPE.int32: return start + 4;
    case BSON_TYPE.double: case BSON_TYPE.date: case BSON_TYPE.int64: return start + 8;
    case BSON_TYPE.objectId: return start + 12;
    default: return sizedEnd(type, start, lengthAt(bytes, start, end));
  }
}

function sizedEnd(type: number, start: number, length: number): number {
  if (length < 0) return INVALID;
  switch (type) {
    case BSON_TYPE.document: case BSON_TYPE.array: return start + length;
    case BSON_TYPE.string: return start + 4 + length;
    case BSON_TYPE.binary: return start + 5 + length;
    default: return INVALID;
  }
}

/**
 * Walks the elements of the encoded document at `offset` without decoding or making anything for them, for what is done with very many documents.
 * False where the walk was ended, and where the bytes are not a document of stored types: a library's decoder tells what is wrong.
 */
export function walkElements(bytes: Buffer, offset: number, limit: number, onElement: OnElement): boolean {
  if (offset + 5 > limit) return false;
  const end = offset + bytes.readInt32LE(offset) - 1;
  if (end < offset + 4 || end >= limit || bytes[end] !== 0) return false;
  let at = offset + 4;
  while (at < end) {
    let nameEnd = at + 1;
    while (nameEnd < end && bytes[nameEnd] !== 0) nameEnd += 1;
    if (nameEnd >= end) return false;
    const type = bytes[at] ?? 0;
    const next = valueEnd(bytes, type, nameEnd + 1, end);
    if (next <= nameEnd || next > end || !onElement(type, at + 1, nameEnd, next)) return false;
    at = next;
  }
  return true;
}

/** Whether the name between two places is this one. */
export function isNamed(bytes: Buffer, nameStart: number, nameEnd: number, name: Buffer): boolean {
  const length = nameEnd - nameStart;
  if (length !== name.length) return false;
  for (let at = 0; at < length; at += 1) if (bytes[nameStart + at] !== name[at]) return false;
  return true;
}

/** Field names as bytes, to be found again among elements. */
export class NameTable<V> {
  readonly #entries: readonly { readonly name: Buffer; readonly value: V }[];

  constructor(entries: Iterable<readonly [string, V]>) {
    this.#entries = [...entries].map(([name, value]) => ({ name: Buffer.from(name, 'utf8'), value }));
  }

  /** What stands under the name between two places; undefined for nothing. */
  at(bytes: Buffer, nameStart: number, nameEnd: number): V | undefined {
    for (const { name, value } of this.#entries) if (isNamed(bytes, nameStart, nameEnd, name)) return value;
    return undefined;
  }
}

/** The time at a place, in milliseconds since 1970. */
export const dateAt = (bytes: Buffer, start: number): number => bytes.readInt32LE(start + 4) * 2 ** 32 + bytes.readUInt32LE(start);
