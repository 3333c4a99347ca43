import type { Collection, OptionalUnlessRequiredId } from 'mongodb';

import type { LearnedStatistics, Model, ModelWriter } from '../domain/learning/model.js';
import type {
  Collections,
  CoPurchaseDocument,
  ModelDocument,
  PopularityDocument,
  PublishedModel,
  SimilarityDocument,
} from './collections.js';
import { insertNew } from './record-new.js';

const POINTER = 'published';
const BATCH = 1_000;
/** A learning run that started longer ago than this is taken for dead, and what it staged is swept. */
const STAGED_FOR_MS = 6 * 60 * 60 * 1000;

/** The key of a versioned document. */
export const versioned = (version: string, id: string): string => `${version}:${id}`;

const toPointer = (model: Model): PublishedModel => ({
  version: model.version,
  asOf: model.asOf,
  publishedAt: model.publishedAt,
  windowDays: model.windowDays,
  orders: model.orders,
  products: model.products,
  pairs: model.pairs,
  customers: model.customers,
});

const coPurchaseDocuments = (version: string, { coPurchase }: LearnedStatistics): CoPurchaseDocument[] =>
  coPurchase.map((stats) => ({ _id: versioned(version, stats.productId), version, ...stats }));

const similarityDocuments = (version: string, { similarity }: LearnedStatistics): SimilarityDocument[] =>
  similarity.map(({ productId, viewed, bought }) => ({
    _id: versioned(version, productId),
    version,
    productId,
    viewedIds: viewed.ids,
    viewedScores: viewed.scores,
    boughtIds: bought.ids,
    boughtScores: bought.scores,
  }));

const popularityDocuments = (version: string, { popularity }: LearnedStatistics): PopularityDocument[] =>
  popularity.map((sells) => ({ _id: versioned(version, sells.categoryId), version, ...sells }));

type Used = Pick<Collections, 'coPurchase' | 'similarity' | 'popularity' | 'models' | 'stagedModels'>;

/** What the pointer names now; null before the first learning. */
export const readPointer = async (models: Collections['models']): Promise<ModelDocument | null> => models.findOne({ _id: POINTER });

/** Where learned statistics are kept: versions side by side, and one pointer. `now` dates what is being written. */
export const createModelStore = ({ coPurchase, similarity, popularity, models, stagedModels }: Used, now: () => Date): ModelWriter => {
  const insertAll = async <D extends { _id: string }>(
    collection: Collection<D>,
    documents: readonly OptionalUnlessRequiredId<D>[],
    onWritten: (count: number) => void,
  ): Promise<void> => {
    for (let start = 0; start < documents.length; start += BATCH) {
      const batch = documents.slice(start, start + BATCH);
      // A version is named by its contents, so a document that a killed run wrote already is the same one.
      await insertNew(collection, batch);
      onWritten(batch.length);
    }
  };

  return {
    async published() {
      const pointer = await readPointer(models);
      return pointer === null ? null : toPointer(pointer);
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
    },

    async publish(model) {
      const held = await readPointer(models);
      const previous = held === null || held.version === model.version ? (held?.previous ?? null) : toPointer(held);
      await models.replaceOne({ _id: POINTER }, { ...toPointer(model), previous }, { upsert: true });
      await stagedModels.deleteOne({ _id: model.version });
    },

    async sweep(at) {
      await stagedModels.deleteMany({ startedAt: { $lt: new Date(at.getTime() - STAGED_FOR_MS) } });
      const staged = await stagedModels.find({}).toArray();
      const pointer = await readPointer(models);
      const kept = [...staged.map(({ _id }) => _id), ...[pointer?.version, pointer?.previous?.version].filter((v) => v !== undefined)];
      for (const collection of [coPurchase, similarity, popularity]) await collection.deleteMany({ version: { $nin: kept } });
    },
  };
};
