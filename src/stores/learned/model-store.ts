import type { Collection, OptionalUnlessRequiredId } from 'mongodb';

import type { ModelWriter } from '../../domain/learning/model.js';
import { confirmed, published, trimmed, withholding } from '../../domain/learning/model-history.js';
import type { Collections } from '../collections.js';
import { coPurchaseDocuments, demandDocuments, popularityDocuments, proposedPairsDocuments, versioned } from './model-documents.js';
import { changeHistory, readPointer } from './model-pointer.js';
import { similarityDocuments } from './similarity-documents.js';
import { insertNew } from '../facts/record-new.js';

const BATCH = 1_000;
/** A learning run that started longer ago than this is taken for dead, and what it staged is swept. */
const STAGED_FOR_MS = 6 * 60 * 60 * 1000;

type Used = Pick<Collections, 'coPurchase' | 'similarity' | 'popularity' | 'demand' | 'proposedPairs' | 'models' | 'stagedModels'>;

/** Where learned statistics are kept: versions side by side, and one pointer. `now` dates what is being written. */
export const createModelStore = (collections: Used, now: () => Date): ModelWriter => {
  const { coPurchase, similarity, popularity, demand, proposedPairs, models, stagedModels } = collections;
  const insertAll = async <D extends { _id: string }>(
    collection: Collection<D>,
    documents: readonly OptionalUnlessRequiredId<D>[],
    onWritten: (count: number) => void = () => undefined,
  ): Promise<void> => {
    for (let start = 0; start < documents.length; start += BATCH) {
      const batch = documents.slice(start, start + BATCH);
      // A version is named by its contents, so a document that a killed run wrote already is the same one.
      await insertNew(collection, batch);
      onWritten(batch.length);
    }
  };

  return {
    published: async () => (await readPointer(models)).model,

    async firstNeighbours(version, anchorIds, most) {
      const first = new Map<string, readonly string[]>();
      for (let start = 0; start < anchorIds.length; start += BATCH) {
        const keys = anchorIds.slice(start, start + BATCH).map((id) => versioned(version, id));
        const lists = coPurchase.find({ _id: { $in: keys } }, { projection: { productId: 1, neighbourIds: 1 } });
        for await (const { productId, neighbourIds } of lists) first.set(productId, neighbourIds.slice(0, most));
      }
      return first;
    },

    async stage(version, statistics, onProgress = () => undefined) {
      await stagedModels.updateOne({ _id: version }, { $set: { startedAt: now() } }, { upsert: true });
      let written = 0;
      const onWritten = (count: number): void => {
        written += count;
        onProgress(written);
      };
      await insertAll(coPurchase, coPurchaseDocuments(version, statistics), onWritten);
      await insertAll(similarity, similarityDocuments(version, statistics), onWritten);
      await insertAll(popularity, popularityDocuments(version, statistics), onWritten);
      // Few documents that hold much: not worth a step of their own.
      await insertAll(demand, demandDocuments(version, statistics));
      await insertAll(proposedPairs, proposedPairsDocuments(version, statistics));
    },

    async complete(version, statistics) {
      await insertAll(proposedPairs, proposedPairsDocuments(version, statistics));
      await changeHistory(models, (history) => confirmed(history, version));
    },

    async withhold(publishedVersion, withheld) {
      await changeHistory(models, (history) => withholding(history, publishedVersion, withheld));
    },

    async publish(model) {
      await changeHistory(models, (history) => published(history, model));
      await stagedModels.deleteOne({ _id: model.version });
    },

    async sweep(at, versionsKept) {
      await stagedModels.deleteMany({ startedAt: { $lt: new Date(at.getTime() - STAGED_FOR_MS) } });
      const staged = await stagedModels.find({}).toArray();
      // Before anything is removed, so that nobody is promised a time whose statistics are gone.
      const { publications } = await changeHistory(models, (history) => trimmed(history, versionsKept));
      const kept = [...new Set([...staged, ...publications.map(({ version }) => ({ _id: version }))].map(({ _id }) => _id))];
      for (const collection of [coPurchase, similarity, popularity, demand, proposedPairs]) await collection.deleteMany({ version: { $nin: kept } });
    },
  };
};
