import { MongoClient } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';

import { storeUriOf } from './support/demo.js';
import { servingEnv, servingTokens, startServing, type Serving } from './support/serving.js';
import { useWorkplace } from './support/workplace.js';

const tokens = await servingTokens();

const ORDERS = `order_id,placed_at,product_id,quantity,unit_price,currency,customer_id
o1,2026-01-01T10:00:00Z,crackers,1,2.50,GBP,ann
o2,2026-03-02T10:00:00Z,seeds,1,2.50,GBP,ann
o3,2026-03-02T10:00:00Z,seeds,1,2.50,GBP,bob
`;
const FORGET = 'mutation { forgetProduct(input: { customerId: "ann", productId: "seeds" }) { __typename } }';
const RECORD = `mutation { recordInteractions(input: { interactions: [
  { eventId: "e1", kind: VIEW, customerId: "bob", productId: "spade", at: "2026-03-02T10:00:00Z" }
] }) { ... on RecordingReport { accepted rejected { message } } } }`;

describe('How fast profiles forget', { timeout: 240_000 }, () => {
  const workplace = useWorkplace();
  const env = (days: string) => ({ PROFILE_PURCHASE_HALF_LIFE_DAYS: days });
  const folder = () => workplace.path('shop');
  let serving: Serving;
  // A server has the store open all the time: commands join it, and the test can look into it.
  beforeAll(async () => {
    serving = await startServing(workplace, { ...servingEnv(folder()), ...env('90'), INTERACTION_RETENTION_DAYS: '3650', CONSENT_DEFAULT: 'granted' });
  }, 240_000);

  const run = (args: readonly string[], days: string) => workplace.run(args, { DATA_DIR: folder(), ...env(days) });
  /** Each customer's half-life, and how much of Ann's purchase of New Year is left two months later. */
  const held = async () => {
    const client = new MongoClient(await storeUriOf(folder()));
    const profiles = await client.db('tandem').collection<{ _id: string; purchaseHalfLifeDays: number; products: { productId: string; purchaseWeight: number }[] }>('behaviour_profiles').find().sort({ _id: 1 }).toArray();
    await client.close();
    const left = profiles[0]?.products.find(({ productId }) => productId === 'crackers')?.purchaseWeight ?? 0;
    return { days: Object.fromEntries(profiles.map(({ _id, purchaseHalfLifeDays }) => [_id, purchaseHalfLifeDays])), left: Number(left.toFixed(6)) };
  };

  it('is what the environment says to the import, for the customers that it touches', async () => {
    const { code, err } = await run(['import', 'orders', await workplace.write('orders.csv', ORDERS)], '30');
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    expect(await held()).toEqual({ days: { ann: 30, bob: 30 }, left: 0.25 });
  });

  it('is what it says to the server, for who is recorded or forgets something', async () => {
    expect((await serving.ask(RECORD, {}, tokens.shop)).data.recordInteractions).toEqual({ accepted: 1, rejected: [] });
    expect(await held()).toEqual({ days: { ann: 30, bob: 90 }, left: 0.25 });
    expect((await serving.ask(FORGET, {}, tokens.shop)).data.forgetProduct).toEqual({ __typename: 'ProductForgotten' });
    expect(await held()).toEqual({ days: { ann: 90, bob: 90 }, left: Number((0.5 ** (60 / 90)).toFixed(6)) });
  });

  it('is for every customer what it says to learning, which folds all profiles again', async () => {
    expect((await run(['learn'], '60')).code).toBe(0);
    expect(await held()).toEqual({ days: { ann: 60, bob: 60 }, left: 0.5 });
  });

  it('is refused by name before anything is read or written', async () => {
    for (const args of [['learn'], ['import', 'orders', workplace.path('orders.csv')], ['erase', 'bob']]) {
      const { code, out, err } = await run(args, 'soon');
      expect({ code, out, err }).toEqual({ code: 1, out: '', err: 'tandem: PROFILE_PURCHASE_HALF_LIFE_DAYS must be a whole number from 1 to 3650\n' });
    }
    expect(await held()).toMatchObject({ days: { ann: 60, bob: 60 } });
  });
});
