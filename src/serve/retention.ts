import type { Logger } from '../server/log.js';

const DAY_MS = 86_400_000;

/** Removes interactions from before an instant and answers how many. */
export type ExpireInteractions = (before: Date) => Promise<number>;

/**
 * Removes interactions that are older than they may be kept, now and once a day. A replay of them later is refused as too old, so that
 * recording stays exactly-once. Answers the stop.
 */
export const keepRetention = (expire: ExpireInteractions, retentionDays: number, now: () => Date, log: Logger): (() => void) => {
  const run = async (): Promise<void> => {
    try {
      const removed = await expire(new Date(now().getTime() - retentionDays * DAY_MS));
      if (removed > 0) log.info({ removed, retentionDays }, 'removed interactions that were kept long enough');
    } catch (error) {
      log.warn({ err: error }, 'interactions that were kept long enough could not be removed; tried again tomorrow');
    }
  };
  void run();
  const timer = setInterval(() => void run(), DAY_MS).unref();
  return () => clearInterval(timer);
};
