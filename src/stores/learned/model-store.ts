import type { Collection, OptionalUnlessRequiredId } from 'mongodb';

import type { ModelWriter } from '../../domain/learning/model.js';
import { confirmed, published, trimmed, withholding } from '../../domain/learning/model-history.js';
import type { Collections } from '../collections.js';
import { insertNew } from '../facts/record-new.js';
import { type Versioned, versionsIn } from './held-versions.js';
import { coPurchaseDocuments, demandDocuments, popularityDocuments, proposedPairsDocuments, traitDocuments, versioned } from './model-documents.js';
import { changeHistory, readHistory, readPointer } from './model-pointer.js';
import { similarityDocuments } from './similarity-documents.js';
import { createStagedVersions } from './staged-versions.js';

const BATCH = 1_000;

type Used = Pick<Collections, 'coPurchase' | 'similarity' | 'popularity' | 'demand' | 'traits' | 'proposedPairs' | 'models' | 'stagedModels'>;

/** Where learned statistics are kept: versions side by side, and one pointer. `now` dates what is being written. */
export const createModelStore = (collections: Used, now: () => Date): ModelWriter => {
  const { coPurchase, similarity, popularity, demand, traits, proposedPairs, models } = collections;
  // The driver cannot see that documents of each kind are documents with a version.
  const learned = [coPurchase, similarity, popularity, demand, traits, proposedPairs] as unknown as readonly Collection<Versioned>[];
  const staged = createStagedVersions(collections, now);
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

  const versionsHeld = async (): Promise<readonly string[]> => {
    const versions = new Set<string>();
    for (const collection of learned) for (const version of await versionsIn(collection)) versions.add(version);
    return [...versions];
  };

  const isPublished = async (version: string): Promise<boolean> =>
    (await readHistory(models)).publications.some((publication) => publication.version === version);

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
      await staged.write(version);
      let written = 0;
      const onWritten = (count: number): void => {
        written += count;
        onProgress(written);
      };
      await insertAll(coPurchase, coPurchaseDocuments(version, statistics), onWritten);
      await insertAll(similarity, similarityDocuments(version, statistics), onWritten);
      await insertAll(popularity, popularityDocuments(version, statistics), onWritten);
      await insertAll(traits, traitDocuments(version, statistics), onWritten);
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
      await staged.written(model.version);
    },

    async sweep(at, versionsKept) {
      await staged.forgetDead(at);
      // Before anything is removed, so that nobody is promised a time whose statistics are gone.
      await changeHistory(models, (history) => trimmed(history, versionsKept));
      for (const version of await versionsHeld()) {
        if (await isPublished(version)) continue;
        await staged.whileRemoving(version, async () => {
          // Whoever wrote it may have published it just before, and has written no more since.
          if (!(await isPublished(version))) for (const collection of learned) await collection.deleteMany({ version });
        });
      }
    },
  };
};
