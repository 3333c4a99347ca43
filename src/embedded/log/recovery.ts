import { closeSync, fstatSync, ftruncateSync, openSync } from 'node:fs';
import type { Change } from '../engine/changes.js';
import { FileWindow } from './file-window.js';
import { decodePayload, HEADER_BYTES, isIntact, markerOf, payloadLength, RECORD_HEAD_BYTES } from './record.js';

const SEARCH_BYTES = 1024 * 1024;

/** The log is damaged before its end, so what follows cannot be trusted and the store does not start. */
export class LogDamagedError extends Error {
  readonly file: string;
  /** The byte where the damage begins. */
  readonly offset: number;

  constructor(file: string, offset: number, reason: string) {
    super(`the embedded store's log is damaged: ${file} at byte ${String(offset)}: ${reason}. Restore the directory from a backup; nothing was changed.`);
    this.name = 'LogDamagedError';
    this.file = file;
    this.offset = offset;
  }
}

/** What reading a log found. */
export interface Recovered {
  readonly marker: Buffer;
  /** The file's length after cutting. */
  readonly size: number;
  /** Bytes of an unfinished last write that were cut off. */
  readonly cut: number;
}

function payloadAt(window: FileWindow, marker: Buffer, offset: number): Buffer | undefined {
  const head = Buffer.from(window.read(offset, RECORD_HEAD_BYTES));
  const length = payloadLength(marker, head);
  if (length === undefined) return undefined;
  const payload = window.read(offset + RECORD_HEAD_BYTES, length);
  return payload.length === length && isIntact(head, payload) ? payload : undefined;
}

function intactRecordAfter(window: FileWindow, marker: Buffer, from: number, size: number): number | undefined {
  let offset = from;
  while (offset < size) {
    const found = window.read(offset, SEARCH_BYTES).indexOf(marker);
    if (found < 0) offset += SEARCH_BYTES - marker.length + 1;
    else if (payloadAt(window, marker, offset + found) !== undefined) return offset + found;
    else offset += found + 1;
  }
  return undefined;
}

function replay(file: string, window: FileWindow, size: number, apply: (change: Change) => void): { marker: Buffer; end: number } {
  const marker = markerOf(Buffer.from(window.read(0, HEADER_BYTES)));
  if (marker === undefined) throw new LogDamagedError(file, 0, 'this is not a log file');
  let end = HEADER_BYTES;
  for (let payload = payloadAt(window, marker, end); payload !== undefined; payload = payloadAt(window, marker, end)) {
    for (const change of decodePayload(payload)) apply(change);
    end += RECORD_HEAD_BYTES + payload.length;
  }
  const next = intactRecordAfter(window, marker, end + 1, size);
  if (next !== undefined) {
    throw new LogDamagedError(file, end, `a record fails its checksum, and an intact one follows at byte ${String(next)}`);
  }
  return { marker, end };
}

/**
 * Replays a log file. An unfinished write at the end, which nobody was promised, is cut off.
 * @throws LogDamagedError where intact records follow the damage.
 */
export function recoverLog(file: string, apply: (change: Change) => void): Recovered {
  const fd = openSync(file, 'r+');
  try {
    const size = fstatSync(fd).size;
    const { marker, end } = replay(file, new FileWindow(fd, size), size, apply);
    if (end < size) ftruncateSync(fd, end);
    return { marker, size: end, cut: size - end };
  } finally {
    closeSync(fd);
  }
}
