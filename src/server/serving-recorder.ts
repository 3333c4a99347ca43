import { dayOf } from '../domain/measurement/day.js';
import type { Exposure } from '../domain/measurement/exposure.js';
import type { ServingLog } from '../domain/measurement/measured-facts.js';
import type { ServedPage } from '../domain/measurement/served-page.js';
import { waitAtMost } from './wait-at-most.js';
import { createWriteBehind } from './write-behind.js';

/** Writes down behind the requests' back what was served and who takes part in a comparison. */
export interface ServingRecorder {
  /** Notes a page, once for each UTC day. Never throws and never waits. */
  served(page: ServedPage): void;
  /** Notes an exposure, once for each UTC day. Never throws and never waits. */
  exposed(exposure: Exposure): void;
  /** Writes all that waits, as long as the store takes it, for a few seconds at most. Never rejects. */
  flush(): Promise<void>;
  /** Begins to write every second. */
  start(): void;
  stop(): void;
  /** How many entries wait. */
  waiting(): number;
}

/** Who is told of what could not be written down. */
export interface ServingRecorderObserver {
  /** An entry found no room. */
  onDropped(): void;
  /** The store did not take a batch, which is tried again. */
  onFailure(error: unknown): void;
}

const TICK_MS = 1_000;
const LONGEST_FLUSH_MS = 5_000;
/** Of pages and of exposures each: some 20 MB of the largest lists, twenty seconds of a shop that serves a thousand new ones in each. */
const LIMITS = { capacity: 20_000, batch: 1_000, remembered: 100_000 };

const keyOfPage = ({ servedAt, recommendationId, firstSlot, productIds }: ServedPage): string =>
  `${dayOf(servedAt)} ${String(firstSlot)} ${String(productIds.length)} ${recommendationId}`;

const keyOfExposure = ({ at, lane, arm, unitId }: Exposure): string => `${dayOf(at)} ${lane} ${arm} ${unitId}`;

/** Creates the recorder of one serving process. Several may write down the same: the log keeps it once. */
export const createServingRecorder = (log: ServingLog, observer: ServingRecorderObserver): ServingRecorder => {
  const pages = createWriteBehind({ ...LIMITS, ...observer, keyOf: keyOfPage, write: (some) => log.recordServed(some) });
  const exposures = createWriteBehind({ ...LIMITS, ...observer, keyOf: keyOfExposure, write: (some) => log.recordExposures(some) });
  const queues = [pages, exposures];
  let timer: NodeJS.Timeout | null = null;

  const flush = async (): Promise<void> => {
    let isOver = false;
    const empty = async (queue: (typeof queues)[number]): Promise<void> => {
      while (!isOver && queue.waiting() > 0) if (!(await queue.writeSome())) return;
    };
    await waitAtMost(LONGEST_FLUSH_MS, Promise.all(queues.map(empty)));
    isOver = true;
  };

  return {
    served: (page) => pages.add(page),
    exposed: (exposure) => exposures.add(exposure),
    flush,
    start: () => {
      timer ??= setInterval(() => {
        for (const queue of queues) void queue.writeSome();
      }, TICK_MS).unref();
    },
    stop: () => {
      if (timer !== null) clearInterval(timer);
      timer = null;
    },
    waiting: () => queues.reduce((all, queue) => all + queue.waiting(), 0),
  };
};
