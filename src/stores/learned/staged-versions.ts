import type { Filter } from 'mongodb';

import { VersionBeingRemoved } from '../../domain/learning/model.js';
import type { Collections } from '../collections.js';
import { isDuplicateKey } from '../duplicate-key.js';
import type { StagedModelDocument } from './learned-documents.js';

/** A learning run that started longer ago than this is taken for dead, and what it staged is swept. */
const STAGED_FOR_MS = 6 * 60 * 60 * 1000;
/** The same for one that removes a version. */
const REMOVING_FOR_MS = 60 * 60 * 1000;
/** A note from so far ahead is of a clock that was wrong: nobody would be found dead by it for as long as it was wrong. */
const AHEAD_MS = 60 * 60 * 1000;
/** Of two who write the first note of a version at once, one is told that it is there, and finds it so. */
const TRIES = 2;

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
  const dead = (at: Date, ms: number): Filter<StagedModelDocument> => ({
    $or: [{ startedAt: { $lt: new Date(at.getTime() - ms) } }, { startedAt: { $gt: new Date(at.getTime() + AHEAD_MS) } }],
  });
  return {
    async write(version) {
      await stagedModels.deleteOne({ _id: version, removing: true, ...dead(now(), REMOVING_FOR_MS) });
      for (let attempt = 1; ; attempt += 1) {
        try {
          await stagedModels.updateOne({ _id: version, removing: { $ne: true } }, { $set: { startedAt: now() } }, { upsert: true });
          return;
        } catch (error) {
          if (!isDuplicateKey(error)) throw error;
          if (attempt === TRIES) throw new VersionBeingRemoved(version);
        }
      }
    },

    async written(version) {
      await stagedModels.deleteOne({ _id: version, removing: { $ne: true } });
    },

    async whileRemoving(version, remove) {
      try {
        await stagedModels.insertOne({ _id: version, startedAt: now(), removing: true });
      } catch (error) {
        if (isDuplicateKey(error)) return;
        throw error;
      }
      await remove();
      await stagedModels.deleteOne({ _id: version, removing: true });
    },

    async forgetDead(at) {
      await stagedModels.deleteMany(dead(at, STAGED_FOR_MS));
      await stagedModels.deleteMany({ removing: true, ...dead(at, REMOVING_FOR_MS) });
    },
  };
};
