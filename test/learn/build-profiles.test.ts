import { describe, expect, it } from 'vitest';

import { refreshProfiles } from '../../src/domain/personalisation/refresh-profiles.js';
import { buildProfiles } from '../../src/learn/build-profiles.js';
import { FactsInArrays, InMemoryProfiles } from '../support/in-memory-learning.js';
import { bought, product } from '../support/learning-facts.js';

const CUSTOMERS = 2_600;
const customers = Array.from({ length: CUSTOMERS }, (_, index) => `c${index}`);
const shop = (): FactsInArrays =>
  new FactsInArrays({ orders: customers.map((customer, index) => bought(`o${index}`, customer, ['tent', `p${index % 9}`])), products: [product('tent')] });

describe('building every profile', () => {
  it('stores what refreshing one customer after another stores', async () => {
    const facts = shop();
    const [together, apart] = [new InMemoryProfiles(), new InMemoryProfiles()];
    expect(await buildProfiles({ facts, products: facts, profiles: together }, () => undefined)).toBe(CUSTOMERS);
    await refreshProfiles(customers, { facts, profiles: apart });
    expect(new Map([...together.stored].sort())).toEqual(new Map([...apart.stored].sort()));
  });

  it('works on several batches at a time, and never on one customer twice', async () => {
    const profiles = new InMemoryProfiles();
    let [underWay, most] = [0, 0];
    const seen: string[] = [];
    const swap = profiles.swap.bind(profiles);
    profiles.swap = async (swaps) => {
      underWay += 1;
      most = Math.max(most, underWay);
      seen.push(...swaps.map(({ profile }) => profile.customerId));
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return swap(swaps);
    };
    const facts = shop();
    await buildProfiles({ facts, products: facts, profiles }, () => undefined);
    expect(most).toBe(3);
    expect(seen.sort()).toEqual([...customers].sort());
  });

  it('ends with the failure of one batch, when nothing is under way any more', async () => {
    const profiles = new InMemoryProfiles();
    const swap = profiles.swap.bind(profiles);
    let [calls, underWay] = [0, 0];
    profiles.swap = async (swaps) => {
      calls += 1;
      if (calls === 2) throw new Error('the store is gone');
      underWay += 1;
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return swap(swaps);
    };
    const facts = shop();
    await expect(buildProfiles({ facts, products: facts, profiles }, () => undefined)).rejects.toThrow('the store is gone');
    expect(underWay).toBe(0);
    expect(profiles.stored.size).toBeLessThan(CUSTOMERS);
  });
});
