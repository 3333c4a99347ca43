import { randomBytes } from 'node:crypto';
import { CommandError } from '../errors.js';

const IDLE_MS = 10 * 60 * 1000;
const MAX_CURSORS = 10_000;
const MAX_BATCH_BYTES = 16 * 1024 * 1024;

/** Turns a stored document into what is returned. */
export type Shape = (raw: Buffer) => Buffer;

interface Cursor {
  readonly namespace: string;
  readonly documents: readonly Buffer[];
  readonly shape: Shape;
  at: number;
  usedAt: number;
}

/** Documents to send, and the cursor for the rest (0n: there is no rest). */
export interface Batch {
  readonly documents: readonly Buffer[];
  readonly cursorId: bigint;
}

function takeBatch(cursor: Cursor, count: number): Buffer[] {
  const batch: Buffer[] = [];
  let bytes = 0;
  while (batch.length < count && cursor.at < cursor.documents.length) {
    const document = cursor.shape(cursor.documents[cursor.at] ?? Buffer.alloc(0));
    if (batch.length > 0 && bytes + document.length > MAX_BATCH_BYTES) break;
    batch.push(document);
    bytes += document.length;
    cursor.at += 1;
  }
  return batch;
}

/** Open result lists. Each keeps the documents as they were when it was opened; idle ones are forgotten after ten minutes. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();

  /** Starts a result; `single` gives only one batch. */
  open(namespace: string, documents: readonly Buffer[], shape: Shape, count: number, single: boolean): Batch {
    this.#forgetIdle();
    const cursor: Cursor = { namespace, documents, shape, at: 0, usedAt: performance.now() };
    const batch = takeBatch(cursor, count);
    if (single || cursor.at >= documents.length) return { documents: batch, cursorId: 0n };
    const id = randomBytes(8).readBigUInt64LE() >> 1n;
    this.#open.set(id, cursor);
    return { documents: batch, cursorId: id };
  }

  /** The next documents. @throws CommandError CursorNotFound */
  next(id: bigint, namespace: string, count: number): Batch {
    const cursor = this.#open.get(id);
    if (cursor?.namespace !== namespace) throw new CommandError('CursorNotFound', `cursor id ${String(id)} not found`);
    const documents = takeBatch(cursor, count);
    cursor.usedAt = performance.now();
    if (cursor.at < cursor.documents.length) return { documents, cursorId: id };
    this.#open.delete(id);
    return { documents, cursorId: 0n };
  }

  /** Closes a cursor; false if there was none. */
  kill(id: bigint): boolean {
    return this.#open.delete(id);
  }

  #forgetIdle(): void {
    const limit = performance.now() - IDLE_MS;
    for (const [id, cursor] of this.#open) if (cursor.usedAt < limit || this.#open.size >= MAX_CURSORS) this.#open.delete(id);
  }
}
