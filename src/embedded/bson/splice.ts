import { BSON_TYPE } from '../../bson/walk.js';

function sized(parts: Buffer[], length: number): Buffer {
  const head = Buffer.allocUnsafe(4);
  head.writeInt32LE(length + 5);
  return Buffer.concat([head, ...parts, Buffer.alloc(1)], length + 5);
}

/** A value that is already encoded, with its BSON type byte. */
export interface EncodedValue {
  readonly type: number;
  readonly bytes: Uint8Array;
}

/** Joins encoded values into one document without decoding them. */
export function spliceDocument(fields: Iterable<readonly [string, EncodedValue]>): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  for (const [name, value] of fields) {
    const head = Buffer.from(`${String.fromCharCode(value.type)}${name}\0`, 'utf8');
    parts.push(head, Buffer.from(value.bytes.buffer, value.bytes.byteOffset, value.bytes.byteLength));
    length += head.length + value.bytes.byteLength;
  }
  return sized(parts, length);
}

const digitsOf = (index: number): number => (index < 10 ? 1 : index < 100 ? 2 : index < 1_000 ? 3 : index < 10_000 ? 4 : String(index).length);

/** An array of encoded documents. Written in one piece: most of what leaves the store goes through here. */
export function spliceArray(documents: readonly Uint8Array[]): EncodedValue {
  const length = documents.reduce((sum, document, index) => sum + 2 + digitsOf(index) + document.byteLength, 5);
  const bytes = Buffer.allocUnsafe(length);
  bytes.writeInt32LE(length);
  let at = 4;
  for (const [index, document] of documents.entries()) {
    bytes[at] = BSON_TYPE.document;
    at += 1;
    at += bytes.write(`${String(index)}\0`, at, 'latin1');
    bytes.set(document, at);
    at += document.byteLength;
  }
  bytes[at] = 0;
  return { type: BSON_TYPE.array, bytes };
}

/** A text as an encoded value. */
export function encodedString(text: string): EncodedValue {
  const length = Buffer.byteLength(text, 'utf8');
  const bytes = Buffer.alloc(length + 5);
  bytes.writeInt32LE(length + 1);
  bytes.write(text, 4, 'utf8');
  return { type: BSON_TYPE.string, bytes };
}

/** A 64-bit integer as an encoded value: drivers want cursor ids in this form. */
export function encodedInt64(value: bigint): EncodedValue {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(value);
  return { type: BSON_TYPE.int64, bytes };
}

/** A number as an encoded double. */
export function encodedDouble(value: number): EncodedValue {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return { type: BSON_TYPE.double, bytes };
}

/** An encoded document as a value. */
export function encodedDocument(bytes: Uint8Array): EncodedValue {
  return { type: BSON_TYPE.document, bytes };
}
