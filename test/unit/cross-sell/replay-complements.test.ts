import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complementsFor, type ComplementList, type ComplementsRequest } from '../../../src/domain/cross-sell/complements-for.js';
import { replayComplements, type ReplayRequest } from '../../../src/domain/cross-sell/replay-complements.js';
import { NotRetained } from '../../../src/domain/merchandising/kept/not-retained.js';
import { LaneUnavailable } from '../../../src/domain/serving/unavailable.js';
import { aPair, aPolicy, aProduct, aRule, aSelector, popularityOf, someNeighbours, somePopularity } from '../../support/builders.js';
import { aReader } from '../../support/in-memory-reader.js';
import { idsOf, sourcesOf } from '../../support/pages.js';
import { anyComplementsRequest } from '../../support/random-decisions.js';
import { anyStory, type Change, ShopWithHistory } from '../../support/shop-history.js';

const MINUTE = 60_000;
const START_OF_STORY = Date.UTC(2026, 9, 1);
const at = (minute: number): Date => new Date(START_OF_STORY + minute * MINUTE);
const justBefore = (time: Date): Date => new Date(time.getTime() - 1);

/** All of a list that anybody can see, with who and what put each product there. */
const told = ({ recommendationId, slots, modelVersion, emptyReason, split, fallback, unknownIds }: ComplementList) => ({
  ...{ recommendationId, modelVersion, emptyReason, split, fallback, unknownIds },
  slots: slots.map(({ slot, candidate: { productId, source, rule, evidence, becauseId, quantity } }) => ({
    ...{ slot, productId, source, evidence, becauseId, quantity },
    rule: rule === null ? null : [rule.id, rule.version, rule.approvedBy, rule.updatedAt],
  })),
});

const replayOf = ({ anchorIds: [productId = '', ...alongside], placement, first }: ComplementsRequest, instant: Date): ReplayRequest => ({
  ...{ productId, alongside, placement, first },
  at: instant,
});

const asked = anyComplementsRequest.map((request) => ({ ...request, excludeIds: [], filter: null }));

describe('a list of the past', () => {
  it('is the list that was served then, whatever was decided and learned since, from the very instant of each change until the next', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, asked, async ({ catalogue, learned, changes }, request) => {
        const shop = new ShopWithHistory(catalogue, learned);
        const served: { readonly instant: Date; readonly list: ComplementList }[] = [];
        const serve = async (instant: Date): Promise<void> => {
          served.push({ instant, list: await complementsFor(request, await shop.live(instant)) });
        };
        await serve(at(0));
        for (const [index, change] of changes.entries()) {
          const instant = at(10 * (index + 1));
          await serve(justBefore(instant));
          shop.change(change, instant);
          await serve(instant);
        }
        for (const { instant, list } of served) {
          expect(told(await replayComplements(replayOf(request, instant), shop.past()))).toEqual(told(list));
        }
      }),
      { numRuns: 150 },
    );
  });

  const catalogue = ['car', 'track', 'glue', 'gift'].map((id) => aProduct(id));
  const others = { popularity: popularityOf(somePopularity('', { car: 1 })), traits: new Map() };
  const learned = new Map([
    ['A', { coPurchase: [someNeighbours('car', { track: 0.9 })], ...others }],
    ['B', { coPurchase: [someNeighbours('car', { glue: 0.9 })], ...others }],
    ['C', { coPurchase: [], ...others }],
  ]);
  const nothingDecided: Change['decided'] = { rules: [], policies: [], pairs: [] };
  const story = (...changes: readonly (Partial<Change['decided']> & Partial<Omit<Change, 'decided'>>)[]): ShopWithHistory => {
    const shop = new ShopWithHistory(catalogue, learned);
    for (const [index, { ceiling = 'ASSIST', version = null, ...decided }] of changes.entries())
      shop.change({ decided: { ...nothingDecided, ...decided }, ceiling, version }, at(10 * index));
    return shop;
  };
  const replay = async (shop: ShopWithHistory, minute: number, changes: Partial<ReplayRequest> = {}): Promise<ComplementList> =>
    replayComplements({ productId: 'car', alongside: [], placement: 'PRODUCT_PAGE', at: at(minute), first: 4, ...changes }, shop.past());

  it('holds what rules said before anything was learned', async () => {
    const gift = aRule('gift', { then: aSelector({ productIds: ['gift'] }) });
    const shop = story({ rules: [gift] }, { rules: [gift], version: 'A' });
    expect(sourcesOf(await replay(shop, 5))).toEqual({ gift: 'RULE' });
    expect(await replay(shop, 5)).toMatchObject({ modelVersion: null });
    expect(sourcesOf(await replay(shop, 15))).toEqual({ gift: 'RULE', track: 'CO_PURCHASE' });
    expect(idsOf(await replay(shop, -1))).toEqual([]);
  });

  it('comes from the version that was published then, also when that one was published again later', async () => {
    const shop = story({ version: 'A' }, { version: 'B' }, { version: 'A' });
    expect([await replay(shop, 0), await replay(shop, 10), await replay(shop, 20)].map(idsOf)).toEqual([['track'], ['glue'], ['track']]);
  });

  it('knows decisions about pairs, policies and the shop as they were', async () => {
    const policy = aPolicy({ lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', autopilot: 'APPROVED_ONLY' });
    const shop = story(
      { version: 'A', pairs: [aPair('car', 'track', 'DISMISS')] },
      { pairs: [aPair('car', 'glue')] },
      { policies: [policy], pairs: [] },
      { ceiling: 'CURATED_ONLY' },
    );
    expect([await replay(shop, 5), await replay(shop, 15), await replay(shop, 25)].map(sourcesOf)).toEqual([
      {},
      { glue: 'APPROVED_PAIR', track: 'CO_PURCHASE' },
      {},
    ]);
    expect((await replay(shop, 35)).emptyReason).toBe('CURATED_ONLY');
  });

  it('counts the rest of the basket as anchors and shows none of it', async () => {
    const shop = story({ version: 'A', rules: [aRule('gift', { then: aSelector({ productIds: ['gift', 'track'] }) })] });
    expect(idsOf(await replay(shop, 5, { alongside: ['track', 'car'] }))).toEqual(['gift']);
  });

  it('is refused when the version of then is no longer kept', async () => {
    const shop = story({ version: 'A' }, { version: 'B' }, { version: 'C' });
    shop.sweep(2);
    await expect(replay(shop, 5)).rejects.toThrow(NotRetained);
    expect(idsOf(await replay(shop, 15))).toEqual(['glue']);
  });

  it('is refused when the version is swept while it is read', async () => {
    const shop = story({ version: 'A' }, { version: 'B' }, { version: 'C' });
    const past = shop.past();
    const sweeping = { ...past, readerOf: (version: string | null) => (shop.sweep(2), past.readerOf(version)) };
    const request: ReplayRequest = { productId: 'car', alongside: [], placement: 'PRODUCT_PAGE', at: at(5), first: 4 };
    await expect(replayComplements(request, sweeping)).rejects.toThrow(NotRetained);
  });

  it('is exact or nothing: what cannot be read is not done without', async () => {
    const gift = aRule('gift', { then: aSelector({ productIds: ['gift'] }) });
    const past = story({ version: 'A', rules: [gift] }).past();
    const halfDown = { ...past, readerOf: () => aReader({ products: catalogue, down: ['copurchase_stats'] }) };
    const request: ReplayRequest = { productId: 'car', alongside: [], placement: 'PRODUCT_PAGE', at: at(5), first: 4 };
    await expect(replayComplements(request, halfDown)).rejects.toThrow(LaneUnavailable);
  });
});
