import type { Collection, Document, Filter, FindOptions } from 'mongodb';

import type { ProductFacts } from '../domain/catalogue/product.js';
import type { CoPurchaseStats, Popularity } from '../domain/learning/model.js';
import type { TraitIndex } from '../domain/learning/trait-affinity.js';
import type { DecidedPair } from '../domain/merchandising/decided-pair.js';
import type { BehaviourProfile } from '../domain/personalisation/profile.js';
import { type DemandIndex, DemandParts } from '../domain/serving/demand-index.js';
import type { SimilarProducts } from '../domain/serving/similar-products.js';
import { toProduct } from './facts/catalogue-store.js';
import type { Collections } from './collections.js';
import { toDecidedPair, WITHOUT_HISTORY } from './decisions/decision-mapping.js';
import { PRODUCTS_PER_PART, toDemand, toTrait, versioned } from './learned/model-documents.js';
import { toSimilarProducts } from './learned/similarity-documents.js';
import { toProfile } from './profile-store.js';

/** How long a read may take. The server gives up first, so that the socket survives; the signal is the backstop. */
export interface Deadline {
  readonly maxTimeMS: number;
  /** Aborted with the request. */
  readonly signal: AbortSignal;
}

const BACKSTOP_MS = 50;

/** Parts of the demand per command: what is read at once is worked through at once, while shoppers wait. */
const PARTS_AT_ONCE = 2;

/** The driver has no deadline of its own: every read of a request goes through here. */
export const readAll = async <D extends Document>(
  collection: Collection<D>,
  filter: Filter<D>,
  { maxTimeMS, signal }: Deadline,
  options: Pick<FindOptions, 'projection' | 'sort' | 'limit'> = {},
): Promise<D[]> => {
  const backstop = AbortSignal.any([signal, AbortSignal.timeout(maxTimeMS + BACKSTOP_MS)]);
  const found = await collection.find(filter, { ...options, maxTimeMS, signal: backstop, batchSize: 20_000 }).toArray();
  // The driver types what it found as documents with an id, which all of ours are.
  return found as D[];
};

const byId = <D extends { readonly _id: string }, T>(documents: readonly D[], map: (document: D) => T): ReadonlyMap<string, T> =>
  new Map(documents.map((document) => [document._id, map(document)]));

/** Reads for requests: many ids, one command, one deadline. */
export const createServingStore = (collections: Collections) => ({
  async products(ids: readonly string[], deadline: Deadline): Promise<ReadonlyMap<string, ProductFacts>> {
    return byId(await readAll(collections.catalogue, { _id: { $in: [...ids] } }, deadline), toProduct);
  },

  async coPurchase(version: string, ids: readonly string[], deadline: Deadline): Promise<ReadonlyMap<string, CoPurchaseStats>> {
    const keys = ids.map((id) => versioned(version, id));
    const found = await readAll(collections.coPurchase, { _id: { $in: keys } }, deadline);
    return new Map(found.map(({ _id: _, version: __, basketScores, ...stats }) => [stats.productId, { ...stats, basketScores: basketScores ?? stats.scores }]));
  },

  async similarity(version: string, ids: readonly string[], deadline: Deadline): Promise<ReadonlyMap<string, SimilarProducts>> {
    const keys = ids.map((id) => versioned(version, id));
    const found = await readAll(collections.similarity, { _id: { $in: keys } }, deadline);
    return new Map(found.map((document) => [document.productId, toSimilarProducts(document)]));
  },

  async decidedPairs(anchorIds: readonly string[], deadline: Deadline): Promise<ReadonlyMap<string, readonly DecidedPair[]>> {
    // What was taken back is as if it had never been decided.
    const filter = { anchorId: { $in: [...anchorIds] }, decision: { $ne: 'REOPEN' as const } };
    const found = (await readAll(collections.decidedPairs, filter, deadline, WITHOUT_HISTORY)).map(toDecidedPair);
    const sorted = found.toSorted((a, b) => (a.complementId < b.complementId ? -1 : 1));
    return new Map(anchorIds.map((anchorId) => [anchorId, sorted.filter((pair) => pair.anchorId === anchorId)]));
  },

  async profiles(ids: readonly string[], deadline: Deadline): Promise<ReadonlyMap<string, BehaviourProfile>> {
    return byId(await readAll(collections.profiles, { _id: { $in: [...ids] } }, deadline), toProfile);
  },

  async consents(ids: readonly string[], deadline: Deadline): Promise<ReadonlyMap<string, boolean>> {
    return byId(await readAll(collections.consents, { _id: { $in: [...ids] } }, deadline), ({ consent }) => consent);
  },

  async popularity(version: string): Promise<ReadonlyMap<string, Popularity>> {
    const found = await collections.popularity.find({ version }, { batchSize: 10_000 }).toArray();
    return new Map(found.map(({ categoryId, ids, scores }) => [categoryId, { categoryId, ids, scores }]));
  },

  /** That of a version published by an earlier release is the demand of a shop that has not learned any. */
  async demand(version: string): Promise<DemandIndex> {
    const parts = new DemandParts();
    // Where it was written: neighbours are stored by their numbers in here, so that a part that has not arrived elsewhere yet would be missed for as long as the version is served.
    const found = collections.demand.find({ version }, { sort: { part: 1 }, batchSize: PARTS_AT_ONCE, readPreference: 'primary' });
    for await (const part of found) parts.add(toDemand(part), part.part * PRODUCTS_PER_PART);
    return parts.index();
  },

  /** None of a version published by an earlier release. */
  async traits(version: string): Promise<TraitIndex> {
    const found = await collections.traits.find({ version }, { batchSize: 10_000, readPreference: 'primary' }).toArray();
    return new Map(found.map((document) => [document.trait, toTrait(document)]));
  },
});
export type ServingStore = ReturnType<typeof createServingStore>;
