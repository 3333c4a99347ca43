import type { Exposure } from '../../domain/measurement/exposure.js';
import type { Lane } from '../../domain/merchandising/rule.js';
import type { Collections } from '../collections.js';
import type { DayMarks } from './day-marks.js';
import { exposureKey, exposureKeysOf } from './exposure-documents.js';
import type { ExposureDocument } from './measurement-documents.js';

type Used = Pick<Collections, 'exposures' | 'orders'>;

const UNIT_OF_ORDER: Readonly<Record<Lane, 'sessionId' | 'customerId'>> = { CROSS_SELL: 'sessionId', PERSONALISATION: 'customerId' };

/** Records since when units take part in a comparison. */
export const createExposureLog = ({ exposures, orders }: Used, marks: DayMarks): ((batch: readonly Exposure[]) => Promise<void>) => {
  const write = async (batch: readonly Exposure[]): Promise<void> => {
    await exposures.bulkWrite(
      batch.map((exposure) => {
        const { lane, arm, unitId, at } = exposure;
        const update = { $setOnInsert: { lane, arm, unitId }, $min: { at }, $max: { lastAt: at } };
        return { updateOne: { filter: { _id: exposureKey(exposure) }, update, upsert: true } };
      }),
      { ordered: false },
    );
  };

  const heldOf = async (batch: readonly Exposure[]): Promise<(exposure: Exposure) => readonly ExposureDocument[]> => {
    const keys = batch.flatMap(({ lane, unitId }) => exposureKeysOf(lane, unitId));
    const found = await exposures.find({ _id: { $in: keys } }, { readPreference: 'primary', batchSize: 5_000 }).toArray();
    const held = new Map(found.map((document) => [document._id, document]));
    return ({ lane, unitId }) => exposureKeysOf(lane, unitId).flatMap((key) => held.get(key) ?? []);
  };

  /** Orders that were placed after a part began and recorded before it was: only of exposures that come late. */
  const laterOrders = async (lane: Lane, begun: readonly Exposure[]): Promise<readonly Date[]> => {
    const ofLane = begun.filter((exposure) => exposure.lane === lane);
    if (ofLane.length === 0) return [];
    const since = new Date(Math.min(...ofLane.map(({ at }) => at.getTime())));
    const filter = { [UNIT_OF_ORDER[lane]]: { $in: ofLane.map(({ unitId }) => unitId) }, status: 'COMPLETED' as const, placedAt: { $gte: since } };
    const found = await orders.find(filter, { projection: { placedAt: 1 }, readPreference: 'primary', batchSize: 5_000 }).toArray();
    return found.map(({ placedAt }) => placedAt);
  };

  return async (batch) => {
    if (batch.length === 0) return;
    const heldFor = await heldOf(batch);
    await write(batch);
    // Those at the same instant too: an earlier call may have been stopped after it wrote them and before they were marked.
    const begun = batch.filter((exposure) => heldFor(exposure).every(({ at }) => at >= exposure.at));
    const moved = begun.flatMap((exposure) => heldFor(exposure).map(({ at }) => at));
    const later = await Promise.all([laterOrders('CROSS_SELL', begun), laterOrders('PERSONALISATION', begun)]);
    await marks.exposures([...begun.map(({ at }) => at), ...moved, ...later.flat()]);
  };
};
