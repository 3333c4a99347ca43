import { MongoBulkWriteError, type Collection, type OptionalUnlessRequiredId } from 'mongodb';

import type { RecordingOutcome } from '../../domain/facts/recording.js';
import { DUPLICATE_KEY } from '../duplicate-key.js';

const firstPositions = (error: MongoBulkWriteError): ReadonlySet<number> => {
  const writeErrors = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  const other = writeErrors.find(({ code }) => code !== DUPLICATE_KEY);
  if (other !== undefined) throw error;
  return new Set(writeErrors.map(({ index }) => index));
};

/**
 * Inserts documents by their unique ids and answers the positions of those whose id was taken, by an earlier document of the batch too.
 * The unique key is what makes recording exactly-once: a repeated batch changes nothing.
 */
export const insertNew = async <D extends { _id: string }>(
  collection: Collection<D>,
  documents: readonly OptionalUnlessRequiredId<D>[],
): Promise<ReadonlySet<number>> => {
  if (documents.length === 0) return new Set();
  try {
    await collection.insertMany(documents, { ordered: false });
    return new Set();
  } catch (error) {
    if (error instanceof MongoBulkWriteError) return firstPositions(error);
    throw error;
  }
};

export const ACCEPTED: RecordingOutcome = { kind: 'accepted' };
export const DUPLICATE: RecordingOutcome = { kind: 'duplicate' };

/** Whether two documents of one kind say the same; both must have been built by the same function, so that fields have one order. */
export const saysTheSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
