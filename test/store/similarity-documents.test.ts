import { Binary, MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';

import type { SimilarityStats } from '../../src/domain/learning/model.js';
import type { LoadedNeighbours } from '../../src/domain/serving/similar-products.js';
import type { SimilarityDocument } from '../../src/stores/learned/learned-documents.js';
import { someDemand, someSimilar, someStatistics } from '../support/builders.js';
import { useStores } from '../support/store.js';

const deadline = { maxTimeMS: 2_000, signal: new AbortController().signal };

const TEA = someSimilar('tea', { viewed: { mug: 0.7, unsold: 0.3 }, bought: { milk: 1, mug: 0.5, sugar: 0.1 } });
const DEMAND = someDemand({ sugar: { demand: 2 }, mug: { demand: 1 }, milk: { demand: 0 } });

describe('products alike in a store', () => {
  const { stores, address } = useStores();
  const stage = async (version: string, similarity: readonly SimilarityStats[], demand = DEMAND) =>
    stores().models.stage(version, someStatistics({ similarity, demand }));
  const loaded = async (version: string, productId = 'tea') => {
    const found = (await stores().serving.similarity(version, [productId], deadline)).get(productId);
    if (found === undefined) throw new Error(`${productId} is not in ${version}`);
    return found;
  };
  /** Scores by id, whether a neighbour is held by number or by id. */
  const scoresOf = async (version: string, { ids, scores, numbered }: LoadedNeighbours) => {
    const demand = await stores().serving.demand(version);
    const byNumber = [...(numbered?.numbers ?? [])].map((number, place) => [demand.idAt(number), numbered?.scores[place]]);
    return Object.fromEntries([...byNumber, ...ids.map((id, place) => [id, scores[place]])]);
  };
  const put = async (document: SimilarityDocument) => {
    const client = new MongoClient(address().uri);
    await client.db(address().database).collection<SimilarityDocument>('similarity_stats').insertOne(document);
    await client.close();
  };

  it('come back as they were learned, by number where the demand of the same version knows them', async () => {
    await stage('v1', [TEA]);
    const { viewed, bought } = await loaded('v1');
    expect(await scoresOf('v1', viewed)).toEqual({ mug: 0.7, unsold: 0.3 });
    expect(await scoresOf('v1', bought)).toEqual({ milk: 1, mug: 0.5, sugar: 0.1 });
    expect([viewed.ids, bought.ids]).toEqual([['unsold'], []]);
  });

  it('keep their scores to the last bit, also where all of them are whole', async () => {
    const third = someSimilar('tea', { bought: { milk: 1 / 3, mug: Number.MIN_VALUE } });
    await stage('v2', [third, someSimilar('pot', { bought: { milk: 1, mug: 1 } })]);
    expect(await scoresOf('v2', (await loaded('v2')).bought)).toEqual({ milk: 1 / 3, mug: Number.MIN_VALUE });
    expect(await scoresOf('v2', (await loaded('v2', 'pot')).bought)).toEqual({ milk: 1, mug: 1 });
  });

  it('are all held by id where no demand was learned', async () => {
    await stage('v3', [TEA], someDemand({}));
    expect(await loaded('v3')).toEqual(TEA);
  });

  it('are read as an earlier release wrote them', async () => {
    const { productId, viewed, bought } = TEA;
    await put({ _id: 'v4:tea', version: 'v4', productId, viewedIds: viewed.ids, viewedScores: viewed.scores, boughtIds: bought.ids, boughtScores: bought.scores });
    expect(await loaded('v4')).toEqual(TEA);
  });

  it('are refused where somebody has changed a column', async () => {
    const boughtNumbered = { count: 2, numbers: new Binary(Uint8Array.of(0, 1)), scores: new Binary(Uint8Array.of(1, 2, 3)) };
    await put({ _id: 'v5:tea', version: 'v5', productId: 'tea', viewedIds: [], viewedScores: [], boughtIds: [], boughtScores: [], boughtNumbered });
    await expect(loaded('v5')).rejects.toThrow('does not hold 2 numbers');
  });
});
