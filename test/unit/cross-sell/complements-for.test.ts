import { describe, expect, it } from 'vitest';
import { complementsFor, type ComplementsRequest } from '../../../src/domain/cross-sell/complements-for.js';
import { START } from '../../../src/domain/ranking/cursor.js';
import { LaneUnavailable } from '../../../src/domain/serving/unavailable.js';
import { aPair, aPolicy, aProduct, aRule, aSelector, aSnapshot, NOW, popularityOf, someNeighbours, somePopularity } from '../../support/builders.js';
import { aReader, type ShopHoldings } from '../../support/in-memory-reader.js';
import { idsOf, sourcesOf } from '../../support/pages.js';

const REQUEST: ComplementsRequest = { placement: 'PRODUCT_PAGE', anchorIds: ['car'], excludeIds: [], filter: null, arm: 'TREATMENT', first: 4, position: START };
const SHOP: Partial<ShopHoldings> = {
  products: ['car', 'track', 'glue', 'batteries', 'gift', 'bestseller'].map((id) => aProduct(id)),
  coPurchase: [someNeighbours('car', { track: 0.9, glue: 0.5 })],
};
const POPULARITY = popularityOf(somePopularity('', { bestseller: 9, track: 5 }));
const policy = (changes: Partial<Parameters<typeof aPolicy>[0]>) => aPolicy({ lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', ...changes });

const ask = (
  { shop = {}, request = {}, ...snapshot }: Parameters<typeof aSnapshot>[0] & { shop?: Partial<ShopHoldings>; request?: Partial<ComplementsRequest> } = {},
) =>
  complementsFor(
    { ...REQUEST, ...request },
    { snapshot: aSnapshot({ popularity: POPULARITY, ...snapshot }), reader: aReader({ ...SHOP, ...shop }), now: NOW, idSalt: 'salt' },
  );

describe('complements', () => {
  it('are what was bought together, where nobody decided anything', async () => {
    const list = await ask();
    expect(idsOf(list)).toEqual(['track', 'glue']);
    expect(list).toMatchObject({ emptyReason: null, modelVersion: 'm1', unknownIds: [], hasNextPage: false, hasPreviousPage: false });
    expect(list.becauses.get('car')?.title).toBe('Product car');
  });

  it('fill slots by source: companions, pins, rules, approved pairs, learning, popularity', async () => {
    const then = (id: string) => aSelector({ productIds: [id] });
    const list = await ask({
      rules: [
        aRule('recommend', { then: then('gift') }),
        aRule('require', { action: 'REQUIRE', when: then('car'), then: then('batteries'), quantity: 2 }),
        aRule('pin', { action: 'PIN', slot: 2, then: then('pinned') }),
      ],
      policies: [policy({ fallback: true })],
      shop: { products: [...(SHOP.products ?? []), aProduct('pinned')], pairs: [aPair('car', 'glue')] },
      request: { first: 10 },
    });
    expect(sourcesOf(list)).toEqual({
      batteries: 'REQUIRED_COMPANION',
      pinned: 'PINNED',
      gift: 'RULE',
      glue: 'APPROVED_PAIR',
      track: 'CO_PURCHASE',
      bestseller: 'POPULAR',
    });
    expect(idsOf(list)).toEqual(['batteries', 'pinned', 'gift', 'glue', 'track', 'bestseller']);
    expect(list.slots[0]?.candidate).toMatchObject({ quantity: 2, becauseId: 'car', rule: { id: 'require' } });
    expect(list.split).toEqual({ human: 4, learned: 1, fallback: 1, asked: 10, learnedShareCap: 1 });
  });

  describe('of an anchor of which few pairs were learned', () => {
    const titled = (id: string, title: string) => aProduct(id, { title, categoryPath: [], brand: null });
    const products = [titled('car', 'Red lantern'), ...['track', 'glue', 'l1', 'l2', 'bestseller'].map((id) => titled(id, id))];
    const traits = new Map([['word:lantern', { trait: 'word:lantern', weight: 1, productIds: ['l1', 'l2', 'glue'], relativeDemand: [0, -0.1, -0.2] }]]);
    const asked = (changes: Parameters<typeof ask>[0] = {}) => ask({ traits, policies: [policy({ fallback: true })], ...changes, shop: { products, ...changes.shop }, request: { first: 10 } });

    it('go on with what shares its traits, behind all pairs and before what is popular', async () => {
      const list = await asked();
      expect(sourcesOf(list)).toEqual({ track: 'CO_PURCHASE', glue: 'CO_PURCHASE', l1: 'SHARED_TRAIT', l2: 'SHARED_TRAIT', bestseller: 'POPULAR' });
      expect(idsOf(list)).toEqual(['track', 'glue', 'l1', 'l2', 'bestseller']);
      expect(list.split).toMatchObject({ learned: 4, fallback: 1 });
    });

    it('hold nothing that was dismissed, and nothing of the kind where nobody approved what was learned', async () => {
      expect(idsOf(await asked({ shop: { pairs: [aPair('car', 'l1', 'DISMISS')] } }))).toEqual(['track', 'glue', 'l2', 'bestseller']);
      expect(sourcesOf(await asked({ policies: [policy({ autopilot: 'APPROVED_ONLY' })] }))).toEqual({});
    });

    it('hold nothing of an anchor’s own group for a trait alone', async () => {
      const shop = { products: products.map((product) => (['car', 'l1'].includes(product.id) ? { ...product, categoryPath: ['lanterns'] } : product)) };
      expect(idsOf(await asked({ shop }))).toEqual(['track', 'glue', 'l2', 'bestseller']);
    });

    it('need nothing of the kind where twenty pairs were learned', async () => {
      const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`p${String(at)}`, 1 - at / 100]));
      const full = await asked({ shop: { products: [...products, ...Object.keys(many).map((id) => titled(id, id))], coPurchase: [someNeighbours('car', many)] } });
      expect(Object.values(sourcesOf(full))).toEqual(Array(10).fill('CO_PURCHASE'));
    });
  });

  it('hold nothing learned that nobody approved, where the policy says so', async () => {
    const list = await ask({ policies: [policy({ autopilot: 'APPROVED_ONLY', fallback: true })], shop: { pairs: [aPair('car', 'glue')] } });
    expect(sourcesOf(list)).toEqual({ glue: 'APPROVED_PAIR', bestseller: 'POPULAR', track: 'POPULAR' });
  });

  it('hold nothing learned or popular where only people may choose, and say so when they chose nothing', async () => {
    const policies = [policy({ autopilot: 'CURATED_ONLY', fallback: true })];
    expect(sourcesOf(await ask({ policies, shop: { pairs: [aPair('car', 'glue')] } }))).toEqual({ glue: 'APPROVED_PAIR' });
    expect((await ask({ policies })).emptyReason).toBe('CURATED_ONLY');
  });

  it('never hold a dismissed pair, be it learned or popular', async () => {
    const pairs = [aPair('car', 'track', 'DISMISS'), aPair('car', 'bestseller', 'DISMISS')];
    expect(idsOf(await ask({ shop: { pairs }, policies: [policy({ fallback: true })] }))).toEqual(['glue']);
  });

  it('hold nothing learned while nobody can say which pairs were dismissed', async () => {
    const rules = [aRule('r', { then: aSelector({ productIds: ['gift'] }) })];
    expect(idsOf(await ask({ rules, shop: { down: ['decided_pairs'] } }))).toEqual(['gift']);
    await expect(ask({ shop: { down: ['decided_pairs'] } })).rejects.toEqual(new LaneUnavailable(['decided_pairs']));
  });

  it('hold what is hidden in the other lane without naming a place no more', async () => {
    const rule = aRule('hidden', { lane: 'PERSONALISATION', action: 'EXCLUDE', then: aSelector({ productIds: ['track'] }) });
    expect(idsOf(await ask({ rules: [rule] }))).toEqual(['glue']);
    expect(idsOf(await ask({ rules: [{ ...rule, placements: ['PRODUCT_PAGE'] }] }))).toEqual(['track', 'glue']);
    expect(idsOf(await ask({ rules: [{ ...rule, action: 'BURY', weight: 0.1 }] }))).toEqual(['track', 'glue']);
  });

  it('are unavailable only when nothing can be shown because their own reads failed', async () => {
    await expect(ask({ shop: { down: ['copurchase_stats'] } })).rejects.toEqual(new LaneUnavailable(['copurchase_stats']));
    const rules = [aRule('r', { then: aSelector({ productIds: ['gift'] }) })];
    expect(idsOf(await ask({ rules, shop: { down: ['copurchase_stats'] } }))).toEqual(['gift']);
  });

  it('are empty and not unavailable when a customer’s profile could not be read in the same request', async () => {
    const reader = aReader({ ...SHOP, coPurchase: [], down: ['behaviour_profiles', 'consents'] });
    await Promise.all([reader.profiles(['ann']), reader.consents(['ann'])]);
    const list = await complementsFor(REQUEST, { snapshot: aSnapshot(), reader, now: NOW, idSalt: 'salt' });
    expect(list.emptyReason).toBe('NO_EVIDENCE');
  });

  it('read each collection without asking for customers', async () => {
    const reader = aReader(SHOP);
    await complementsFor(REQUEST, { snapshot: aSnapshot(), reader, now: NOW, idSalt: 'salt' });
    expect([...reader.asked].toSorted()).toEqual(['catalogue', 'copurchase_stats', 'decided_pairs']);
  });

  it('name no model before anything was learned', async () => {
    expect(await ask({ model: null })).toMatchObject({ modelVersion: null, emptyReason: 'NO_EVIDENCE' });
  });

  it('order equal sums by id, whatever the order of the basket', async () => {
    const shop = {
      products: ['a', 'b', 'c', 'x', 'y'].map((id) => aProduct(id)),
      // 0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1 to a machine.
      coPurchase: [someNeighbours('a', { x: 0.1, y: 0.1 }), someNeighbours('b', { x: 0.2, y: 0.2 }), someNeighbours('c', { x: 0.3, y: 0.3 })],
    };
    const scoresFor = async (anchorIds: readonly string[]) =>
      (await ask({ shop, request: { anchorIds } })).slots.map(({ candidate }) => [candidate.productId, candidate.score]);
    expect(await scoresFor(['c', 'b', 'a'])).toEqual(await scoresFor(['a', 'b', 'c']));
  });
});
