import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ComplementsRequest } from '../../../src/domain/cross-sell/complements-for.js';
import type { HoldoutSettings } from '../../../src/domain/measurement/arm.js';
import type { Exposure } from '../../../src/domain/measurement/exposure.js';
import { navigationFor } from '../../../src/domain/personalisation/navigation-for.js';
import { personalisedComplementsFor } from '../../../src/domain/personalisation/personalised-complements-for.js';
import { picksFor, type PersonalDependencies, type PickList, type PicksRequest } from '../../../src/domain/personalisation/picks-for.js';
import { START } from '../../../src/domain/ranking/cursor.js';
import { ALL_CUSTOMERS_HELD_OUT, NO_HOLDOUT } from '../../support/arms.js';
import { aRule, aSnapshot, NOW, popularityOf, somePopularity } from '../../support/builders.js';
import { aHabit, aProfile } from '../../support/profiles.js';
import { aReader, type ShopHoldings } from '../../support/in-memory-reader.js';
import { idsOf } from '../../support/pages.js';
import { anyComplementsRequest, anyPicksRequest, anyShop, dependenciesOf, type RandomShop } from '../../support/random-decisions.js';

const RUNS = { numRuns: 200 };

/** All that a request may ask of the personalisation lane. */
const ASKS = {
  picks: (dependencies: PersonalDependencies, { picks }: Asked) => picksFor(picks, dependencies),
  complements: (dependencies: PersonalDependencies, { complements }: Asked) => personalisedComplementsFor({ ...complements, customerId: 'ann' }, dependencies),
  navigation: (dependencies: PersonalDependencies) => navigationFor({ customerId: 'ann', first: 5, under: null }, dependencies),
};
type Ask = keyof typeof ASKS;
interface Asked {
  readonly picks: PicksRequest;
  readonly complements: ComplementsRequest;
}

const HOME: PicksRequest = {
  customerId: 'ann',
  surface: 'HOME',
  context: { categoryId: null, productId: null, candidateIds: [] },
  excludeIds: [],
  filter: null,
  first: 4,
  position: START,
};

const askOf = fc.constantFrom<Ask[]>('picks', 'complements', 'navigation');
const asked: fc.Arbitrary<Asked> = fc.record({ picks: anyPicksRequest, complements: anyComplementsRequest });

interface Circumstances {
  readonly changes?: Partial<ShopHoldings>;
  readonly rules?: RandomShop['rules'];
  readonly holdoutShares: HoldoutSettings['holdoutShares'];
}

/** What is noted of an asking, and how it ended. */
const noted = async (ask: Ask, shop: RandomShop, request: Asked, { changes = {}, rules = [], holdoutShares }: Circumstances) => {
  const exposures: Exposure[] = [];
  const dependencies = dependenciesOf({ ...shop, rules: [...shop.rules, ...rules] }, changes, { holdoutShares });
  const answer = await ASKS[ask]({ ...dependencies, exposed: (exposure) => void exposures.push(exposure) }, request).catch((error: unknown) => error);
  return { exposures, answer };
};

const NEVER = (['CROSS_SELL', 'PERSONALISATION'] as const).map((lane) => aRule(`never-${lane}`, { lane, action: 'NEVER_PERSONALISE', then: null }));
const NO_PART: readonly Omit<Circumstances, 'holdoutShares'>[] = [
  { changes: { consents: {} } },
  { changes: { consents: { ann: false } } },
  { changes: { profiles: [] } },
  { changes: { down: ['consents'] } },
  { changes: { down: ['behaviour_profiles'] } },
  { rules: NEVER },
];

describe('the part of a customer in the comparison, for any shop and request', () => {
  it('is noted in both arms alike, once for an asking, whatever becomes of the list', () =>
    fc.assert(
      fc.asyncProperty(anyShop, asked, askOf, async (shop, request, ask) => {
        const treated = await noted(ask, shop, request, { holdoutShares: NO_HOLDOUT });
        const heldOut = await noted(ask, shop, request, { holdoutShares: ALL_CUSTOMERS_HELD_OUT });
        expect(treated.exposures.length).toBeLessThanOrEqual(1);
        expect(treated.exposures.every(({ arm }) => arm === 'TREATMENT')).toBe(true);
        expect(heldOut.exposures).toEqual(treated.exposures.map((exposure) => ({ ...exposure, arm: 'HOLDOUT' })));
        if (ask === 'picks' && (treated.answer as PickList).personalisation?.applied === true)
          expect(treated.exposures).toEqual([{ lane: 'PERSONALISATION', unitId: 'ann', arm: 'TREATMENT', at: NOW }]);
      }),
      RUNS,
    ));

  it('is none without consent, without history, while either cannot be read, and where people want no list personal', () =>
    fc.assert(
      fc.asyncProperty(anyShop, asked, askOf, fc.constantFrom(...NO_PART), fc.boolean(), async (shop, request, ask, circumstances, isHeldOut) => {
        const holdoutShares = isHeldOut ? ALL_CUSTOMERS_HELD_OUT : NO_HOLDOUT;
        expect((await noted(ask, shop, request, { ...circumstances, holdoutShares })).exposures).toEqual([]);
      }),
      RUNS,
    ));

  it('does not begin with complements of a visit that is held out, which interest cannot move', () =>
    fc.assert(
      fc.asyncProperty(anyShop, asked, async (shop, request) => {
        const complements = { ...request.complements, arm: 'HOLDOUT' as const };
        expect((await noted('complements', shop, { ...request, complements }, { holdoutShares: NO_HOLDOUT })).exposures).toEqual([]);
      }),
      RUNS,
    ));

  it('leaves whoever is held out the full list that everybody without history gets, and says so', () =>
    fc.assert(
      fc.asyncProperty(anyShop, anyPicksRequest, async (shop, picks) => {
        const heldOut = await picksFor(picks, dependenciesOf(shop, {}, { holdoutShares: ALL_CUSTOMERS_HELD_OUT })).catch((error: unknown) => error);
        const unknown = await picksFor(picks, dependenciesOf(shop, { profiles: [] })).catch((error: unknown) => error);
        const [held, everybodys] = [heldOut as PickList, unknown as PickList];
        expect(idsOf(held)).toEqual(idsOf(everybodys));
        expect(held.personalisation).toEqual({ applied: false, reason: 'HOLDOUT' });
        expect(held.customerId).toBeNull();
      }),
      RUNS,
    ));

  it('is noted before anything is chosen: also where the list then could not be read', async () => {
    const snapshot = aSnapshot({ popularity: popularityOf(somePopularity('', { tea: 1 })) });
    const ann = aProfile({ customerId: 'ann', products: [aHabit('coffee', { purchases: 1, purchaseWeight: 1 })] });
    const holdings = aReader({ profiles: [ann], consents: { ann: true } });
    const reader = { ...holdings, products: (ids: readonly string[]) => (ids.length === 0 ? holdings.products(ids) : Promise.reject(new Error('away'))) };
    for (const [arm, holdoutShares] of [['TREATMENT', NO_HOLDOUT], ['HOLDOUT', ALL_CUSTOMERS_HELD_OUT]] as const) {
      const exposures: Exposure[] = [];
      const settings = { consentDefault: false, holdoutShares, holdoutSalt: 'salt' };
      const dependencies = { snapshot, reader, now: NOW, idSalt: 'salt', settings, exposed: (exposure: Exposure) => void exposures.push(exposure) };
      await expect(picksFor(HOME, dependencies)).rejects.toThrow('away');
      expect(exposures).toEqual([{ lane: 'PERSONALISATION', unitId: 'ann', arm, at: NOW }]);
    }
  });
});
