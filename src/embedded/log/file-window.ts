import { readSync } from 'node:fs';

const WINDOW_BYTES = 4 * 1024 * 1024;

/** Reads pieces of a file through a buffer, so that many small pieces in a row cost few system calls. */
export class FileWindow {
  readonly #fd: number;
  readonly #size: number;
  #start = 0;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(fd: number, size: number) {
    this.#fd = fd;
    this.#size = size;
  }

  /** The bytes from `offset`; fewer than `length` only at the end of the file. Valid until the next call. */
  read(offset: number, length: number): Buffer {
    const wanted = Math.min(length, this.#size - offset);
    if (wanted <= 0) return Buffer.alloc(0);
    if (offset < this.#start || offset + wanted > this.#start + this.#bytes.length) this.#move(offset, wanted);
    return this.#bytes.subarray(offset - this.#start, offset - this.#start + wanted);
  }

  #move(offset: number, wanted: number): void {
    const bytes = Buffer.allocUnsafe(Math.min(Math.max(wanted, WINDOW_BYTES), this.#size - offset));
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(this.#fd, bytes, filled, bytes.length - filled, offset + filled);
      if (count === 0) break;
      filled += count;
    }
    this.#start = offset;
    this.#bytes = bytes.subarray(0, filled);
  }
}
