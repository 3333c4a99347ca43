import { MongoServerError } from 'mongodb';

import { VersionBeingRemoved } from '../../domain/learning/model.js';
import type { Collections } from '../collections.js';

const DUPLICATE_KEY = 11_000;
/** A learning run that started longer ago than this is taken for dead, and what it staged is swept. */
const STAGED_FOR_MS = 6 * 60 * 60 * 1000;
/** The same for one that removes a version. */
const REMOVING_FOR_MS = 60 * 60 * 1000;

const isTaken = (error: unknown): boolean => error instanceof MongoServerError && error.code === DUPLICATE_KEY;

/** Who writes which version, and who removes which: each version has one note, so that nobody does both at once. */
export interface StagedVersions {
  /** Notes that a version is being written. Throws VersionBeingRemoved where somebody is removing it. */
  write(version: string): Promise<void>;
  /** Notes that it is written and published. */
  written(version: string): Promise<void>;
  /** Notes that a version is being removed, as long as `remove` takes; does nothing where somebody is writing it, or removing it already. */
  whileRemoving(version: string, remove: () => Promise<void>): Promise<void>;
  /** Forgets about those who are taken for dead at an instant. */
  forgetDead(at: Date): Promise<void>;
}

/** Keeps these notes, dated by `now`. */
export const createStagedVersions = ({ stagedModels }: Pick<Collections, 'stagedModels'>, now: () => Date): StagedVersions => {
  const before = (at: Date, ms: number) => ({ startedAt: { $lt: new Date(at.getTime() - ms) } });
  return {
    async write(version) {
      await stagedModels.deleteOne({ _id: version, removing: true, ...before(now(), REMOVING_FOR_MS) });
      try {
        await stagedModels.updateOne({ _id: version, removing: { $ne: true } }, { $set: { startedAt: now() } }, { upsert: true });
      } catch (error) {
        throw isTaken(error) ? new VersionBeingRemoved(version) : error;
      }
    },

    async written(version) {
      await stagedModels.deleteOne({ _id: version, removing: { $ne: true } });
    },

    async whileRemoving(version, remove) {
      try {
        await stagedModels.insertOne({ _id: version, startedAt: now(), removing: true });
      } catch (error) {
        if (isTaken(error)) return;
        throw error;
      }
      await remove();
      await stagedModels.deleteOne({ _id: version, removing: true });
    },

    async forgetDead(at) {
      await stagedModels.deleteMany(before(at, STAGED_FOR_MS));
      await stagedModels.deleteMany({ removing: true, ...before(at, REMOVING_FOR_MS) });
    },
  };
};
