import type { WithoutId } from 'mongodb';

import type { Model } from '../../domain/learning/model.js';
import { type ModelHistory, NEVER_PUBLISHED } from '../../domain/learning/model-history.js';
import type { WithheldModel } from '../../domain/learning/withheld-model.js';
import type { Collections } from '../collections.js';
import { isDuplicateKey } from '../duplicate-key.js';
import type { ModelDocument, PublishedModel } from './learned-documents.js';

const POINTER = 'published';
const MOST_TRIES = 10;

const toPublished = (model: Model): PublishedModel => ({
  version: model.version,
  asOf: model.asOf,
  publishedAt: model.publishedAt,
  windowDays: model.windowDays,
  orders: model.orders,
  products: model.products,
  pairs: model.pairs,
  customers: model.customers,
});

/** A pointer's history. One without a list knows the version before at most, and nothing of what was before that. */
export const historyOf = (pointer: ModelDocument | null): ModelHistory => {
  if (pointer === null) return NEVER_PUBLISHED;
  const withheld = pointer.withheld ?? null;
  if (pointer.publications !== undefined) return { publications: pointer.publications, completeSince: pointer.completeSince ?? null, withheld };
  const previous = pointer.previous ?? null;
  const publications = [toPublished(pointer), ...(previous === null ? [] : [previous])];
  return { publications, completeSince: previous?.publishedAt ?? null, withheld };
};

/** What the pointer says of now. */
export interface Pointed {
  /** Null before the first learning. */
  readonly model: Model | null;
  /** What was learned since and held back; null where what was learned last is published. */
  readonly withheld: WithheldModel | null;
}

/** What is published now, and what was held back since. */
export const readPointer = async (models: Collections['models']): Promise<Pointed> => {
  const pointer = await models.findOne({ _id: POINTER }, { projection: { publications: 0 } });
  return { model: pointer === null ? null : toPublished(pointer), withheld: pointer?.withheld ?? null };
};

/** Selects the one document with the history. */
export const THE_POINTER = { _id: POINTER };

const written = async (models: Collections['models'], held: ModelDocument | null, pointer: WithoutId<ModelDocument>): Promise<boolean> => {
  if (held !== null) {
    const { version, publishedAt, withheld } = held;
    // Null matches a field that is not there.
    const unchanged = { _id: POINTER, version, publishedAt, 'withheld.at': withheld?.at ?? null };
    return (await models.replaceOne(unchanged, pointer)).matchedCount === 1;
  }
  try {
    await models.insertOne({ _id: POINTER, ...pointer });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
};

/** Whatever the connection string prefers: by a copy that lags behind, the statistics of what was just published would be removed. */
const readHeld = async (models: Collections['models']): Promise<ModelDocument | null> => models.findOne(THE_POINTER, { readPreference: 'primary' });

/** What was published, where it is written. */
export const readHistory = async (models: Collections['models']): Promise<ModelHistory> => historyOf(await readHeld(models));

/** Changes the history: of two runs that publish at once, neither is forgotten. Answers what holds then. */
export const changeHistory = async (models: Collections['models'], change: (history: ModelHistory) => ModelHistory): Promise<ModelHistory> => {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const held = await readHeld(models);
    const before = historyOf(held);
    const after = change(before);
    const [published] = after.publications;
    if (published === undefined || after === before) return before;
    const publications = after.publications.map(toPublished);
    const withheld = after.withheld === null ? {} : { withheld: after.withheld };
    if (await written(models, held, { ...toPublished(published), publications, completeSince: after.completeSince, ...withheld })) return after;
  }
  throw new Error('The published model is being changed by too many learning runs');
};
