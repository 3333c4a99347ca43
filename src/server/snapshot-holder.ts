import type { Snapshot } from '../domain/serving/snapshot.js';
import type { HeldSnapshot, SnapshotSource } from '../stores/snapshot-source.js';

/** Keeps a shop's snapshot in memory and fresh. */
export interface SnapshotHolder {
  /** The newest snapshot; null until the first could be read. */
  current(): Snapshot | null;
  /** Reads it if anything has changed. A reading under way may not have seen a change that is just made, so another one follows it. */
  refresh(): Promise<void>;
  /** Begins to refresh at the interval; a reading that fails is reported, and the held snapshot goes on serving. */
  start(): void;
  stop(): void;
}

/** Creates the holder. `onFailure` is told of each reading that failed. */
export const createSnapshotHolder = (
  source: SnapshotSource,
  intervalMs: number,
  onFailure: (error: unknown) => void,
): SnapshotHolder => {
  let held: HeldSnapshot | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  const read = async (): Promise<void> => {
    next = null;
    held = await source.read(held);
  };

  /** One after the other, so that an older reading never takes the place of a newer one; all who wait share the next. */
  const refresh = (): Promise<void> => {
    if (next === null) {
      next = underWay.then(read, read);
      underWay = next;
    }
    return next;
  };

  const tick = async (): Promise<void> => {
    await refresh().catch(onFailure);
    if (!stopped) timer = setTimeout(() => void tick(), intervalMs).unref();
  };

  return {
    current: () => held?.snapshot ?? null,
    refresh,
    start: () => {
      timer ??= setTimeout(() => void tick(), 0).unref();
    },
    stop: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
};
