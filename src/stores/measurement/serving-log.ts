import { dayOf } from '../../domain/measurement/day.js';
import type { ServingLog } from '../../domain/measurement/measured-facts.js';
import type { ServedPage } from '../../domain/measurement/served-page.js';
import type { Collections } from '../collections.js';
import type { DayMarks } from './day-marks.js';
import { createExposureLog } from './exposure-log.js';
import { createFactsExpiry } from './facts-expiry.js';

/** Slot, length and day come last and hold no colon, so that no two pages share a key. */
const pageKey = ({ recommendationId, firstSlot, productIds, servedAt }: ServedPage): string =>
  [recommendationId, firstSlot, productIds.length, dayOf(servedAt)].join(':');

/**
 * Where what was served is written down, day by day. An id names what was decided, so that the contents of a page are the same whoever writes it
 * first, and its time is the earliest of the day: any order of calls, with any repeats, ends the same.
 */
export const createServingLog = (collections: Pick<Collections, 'served' | 'exposures' | 'orders'>, marks: DayMarks): ServingLog => ({
  recordExposures: createExposureLog(collections, marks),

  async recordServed(pages) {
    if (pages.length === 0) return;
    await collections.served.bulkWrite(
      pages.map((page) => {
        const { servedAt, ...contents } = page;
        const update = { $setOnInsert: contents, $min: { servedAt } };
        return { updateOne: { filter: { _id: pageKey(page) }, update, upsert: true } };
      }),
      { ordered: false },
    );
    // Of those known already too: an earlier call may have been stopped after it wrote them.
    await marks.served(pages.map(({ servedAt }) => servedAt));
  },
});

/** Removes what was served, and parts in comparisons that were last taken, before an instant; answers how many. */
export const createServingLogExpiry =
  ({ served, exposures, measured }: Pick<Collections, 'served' | 'exposures' | 'measured'>) =>
  async (before: Date): Promise<number> => {
    await createFactsExpiry({ measured }).note(before);
    const removed = [await served.deleteMany({ servedAt: { $lt: before } }), await exposures.deleteMany({ lastAt: { $lt: before } })];
    return removed.reduce((sum, { deletedCount }) => sum + deletedCount, 0);
  };
