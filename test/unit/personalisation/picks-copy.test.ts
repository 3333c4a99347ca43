import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CopyVariant } from '../../../src/domain/copy/copy-variant.js';
import { picksFor, type PersonalDependencies, type PickList, type PicksRequest } from '../../../src/domain/personalisation/picks-for.js';
import { START } from '../../../src/domain/ranking/cursor.js';
import { LaneUnavailable } from '../../../src/domain/serving/unavailable.js';
import { ALL_CUSTOMERS_HELD_OUT, NO_HOLDOUT, UNNOTED } from '../../support/arms.js';
import { aCopyRecord, aPolicy, aProduct, aRule, aSelector, aSnapshot, NOW, popularityOf, somePopularity } from '../../support/builders.js';
import { aHabit, aProfile } from '../../support/profiles.js';
import { aReader, type ShopHoldings } from '../../support/in-memory-reader.js';
import { anyPicksRequest, anyShop, dependenciesOf, PRODUCT_IDS, type RandomShop } from '../../support/random-decisions.js';

const variantOf = (productId: string, changes: Partial<CopyVariant> = {}): CopyVariant => aCopyRecord(`copy-of-${productId}`, { productId, ...changes });
const copyOf = (variants: readonly CopyVariant[]): ReadonlyMap<string, readonly CopyVariant[]> =>
  new Map([...new Set(variants.map(({ productId }) => productId))].map((id) => [id, variants.filter(({ productId }) => productId === id)]));

const SHOP: Partial<ShopHoldings> = {
  products: ['coffee', 'tea'].map((id) => aProduct(id, { categoryPath: ['drinks'] })),
  profiles: [
    aProfile({
      customerId: 'ann',
      products: [aHabit('coffee', { purchases: 3, purchaseWeight: 2 })],
      categories: [{ id: 'drinks', weight: 1 }],
      typicalPrice: { minor: 1_000, currencyCode: 'GBP' },
    }),
  ],
  consents: { ann: true },
};
const DRINKERS = { kind: 'FAVOURITE_CATEGORY', categoryId: 'drinks' } as const;
const COPY = copyOf(['coffee', 'tea'].map((id) => variantOf(id, { audience: DRINKERS, version: 4, origin: 'GENERATED' })));

interface Setting extends NonNullable<Parameters<typeof aSnapshot>[0]> {
  readonly shop?: Partial<ShopHoldings>;
  readonly request?: Partial<PicksRequest>;
  readonly settings?: Partial<PersonalDependencies['settings']>;
}
const ask = ({ shop = {}, request = {}, settings = {}, ...snapshot }: Setting = {}): Promise<PickList> =>
  picksFor(
    {
      customerId: 'ann',
      surface: 'HOME',
      context: { categoryId: null, productId: null, candidateIds: [] },
      excludeIds: [],
      filter: null,
      first: 10,
      position: START,
      ...request,
    },
    {
      snapshot: aSnapshot({
        copy: COPY,
        popularity: popularityOf(somePopularity('', { tea: 9, coffee: 4 })),
        categoryPaths: new Map([['drinks', ['drinks']]]),
        ...snapshot,
      }),
      reader: aReader({ ...SHOP, ...shop }),
      now: NOW,
      idSalt: 'salt',
      ...UNNOTED,
      settings: { consentDefault: false, holdoutShares: NO_HOLDOUT, holdoutSalt: 'salt', ...settings },
    },
  );
const carried = (list: PickList): Record<string, string> => Object.fromEntries([...list.copy].map(([productId, { id }]) => [productId, id]));
const never = (then: Parameters<typeof aSelector>[0] | null) =>
  aRule('never', { lane: 'PERSONALISATION', action: 'NEVER_PERSONALISE', then: then === null ? null : aSelector(then) });

describe('the texts of picks', () => {
  it('are the approved ones that suit the customer, of the products on this page', async () => {
    expect(carried(await ask())).toEqual({ coffee: 'copy-of-coffee', tea: 'copy-of-tea' });
    expect(carried(await ask({ request: { first: 1 } }))).toEqual({ coffee: 'copy-of-coffee' });
    expect(carried(await ask({ copy: copyOf([variantOf('coffee')]) }))).toEqual({});
  });

  it('go by what the customer usually pays', async () => {
    const cheap = { kind: 'PRICE_BAND', minPrice: null, maxPrice: '10.00', currencyCode: 'GBP' } as const;
    expect(carried(await ask({ copy: copyOf([variantOf('tea', { audience: cheap })]) }))).toEqual({ tea: 'copy-of-tea' });
  });

  it.each<[string, Setting]>([
    ['without consent', { shop: { consents: {} } }],
    ['after consent was taken back', { shop: { consents: { ann: false } }, settings: { consentDefault: true } }],
    ['held out', { settings: { holdoutShares: ALL_CUSTOMERS_HELD_OUT } }],
    ['under a rule that forbids personalisation', { rules: [never(null)] }],
    ['where nothing is known', { shop: { profiles: [] } }],
    ['where the profile cannot be read', { shop: { down: ['behaviour_profiles'] } }],
    ['where the consent cannot be read', { shop: { down: ['consents'] }, settings: { consentDefault: true } }],
    ['where only people choose', { ceiling: 'CURATED_ONLY', rules: [aRule('r', { lane: 'PERSONALISATION', then: aSelector({ productIds: ['tea'] }) })] }],
  ])('are none %s', async (_, setting) => {
    const list = await ask(setting);
    expect(list.slots.length).toBeGreaterThan(0);
    expect(carried(list)).toEqual({});
  });

  it('are none for a product that a rule keeps from being personalised, and for no other', async () => {
    expect(carried(await ask({ rules: [never({ productIds: ['tea'] })] }))).toEqual({ coffee: 'copy-of-coffee' });
  });

  it('are none for what the customer asked to see less of: it is not shown at all', async () => {
    const profile = aProfile({ customerId: 'ann', products: [aHabit('tea', { notInterested: true })], categories: [{ id: 'drinks', weight: 1 }] });
    expect(carried(await ask({ shop: { profiles: [profile] } }))).toEqual({ coffee: 'copy-of-coffee' });
  });

  it('do not rename the list: what was shown is the same, said in other words', async () => {
    expect((await ask()).recommendationId).toBe((await ask({ copy: new Map() })).recommendationId);
  });

  it('stand where the surface lets learning do nothing by pairs', async () => {
    const policies = [aPolicy({ lane: 'PERSONALISATION', placement: 'HOME', autopilot: 'APPROVED_ONLY' })];
    expect(carried(await ask({ policies }))).toEqual({ coffee: 'copy-of-coffee', tea: 'copy-of-tea' });
  });
});

/** Three texts of every product, of which one or another suits nearly anybody. */
const EVERYWHERE = copyOf(
  PRODUCT_IDS.flatMap((productId) => [
    variantOf(productId, { id: `a-${productId}`, audience: { kind: 'FAVOURITE_CATEGORY', categoryId: 'a' } }),
    variantOf(productId, { id: `b-${productId}`, audience: { kind: 'FAVOURITE_CATEGORY', categoryId: 'b' } }),
    variantOf(productId, { id: `x-${productId}`, audience: { kind: 'FAVOURITE_BRAND', brand: 'x' } }),
  ]),
);
const NOT_PERSONAL: readonly { changes: Partial<ShopHoldings>; settings: Partial<PersonalDependencies['settings']> }[] = [
  { changes: { consents: {} }, settings: {} },
  { changes: { consents: { ann: false } }, settings: { consentDefault: true } },
  { changes: {}, settings: { holdoutShares: ALL_CUSTOMERS_HELD_OUT } },
  { changes: { down: ['behaviour_profiles'] }, settings: {} },
  { changes: { down: ['consents'] }, settings: { consentDefault: true } },
];
const serve = async (shop: RandomShop, request: PicksRequest, ...changes: [Partial<ShopHoldings>?, Partial<PersonalDependencies['settings']>?]) => {
  const dependencies = dependenciesOf(shop, ...changes);
  const withCopy = { ...dependencies, snapshot: { ...dependencies.snapshot, copy: EVERYWHERE } };
  return picksFor(request, withCopy).catch((error: unknown) => {
    if (error instanceof LaneUnavailable) return null;
    throw error;
  });
};

describe('the texts of picks, for any shop, customer and surface', () => {
  it('are none without consent, held out or where something could not be read', () =>
    fc.assert(
      fc.asyncProperty(anyShop, anyPicksRequest, fc.constantFrom(...NOT_PERSONAL), async (shop, request, { changes, settings }) => {
        const list = await serve(shop, request, changes, settings);
        expect(list?.copy.size ?? 0).toBe(0);
      }),
      { numRuns: 200 },
    ));

  it('come with a personal list only, for products that are shown, and do not depend on the order of the facts', async () => {
    let texts = 0;
    await fc.assert(
      fc.asyncProperty(anyShop, anyPicksRequest, async (shop, request) => {
        const list = await serve(shop, request);
        const again = await serve({ ...shop, rules: shop.rules.toReversed() }, request);
        const shown = new Set(list?.slots.map(({ candidate }) => candidate.productId));
        expect([...(list?.copy ?? [])].every(([productId, copy]) => shown.has(productId) && copy.productId === productId)).toBe(true);
        if (list?.personalisation.applied !== true) expect(list?.copy.size ?? 0).toBe(0);
        expect([...(again?.copy ?? [])]).toEqual([...(list?.copy ?? [])]);
        texts += list?.copy.size ?? 0;
      }),
      { numRuns: 200 },
    );
    expect(texts).toBeGreaterThan(100);
  });
});
