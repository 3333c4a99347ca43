import { crc32 } from 'node:zlib';
import { elementsOf, type RawElement } from '../bson/elements.js';
import { encodedString, spliceArray, spliceDocument } from '../bson/splice.js';
import type { Change } from '../engine/changes.js';

/*
 * A log file is a header (magic, then a marker of four random bytes) and records: marker, payload length, CRC-32 of length and payload,
 * payload. The marker makes records findable behind damage, and being random it cannot be planted in a document.
 */

/** Bytes of a file before its first record. */
export const HEADER_BYTES = 16;
/** Bytes of a record before its payload. */
export const RECORD_HEAD_BYTES = 12;
const MAGIC = 'TANDEMLOG\x01\0\0';

/** The first bytes of a log file. */
export function fileHeader(marker: Buffer): Buffer {
  return Buffer.concat([Buffer.from(MAGIC, 'latin1'), marker]);
}

/** The marker from a file's first bytes; undefined if they are not a log's. */
export function markerOf(header: Buffer): Buffer | undefined {
  return header.length === HEADER_BYTES && header.toString('latin1', 0, MAGIC.length) === MAGIC ? Buffer.from(header.subarray(MAGIC.length)) : undefined;
}

function encodedChange(change: Change): Buffer {
  return spliceDocument([['op', encodedString(change.op)], ['namespace', encodedString(change.namespace)], ['docs', spliceArray(change.docs)]]);
}

/** One command's changes as a framed record. */
export function encodeRecord(marker: Buffer, changes: readonly Change[]): Buffer {
  const payload = spliceDocument([['changes', spliceArray(changes.map(encodedChange))]]);
  const head = Buffer.alloc(RECORD_HEAD_BYTES);
  marker.copy(head);
  head.writeUInt32LE(payload.length, 4);
  head.writeUInt32LE(checksum(head, payload), 8);
  return Buffer.concat([head, payload]);
}

function checksum(head: Buffer, payload: Buffer): number {
  return crc32(payload, crc32(head.subarray(4, 8)));
}

/** True where the payload is what the head says. */
export function isIntact(head: Buffer, payload: Buffer): boolean {
  return head.readUInt32LE(8) === checksum(head, payload);
}

/** The payload length a head announces; undefined where there is no record. */
export function payloadLength(marker: Buffer, head: Buffer): number | undefined {
  return head.length === RECORD_HEAD_BYTES && head.subarray(0, 4).equals(marker) ? head.readUInt32LE(4) : undefined;
}

function text(payload: Buffer, element: RawElement | undefined): string {
  return element === undefined ? '' : payload.toString('utf8', element.start + 4, element.end - 1);
}

function decodedChange(payload: Buffer, at: RawElement): Change {
  const fields = new Map([...elementsOf(payload, at.start, at.end)].map((element) => [element.name, element]));
  const docs = fields.get('docs');
  // Copies, so that a document does not keep the whole record in memory.
  const copies = docs === undefined ? [] : [...elementsOf(payload, docs.start, docs.end)].map(({ start, end }) => Buffer.from(payload.subarray(start, end)));
  return { op: opOf(text(payload, fields.get('op'))), namespace: text(payload, fields.get('namespace')), docs: copies };
}

function opOf(name: string): Change['op'] {
  if (name === 'put' || name === 'delete' || name === 'createIndex' || name === 'drop') return name;
  throw new Error(`the log holds an unknown kind of change, '${name}'; it was written by a newer version`);
}

/** The changes in an intact payload. */
export function decodePayload(payload: Buffer): Change[] {
  const [changes] = elementsOf(payload);
  return changes === undefined ? [] : [...elementsOf(payload, changes.start, changes.end)].map((element) => decodedChange(payload, element));
}
