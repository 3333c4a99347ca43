import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PARTITIONS = 512;
const BLOCK = 32_768;

interface Partition {
  waiting: string[];
  waitingLength: number;
  readonly blocks: { readonly at: number; readonly length: number }[];
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a, 32 bits. */
const hash = (text: string): number => {
  let value = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), FNV_PRIME);
  return value >>> 0;
};

/**
 * Sorts lines of text into partitions by key, so that all lines of a key can be looked at together with 1/512 of the whole in memory.
 * Small inputs stay in memory; larger ones go to one temporary file, which has no name any more once it is open and so goes away
 * with the process, however that ends.
 */
export class RowSpool {
  readonly #partitions: readonly Partition[] = Array.from({ length: PARTITIONS }, () => ({ waiting: [], waitingLength: 0, blocks: [] }));
  #file: number | null = null;
  #end = 0;

  /** Keeps one line of text (without line ends) under its key. */
  add(key: string, text: string): void {
    const partition = this.#partitions[hash(key) % PARTITIONS];
    if (partition === undefined) return;
    partition.waiting.push(text);
    partition.waitingLength += text.length;
    if (partition.waitingLength > BLOCK) this.#spill(partition);
  }

  /** The lines of each partition, in the order they were added. */
  *partitions(): Generator<Iterable<string>> {
    for (const partition of this.#partitions) yield this.#linesOf(partition);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  *#linesOf({ blocks, waiting }: Partition): Generator<string> {
    for (const { at, length } of blocks) {
      const block = Buffer.allocUnsafe(length);
      readSync(this.#opened(), block, 0, length, at);
      yield* block.toString('utf8').split('\n');
    }
    yield* waiting;
  }

  #spill(partition: Partition): void {
    const block = Buffer.from(partition.waiting.join('\n'));
    writeSync(this.#opened(), block, 0, block.length, this.#end);
    partition.blocks.push({ at: this.#end, length: block.length });
    this.#end += block.length;
    partition.waiting = [];
    partition.waitingLength = 0;
  }

  #opened(): number {
    if (this.#file === null) {
      const folder = mkdtempSync(join(tmpdir(), 'tandem-import-'));
      this.#file = openSync(join(folder, 'rows'), 'w+', 0o600);
      rmSync(folder, { recursive: true });
    }
    return this.#file;
  }
}
