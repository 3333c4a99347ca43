import { describe, expect, it } from 'vitest';
import { picksFor, type PersonalDependencies, type PicksRequest } from '../../../src/domain/personalisation/picks-for.js';
import { START } from '../../../src/domain/ranking/cursor.js';
import { LaneUnavailable } from '../../../src/domain/serving/unavailable.js';
import { ALL_CUSTOMERS_HELD_OUT, NO_HOLDOUT, UNNOTED } from '../../support/arms.js';
import { demandIndexOf } from '../../../src/domain/serving/demand-index.js';
import { aPolicy, aProduct, aRule, aSelector, aSnapshot, NOW, popularityOf, someDemand, somePopularity, someSimilar } from '../../support/builders.js';
import { aHabit, aProfile } from '../../support/profiles.js';
import { aReader, type ShopHoldings } from '../../support/in-memory-reader.js';
import { idsOf, sourcesOf } from '../../support/pages.js';

const NOWHERE = { categoryId: null, productId: null, candidateIds: [] };
const toy = (id: string) => aProduct(id, { categoryPath: ['toys', 'cars'] });
const SHOP: Partial<ShopHoldings> = {
  products: [...['car', 'track', 'racer'].map(toy), ...['coffee', 'tea', 'gift'].map((id) => aProduct(id))],
  similarity: [someSimilar('car', { viewed: { racer: 0.9 } }), someSimilar('coffee', { bought: { track: 0.8 } })],
  profiles: [
    aProfile({
      customerId: 'ann',
      products: [aHabit('coffee', { purchases: 3, purchaseWeight: 2 }), aHabit('car', { interestWeight: 1 })],
      categories: [{ id: 'toys', weight: 1 }],
    }),
  ],
  consents: { ann: true },
};
const POPULARITY = popularityOf(somePopularity('', { tea: 9, car: 4, gift: 1 }), somePopularity('toys', { car: 4, track: 2 }));
const PATHS = new Map([['toys', ['toys']], ['cars', ['toys', 'cars']], ['empty', ['empty']]]);

interface Setting extends NonNullable<Parameters<typeof aSnapshot>[0]> {
  readonly shop?: Partial<ShopHoldings>;
  readonly request?: Partial<PicksRequest>;
  readonly settings?: Partial<PersonalDependencies['settings']>;
}

const ask = ({ shop = {}, request = {}, settings = {}, ...snapshot }: Setting = {}) =>
  picksFor(
    { customerId: 'ann', surface: 'HOME', context: NOWHERE, excludeIds: [], filter: null, first: 10, position: START, ...request },
    {
      snapshot: aSnapshot({ popularity: POPULARITY, categoryPaths: PATHS, ...snapshot }),
      reader: aReader({ ...SHOP, ...shop }),
      now: NOW,
      idSalt: 'salt',
      ...UNNOTED,
      settings: { consentDefault: false, holdoutShares: NO_HOLDOUT, holdoutSalt: 'salt', ...settings },
    },
  );
const policy = (changes: Partial<Parameters<typeof aPolicy>[0]>) => aPolicy({ lane: 'PERSONALISATION', placement: 'HOME', ...changes });
const personal = (changes: Parameters<typeof aRule>[1] = {}) => aRule('rule', { lane: 'PERSONALISATION', ...changes });

describe('picks', () => {
  it('are what suits the customer, and then what everybody likes', async () => {
    const list = await ask();
    expect(sourcesOf(list)).toEqual({
      coffee: 'BUY_AGAIN',
      racer: 'SIMILAR_TO_RECENT',
      track: 'SHOPPERS_LIKE_YOU',
      car: 'FAVOURITE_CATEGORY',
      tea: 'POPULAR',
      gift: 'POPULAR',
    });
    expect(list.personalisation).toEqual({ applied: true, reason: 'PERSONALISED' });
    expect(list.becauses.get('car')?.id).toBe('car');
  });

  it('stand behind pins and rules of this lane', async () => {
    const rules = [personal({ then: aSelector({ productIds: ['gift'] }) }), personal({ id: 'pin', action: 'PIN', slot: 1, then: aSelector({ productIds: ['tea'] }) })];
    expect(idsOf(await ask({ rules })).slice(0, 3)).toEqual(['tea', 'gift', 'coffee']);
  });

  it.each<[string, Setting]>([
    ['NO_CONSENT', { shop: { consents: {} } }],
    ['NO_CONSENT', { shop: { consents: { ann: false } }, settings: { consentDefault: true } }],
    ['HOLDOUT', { settings: { holdoutShares: ALL_CUSTOMERS_HELD_OUT } }],
    ['NEVER_PERSONALISE', { rules: [personal({ action: 'NEVER_PERSONALISE', then: null })] }],
    ['NEW_CUSTOMER', { shop: { profiles: [] } }],
    ['DEGRADED', { shop: { down: ['behaviour_profiles'] } }],
    ['DEGRADED', { shop: { down: ['consents'] }, settings: { consentDefault: true } }],
    ['NO_CONSENT', { shop: { consents: {} }, policies: [policy({ fallback: false })] }],
  ])('are a full list for everybody with the reason %s', async (reason, setting) => {
    const list = await ask(setting);
    expect(idsOf(list)).toEqual(['tea', 'car', 'gift']);
    expect(list.personalisation).toEqual({ applied: false, reason });
  });

  it('are people’s choice only, where the surface says so', async () => {
    const policies = [policy({ autopilot: 'CURATED_ONLY' })];
    expect(await ask({ policies })).toMatchObject({ slots: [], emptyReason: 'CURATED_ONLY', personalisation: { reason: 'CURATED_ONLY' } });
    expect(idsOf(await ask({ policies, rules: [personal({ then: aSelector({ productIds: ['gift'] }) })] }))).toEqual(['gift']);
  });

  it('rest on no learned pair of products that nobody approved, where the surface says so', async () => {
    expect(sourcesOf(await ask({ policies: [policy({ autopilot: 'APPROVED_ONLY' })] }))).toEqual({
      coffee: 'BUY_AGAIN',
      car: 'FAVOURITE_CATEGORY',
      track: 'FAVOURITE_CATEGORY',
      tea: 'POPULAR',
      gift: 'POPULAR',
    });
  });

  it('hold what the shop’s customers want now, where popularity may fill what is left open', async () => {
    const demand = demandIndexOf(someDemand({ gift: { demand: 5 }, tea: { demand: 5 } }));
    const list = await ask({ demand });
    expect(sourcesOf(list)).toMatchObject({ gift: 'IN_DEMAND', tea: 'IN_DEMAND', coffee: 'BUY_AGAIN' });
    expect(list.slots.find(({ candidate }) => candidate.productId === 'gift')?.candidate.personalised).toBe(false);
    expect(list.split).toMatchObject({ learned: 6, fallback: 0 });
    expect(sourcesOf(await ask({ demand, policies: [policy({ learnedShareCap: 0 })] }))).toEqual({ tea: 'POPULAR', car: 'POPULAR', gift: 'POPULAR' });
    expect(idsOf(await ask({ demand, policies: [policy({ fallback: false })] })).toSorted()).toEqual(['car', 'coffee', 'racer', 'track']);
    expect(idsOf(await ask({ demand, policies: [policy({ autopilot: 'CURATED_ONLY' })] }))).toEqual([]);
  });

  it('let what everybody wants move no search, and nothing for a customer who only looked around', async () => {
    const demand = demandIndexOf(someDemand({ gift: { demand: 5 }, tea: { demand: 5 } }));
    const candidateIds = ['tea', 'gift', 'coffee'];
    const searched = await ask({ demand, request: { surface: 'SEARCH', context: { ...NOWHERE, candidateIds } } });
    expect(sourcesOf(searched)).toEqual({ coffee: 'BUY_AGAIN', tea: 'POPULAR', gift: 'POPULAR' });
    const looked = aProfile({ customerId: 'ann', products: [aHabit('car', { interestWeight: 1 })] });
    expect(sourcesOf(await ask({ demand, shop: { profiles: [looked] } }))).toMatchObject({ racer: 'SIMILAR_TO_RECENT', tea: 'POPULAR', gift: 'POPULAR' });
  });

  it('are not filled up with what is popular, where the policy does not let them', async () => {
    expect(idsOf(await ask({ policies: [policy({ fallback: false })] }))).toEqual(['coffee', 'racer', 'track', 'car']);
  });

  it('become popular ones where learning may not fill the page', async () => {
    const list = await ask({ policies: [policy({ learnedShareCap: 0 })] });
    expect(sourcesOf(list)).toEqual({ tea: 'POPULAR', car: 'POPULAR', gift: 'POPULAR' });
    expect(list.slots.some(({ candidate }) => candidate.personalised)).toBe(false);
  });

  it('never hold what the customer asked to see less of', async () => {
    const profile = aProfile({ customerId: 'ann', products: [aHabit('tea', { notInterested: true }), aHabit('coffee', { purchases: 1, purchaseWeight: 1 })] });
    expect(idsOf(await ask({ shop: { profiles: [profile] } }))).toEqual(['coffee', 'track', 'car', 'gift']);
  });

  it('stay inside the category being browsed', async () => {
    const list = await ask({ request: { surface: 'CATEGORY', context: { ...NOWHERE, categoryId: 'toys' } } });
    expect(idsOf(list).toSorted()).toEqual(['car', 'racer', 'track']);
    expect(idsOf(await ask({ request: { surface: 'CATEGORY', context: NOWHERE }, shop: { consents: {} } }))).toEqual(['tea', 'car', 'gift']);
  });

  it('find what the shop shows of a category whose sales are not known', async () => {
    const request = { surface: 'CATEGORY' as const, context: { ...NOWHERE, categoryId: 'cars' } };
    expect(sourcesOf(await ask({ request, shop: { consents: {} } }))).toEqual({ car: 'POPULAR' });
  });

  it('are because of no product where a rule is for a category page', async () => {
    const rules = [personal({ when: aSelector({ categoryIds: ['toys'] }), then: aSelector({ productIds: ['track'] }) })];
    const list = await ask({ rules, request: { surface: 'CATEGORY', context: { ...NOWHERE, categoryId: 'cars' } } });
    expect(list.slots[0]?.candidate).toMatchObject({ productId: 'track', source: 'RULE', becauseId: null });
  });

  it('never hold the product of the page or its variants, and are chosen for it', async () => {
    const products = [...(SHOP.products ?? []), aProduct('red-car', { variantOf: 'car' })];
    const popularity = popularityOf(somePopularity('', { 'red-car': 9, car: 8, tea: 1 }));
    const list = await ask({ shop: { products }, popularity, request: { surface: 'PRODUCT_PAGE', context: { ...NOWHERE, productId: 'car' } } });
    expect(idsOf(list)).toEqual(['coffee', 'racer', 'track', 'tea']);
    expect(list.slots[1]?.candidate.becauseId).toBe('car');
  });

  it('do not hold what the caller excludes or filters', async () => {
    const filter = { categoryIds: ['toys'], brands: [], minPrice: null, maxPrice: null };
    expect(idsOf(await ask({ request: { excludeIds: ['racer'], filter } }))).toEqual(['track', 'car']);
  });

  it('are unavailable only when nothing can be shown because their own reads failed', async () => {
    await expect(ask({ shop: { down: ['catalogue'] } })).rejects.toThrow(LaneUnavailable);
    expect(idsOf(await ask({ shop: { down: ['similarity_stats'] } }))).toEqual(['coffee', 'car', 'track', 'tea', 'gift']);
    expect(await ask({ model: null, popularity: new Map(), shop: { profiles: [] } })).toMatchObject({ emptyReason: 'NO_EVIDENCE', modelVersion: null });
  });

  it('read no statistics for a list that is not personal', async () => {
    const reader = aReader({ ...SHOP, consents: {} });
    await picksFor(
      { customerId: 'ann', surface: 'HOME', context: NOWHERE, excludeIds: [], filter: null, first: 3, position: START },
      { snapshot: aSnapshot({ popularity: POPULARITY }), reader, now: NOW, idSalt: 'salt', ...UNNOTED, settings: { consentDefault: false, holdoutShares: NO_HOLDOUT, holdoutSalt: '' } },
    );
    expect([...reader.asked].toSorted()).toEqual(['behaviour_profiles', 'catalogue', 'consents']);
  });
});

describe('picks of a search', () => {
  const search = (candidateIds: readonly string[], setting: Setting = {}) =>
    ask({ ...setting, request: { surface: 'SEARCH', context: { ...NOWHERE, candidateIds }, ...setting.request } });
  const FOUND = ['gift', 'tea', 'track', 'unknown', 'coffee'];

  it('are what was found, with what suits the customer in front and the rest as the search had it', async () => {
    expect(idsOf(await search(FOUND))).toEqual(['coffee', 'track', 'gift', 'tea']);
  });

  it('are what was found as it was found, without consent', async () => {
    expect(idsOf(await search(FOUND, { shop: { consents: {} } }))).toEqual(['gift', 'tea', 'track', 'coffee']);
  });

  it('are all there even where learning may not fill the page', async () => {
    const policies = [policy({ placement: 'SEARCH', learnedShareCap: 0.25 })];
    expect(idsOf(await search(FOUND, { policies, request: { surface: 'SEARCH', context: { ...NOWHERE, candidateIds: FOUND }, first: 4 } }))).toEqual(['coffee', 'gift', 'tea', 'track']);
    expect(idsOf(await search(FOUND, { policies: [policy({ placement: 'SEARCH', learnedShareCap: 0 })] }))).toEqual(['gift', 'tea', 'track', 'coffee']);
  });

  it('may be moved and hidden by rules, and get nothing from them that was not found', async () => {
    const rules = [
      personal({ id: 'pin', action: 'PIN', slot: 1, then: aSelector({ productIds: ['tea', 'racer'] }) }),
      personal({ id: 'hide', action: 'EXCLUDE', then: aSelector({ productIds: ['gift'] }) }),
    ];
    expect(idsOf(await search(FOUND, { rules }))).toEqual(['tea', 'coffee', 'track']);
  });

  it('are none where nothing was found', async () => {
    expect((await search([])).emptyReason).toBe('NO_EVIDENCE');
  });
});
