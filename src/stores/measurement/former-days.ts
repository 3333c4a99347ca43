import { dayOf } from '../../domain/measurement/day.js';
import type { Collections } from '../collections.js';
import type { DayMarks } from './day-marks.js';

const MARKED = 'former-days-marked';

const ALL = { readPreference: 'primary', batchSize: 10_000 } as const;

/** The first time of each day. */
const oncePerDay = async (times: AsyncIterable<Date>): Promise<readonly Date[]> => {
  const days = new Map<string, Date>();
  for await (const at of times) if (!days.has(dayOf(at))) days.set(dayOf(at), at);
  return [...days.values()];
};

/**
 * Marks the days of facts that were recorded by a release which kept no marks: once in a shop's life, before its days are first looked at. Killed
 * half-way it is done again, which makes sheets again and changes none.
 */
export const createFormerDays = (
  { orders, interactions, measured }: Pick<Collections, 'orders' | 'interactions' | 'measured'>,
  marks: DayMarks,
): (() => Promise<void>) => {
  async function* placed(): AsyncIterable<Date> {
    for await (const { placedAt } of orders.find({}, { ...ALL, projection: { placedAt: 1 } })) yield placedAt;
  }

  async function* listed(): AsyncIterable<Date> {
    for await (const { at } of interactions.find({ recommendationId: { $ne: null } }, { ...ALL, projection: { at: 1 } })) yield at;
  }

  return async () => {
    if ((await measured.findOne({ _id: MARKED })) !== null) return;
    await marks.orders(await oncePerDay(placed()));
    await marks.interactions((await oncePerDay(listed())).map((at) => ({ at, recommendationId: MARKED })));
    await measured.updateOne({ _id: MARKED }, { $max: { at: new Date(0) } }, { upsert: true });
  };
};
