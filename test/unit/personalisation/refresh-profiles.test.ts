import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILE_SETTINGS } from '../../../src/domain/personalisation/profile-settings.js';
import { ProfilesContended, refreshProfiles } from '../../../src/domain/personalisation/refresh-profiles.js';
import { FactsInArrays, InMemoryProfiles } from '../../support/in-memory-learning.js';
import { bought, did, product } from '../../support/learning-facts.js';

const tent = product('tent', { categoryPath: ['camping'] });

describe('refreshing profiles', () => {
  it('stores what the facts say, with categories from the catalogue, and raises the revision', async () => {
    const facts = new FactsInArrays({ orders: [bought('o1', 'ann', ['tent'])], products: [tent] });
    const profiles = new InMemoryProfiles();
    await refreshProfiles(['ann', 'ann'], { facts, profiles });
    await refreshProfiles(['ann'], { facts, profiles });
    expect(profiles.stored.get('ann')).toMatchObject({ revision: 2, profile: { orders: 1, categories: [{ id: 'camping' }] } });
  });

  it('takes a customer that the store does not know for one without a profile, and the settings of the shop', async () => {
    const facts = new FactsInArrays({ orders: [bought('o1', 'ann', ['tent', 'pegs'])] });
    const profiles = new InMemoryProfiles();
    profiles.revisions = async () => new Map();
    profiles.settings = { ...DEFAULT_PROFILE_SETTINGS, maxProducts: 1 };
    await refreshProfiles(['ann'], { facts, profiles });
    expect(profiles.stored.get('ann')).toMatchObject({ revision: 1, profile: { products: [{ productId: 'pegs' }] } });
  });

  it('stores an empty profile for a customer whose facts are gone', async () => {
    const facts = new FactsInArrays({ orders: [bought('o1', 'ann', ['tent'])] });
    const profiles = new InMemoryProfiles();
    await refreshProfiles(['ann'], { facts, profiles });
    facts.orders.length = 0;
    await refreshProfiles(['ann'], { facts, profiles });
    expect(profiles.stored.get('ann')?.profile).toMatchObject({ orders: 0, asOf: null, products: [] });
  });

  it('reads and writes at most 500 customers at a time', async () => {
    const ids = Array.from({ length: 1001 }, (_, index) => `c${index}`);
    const facts = new FactsInArrays({});
    const sizes: number[] = [];
    const read = facts.customerFacts.bind(facts);
    facts.customerFacts = (customerIds, bounds) => {
      sizes.push(customerIds.length);
      return read(customerIds, bounds);
    };
    const profiles = new InMemoryProfiles();
    await refreshProfiles(ids, { facts, profiles });
    expect(sizes).toEqual([500, 500, 1]);
    expect(profiles.stored.size).toBe(1001);
  });

  it('never loses a fact that is recorded and refreshed while another refresh is under way', async () => {
    for (const moment of ['before facts', 'after facts'] as const) {
      const facts = new FactsInArrays({ orders: [bought('o1', 'ann', ['tent'])] });
      const profiles = new InMemoryProfiles();
      const read = facts.customerFacts.bind(facts);
      const recordMeanwhile = async (): Promise<void> => {
        facts.interactionFacts.push(did('i1', { customerId: 'ann', productId: 'pegs' }));
        await refreshProfiles(['ann'], { facts: { customerFacts: read, productsByIds: facts.productsByIds.bind(facts) }, profiles });
      };
      let pending = true;
      facts.customerFacts = async function* (customerIds, bounds) {
        const isFirst = pending;
        pending = false;
        if (isFirst && moment === 'before facts') await recordMeanwhile();
        for await (const part of read(customerIds, bounds)) {
          if (isFirst && moment === 'after facts') await recordMeanwhile();
          yield part;
        }
      };
      await refreshProfiles(['ann'], { facts, profiles });
      expect(profiles.stored.get('ann')?.profile).toMatchObject({ orders: 1, interactions: 1 });
    }
  });

  it('computes only the moved profiles again, and gives up aloud after ten tries', async () => {
    const profiles = new InMemoryProfiles();
    const tries: string[] = [];
    profiles.swap = async (offered) => {
      const ids = offered.map(({ profile }) => profile.customerId);
      tries.push(...ids);
      return ids.filter((id) => id === 'bob');
    };
    const refresh = refreshProfiles(['ann', 'bob'], { facts: new FactsInArrays({}), profiles });
    await expect(refresh).rejects.toThrow(ProfilesContended);
    await expect(refresh).rejects.toMatchObject({ customerIds: ['bob'] });
    expect(tries).toEqual(['ann', ...Array.from({ length: 10 }, () => 'bob')]);
  });
});
