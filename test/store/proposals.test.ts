import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';

import { learnedPairs, proposedPairs, type ProposedPairsPage } from '../../src/domain/cross-sell/proposed-pairs.js';
import type { SampledPair } from '../../src/domain/cross-sell/proposed-pairs-reading.js';
import type { CoPurchaseStats } from '../../src/domain/learning/model.js';
import { strongestPairs } from '../../src/domain/learning/strongest-pairs.js';
import { pairId } from '../../src/domain/merchandising/kept/decisions.js';
import { aModel, anOrder, aPairRecord, aProduct, someStatistics } from '../support/builders.js';
import { useStores } from '../support/store.js';

const deadline = { maxTimeMS: 2_000, signal: new AbortController().signal };
const ANCHORS = 30;
const NEIGHBOURS = 20;

/** Enough pairs for more than one part, many of them of the same strength. */
const everyAnchor: readonly CoPurchaseStats[] = Array.from({ length: ANCHORS }, (_, anchor) => ({
  productId: `a${String(anchor).padStart(2, '0')}`,
  orders: 40,
  neighbourIds: Array.from({ length: NEIGHBOURS }, (__, at) => `n${String(at).padStart(2, '0')}`),
  ordersTogether: Array.from({ length: NEIGHBOURS }, (__, at) => 30 - at - (anchor % 3)),
  neighbourOrders: Array.from({ length: NEIGHBOURS }, () => 50),
  scores: Array.from({ length: NEIGHBOURS }, (__, at) => 1 / (at + 1)),
  basketScores: Array.from({ length: NEIGHBOURS }, (__, at) => 1 / (at + 1)),
}));

const model = aModel({ version: 'v1' });

describe('proposed pairs in a store', () => {
  const { stores, address } = useStores();
  const dependencies = () => ({ model, reading: stores().proposals.within(deadline) });
  const ask = async (anchorId: string | null, first: number, after: string | null = null): Promise<ProposedPairsPage> => {
    const page = await proposedPairs({ anchorId, first, after }, dependencies());
    if (page === null) throw new Error('the cursor was refused');
    return page;
  };
  const readAll = async (anchorId: string | null, first: number): Promise<readonly string[]> => {
    const ids: string[] = [];
    let page = await ask(anchorId, first);
    for (;;) {
      ids.push(...page.pairs.map(({ id }) => id));
      if (!page.hasNextPage) return ids;
      page = await ask(anchorId, first, page.pairs.at(-1)?.cursor ?? null);
    }
  };

  it('are those of the statistics, page by page, over all their parts', async () => {
    const strongest = strongestPairs(everyAnchor, model.orders);
    await stores().models.stage('v1', someStatistics({ coPurchase: everyAnchor, strongest }));
    await stores().models.publish(model);
    const ids = new Set(everyAnchor.flatMap(({ productId, neighbourIds }) => [productId, ...neighbourIds]));
    await stores().facts.recordProducts([...ids].map((id) => aProduct(id)));
    const expected = strongest.anchorIds.map((anchorId, at) => pairId({ anchorId, complementId: strongest.complementIds[at] ?? '' }));
    expect(expected).toHaveLength(ANCHORS * NEIGHBOURS);
    expect(await readAll(null, 200)).toEqual(expected);
    expect(await readAll(null, 77)).toEqual(expected);
    expect(await readAll('a07', 7)).toEqual(expected.filter((id) => (JSON.parse(Buffer.from(id, 'base64url').toString()) as string[])[0] === 'a07'));
  });

  it('are added to a version that was published without them', async () => {
    const statistics = someStatistics({ coPurchase: everyAnchor, strongest: strongestPairs(everyAnchor, model.orders) });
    const parts = async () => (await ask(null, 200)).pairs.length;
    await stores().models.complete('v1', statistics);
    expect(await parts()).toBe(200);
    const client = new MongoClient(address().uri);
    await client.db(address().database).collection('proposed_pairs').deleteMany({});
    await client.close();
    expect(await parts()).toBe(0);
    await stores().models.complete('v1', statistics);
    expect(await parts()).toBe(200);
  });

  it('leave out what people decided and what is inactive', async () => {
    const [first, second, third] = (await ask(null, 4)).pairs;
    if (first === undefined || second === undefined || third === undefined) throw new Error('there are pairs');
    const decided = [
      aPairRecord(first.anchorId, first.complementId, { decision: 'APPROVE' }),
      aPairRecord(second.anchorId, second.complementId, { decision: 'DISMISS' }),
      aPairRecord(third.anchorId, third.complementId, { decision: 'REOPEN' }),
    ];
    await stores().decisions.commit({ pairs: decided }, () => ({ writes: { pairs: decided }, result: null }));
    expect((await ask(null, 1)).pairs[0]?.id).toBe(third.id);
    await stores().facts.recordProducts([aProduct(third.anchorId, { active: false })]);
    expect((await ask(null, 200)).pairs.some(({ anchorId }) => anchorId === third.anchorId)).toBe(false);
    expect((await ask(third.anchorId, 200)).pairs).toEqual([]);
  });

  it('are looked up for decisions by what the statistics hold', async () => {
    const [known, unknown] = [{ anchorId: 'a03', complementId: 'n05' }, { anchorId: 'n05', complementId: 'a03' }];
    expect(await learnedPairs([known, unknown], dependencies())).toEqual(new Set([pairId(known)]));
  });

  it('go with their version', async () => {
    for (const version of ['v2', 'v3']) await stores().models.publish(aModel({ version }));
    await stores().models.sweep(new Date(Date.now() + 24 * 60 * 60 * 1000), 2);
    expect(await ask(null, 200)).toEqual({ pairs: [], hasNextPage: false });
    const client = new MongoClient(address().uri);
    expect(await client.db(address().database).collection('proposed_pairs').countDocuments({})).toBe(0);
    await client.close();
  });
});

describe('orders that show a pair', () => {
  const { stores } = useStores();
  const placed = (minute: number): { placedAt: Date; updatedAt: Date } => {
    const placedAt = new Date(Date.UTC(2026, 0, 1, 0, minute));
    return { placedAt, updatedAt: placedAt };
  };
  const sample = async (pair: SampledPair) => (await stores().proposals.within(deadline).sampleOrders([pair])).get(pairId(pair));

  it('are the newest completed ones with both, five at most, whichever product is looked through', async () => {
    await stores().facts.recordOrders([
      ...Array.from({ length: 12 }, (_, minute) => anOrder(`both${String(minute)}`, ['tent', 'mug', 'pegs', 'pegs'], placed(minute))),
      ...Array.from({ length: 9 }, (_, minute) => anOrder(`tent${String(minute)}`, ['tent'], placed(100 + minute))),
      anOrder('cancelled', ['tent', 'pegs'], { ...placed(200), status: 'CANCELLED' }),
    ]);
    const newest = ['both11', 'both10', 'both9', 'both8', 'both7'];
    expect(await sample({ anchorId: 'tent', complementId: 'pegs', rarerId: 'pegs' })).toEqual(newest);
    expect(await sample({ anchorId: 'tent', complementId: 'pegs', rarerId: 'tent' })).toEqual(newest);
    expect(await sample({ anchorId: 'tent', complementId: 'unknown', rarerId: 'unknown' })).toEqual([]);
  });

  it('are found for a whole page of pairs', async () => {
    const pairs = ['pegs', 'mug', 'x', ...Array.from({ length: 40 }, (_, at) => `none${String(at)}`)].map((complementId) => ({
      anchorId: 'tent',
      complementId,
      rarerId: complementId,
    }));
    const found = await stores().proposals.within(deadline).sampleOrders(pairs);
    expect(found.size).toBe(43);
    expect([...found.values()].filter((ids) => ids.length > 0)).toHaveLength(2);
  });
});
