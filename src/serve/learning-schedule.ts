import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';

import { MOST_THREADS } from '../domain/learning/anchor-ranges.js';
import type { ModelComparison } from '../domain/learning/drift-guard.js';
import type { Logger } from '../server/log.js';
import type { StoreAddress } from '../stores/open.js';

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A duration like 90s, 30m, 1h or 1d in milliseconds; null when it is none, or shorter than ten seconds. */
export const parseDuration = (text: string): number | null => {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(text.trim()) ?? [];
  const milliseconds = Number(count) * (UNITS[unit ?? ''] ?? Number.NaN);
  return milliseconds >= 10_000 && milliseconds <= 30 * 86_400_000 ? milliseconds : null;
};

/** How a learning ended. */
export interface LearningEnd {
  /** Exit code of its process; null when it was broken off. */
  readonly code: number | null;
  /** The comparison that kept what it learned from being published; null where nothing was withheld. */
  readonly withheld: ModelComparison | null;
}

/** Runs one learning, and breaks it off when the signal asks for it. */
export type RunLearning = (signal: AbortSignal) => Promise<LearningEnd>;

/** What the server's own configuration says of learning. */
export interface ScheduledLearning {
  readonly modelVersionsKept: number;
  readonly attributionWindowDays: number;
}

/** Serving keeps a core to itself: shoppers wait for it, and nobody for learning. */
const threadsBesideServing = (): number => Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));

const argumentsOf = ({ modelVersionsKept, attributionWindowDays }: ScheduledLearning): string[] => [
  ...['learn', '--json'],
  ...['--keep-versions', String(modelVersionsKept)],
  ...['--attribution-window-days', String(attributionWindowDays)],
  ...['--threads', String(threadsBesideServing())],
];

/** What `tandem learn --json` printed says whether it withheld what it learned. A run that failed has printed nothing, or a part. */
const withheldBy = (printed: string): ModelComparison | null => {
  try {
    // Printed by the same release, in the form of its own result.
    const { withheld, comparison } = JSON.parse(printed) as { readonly withheld?: boolean; readonly comparison?: ModelComparison };
    return withheld === true ? (comparison ?? null) : null;
  } catch {
    return null;
  }
};

/** Learns in a process of its own, so that serving does not stutter, over the same connection string and as the server was told. */
export const learnInOwnProcess =
  (mainFile: string, { uri, database }: StoreAddress, learning: ScheduledLearning): RunLearning =>
  (signal) =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, MONGODB_URI: uri, MONGODB_DATABASE: database };
      const child = fork(mainFile, argumentsOf(learning), { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
      const printed: Buffer[] = [];
      child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
      // A run that is broken off leaves nothing to repair, and nobody has to wait for it.
      const breakOff = (): void => void child.kill();
      signal.addEventListener('abort', breakOff);
      child.once('error', reject);
      child.once('close', (code) => {
        signal.removeEventListener('abort', breakOff);
        resolve({ code, withheld: withheldBy(Buffer.concat(printed).toString()) });
      });
    });

const WITHHELD =
  'what was learned is worse than what is published, and was not published: look at what was imported or removed, or run tandem learn --force';

/**
 * Learns again and again, the next time one interval after the last one ended, until it is stopped. Answers the stop, which breaks off a
 * run that is under way.
 */
export const scheduleLearning = (everyMs: number, learn: RunLearning, log: Logger): (() => void) => {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout;
  const run = async (): Promise<void> => {
    try {
      const { code, withheld } = await learn(stopping.signal);
      if (stopping.signal.aborted) return;
      if (code === 0) log.info('learned');
      else if (withheld !== null) log.warn({ comparison: withheld }, WITHHELD);
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
