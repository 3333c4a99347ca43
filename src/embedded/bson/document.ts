import { calculateObjectSize, deserialize, serialize, Double, Int32, Long } from 'bson';
import { CommandError } from '../errors.js';

/** A decoded BSON document. */
export type Doc = Record<string, unknown>;

/** The largest document that may be stored, in bytes (MongoDB's limit). */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

function decode(raw: Uint8Array, promoteValues: boolean): Doc {
  try {
    return deserialize(raw, { promoteValues });
  } catch (error) {
    throw new CommandError('InvalidBSON', `invalid BSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Decodes for comparing: every number is a JavaScript number. Loses the difference between int and double.
 * @throws CommandError InvalidBSON
 */
export function decodePlain(raw: Uint8Array): Doc {
  return decode(raw, true);
}

/**
 * Decodes for writing back: numbers keep their BSON type as `Int32`, `Double` or `Long`, so encoding again is exact.
 * @throws CommandError InvalidBSON
 */
export function decodeExact(raw: Uint8Array): Doc {
  return decode(raw, false);
}

/** @returns the error for a document above 16 MiB, as MongoDB words it. */
export function tooLarge(bytes: number): CommandError {
  return new CommandError('BSONObjectTooLarge', `BSONObj size: ${String(bytes)} is invalid. Size must be between 0 and ${String(MAX_DOCUMENT_BYTES)}`);
}

/**
 * Encodes a document that will be stored or returned.
 * @throws CommandError BSONObjectTooLarge above 16 MiB.
 */
export function encode(doc: Doc): Buffer {
  const size = calculateObjectSize(doc, { ignoreUndefined: true });
  if (size > MAX_DOCUMENT_BYTES) throw tooLarge(size);
  return Buffer.from(serialize(doc, { ignoreUndefined: true }));
}

/** True for an embedded document: not an array, a date, or one of BSON's value classes. */
export function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The JavaScript number behind any BSON number, or undefined for every other type. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long) return value.toNumber();
  return undefined;
}
