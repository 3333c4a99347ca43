import { parentPort, workerData } from 'node:worker_threads';

import type { ScorecardQuestion } from '../domain/measurement/scorecard.js';
import { scorecardsFrom, type Scorecards } from '../server/scorecards.js';
import { openStores, type StoreAddress } from '../stores/open.js';

/** What the thread is asked: one scorecard, after which it ends. */
export interface ScorecardTask {
  readonly address: StoreAddress;
  readonly lane: keyof Scorecards;
  readonly question: ScorecardQuestion;
}

const { address, lane, question } = workerData as ScorecardTask;
const stores = openStores(address);
try {
  // Nobody tells this thread to stop: it is ended from outside.
  const { signal } = new AbortController();
  parentPort?.postMessage(await scorecardsFrom(stores.sheets)[lane](question, signal));
} finally {
  await stores.close();
}
