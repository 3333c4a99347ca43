import { describe, expect, it } from 'vitest';

import { allDocumentsOf } from '../support/store.js';
import { tokenOf, useSubgraph } from '../support/subgraph.js';
import { CREATE, decide, fillCampingShop, idsOf, MIA, MUG } from './merchandised-shop.js';

const PREVIEW = `query ($draft: MerchandisingRuleInput!, $replaces: ID, $anchorIds: [ID!], $placement: CrossSellPlacement, $at: DateTime, $first: Int! = 4) {
  previewRule(draft: $draft, replaces: $replaces, anchorIds: $anchorIds, placement: $placement, at: $at, first: $first) {
    at
    lists { anchor { id } placement today { node { id } } withDraft { node { id } provenance { source rule { name } } } displaced { id } }
    picks { surface today { node { id } } withDraft { node { id } provenance { source personalised } } displaced { id } }
    warnings { code products { id } }
  }
}`;

interface Preview {
  readonly today: Parameters<typeof idsOf>[0]['edges'];
  readonly withDraft: Parameters<typeof idsOf>[0]['edges'];
  readonly displaced: readonly { readonly id: string }[];
}

const shown = ({ today, withDraft, displaced }: Preview) => [idsOf({ edges: today }), idsOf({ edges: withDraft }), displaced.map(({ id }) => id)];

describe('a preview', () => {
  const subgraph = useSubgraph(fillCampingShop);
  const preview = async (variables: object) => subgraph().ask(PREVIEW, { draft: MUG, ...variables }, MIA);

  it('shows today’s list beside the draft’s and what is displaced, and writes nothing', async () => {
    const before = await allDocumentsOf(subgraph().address);
    const { data, errors, headers } = await preview({});
    expect(errors).toBeUndefined();
    const { at, lists, picks, warnings } = data.previewRule;
    expect([at, lists.length, picks, warnings]).toEqual(['2026-11-20T12:00:00.000Z', 1, [], []]);
    expect(lists[0]).toMatchObject({ anchor: { id: 'tent' }, placement: 'PRODUCT_PAGE' });
    expect(shown(lists[0])).toEqual([['bag', 'mat', 'stove', 'lamp'], ['mug', 'bag', 'mat', 'stove'], ['lamp']]);
    expect(lists[0].withDraft[0].provenance).toEqual({ source: 'RULE', rule: { name: MUG.name } });
    expect(headers['cache-control']).toBe('private, no-store');
    expect(await allDocumentsOf(subgraph().address)).toEqual(before);
    expect(Object.values(before).flat().length).toBeGreaterThan(10);
  });

  it('looks at the anchors, the placement and the instant that it is asked for', async () => {
    const draft = { ...MUG, when: null, placements: ['BASKET'], validFrom: '2026-12-01T00:00:00Z', validUntil: '2026-12-24T00:00:00Z' };
    const { data } = await preview({ draft, anchorIds: ['bag', 'tent', 'bag'], first: 2 });
    expect(data.previewRule.at).toBe('2026-12-01T00:00:00.000Z');
    expect(data.previewRule.lists.map(({ anchor, placement }: { anchor: { id: string }; placement: string }) => [anchor.id, placement])).toEqual([
      ['bag', 'BASKET'],
      ['tent', 'BASKET'],
    ]);
    expect(shown(data.previewRule.lists[1])).toEqual([['bag', 'mat'], ['mug', 'bag'], ['mat']]);
    const elsewhere = await preview({ draft, anchorIds: ['tent'], placement: 'CHECKOUT', first: 2 });
    expect(shown(elsewhere.data.previewRule.lists[0])).toEqual([['bag', 'mat'], ['bag', 'mat'], []]);
    const afterwards = await preview({ draft, anchorIds: ['tent'], at: '2026-12-24T00:00:00Z', first: 2 });
    expect(shown(afterwards.data.previewRule.lists[0])[2]).toEqual([]);
  });

  it('takes the draft in the place of the rule that it is a new version of', async () => {
    const { data } = await subgraph().ask(CREATE, { input: { idempotencyKey: 'replaced', rule: MUG } }, MIA);
    const { id } = data.createMerchandisingRule.rule;
    await subgraph().ask(decide('approveMerchandisingRule'), { input: { id, version: 1 } }, MIA);
    const draft = { ...MUG, then: { productIds: ['kettle'] } };
    const beside = (await preview({ draft })).data.previewRule.lists[0];
    expect(idsOf({ edges: beside.withDraft }).slice(0, 2).toSorted()).toEqual(['kettle', 'mug']);
    const instead = (await preview({ draft, replaces: id })).data.previewRule.lists[0];
    expect(shown(instead)).toEqual([['mug', 'bag', 'mat', 'stove'], ['kettle', 'bag', 'mat', 'stove'], ['mug']]);
    await subgraph().ask(decide('retireMerchandisingRule'), { input: { id, version: 2 } }, MIA);
  });

  it('of a personal rule shows the surfaces to somebody of whom nothing is known', async () => {
    const draft = { name: 'Kettle first', lane: 'PERSONALISATION', action: 'PIN', slot: 1, then: { productIds: ['kettle'] }, placements: ['HOME'] };
    const { lists, picks } = (await preview({ draft })).data.previewRule;
    expect([lists, picks.map(({ surface }: { surface: string }) => surface)]).toEqual([[], ['HOME']]);
    expect(shown(picks[0])).toEqual([['bag', 'mat', 'stove', 'lamp'], ['kettle', 'bag', 'mat', 'stove'], ['lamp']]);
    expect(picks[0].withDraft[0].provenance).toEqual({ source: 'PINNED', personalised: false });
  });

  it('says what saving the draft would warn of', async () => {
    const { warnings } = (await preview({ draft: { ...MUG, then: { productIds: ['sold-out', 'unheard-of'] } } })).data.previewRule;
    expect(warnings.map(({ code }: { code: string }) => code).toSorted()).toEqual(expect.arrayContaining(['OUT_OF_STOCK', 'UNKNOWN_PRODUCT']));
  });

  it('of a draft that could not be saved is refused with every problem', async () => {
    const { data, errors } = await preview({ draft: { ...MUG, action: 'PIN', weight: 3 } });
    expect(data).toEqual({ previewRule: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const problems = errors?.[0]?.extensions?.['problems'] as readonly { path: string; message: string }[];
    expect(problems.map(({ path }) => path).toSorted()).toEqual(['draft.slot', 'draft.weight']);
    for (const { message } of problems) expect(errors?.[0]?.message).toContain(message);
  });

  it('refuses arguments that make no sense, and a caller who may not read decisions', async () => {
    const many = Array.from({ length: 21 }, (_, at) => `p${String(at)}`);
    for (const wrong of [{ first: 0 }, { first: 25 }, { anchorIds: many }, { anchorIds: [''] }, { replaces: '' }])
      expect((await preview(wrong)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const { data, errors } = await subgraph().ask(PREVIEW, { draft: MUG }, await tokenOf('ada', 'picks:read'));
    expect([data, errors?.[0]?.extensions?.['code']]).toEqual([{ previewRule: null }, 'FORBIDDEN']);
  });

  it('refuses to replace a rule that does not exist, and replaces one in any state', async () => {
    expect((await preview({ replaces: 'unknown' })).errors).toMatchObject([{ message: 'replaces names no rule', extensions: { code: 'BAD_USER_INPUT' } }]);
    const { rule } = (await subgraph().ask(CREATE, { input: { rule: MUG } }, MIA)).data.createMerchandisingRule;
    expect((await preview({ replaces: rule.id })).errors).toBeUndefined();
    await subgraph().ask(decide('retireMerchandisingRule'), { input: { id: rule.id, version: 1 } }, MIA);
    expect((await preview({ replaces: rule.id })).errors).toBeUndefined();
  });

  it('cannot be nested into more lists than a request may ask for', async () => {
    const inner = 'node { complements(first: 24) { edges { node { complements(first: 24) { recommendationId } } } } }';
    const nested = (at: number): string => `p${String(at)}: previewRule(draft: $draft, first: 24) { lists { today { ${inner} } withDraft { ${inner} } } }`;
    const query = `query ($draft: MerchandisingRuleInput!) { ${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(nested).join(' ')} }`;
    const { errors } = await subgraph().ask(query, { draft: { ...MUG, when: null } }, MIA);
    expect(errors?.length).toBeGreaterThan(0);
    expect(new Set(errors?.map(({ extensions }) => extensions?.['code']))).toEqual(new Set(['LIMIT_EXCEEDED']));
    const tooDeep = await subgraph().ask(query.replaceAll('recommendationId', 'edges { node { id } }'), { draft: MUG }, MIA);
    expect(tooDeep.errors).toMatchObject([{ message: expect.stringContaining('deep'), extensions: { code: 'LIMIT_EXCEEDED' } }]);
  });

  it('is limited to ten in one request, since each decides dozens of lists', async () => {
    const eleven = Array.from({ length: 11 }, (_, at) => `a${String(at)}: previewRule(draft: $draft, anchorIds: ["tent"]) { at }`).join(' ');
    const { data, errors } = await subgraph().ask(`query ($draft: MerchandisingRuleInput!) { ${eleven} }`, { draft: MUG }, MIA);
    expect(Object.values(data).filter((answer) => answer !== null)).toHaveLength(10);
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }]);
  });
});
