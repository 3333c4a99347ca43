import type { Lane } from '../../domain/merchandising/rule.js';
import type { Collections } from '../collections.js';
import type { DayMarks } from '../measurement/day-marks.js';
import { exposureKeysOf } from '../measurement/exposure-documents.js';
import { streamOf } from './stream-of.js';

/** Removes units' parts in comparisons. */
export interface ExposureRemoval {
  /** Removes those of customers and answers how many. */
  ofCustomers(customerIds: readonly string[]): Promise<number>;
  /** Removes those of visits and answers how many. */
  ofVisits(sessionIds: readonly string[]): Promise<number>;
}

/** Marks as for facts: before the removal and after it. */
export const createExposureRemoval = ({ exposures, orders }: Pick<Collections, 'exposures' | 'orders'>, marks: DayMarks): ExposureRemoval => {
  /** Sheets say of orders what part their unit has in a comparison; orders that stay are those of others who shared the visit. */
  const markOrders = async (sessionIds: readonly string[]): Promise<void> => {
    const stream = streamOf(orders, { sessionId: { $in: [...sessionIds] } }, { projection: { placedAt: 1 } });
    for await (const batch of stream) await marks.orders(batch.map(({ placedAt }) => placedAt));
  };

  const remove = async (lane: Lane, unitIds: readonly string[], markOthers: () => Promise<void>): Promise<number> => {
    const these = { _id: { $in: unitIds.flatMap((unitId) => exposureKeysOf(lane, unitId)) } };
    const found = await exposures.find(these, { projection: { at: 1 }, readPreference: 'primary', batchSize: 5_000 }).toArray();
    if (found.length === 0) return 0;
    const mark = async (): Promise<void> => {
      await marks.exposures(found.map(({ at }) => at));
      await markOthers();
    };
    await mark();
    const { deletedCount } = await exposures.deleteMany(these);
    await mark();
    return deletedCount;
  };

  return {
    ofCustomers: async (customerIds) => remove('PERSONALISATION', customerIds, async () => undefined),
    ofVisits: async (sessionIds) => remove('CROSS_SELL', sessionIds, async () => markOrders(sessionIds)),
  };
};
