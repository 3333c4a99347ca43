import type { Snapshot } from '../domain/serving/snapshot.js';
import type { HeldSnapshot, SnapshotSource } from '../stores/snapshot-source.js';

/** Keeps a shop's snapshot in memory and fresh. */
export interface SnapshotHolder {
  /** The newest snapshot; null until the first could be read. */
  current(): Snapshot | null;
  /**
   * Reads what has changed: decisions are in force as soon as they are read, and it resolves when the catalogue and the model are shown as
   * they are, too. A reading under way may not have seen a change that is just made, so another one follows it.
   */
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
  let following: Promise<void> | null = null;
  let isAskedAgain = false;

  const read = async (): Promise<void> => {
    next = null;
    held = await (held === null ? source.read(null) : source.readDecisions(held));
  };

  /** One after the other, so that an older reading never takes the place of a newer one; all who wait share the next. */
  const readDecisions = (): Promise<void> => {
    if (next === null) {
      next = underWay.then(read, read);
      underWay = next;
    }
    return next;
  };

  const followToTheEnd = async (): Promise<void> => {
    try {
      while (isAskedAgain) {
        isAskedAgain = false;
        while (!stopped && held !== null && (await source.follow(held))) await readDecisions();
      }
    } finally {
      following = null;
    }
  };

  /** Beside the readings of decisions, which go on meanwhile. Whoever comes while it is under way is followed as well before it ends. */
  const follow = (): Promise<void> => {
    isAskedAgain = true;
    following ??= followToTheEnd();
    return following;
  };

  const report = (error: unknown): void => {
    if (!stopped) onFailure(error);
  };

  const tick = async (): Promise<void> => {
    await readDecisions().then(() => void follow().catch(report), report);
    if (!stopped) timer = setTimeout(() => void tick(), intervalMs).unref();
  };

  return {
    current: () => held?.snapshot ?? null,
    refresh: async () => {
      await readDecisions();
      await follow();
    },
    start: () => {
      timer ??= setTimeout(() => void tick(), 0).unref();
    },
    stop: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
};
