import { streamInChunks } from '../../domain/facts/in-chunks.js';
import type { Exposure } from '../../domain/measurement/exposure.js';
import { knownListsOf } from '../../domain/measurement/known-list.js';
import type { MeasuredFacts } from '../../domain/measurement/measured-facts.js';
import type { Lane } from '../../domain/merchandising/rule.js';
import type { Collections } from '../collections.js';
import { toInteraction } from '../facts/interaction-store.js';
import { toOrder } from '../facts/order-store.js';
import { createDayMarks } from './day-marks.js';
import { earliestByUnit, exposureKeysOf, toExposure } from './exposure-documents.js';
import { createFormerDays } from './former-days.js';

const LANES: readonly Lane[] = ['CROSS_SELL', 'PERSONALISATION'];

/** How many exposures are compared at a time with those of the other arm. */
const EXPOSURES_AT_A_TIME = 5_000;

/**
 * Facts are read where they are written, whatever the connection string prefers: a mark that was seen with facts from before it would pass off
 * an old sheet as a new one.
 */
const FRESH = { readPreference: 'primary', batchSize: 5_000 } as const;

type Used = Pick<Collections, 'dayChanges' | 'orders' | 'interactions' | 'served' | 'exposures' | 'measured'>;

/** Reads what day sheets are made from. */
export const createMeasuredFacts = (collections: Used): MeasuredFacts => {
  const { dayChanges, orders, interactions, served, exposures } = collections;
  const markFormerDays = createFormerDays(collections, createDayMarks(collections));

  const exposuresOf = async (lane: Lane, unitIds: readonly string[]): Promise<ReadonlyMap<string, Exposure>> => {
    const keys = unitIds.flatMap((unitId) => exposureKeysOf(lane, unitId));
    return earliestByUnit((await exposures.find({ _id: { $in: keys } }, FRESH).toArray()).map(toExposure));
  };

  const earliestAmong = async (some: readonly Exposure[]): Promise<readonly Exposure[]> => {
    const kept = LANES.map(async (lane) => {
      const ofLane = some.filter((exposure) => exposure.lane === lane);
      const earliest = await exposuresOf(lane, [...new Set(ofLane.map(({ unitId }) => unitId))]);
      return ofLane.filter(({ unitId, arm }) => earliest.get(unitId)?.arm === arm);
    });
    return (await Promise.all(kept)).flat();
  };

  return {
    dayChanges: async () => {
      await markFormerDays();
      return (await dayChanges.find({}, FRESH).sort({ _id: 1 }).toArray()).map(({ _id, changes, touches }) => ({ day: _id, changes, touches }));
    },

    async *completedOrders(from, until) {
      for await (const document of orders.find({ placedAt: { $gte: from, $lt: until }, status: 'COMPLETED' }, FRESH)) yield toOrder(document);
    },

    async *listedInteractions(from, until) {
      const listed = { at: { $gte: from, $lt: until }, recommendationId: { $ne: null }, productId: { $ne: null } };
      for await (const document of interactions.find(listed, FRESH)) yield toInteraction(document);
    },

    knownLists: async (recommendationIds) => knownListsOf(await served.find({ recommendationId: { $in: [...recommendationIds] } }, FRESH).toArray()),

    exposuresOf,

    async *exposures(from, until) {
      const begun = exposures.find({ at: { $gte: from, $lt: until } }, FRESH);
      for await (const some of streamInChunks(begun, EXPOSURES_AT_A_TIME)) yield* await earliestAmong(some.map(toExposure));
    },
  };
};
