import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';

import { NOW } from '../support/builders.js';
import { aHabit, aProfile } from '../support/profiles.js';
import { useStores } from '../support/store.js';

describe('a stored profile', () => {
  const { stores, address } = useStores();
  const heldProfile = async (customerId: string) =>
    (await stores().serving.profiles([customerId], { maxTimeMS: 1000, signal: new AbortController().signal })).get(customerId);

  /** Takes out of a document what an earlier release did not write. */
  const unset = async (customerId: string, fields: readonly string[]): Promise<void> => {
    const client = new MongoClient(address().uri);
    const without = Object.fromEntries(fields.map((field) => [field, ''] as const));
    await client.db(address().database).collection<{ _id: string }>('behaviour_profiles').updateOne({ _id: customerId }, { $unset: without });
    await client.close();
  };

  it('comes back as it was stored, typical price and rhythms included', async () => {
    const coffee = aHabit('coffee', { purchases: 3, firstPurchasedAt: new Date(0), lastPurchasedAt: NOW, purchaseDays: 2, chances: 7 });
    const profile = aProfile({ customerId: 'ann', typicalPrice: { minor: 1250, currencyCode: 'EUR' }, products: [coffee, aHabit('mug', { interestWeight: 1 })] });
    await stores().profiles.swap([{ profile, expected: 0 }]);
    expect(await heldProfile('ann')).toEqual(profile);
  });

  it('has no typical price where it was stored without one', async () => {
    await stores().profiles.swap([{ profile: aProfile({ customerId: 'bob' }), expected: 0 }]);
    await unset('bob', ['typicalPrice']);
    expect(await heldProfile('bob')).toEqual(aProfile({ customerId: 'bob', typicalPrice: null }));
  });

  it('keeps the half-life that it was folded with, the usual one where an earlier release stored none', async () => {
    await stores().profiles.swap([{ profile: aProfile({ customerId: 'dot', purchaseHalfLifeDays: 30 }), expected: 0 }]);
    expect(await heldProfile('dot')).toMatchObject({ purchaseHalfLifeDays: 30 });
    await unset('dot', ['purchaseHalfLifeDays']);
    expect(await heldProfile('dot')).toMatchObject({ purchaseHalfLifeDays: 180 });
  });

  it('is served with likely rhythms where an earlier release stored it without any, and replaced by the next', async () => {
    const products = [aHabit('coffee', { purchases: 2, lastPurchasedAt: NOW })];
    await stores().profiles.swap([{ profile: aProfile({ customerId: 'cat', orders: 6, products }), expected: 0 }]);
    await unset('cat', ['products.0.firstPurchasedAt', 'products.0.purchaseDays', 'products.0.chances', 'products.0.recentDays']);
    const [coffee] = (await heldProfile('cat'))?.products ?? [];
    const recentDays: unknown = expect.closeTo(0.9 ** 3 + (1 + 0.9 + 0.9 ** 2) / 3, 12);
    expect(coffee).toEqual({ ...aHabit('coffee', { purchases: 2, firstPurchasedAt: NOW, lastPurchasedAt: NOW, purchaseDays: 2, chances: 4 }), recentDays });
    const built = aProfile({ customerId: 'cat', orders: 6, products: [aHabit('coffee', { purchases: 2, lastPurchasedAt: NOW, chances: 5 })] });
    expect(await stores().profiles.swap([{ profile: built, expected: 1 }])).toEqual([]);
    expect(await heldProfile('cat')).toEqual(built);
  });
});
