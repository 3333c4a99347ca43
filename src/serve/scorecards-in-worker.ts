import { Worker } from 'node:worker_threads';

import type { CrossSellScorecard, PersonalisationScorecard, ScorecardQuestion } from '../domain/measurement/scorecard.js';
import type { Scorecards } from '../server/scorecards.js';
import type { StoreAddress } from '../stores/open.js';
import type { ScorecardTask } from './scorecard-worker.js';

/** Runs one task in a thread of its own; the thread ends with it, or with the signal. */
const inThread = async <T>(task: ScorecardTask, signal: AbortSignal): Promise<T> => {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./scorecard-worker.js', import.meta.url), { workerData: task });
  const end = (): void => void worker.terminate();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await new Promise<T>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(signal.aborted ? signal.reason : new Error('the thread of a scorecard ended without an answer')));
    });
  } finally {
    signal.removeEventListener('abort', end);
  }
};

/**
 * Works scorecards out beside the server, one at a time: a question about two years of a large shop takes seconds of processor time, in which a
 * server that answered it itself would keep every shopper waiting. Works from the built files only.
 */
export const scorecardsInWorker = (address: StoreAddress): Scorecards => {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = async <T>(lane: keyof Scorecards, question: ScorecardQuestion, signal: AbortSignal): Promise<T> => {
    const mine = last.then(async () => inThread<T>({ address, lane, question }, signal));
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    crossSell: async (question, signal) => inTurn<CrossSellScorecard>('crossSell', question, signal),
    personalisation: async (question, signal) => inTurn<PersonalisationScorecard>('personalisation', question, signal),
  };
};
