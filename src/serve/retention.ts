import type { Config } from '../config.js';
import type { Logger } from '../server/log.js';
import type { Stores } from '../stores/open.js';

const DAY_MS = 86_400_000;

/** Removes what is from before an instant and answers how much it was. */
export type Expire = (before: Date) => Promise<number>;

/** Something that is kept for a time. */
export interface Kept {
  /** What it is, for the log. */
  readonly what: string;
  readonly days: number;
  readonly expire: Expire;
}

/**
 * What a shop keeps for a time. What was served, and the parts that units had in comparisons, stay as long as the interactions that name them, and
 * never shorter than orders may be credited to them.
 */
export const keptFor = (
  { facts, expireServingLog }: Pick<Stores, 'facts' | 'expireServingLog'>,
  { interactionRetentionDays, attributionWindowDays }: Pick<Config, 'interactionRetentionDays' | 'attributionWindowDays'>,
): readonly Kept[] => [
  { what: 'interactions', days: interactionRetentionDays, expire: facts.expireInteractions },
  { what: 'serving log', days: Math.max(interactionRetentionDays, attributionWindowDays), expire: expireServingLog },
];

/**
 * Removes what is older than it may be kept, now and once a day. A replay of interactions later is refused as too old, so that recording stays
 * exactly-once. Answers the stop.
 */
export const keepRetention = (kept: readonly Kept[], now: () => Date, log: Logger): (() => void) => {
  const runOne = async ({ what, days, expire }: Kept): Promise<void> => {
    try {
      const removed = await expire(new Date(now().getTime() - days * DAY_MS));
      if (removed > 0) log.info({ what, removed, days }, 'removed what was kept long enough');
    } catch (error) {
      log.warn({ err: error, what }, 'what was kept long enough could not be removed; tried again tomorrow');
    }
  };
  const run = async (): Promise<void> => {
    for (const one of kept) await runOne(one);
  };
  void run();
  const timer = setInterval(() => void run(), DAY_MS).unref();
  return () => clearInterval(timer);
};
