import { fork } from 'node:child_process';

import type { Logger } from '../server/log.js';
import type { StoreAddress } from '../stores/open.js';

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A duration like 90s, 30m, 1h or 1d in milliseconds; null when it is none, or shorter than ten seconds. */
export const parseDuration = (text: string): number | null => {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(text.trim()) ?? [];
  const milliseconds = Number(count) * (UNITS[unit ?? ''] ?? Number.NaN);
  return milliseconds >= 10_000 && milliseconds <= 30 * 86_400_000 ? milliseconds : null;
};

/** Runs one learning and answers its exit code; null when it was broken off, as the signal asks for. */
export type RunLearning = (signal: AbortSignal) => Promise<number | null>;

/** What the server's own configuration says of learning. */
export interface ScheduledLearning {
  readonly modelVersionsKept: number;
  readonly attributionWindowDays: number;
}

const argumentsOf = ({ modelVersionsKept, attributionWindowDays }: ScheduledLearning): string[] => [
  ...['learn', '--json'],
  ...['--keep-versions', String(modelVersionsKept)],
  ...['--attribution-window-days', String(attributionWindowDays)],
];

/** Learns in a process of its own, so that serving does not stutter, over the same connection string and as the server was told. */
export const learnInOwnProcess =
  (mainFile: string, { uri, database }: StoreAddress, learning: ScheduledLearning): RunLearning =>
  (signal) =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, MONGODB_URI: uri, MONGODB_DATABASE: database };
      const child = fork(mainFile, argumentsOf(learning), { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      // A run that is broken off leaves nothing to repair, and nobody has to wait for it.
      const breakOff = (): void => void child.kill();
      signal.addEventListener('abort', breakOff);
      child.once('error', reject);
      child.once('exit', (code) => {
        signal.removeEventListener('abort', breakOff);
        resolve(code);
      });
    });

/**
 * Learns again and again, the next time one interval after the last one ended, until it is stopped. Answers the stop, which breaks off a
 * run that is under way.
 */
export const scheduleLearning = (everyMs: number, learn: RunLearning, log: Logger): (() => void) => {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout;
  const run = async (): Promise<void> => {
    try {
      const code = await learn(stopping.signal);
      if (stopping.signal.aborted) return;
      if (code === 0) log.info('learned');
      else log.error({ code }, 'learning failed; the published statistics go on serving');
    } catch (error) {
      log.error({ err: error }, 'learning could not be started');
    }
    if (!stopping.signal.aborted) plan();
  };
  const plan = (): void => {
    timer = setTimeout(() => void run(), everyMs).unref();
  };
  plan();
  return () => {
    clearTimeout(timer);
    stopping.abort();
  };
};
