import type { Snapshot } from '../domain/serving/snapshot.js';
import type { HeldSnapshot, SnapshotSource } from '../stores/snapshot-source.js';

/** Keeps a shop's snapshot in memory and fresh. */
export interface SnapshotHolder {
  /** The newest snapshot; null until the first could be read. */
  current(): Snapshot | null;
  /** Reads it now if anything changed. */
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

  const refresh = async (): Promise<void> => {
    held = await source.read(held);
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
