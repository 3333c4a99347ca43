import type { Interaction } from '../../domain/facts/interaction.js';
import { CLOCK_SKEW_MS } from '../../domain/facts/check-value.js';
import { dayOf } from '../../domain/measurement/day.js';
import type { Collections } from '../collections.js';

/** Notes of which UTC days facts have changed, so that their sheets are made again. To be called AFTER the facts were written or removed. */
export interface DayMarks {
  /** Orders by when they were placed; of an order that moved, both days. */
  orders(placedAt: readonly Date[]): Promise<void>;
  /** Those that name no list are in no sheet and mark nothing. */
  interactions(interactions: readonly Pick<Interaction, 'at' | 'recommendationId'>[]): Promise<void>;
  /** Exposures by when they began. */
  exposures(at: readonly Date[]): Promise<void>;
  /** Pages by when they were served: interactions and orders that name them may have been recorded before, by a clock that is a little behind. */
  served(at: readonly Date[]): Promise<void>;
}

/** Marks are counters that only rise, one per day: whoever saw a lower number saw older facts. */
export const createDayMarks = ({ dayChanges }: Pick<Collections, 'dayChanges'>): DayMarks => {
  const mark = async (times: readonly Date[], touches: 0 | 1): Promise<void> => {
    const days = [...new Set(times.map(dayOf))];
    if (days.length === 0) return;
    await dayChanges.bulkWrite(
      days.map((_id) => ({ updateOne: { filter: { _id }, update: { $inc: { changes: 1, touches } }, upsert: true } })),
      { ordered: false },
    );
  };
  return {
    orders: async (placedAt) => mark(placedAt, 0),
    interactions: async (interactions) => mark(interactions.flatMap(({ at, recommendationId }) => (recommendationId === null ? [] : [at])), 1),
    exposures: async (at) => mark(at, 0),
    served: async (at) => mark(at.flatMap((time) => [time, new Date(time.getTime() - CLOCK_SKEW_MS)]), 1),
  };
};
