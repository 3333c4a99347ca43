import { describe, expect, it } from 'vitest';

import { useSubgraph } from '../support/subgraph.js';
import { COMPLEMENTS, FAILURE, fillCampingShop, idsOf, MIA, NOOR } from './merchandised-shop.js';

const POLICIES = `{
  placementPolicies { lane placement autopilot learnedShareCap sameGroupCap atLeast fallback diversity version updatedBy updatedAt history { version by summary } }
  shopAutopilot { autopilot note version updatedBy updatedAt history { version by summary } }
}`;
const SET_POLICY = `mutation ($input: SetPlacementPolicyInput!) {
  setPlacementPolicy(input: $input) {
    ... on PlacementPolicySaved { policy { lane placement autopilot learnedShareCap atLeast fallback diversity version updatedBy history { version by } } }
    ...Failure
  }
} ${FAILURE}`;
const SET_SHOP = `mutation ($input: SetShopAutopilotInput!) {
  setShopAutopilot(input: $input) { ... on ShopAutopilotSaved { shop { autopilot note version updatedBy history { version by } } } ...Failure }
} ${FAILURE}`;
const PAGE = { lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE' };

describe('how far placements and the shop may run by themselves', () => {
  const subgraph = useSubgraph(fillCampingShop);
  const setPolicy = async (input: object, token = MIA) => (await subgraph().ask(SET_POLICY, { input: { ...PAGE, ...input } }, token)).data.setPlacementPolicy;
  const setShop = async (input: object, token = MIA) => (await subgraph().ask(SET_SHOP, { input }, token)).data.setShopAutopilot;
  const page = async () => (await subgraph().ask(COMPLEMENTS)).data.basketComplements;

  it('is shown for every placement and surface, also where nobody has decided', async () => {
    const { data, errors } = await subgraph().ask(POLICIES, {}, MIA);
    expect(errors).toBeUndefined();
    expect(data.placementPolicies).toHaveLength(11);
    expect(data.placementPolicies[0]).toEqual({
      ...PAGE,
      autopilot: 'ASSIST',
      learnedShareCap: 1,
      sameGroupCap: 1,
      atLeast: 0,
      fallback: false,
      diversity: 'NONE',
      version: 0,
      updatedBy: 'default',
      updatedAt: null,
      history: [],
    });
    expect(data.shopAutopilot).toEqual({ autopilot: 'ASSIST', note: null, version: 0, updatedBy: 'default', updatedAt: null, history: [] });
  });

  it('holds learning to its cap with the next request, and the answer proves it', async () => {
    expect((await page()).slots).toMatchObject({ human: 0, learned: 4, learnedShareCap: 1 });
    const { policy } = await setPolicy({ learnedShareCap: 0.5, version: 0 });
    expect(policy).toMatchObject({ ...PAGE, autopilot: 'ASSIST', learnedShareCap: 0.5, version: 1, updatedBy: 'mia', history: [{ version: 1, by: 'mia' }] });
    const capped = await page();
    expect(capped.slots).toEqual({ human: 0, learned: 2, fallback: 0, asked: 4, learnedShareCap: 0.5 });
    expect(idsOf(capped)).toEqual(['bag', 'mat']);
    expect(await setPolicy({ learnedShareCap: 0.75, version: 0 }, NOOR)).toMatchObject({ __typename: 'VersionConflictError', currentVersion: 1 });
    expect((await setPolicy({ atLeast: 3 }, NOOR)).policy).toMatchObject({ learnedShareCap: 0.5, atLeast: 3, version: 2, updatedBy: 'noor' });
    expect(await page()).toMatchObject({ edges: [], emptyReason: 'BELOW_MINIMUM' });
    expect((await setPolicy({ learnedShareCap: 1, atLeast: 0, version: 2 })).policy.history).toHaveLength(3);
    expect((await page()).slots.learned).toBe(4);
  });

  it('refuses what makes no sense', async () => {
    for (const [input, path] of [
      [{ learnedShareCap: 1.5 }, 'learnedShareCap'],
      [{ atLeast: 51 }, 'atLeast'],
      [{ placement: 'HOME', atLeast: 1 }, 'placement'],
    ] as const)
      expect(await setPolicy(input)).toMatchObject({ __typename: 'InvalidInputError', problems: [{ path, message: expect.stringContaining(path) }] });
    expect(await setShop({ autopilot: 'ASSIST', note: 'x'.repeat(2_001) })).toMatchObject({ problems: [{ path: 'note' }] });
  });

  it('takes everything learned off the whole shop with one call: here at once, on other instances when they next look', async () => {
    const other = await subgraph().another(100);
    const learnedThere = async (): Promise<number> => (await other.ask(COMPLEMENTS)).data.basketComplements.slots.learned;
    expect(await learnedThere()).toBe(4);

    const { shop } = await setShop({ autopilot: 'CURATED_ONLY', version: 0, note: 'prices are wrong' });
    expect(shop).toEqual({ autopilot: 'CURATED_ONLY', note: 'prices are wrong', version: 1, updatedBy: 'mia', history: [{ version: 1, by: 'mia' }] });
    expect(await page()).toMatchObject({ edges: [], emptyReason: 'CURATED_ONLY' });
    await expect.poll(learnedThere, { timeout: 5_000, interval: 50 }).toBe(0);
    expect((await subgraph().ask(POLICIES, {}, MIA)).data.placementPolicies[0]).toMatchObject({ ...PAGE, autopilot: 'ASSIST' });

    expect(await setShop({ autopilot: 'ASSIST', version: 0 }, NOOR)).toMatchObject({ __typename: 'VersionConflictError', currentVersion: 1 });
    await setShop({ autopilot: 'ASSIST', version: 1 }, NOOR);
    expect((await page()).slots.learned).toBe(4);
    await expect.poll(learnedThere, { timeout: 5_000, interval: 50 }).toBe(4);
  });
});
