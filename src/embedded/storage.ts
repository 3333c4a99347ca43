import { mkdirSync } from 'node:fs';
import type { Journal } from './commands/execute.js';
import type { Changes } from './engine/changes.js';
import type { Namespaces } from './engine/namespaces.js';
import { compactLog } from './log/compaction.js';
import { createFirstGeneration, generationFile, generationsIn, removeLeftovers } from './log/generations.js';
import { Log } from './log/log.js';
import { encodeRecord } from './log/record.js';
import { recoverLog } from './log/recovery.js';

const COMPACT_FROM_BYTES = 16 * 1024 * 1024;
const COMPACT_AT_RATIO = 2;

/** Where changes are kept. */
export interface Storage extends Journal {
  close(): Promise<void>;
}

/** Keeps nothing beyond the process. */
export function memoryStorage(): Storage {
  const done = (): Promise<void> => Promise.resolve();
  return { failure: undefined, commit: done, compact: done, close: done };
}

class LogStorage implements Storage {
  readonly #directory: string;
  readonly #store: Namespaces;
  readonly #log: Log;
  #generation: number;
  #compacting: Promise<void> | undefined;
  #compactFrom = COMPACT_FROM_BYTES;
  #closed = false;

  constructor(directory: string, generation: number, log: Log, store: Namespaces) {
    this.#directory = directory;
    this.#generation = generation;
    this.#log = log;
    this.#store = store;
  }

  get failure(): Error | undefined {
    return this.#log.failure;
  }

  async commit(changes: Changes, durable: boolean): Promise<void> {
    if (changes.list.length === 0) return;
    await this.#log.append(encodeRecord(this.#log.marker, changes.list), durable);
    if (this.#isMostlyDead()) this.#compactInBackground();
  }

  // A compaction that is already running may have copied what was deleted since, so a new one follows it.
  compact(): Promise<void> {
    const earlier = this.#compacting ?? Promise.resolve();
    const mine = earlier.catch(() => undefined).then(() => this.#compactNow()).finally(() => {
      if (this.#compacting === mine) this.#compacting = undefined;
    });
    this.#compacting = mine;
    return mine;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#compacting?.catch(() => undefined);
    await this.#log.close();
  }

  #isMostlyDead(): boolean {
    return this.#compacting === undefined && this.#log.size > this.#compactFrom && this.#log.size > COMPACT_AT_RATIO * this.#store.liveBytes;
  }

  // After a failure, such as a full disk, the next try waits until the log has grown again.
  #compactInBackground(): void {
    this.compact().then(
      () => { this.#compactFrom = COMPACT_FROM_BYTES; },
      (error: unknown) => {
        this.#compactFrom = this.#log.size + COMPACT_FROM_BYTES;
        process.emitWarning(`the embedded store could not compact its log: ${String(error)}`);
      },
    );
  }

  async #compactNow(): Promise<void> {
    if (this.#closed) throw new Error('the embedded store is closed');
    await compactLog(this.#log, this.#directory, this.#generation + 1, this.#store.snapshot(1024 * 1024));
    this.#generation += 1;
  }
}

/** Makes the data directory, readable by its owner only: it holds personal data. */
export function prepareDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
}

/**
 * Reads the directory's log into the store and goes on writing to it. The caller holds the directory's lock.
 * @throws LogDamagedError where the log is damaged before its end
 */
export function openStorage(directory: string, store: Namespaces): Storage {
  if (generationsIn(directory).length === 0) createFirstGeneration(directory);
  const generation = generationsIn(directory).at(-1) ?? 1;
  const file = generationFile(directory, generation);
  const { size, marker, cut } = recoverLog(file, (change) => { store.load(change); });
  store.finishLoading();
  if (cut > 0) process.emitWarning(`the embedded store cut ${String(cut)} bytes of an unfinished write from ${file}`);
  removeLeftovers(directory, generation);
  return new LogStorage(directory, generation, new Log(file, size, marker), store);
}
