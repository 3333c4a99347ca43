import { describe, expect, it } from 'vitest';

import { pairId } from '../../src/domain/merchandising/kept/decisions.js';
import { NOW } from '../support/builders.js';
import { useSubgraph } from '../support/subgraph.js';
import { COMPLEMENTS, CREATE, decide, fillCampingShop, idsOf, MIA, MUG, NOOR, publish } from './merchandised-shop.js';

const REPLAY = `query ($at: DateTime!, $productId: ID! = "tent", $placement: CrossSellPlacement! = PRODUCT_PAGE, $first: Int! = 4, $alongside: [ID!]! = []) {
  replayComplements(productId: $productId, placement: $placement, at: $at, first: $first, alongside: $alongside) {
    recommendationId edges { slot node { id } provenance { source modelVersion rule { id version } } } slots { human learned fallback learnedShareCap } emptyReason
  }
}`;
const COMPLEMENTS_OF_TENT = `query ($r: [_Any!]!) {
  _entities(representations: $r) { ... on Product { complements {
    recommendationId edges { slot node { id } provenance { source modelVersion rule { id version } } } slots { human learned fallback learnedShareCap } emptyReason
  } } }
}`;

describe('a replay', () => {
  const subgraph = useSubgraph(fillCampingShop);
  const replay = async (at: Date, variables: object = {}) => subgraph().ask(REPLAY, { at: at.toISOString(), ...variables }, MIA);
  const change = async (query: string, input: object, token = MIA) => {
    const { data, errors } = await subgraph().ask(query, { input }, token);
    expect(errors).toBeUndefined();
    return data;
  };
  const tent = async () => (await subgraph().ask(COMPLEMENTS_OF_TENT, { r: [{ __typename: 'Product', id: 'tent' }] })).data._entities[0].complements;

  it('answers at every instant what was answered then, through rules, pairs, policies, the autopilot and new statistics', async () => {
    const seen: { at: Date; list: unknown }[] = [];
    const look = async (): Promise<void> => {
      seen.push({ at: subgraph().clock.now, list: await tent() });
      subgraph().clock.now = new Date(subgraph().clock.now.getTime() + 60_000);
    };
    await look();
    const { createMerchandisingRule } = await change(CREATE, { idempotencyKey: 'replayed', rule: MUG });
    const { id } = createMerchandisingRule.rule;
    await look();
    await change(decide('approveMerchandisingRule'), { id, version: 1 }, NOOR);
    await look();
    await change('mutation ($input: DecideProposedPairsInput!) { decideProposedPairs(input: $input) { __typename } }', {
      pairIds: [pairId({ anchorId: 'tent', complementId: 'bag' })],
      decision: 'DISMISS',
    });
    await look();
    await change('mutation ($input: SetPlacementPolicyInput!) { setPlacementPolicy(input: $input) { __typename } }', {
      lane: 'CROSS_SELL',
      placement: 'PRODUCT_PAGE',
      learnedShareCap: 0.5,
    });
    await look();
    await publish(subgraph().stores, { version: 'm2', publishedAt: subgraph().clock.now }, [
      { productId: 'tent', orders: 50, neighbourIds: ['kettle', 'lamp'], ordersTogether: [30, 20], neighbourOrders: [60, 60], scores: [3, 2], basketScores: [3, 2] },
    ]);
    await subgraph().snapshots.refresh();
    await look();
    await change('mutation ($input: SetShopAutopilotInput!) { setShopAutopilot(input: $input) { __typename } }', { autopilot: 'CURATED_ONLY' });
    await look();
    await change(decide('retireMerchandisingRule'), { id, version: 2 });
    await look();

    expect(seen.map(({ list }) => idsOf(list as Parameters<typeof idsOf>[0]))).toEqual([
      ['bag', 'mat', 'stove', 'lamp'],
      ['bag', 'mat', 'stove', 'lamp'],
      ['mug', 'bag', 'mat', 'stove'],
      ['mug', 'mat', 'stove', 'lamp'],
      ['mug', 'mat', 'stove'],
      ['mug', 'kettle', 'lamp'],
      ['mug'],
      [],
    ]);
    for (const { at, list } of seen) {
      const { data, errors, headers } = await replay(at);
      expect([errors, data?.replayComplements]).toEqual([undefined, list]);
      expect(headers['cache-control']).toBe('private, no-store');
    }
  });

  it('takes what else was in the basket, and the placement', async () => {
    const { data } = await replay(NOW, { alongside: ['bag'], placement: 'BASKET', first: 2 });
    expect(idsOf(data.replayComplements)).toEqual(['mat', 'stove']);
  });

  it('refuses an instant in the future and other arguments that make no sense', async () => {
    const { data, errors } = await replay(new Date(subgraph().clock.now.getTime() + 1));
    expect([data, errors]).toEqual([
      { replayComplements: null },
      [expect.objectContaining({ message: expect.stringContaining('at must not be in the future'), extensions: { code: 'BAD_USER_INPUT' } })],
    ]);
    for (const wrong of [{ first: 0 }, { first: 25 }, { productId: '' }, { alongside: Array.from({ length: 101 }, (_, at) => String(at)) }])
      expect((await replay(NOW, wrong)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('says so when the statistics of then are no longer kept', async () => {
    await subgraph().stores.models.sweep(new Date(subgraph().clock.now.getTime() + 86_400_000), 2);
    await publish(subgraph().stores, { version: 'm3', publishedAt: subgraph().clock.now });
    await subgraph().stores.models.sweep(new Date(subgraph().clock.now.getTime() + 86_400_000), 2);
    const { data, errors } = await replay(NOW);
    expect([data, errors]).toEqual([{ replayComplements: null }, [expect.objectContaining({ extensions: { code: 'NOT_RETAINED' } })]]);
    expect(errors?.[0]?.message).toMatch(/no longer kept/);
    expect((await subgraph().ask(COMPLEMENTS)).errors).toBeUndefined();
  });
});
