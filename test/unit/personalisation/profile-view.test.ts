import { describe, expect, it } from 'vitest';
import { profileViewFor } from '../../../src/domain/personalisation/profile-view.js';
import { NO_HOLDOUT } from '../../support/arms.js';
import { aSnapshot, NOW } from '../../support/builders.js';
import { aProfile } from '../../support/profiles.js';
import { aReader, type ShopHoldings } from '../../support/in-memory-reader.js';

const SETTINGS = { consentDefault: true, holdoutShares: NO_HOLDOUT, holdoutSalt: '' };
const PATHS = new Map([['toys', ['toys']], ['cars', ['toys', 'cars']], ['food', ['food']]]);
const view = (shop: Partial<ShopHoldings>) =>
  profileViewFor('ann', { reader: aReader(shop), snapshot: aSnapshot({ categoryPaths: PATHS }), settings: SETTINGS });

describe('what a customer sees of what is held', () => {
  it('is all of it, with interest as shares of the top-level categories', async () => {
    const profile = aProfile({
      customerId: 'ann',
      interactions: 7,
      since: new Date(0),
      categories: [{ id: 'toys', weight: 3 }, { id: 'cars', weight: 3 }, { id: 'food', weight: 1 }],
      recentProductIds: ['p2', 'p1'],
    });
    expect(await view({ profiles: [profile], consents: { ann: false } })).toEqual({
      consent: false,
      interactions: 7,
      since: new Date(0),
      updatedAt: NOW,
      categories: [
        { categoryId: 'toys', affinity: 0.75 },
        { categoryId: 'cars', affinity: 0.75 },
        { categoryId: 'food', affinity: 0.25 },
      ],
      recentProductIds: ['p2', 'p1'],
    });
  });

  it('is an empty profile for a customer nobody knows', async () => {
    expect(await view({})).toEqual({ consent: true, interactions: 0, since: null, updatedAt: null, categories: [], recentProductIds: [] });
  });

  it('is nothing when it cannot be read', async () => {
    expect(await view({ down: ['behaviour_profiles'] })).toBeNull();
  });

  it('stays between 0 and 1 where a category’s parents are not held, and takes an unknown category for a top-level one', async () => {
    const affinities = async (categories: readonly { id: string; weight: number }[]) =>
      (await view({ profiles: [aProfile({ customerId: 'ann', categories })] }))?.categories.map(({ affinity }) => affinity);
    expect(await affinities([{ id: 'cars', weight: 3 }])).toEqual([0]);
    expect(await affinities([{ id: 'cars', weight: 3 }, { id: 'food', weight: 1 }])).toEqual([1, 1]);
    expect(await affinities([{ id: 'new', weight: 3 }, { id: 'food', weight: 1 }])).toEqual([0.75, 0.25]);
  });
});
