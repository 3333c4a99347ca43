import { createRecentKeys } from './recent-keys.js';

/** How entries are kept until the store takes them. */
export interface WriteBehindSettings<T> {
  /** What makes two entries the same: only the first is written. */
  keyOf(entry: T): string;
  /** Writes entries; must be idempotent, because what failed is written again as a whole. */
  write(entries: readonly T[]): Promise<void>;
  /** Entries that wait at most; what comes on top is dropped. */
  readonly capacity: number;
  /** Entries of one write at most. */
  readonly batch: number;
  /** Keys that are remembered at most. */
  readonly remembered: number;
  onDropped(): void;
  onFailure(error: unknown): void;
}

/** Takes entries at once and writes them later. Its memory is bounded, whatever the store does. */
export interface WriteBehind<T> {
  /** Never throws and never waits. */
  add(entry: T): void;
  /** Writes one batch of the oldest entries; those who ask meanwhile share it. Answers whether the store took it; what it did not stays. */
  writeSome(): Promise<boolean>;
  /** How many entries wait. */
  waiting(): number;
}

/** Opens a queue without anything in it. */
export const createWriteBehind = <T>({ keyOf, write, capacity, batch, remembered, onDropped, onFailure }: WriteBehindSettings<T>): WriteBehind<T> => {
  const queue: T[] = [];
  const known = createRecentKeys(remembered);
  let underWay: Promise<boolean> | null = null;

  const writeOldest = async (): Promise<boolean> => {
    const some = queue.slice(0, batch);
    if (some.length === 0) return true;
    try {
      await write(some);
      queue.splice(0, some.length);
      return true;
    } catch (error) {
      onFailure(error);
      return false;
    }
  };

  return {
    add: (entry) => {
      const key = keyOf(entry);
      if (known.has(key)) return;
      // What is dropped is not remembered, so that it is taken when it is served again.
      if (queue.length >= capacity) return onDropped();
      known.add(key);
      queue.push(entry);
    },
    writeSome: () => {
      // In a turn of its own, so that a write that ends at once does not end before it is known to be under way.
      underWay ??= Promise.resolve()
        .then(writeOldest)
        .finally(() => {
          underWay = null;
        });
      return underWay;
    },
    waiting: () => queue.length,
  };
};
