import { describe, expect, it } from 'vitest';

import { pairId } from '../../src/domain/merchandising/kept/decisions.js';
import type { Stores } from '../../src/stores/open.js';
import { aProduct } from '../support/builders.js';
import { useSubgraph } from '../support/subgraph.js';
import { FAILURE, fillCampingShop, idsOf, MIA } from './merchandised-shop.js';

const LIST = `recommendationId edges { cursor node { id } provenance { source } } slots { human learned fallback asked learnedShareCap } pageInfo { hasNextPage endCursor } emptyReason`;
const OF_TENT = `query ($after: String) { _entities(representations: [{ __typename: "Product", id: "tent" }]) {
  ... on Product { complements(first: 4, after: $after) { ${LIST} } }
} }`;
const OF_BASKET = `query ($ids: [ID!]!) { basketComplements(productIds: $ids, placement: PRODUCT_PAGE, first: 4) { ${LIST} } }`;
const REPLAY = `query ($at: DateTime!) { replayComplements(productId: "tent", at: $at) { ${LIST} } }`;
const PREVIEW = `query ($draft: MerchandisingRuleInput!) {
  previewRule(draft: $draft, anchorIds: ["tent"]) { lists { today { node { id } } withDraft { node { id } } displaced { id } } }
}`;
const SET_POLICY = `mutation ($input: SetPlacementPolicyInput!) {
  setPlacementPolicy(input: $input) {
    ... on PlacementPolicySaved { policy { placement learnedShareCap sameGroupCap version history { by summary } } }
    ...Failure
  }
} ${FAILURE}`;
const APPROVE = `mutation ($input: DecideProposedPairsInput!) { decideProposedPairs(input: $input) { __typename } }`;

/** The bag and the mat are what people choose between when they look for a tent; the stove has a category of its own. */
const fillShop = async (stores: Stores): Promise<void> => {
  await fillCampingShop(stores);
  await stores.facts.recordProducts([
    ...['bag', 'mat'].map((id) => aProduct(id, { title: id, categoryPath: ['outdoor', 'tents'] })),
    aProduct('stove', { title: 'stove', categoryPath: ['outdoor', 'cooking'] }),
  ]);
};

describe('a limit for products of an anchor’s own group', () => {
  const subgraph = useSubgraph(fillShop);
  const setPolicy = async (input: object) =>
    (await subgraph().ask(SET_POLICY, { input: { lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', ...input } }, MIA)).data.setPlacementPolicy;
  const ofTent = async (after: string | null = null) => (await subgraph().ask(OF_TENT, { after })).data._entities[0].complements;
  const ofBasket = async (...ids: string[]) => idsOf((await subgraph().ask(OF_BASKET, { ids })).data.basketComplements);
  const replay = async (at: Date) => (await subgraph().ask(REPLAY, { at: at.toISOString() }, MIA)).data.replayComplements;

  it('is refused with the name of the field where it makes no sense, and written nowhere', async () => {
    for (const input of [{ sameGroupCap: 1.5 }, { sameGroupCap: -0.5 }, { lane: 'PERSONALISATION', placement: 'HOME', sameGroupCap: 0.5 }])
      expect(await setPolicy(input)).toMatchObject({
        __typename: 'InvalidInputError',
        problems: [{ path: 'sameGroupCap', message: expect.stringContaining('sameGroupCap') }],
      });
    expect(await setPolicy({})).toMatchObject({ problems: [{ message: expect.stringContaining('sameGroupCap') }] });
    expect((await subgraph().ask('{ placementPolicies { sameGroupCap version } }', {}, MIA)).data.placementPolicies).toEqual(
      Array.from({ length: 11 }, () => ({ sameGroupCap: 1, version: 0 })),
    );
  });

  it('holds with the next request, for one anchor, for a basket, in a preview and in what is replayed, and never for what people decided', async () => {
    const open = await ofTent();
    const [before, { clock }] = [subgraph().clock.now, subgraph()];
    expect(idsOf(open)).toEqual(['bag', 'mat', 'stove', 'lamp']);
    clock.now = new Date(before.getTime() + 60_000);

    expect((await setPolicy({ sameGroupCap: 0.25, version: 0 })).policy).toEqual({
      ...{ placement: 'PRODUCT_PAGE', learnedShareCap: 1, sameGroupCap: 0.25, version: 1 },
      history: [{ by: 'mia', summary: 'sameGroupCap 1 → 0.25' }],
    });
    const limited = await ofTent();
    expect(limited).toMatchObject({ slots: { human: 0, learned: 3, fallback: 0, asked: 4, learnedShareCap: 1 }, pageInfo: { hasNextPage: true } });
    expect([idsOf(limited), limited.recommendationId === open.recommendationId]).toEqual([['bag', 'stove', 'lamp'], false]);
    const next = await ofTent(limited.pageInfo.endCursor);
    expect([idsOf(next), next.pageInfo.hasNextPage]).toEqual([['mat'], false]);

    expect(await ofBasket('tent', 'stove')).toEqual(['bag', 'lamp']);
    expect(await ofBasket('bag')).toEqual(['tent']);
    const draft = { name: 'The bag goes', action: 'EXCLUDE', when: { productIds: ['tent'] }, then: { productIds: ['bag'] } };
    expect((await subgraph().ask(PREVIEW, { draft }, MIA)).data.previewRule.lists).toEqual([
      {
        today: ['bag', 'stove', 'lamp'].map((id) => ({ node: { id } })),
        withDraft: ['mat', 'stove', 'lamp'].map((id) => ({ node: { id } })),
        displaced: [{ id: 'bag' }],
      },
    ]);

    expect(await replay(before)).toEqual(open);
    expect(await replay(clock.now)).toEqual(limited);

    await subgraph().ask(APPROVE, { input: { pairIds: [pairId({ anchorId: 'tent', complementId: 'mat' })], decision: 'APPROVE' } }, MIA);
    expect(idsOf(await ofTent())).toEqual(['mat', 'bag', 'stove', 'lamp']);
    expect((await setPolicy({ fallback: true })).policy).toMatchObject({ sameGroupCap: 0.25, version: 2 });
    expect((await setPolicy({ sameGroupCap: 1 })).policy.history[0]).toEqual({ by: 'mia', summary: 'sameGroupCap 0.25 → 1' });
  });
});
