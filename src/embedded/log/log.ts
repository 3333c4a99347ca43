import { closeSync, fsync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';

const SYNC_EVERY_MS = 1000;
const syncFile = promisify(fsync);

interface Waiting {
  readonly record: Buffer;
  readonly durable: boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Writes all bytes at a position, however many calls it takes. */
export function writeWhole(fd: number, bytes: Buffer, position: number): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(fd, bytes, written, bytes.length - written, position + written);
}

/**
 * The append log. Records that arrive in one turn of the event loop share one write; each promise settles after that write returned, so
 * an acknowledged change survives the death of the process. The file is flushed to the disk at most once a second, and on close: a power
 * cut may cost the last second, unless the writer asked for `durable`. After a failed write nothing more is accepted.
 */
export class Log {
  readonly marker: Buffer;
  size: number;
  failure: Error | undefined;
  #fd: number;
  #waiting: Waiting[] = [];
  #dirty = false;
  #syncing: Promise<void> = Promise.resolve();
  #tail: Buffer[] | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(file: string, size: number, marker: Buffer) {
    this.#fd = openSync(file, 'r+');
    this.size = size;
    this.marker = marker;
    this.#timer = setInterval(() => void this.sync().catch(() => undefined), SYNC_EVERY_MS);
    this.#timer.unref();
  }

  /** Appends a record. @throws the failure of this or an earlier write. */
  append(record: Buffer, durable: boolean): Promise<void> {
    const failure = this.failure;
    if (failure !== undefined) return Promise.reject(failure);
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => { this.flush(); });
      this.#waiting.push({ record, durable, resolve, reject });
    });
  }

  /** Writes what waits and settles its promises. */
  flush(): void {
    const group = this.#waiting;
    this.#waiting = [];
    if (group.length === 0) return;
    try {
      this.#write(Buffer.concat(group.map(({ record }) => record)));
    } catch (error) {
      this.#fail(error);
      for (const waiting of group) waiting.reject(this.failure);
      return;
    }
    for (const waiting of group) {
      if (waiting.durable) this.sync().then(waiting.resolve, waiting.reject);
      else waiting.resolve();
    }
  }

  /** Flushes the file to the disk. */
  sync(): Promise<void> {
    this.#syncing = this.#syncing.then(() => this.#syncNow());
    return this.#syncing;
  }

  /** From now on keeps a copy of all records, for the file that will replace this one. */
  startTail(): void {
    this.#tail = [];
  }

  /** Takes the copies made since the last call. */
  takeTail(): Buffer {
    const tail = Buffer.concat(this.#tail ?? []);
    this.#tail = [];
    return tail;
  }

  /** Stops copying. */
  endTail(): void {
    this.#tail = undefined;
  }

  /** Goes on in another file, already open, which holds everything. */
  switchTo(fd: number, size: number): void {
    const old = this.#fd;
    this.#fd = fd;
    this.size = size;
    void this.#syncing.catch(() => undefined).then(() => { closeSync(old); });
  }

  /** Writes and flushes everything, and closes the file. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.flush();
    await this.#syncing.catch(() => undefined);
    if (this.failure === undefined) fsyncSync(this.#fd);
    closeSync(this.#fd);
  }

  async #syncNow(): Promise<void> {
    if (!this.#dirty || this.failure !== undefined) return;
    this.#dirty = false;
    try {
      await syncFile(this.#fd);
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  #write(bytes: Buffer): void {
    writeWhole(this.#fd, bytes, this.size);
    this.size += bytes.length;
    this.#dirty = true;
    this.#tail?.push(bytes);
  }

  #fail(error: unknown): void {
    this.failure ??= error instanceof Error ? error : new Error(String(error));
    try {
      ftruncateSync(this.#fd, this.size);
    } catch {
      // The disk refuses this too; recovery cuts the unfinished record.
    }
  }
}
