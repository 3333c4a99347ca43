import { describe, expect, it } from 'vitest';
import type { PlacementPolicy } from '../../../src/domain/merchandising/policy.js';
import type { MerchandisingRule } from '../../../src/domain/merchandising/rule.js';
import { navigationFor, type NavigationRequest } from '../../../src/domain/personalisation/navigation-for.js';
import type { PersonalDependencies } from '../../../src/domain/personalisation/picks-for.js';
import { ALL_CUSTOMERS_HELD_OUT, NO_HOLDOUT, UNNOTED } from '../../support/arms.js';
import { aPolicy, aRule, aSelector, aSnapshot, NOW, popularityOf, somePopularity } from '../../support/builders.js';
import { aProfile } from '../../support/profiles.js';
import { aReader, type ShopHoldings } from '../../support/in-memory-reader.js';

const PATHS = new Map([
  ['toys', ['toys']],
  ['food', ['food']],
  ['health', ['health']],
  ['books', ['books']],
  ['art', ['art']],
  ['vitamins', ['health', 'vitamins']],
  ['plasters', ['health', 'plasters']],
]);
const POPULARITY = popularityOf(somePopularity('food', { rice: 5, tea: 4 }), somePopularity('toys', { ball: 3 }), somePopularity('plasters', { p: 9 }));
const ANN = aProfile({
  customerId: 'ann',
  categories: [{ id: 'health', weight: 4 }, { id: 'vitamins', weight: 4 }, { id: 'toys', weight: 1 }],
});

interface Setting {
  readonly request?: Partial<NavigationRequest>;
  readonly shop?: Partial<ShopHoldings>;
  readonly rules?: readonly MerchandisingRule[];
  readonly policies?: readonly PlacementPolicy[];
  readonly settings?: Partial<PersonalDependencies['settings']>;
}

const navigate = ({ request = {}, shop = {}, settings = {}, ...snapshot }: Setting = {}) =>
  navigationFor(
    { customerId: 'ann', first: 6, under: null, ...request },
    {
      snapshot: aSnapshot({ categoryPaths: PATHS, popularity: POPULARITY, ...snapshot }),
      reader: aReader({ profiles: [ANN], consents: { ann: true }, ...shop }),
      now: NOW,
      idSalt: 'salt',
      ...UNNOTED,
      settings: { consentDefault: false, holdoutShares: NO_HOLDOUT, holdoutSalt: 'salt', ...settings },
    },
  );
const idsOf = async (setting: Setting) => (await navigate(setting)).map(({ categoryId }) => categoryId);
const BY_SALES = ['food', 'toys', 'art', 'books', 'health'];

describe('navigation', () => {
  it('is in the order of interest, and by sales and id where there is none', async () => {
    expect(await navigate()).toEqual([
      { categoryId: 'health', affinity: 0.8 },
      { categoryId: 'toys', affinity: 0.2 },
      { categoryId: 'food', affinity: 0 },
      { categoryId: 'art', affinity: 0 },
      { categoryId: 'books', affinity: 0 },
    ]);
  });

  it('shows children of a category with shares among them, and as many as asked for', async () => {
    expect(await navigate({ request: { under: 'health', first: 1 } })).toEqual([{ categoryId: 'vitamins', affinity: 1 }]);
    expect(await navigate({ request: { under: 'nowhere' } })).toEqual([]);
  });

  it.each<[string, Setting]>([
    ['without consent', { shop: { consents: {} } }],
    ['in the holdout', { settings: { holdoutShares: ALL_CUSTOMERS_HELD_OUT } }],
    ['without history', { shop: { profiles: [] } }],
    ['while the profile cannot be read', { shop: { down: ['behaviour_profiles'] } }],
    ['where a rule forbids it', { rules: [aRule('never', { lane: 'PERSONALISATION', action: 'NEVER_PERSONALISE', then: null })] }],
    ['where only people choose', { policies: [aPolicy({ lane: 'PERSONALISATION', placement: 'NAVIGATION', autopilot: 'CURATED_ONLY' })] }],
  ])('is by sales %s', async (_, setting) => {
    expect((await navigate(setting)).map(({ affinity }) => affinity)).toEqual([0, 0, 0, 0, 0]);
    expect(await idsOf(setting)).toEqual(BY_SALES);
  });

  it('takes the interest out of a category that is never personal, and of those below it', async () => {
    const never = (categoryIds: readonly string[]) =>
      aRule('never', { lane: 'PERSONALISATION', action: 'NEVER_PERSONALISE', then: aSelector({ categoryIds }) });
    const boost = aRule('boost', { lane: 'PERSONALISATION', action: 'BOOST', weight: 2, then: aSelector({ categoryIds: ['toys'] }) });
    expect(await navigate({ rules: [never(['health']), boost] })).toEqual([
      { categoryId: 'toys', affinity: 1 },
      { categoryId: 'food', affinity: 0 },
      { categoryId: 'art', affinity: 0 },
      { categoryId: 'books', affinity: 0 },
      { categoryId: 'health', affinity: 0 },
    ]);
    expect(await navigate({ rules: [never(['health'])], request: { under: 'health' } })).toEqual([
      { categoryId: 'plasters', affinity: 0 },
      { categoryId: 'vitamins', affinity: 0 },
    ]);
    const elsewhere = { ...never(['health']), placements: ['HOME'] };
    expect((await idsOf({ rules: [elsewhere, { ...elsewhere, id: 'all', then: null }] }))[0]).toBe('health');
  });
});
