import { describe, expect, it } from 'vitest';
import { complementsFor } from '../../../src/domain/cross-sell/complements-for.js';
import { personalisedComplementsFor } from '../../../src/domain/personalisation/personalised-complements-for.js';
import { START } from '../../../src/domain/ranking/cursor.js';
import { NO_HOLDOUT, UNNOTED } from '../../support/arms.js';
import { aPair, aPolicy, aProduct, aRule, aSelector, aSnapshot, NOW, popularityOf, someNeighbours, somePopularity } from '../../support/builders.js';
import { aProfile } from '../../support/profiles.js';
import { aReader, type ShopHoldings } from '../../support/in-memory-reader.js';
import { idsOf } from '../../support/pages.js';

const REQUEST = { customerId: 'ann', placement: 'PRODUCT_PAGE' as const, anchorIds: ['car'], excludeIds: [], filter: null, arm: 'TREATMENT' as const, first: 10, position: START };
const SHOP: Partial<ShopHoldings> = {
  products: [
    aProduct('car'),
    aProduct('track', { categoryPath: ['toys', 'tracks'] }),
    aProduct('glue', { categoryPath: ['craft'], brand: 'Stick' }),
    aProduct('paint', { categoryPath: ['craft', 'paint'] }),
    aProduct('odd', { categoryPath: [] }),
  ],
  coPurchase: [someNeighbours('car', { track: 0.9, glue: 0.6, paint: 0.5, odd: 0.4 })],
  profiles: [aProfile({ customerId: 'ann', categories: [{ id: 'paint', weight: 4 }, { id: 'tracks', weight: 1 }], brands: [{ id: 'Stick', weight: 2 }] })],
  consents: { ann: true },
};

const ask = (snapshot: Parameters<typeof aSnapshot>[0] = {}, shop: Partial<ShopHoldings> = {}, customerId = 'ann') =>
  personalisedComplementsFor({ ...REQUEST, customerId }, {
    snapshot: aSnapshot(snapshot),
    reader: aReader({ ...SHOP, ...shop }),
    now: NOW,
    idSalt: 'salt',
    ...UNNOTED,
    settings: { consentDefault: false, holdoutShares: NO_HOLDOUT, holdoutSalt: 'salt' },
  });
const everybodys = () =>
  complementsFor(REQUEST, { snapshot: aSnapshot(), reader: aReader(SHOP), now: NOW, idSalt: 'salt' });

describe('personalised complements', () => {
  it('are in the order of evidence times interest, by leaf category or brand', async () => {
    const list = await ask();
    // 0.5 × 3, 0.9 × 1.5, 0.6 × 2, 0.4 × 1
    expect(idsOf(list)).toEqual(['paint', 'track', 'glue', 'odd']);
    expect(list.slots.map(({ candidate }) => candidate.personalised)).toEqual([true, true, true, false]);
    expect(list.recommendationId).not.toBe((await everybodys()).recommendationId);
  });

  it('have a name of their own for each customer, even where two see the same', async () => {
    const ann = (SHOP.profiles ?? [])[0] ?? aProfile();
    const shop = { profiles: [ann, { ...ann, customerId: 'bob' }], consents: { ann: true, bob: true } };
    const [hers, his] = [await ask({}, shop), await ask({}, shop, 'bob')];
    expect(idsOf(his)).toEqual(idsOf(hers));
    expect(his.recommendationId).not.toBe(hers.recommendationId);
  });

  it('leave an approved pair and a rule’s product where people put them', async () => {
    const rules = [aRule('r', { then: aSelector({ productIds: ['odd'] }) })];
    const list = await ask({ rules }, { pairs: [aPair('car', 'glue')] });
    expect(idsOf(list)).toEqual(['odd', 'glue', 'paint', 'track']);
    expect(list.slots.slice(0, 2).some(({ candidate }) => candidate.personalised)).toBe(false);
  });

  it.each([
    ['of the cross-sell lane', aRule('never', { action: 'NEVER_PERSONALISE', then: null, when: aSelector({ productIds: ['car'] }) })],
    ['of the personalisation lane', aRule('never', { lane: 'PERSONALISATION', action: 'NEVER_PERSONALISE', then: null })],
  ])('are everybody’s where a rule %s says so', async (_, rule) => {
    expect(await ask({ rules: [rule] })).toEqual(await everybodys());
  });

  it('leave a product where it stands that a rule says customer data may not move', async () => {
    const rule = aRule('never', { action: 'NEVER_PERSONALISE', then: aSelector({ productIds: ['paint'] }) });
    const list = await ask({ rules: [rule] });
    expect(idsOf(list)).toEqual(['track', 'glue', 'paint', 'odd']);
    expect(list.slots[2]?.candidate.personalised).toBe(false);
  });

  it('are everybody’s where only people choose', async () => {
    const policies = [aPolicy({ lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', autopilot: 'CURATED_ONLY' })];
    const list = await ask({ policies }, { pairs: [aPair('car', 'glue')] });
    expect(list.slots.map(({ candidate }) => [candidate.productId, candidate.personalised])).toEqual([['glue', false]]);
  });

  it('are everybody’s for a customer whose interests are elsewhere', async () => {
    const profiles = [aProfile({ customerId: 'ann', categories: [{ id: 'garden', weight: 1 }] })];
    expect(idsOf(await ask({}, { profiles }))).toEqual(idsOf(await everybodys()));
  });

  it('move popular products as well, those that stand in for learning included', async () => {
    const policies = [aPolicy({ lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', fallback: true, learnedShareCap: 0 })];
    const list = await ask({ policies, popularity: popularityOf(somePopularity('', { odd: 4, track: 3, paint: 2 })) });
    expect(list.slots.map(({ candidate }) => [candidate.productId, candidate.source, candidate.personalised])).toEqual([
      ['paint', 'POPULAR', true],
      ['track', 'POPULAR', true],
      ['odd', 'POPULAR', false],
    ]);
  });
});
