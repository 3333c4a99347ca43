import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';

import { aProfile } from '../support/builders.js';
import { useStores } from '../support/store.js';

describe('the typical price of a stored profile', () => {
  const { stores, address } = useStores();
  const heldProfile = async (customerId: string) =>
    (await stores().serving.profiles([customerId], { maxTimeMS: 1000, signal: new AbortController().signal })).get(customerId);

  it('comes back as it was stored', async () => {
    const profile = aProfile({ customerId: 'ann', typicalPrice: { minor: 1250, currencyCode: 'EUR' } });
    await stores().profiles.swap([{ profile, expected: 0 }]);
    expect(await heldProfile('ann')).toEqual(profile);
  });

  it('is unknown in a profile that was stored without one', async () => {
    await stores().profiles.swap([{ profile: aProfile({ customerId: 'bob' }), expected: 0 }]);
    const client = new MongoClient(address().uri);
    await client.db(address().database).collection<{ _id: string }>('behaviour_profiles').updateOne({ _id: 'bob' }, { $unset: { typicalPrice: '' } });
    await client.close();
    expect(await heldProfile('bob')).toEqual(aProfile({ customerId: 'bob', typicalPrice: null }));
  });
});
