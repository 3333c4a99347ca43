import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Example } from '../../src/demo/playground/example.js';
import { SAMPLE_COPY } from '../../src/demo/shop/copy-texts.js';
import { demoTokens } from '../../src/demo/tokens.js';
import { as, ask } from '../e2e/support/ask.js';
import { openDemo, type OpenDemo } from './open-demo.js';

let demo: OpenDemo;
let gateway = '';

beforeAll(async () => {
  demo = await openDemo({ approvalBySecondPerson: true });
  gateway = demo.gateway;
}, 240_000);

afterAll(async () => demo.close());

const tokens = await demoTokens();

const through = async (caller: keyof typeof tokens | null, query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await ask(gateway, query, variables, caller === null ? {} : as(tokens[caller]));
  expect(errors).toBeUndefined();
  return data;
};

const LIST = 'edges { slot node { id title } provenance { source rule { name } } } slots { human learned fallback }';
const SAVED = '... on MerchandisingRuleSaved { rule { id version state approvedBy history { by state } } } ... on MutationError { message }';
const DRAFT = {
  name: 'A bottle for every camper',
  action: 'RECOMMEND',
  when: { categoryIds: ['camping'] },
  then: { productIds: ['water-bottle'] },
  placements: ['CHECKOUT'],
};
const sourcesOf = ({ edges }: { readonly edges: readonly { node: { id: string }; provenance: { source: string } }[] }) =>
  edges.map(({ node, provenance }) => [node.id, provenance.source]);

const playgroundTabs = async () => (await (await fetch(new URL('/playground/examples.json', gateway))).json()) as readonly Example[];

interface Picked {
  readonly node: { readonly id: string };
  readonly copy: { readonly text: string } | null;
}

const homePageOf = async (caller: 'ada' | 'ben' | 'cleo') => {
  const { me } = await through(caller, '{ me { personalisedPicks(first: 20) { personalisation { reason } edges { node { id } copy { text origin } } } } }');
  const { edges, personalisation } = me.personalisedPicks as { edges: readonly Picked[]; personalisation: { reason: string } };
  const textOf = new Map(edges.flatMap(({ node, copy }) => (copy === null ? [] : [[node.id, copy.text] as const])));
  return { reason: personalisation.reason, picks: edges.length, textOf };
};

const sampleText = (key: string): string | undefined => SAMPLE_COPY.find((copy) => copy.key === key)?.text;

describe('The sample shop’s short texts, through the gateway', () => {
  it('stand beside some of Ada’s picks, and speak of toys and computing to her', async () => {
    const { reason, textOf } = await homePageOf('ada');
    expect(reason).toBe('PERSONALISED');
    expect(textOf.get('aa-batteries-8')).toBe(sampleText('sample: batteries for toys'));
    expect(textOf.get('mouse-vertical')).toBe(sampleText('sample: upright mouse for computing'));
  });

  it('tell Ben of the roaster that he comes back to, not of coffee at large, and of what small baskets hold', async () => {
    const { textOf } = await homePageOf('ben');
    expect(textOf.get('beans-house')).toBe(sampleText('sample: house beans for the roaster'));
    expect(textOf.get('loaf-tin')).toBe(sampleText('sample: loaf tin for small baskets'));
  });

  it('are for nobody who did not consent: Cleo has a full list without any', async () => {
    const { reason, picks, textOf } = await homePageOf('cleo');
    expect([reason, picks, textOf.size]).toEqual(['NO_CONSENT', 20, 0]);
  });

  it('stay off the page while they are drafts', async () => {
    for (const caller of ['ada', 'ben'] as const) {
      expect([...(await homePageOf(caller)).textOf.values()]).not.toContain(sampleText('sample: helicopter for toys'));
    }
  });

  it('change for Ada with the playground’s tabs: what Mia writes she reads once Noor has approved it', async () => {
    const tabs = new Map((await playgroundTabs()).map((tab) => [/^(?:query|mutation) (\w+)/m.exec(tab.query)?.[1], tab]));
    const run = async (name: string) => {
      const { query = '', variables = {}, headers = {} } = tabs.get(name) ?? {};
      return (await ask(gateway, query, variables, headers)).data;
    };
    const before = (await homePageOf('ada')).textOf;
    const { variant } = (await run('WriteCopy')).createCopyVariant;
    expect((await homePageOf('ada')).textOf).toEqual(before);
    await run('ApproveCopy');
    expect((await homePageOf('ada')).textOf).toEqual(new Map(before).set('mouse-vertical', variant.text));
    const { edges } = (await run('AdasHomePage')).me.personalisedPicks;
    expect(edges.find(({ node }: Picked) => node.id === 'mouse-vertical').copy).toEqual({ text: variant.text, origin: 'HUMAN', variantId: variant.id, version: 2 });
  });
});

describe('A campaign, through the gateway', () => {
  const stove = async () => (await through(null, `{ product(id: "camp-stove") { complements { ${LIST} } } }`)).product.complements;
  const till = async () => (await through(null, `{ product(id: "tent") { complements(placement: CHECKOUT) { ${LIST} } } }`)).product.complements;
  let before: { readonly at: string; readonly list: unknown };

  it('begins with what learning proposes: Mia approves a pair, and the shop shows it as approved at once', async () => {
    before = { list: await till(), at: new Date().toISOString() };
    expect(sourcesOf(await stove())).toContainEqual(['gas-canister', 'CO_PURCHASE']);
    const { proposedPairs } = await through('mia', '{ proposedPairs(anchorId: "camp-stove") { edges { node { id anchor { title } complement { id title } sampleOrderIds evidence { ordersTogether } } } } }');
    const pair = proposedPairs.edges.map(({ node }: { node: { complement: { id: string } } }) => node).find(({ complement }: { complement: { id: string } }) => complement.id === 'gas-canister');
    expect(pair).toMatchObject({ anchor: { title: 'Camping Stove' }, complement: { title: 'Gas Canister' } });
    expect(pair.sampleOrderIds.length).toBe(Math.min(5, pair.evidence.ordersTogether));
    const { decideProposedPairs } = await through('mia', 'mutation ($ids: [ID!]!) { decideProposedPairs(input: { pairIds: $ids, decision: APPROVE }) { ... on ProposedPairsDecided { decided } } }', { ids: [pair.id] });
    expect(decideProposedPairs).toEqual({ decided: 1 });
    expect(sourcesOf(await stove())[0]).toEqual(['gas-canister', 'APPROVED_PAIR']);
  });

  it('goes on with a rule that is previewed, written by Mia and approved by Noor, and then served at the till', async () => {
    const { previewRule } = await through('mia', `query ($draft: MerchandisingRuleInput!) { previewRule(draft: $draft, anchorIds: ["tent"]) { lists { anchor { title } today { node { id } } withDraft { node { id } provenance { source } } displaced { title } } warnings { code } } }`, { draft: DRAFT });
    const [list] = previewRule.lists;
    expect([list.anchor, previewRule.warnings]).toEqual([{ title: 'Ridge Two-Person Tent, Green' }, []]);
    expect(sourcesOf({ edges: list.withDraft })[0]).toEqual(['water-bottle', 'RULE']);
    expect(await till()).toEqual(before.list);

    const input = { idempotencyKey: 'campaign', rule: DRAFT };
    const { createMerchandisingRule } = await through('mia', `mutation ($input: CreateMerchandisingRuleInput!) { createMerchandisingRule(input: $input) { ${SAVED} } }`, { input });
    const { id, version } = createMerchandisingRule.rule;
    const approve = `mutation ($input: DecideMerchandisingRuleInput!) { approveMerchandisingRule(input: $input) { __typename ${SAVED} } }`;
    expect((await through('mia', approve, { input: { id, version } })).approveMerchandisingRule.__typename).toBe('SecondPersonRequiredError');
    expect(await till()).toEqual(before.list);
    const { approveMerchandisingRule } = await through('noor', approve, { input: { id, version } });
    expect(approveMerchandisingRule.rule).toMatchObject({ state: 'APPROVED', approvedBy: 'noor', history: [{ by: 'noor' }, { by: 'mia' }] });

    const served = await till();
    expect(served.edges[0]).toMatchObject({ slot: 1, node: { title: expect.stringContaining('Steel Water Bottle') }, provenance: { source: 'RULE', rule: { name: DRAFT.name } } });
    expect(served.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(list.withDraft.map(({ node }: { node: { id: string } }) => node.id));
  });

  it('can be looked back at: what the till showed before, and since', async () => {
    const replay = `query ($at: DateTime!) { replayComplements(productId: "tent", placement: CHECKOUT, at: $at) { ${LIST} } }`;
    expect((await through('mia', replay, { at: before.at })).replayComplements).toEqual(before.list);
    await delay(2);
    expect((await through('mia', replay, { at: new Date().toISOString() })).replayComplements).toEqual(await till());
  });

  it('is nobody else’s to see or to decide', async () => {
    for (const caller of ['ada', null] as const) {
      const { data, errors } = await ask(gateway, '{ merchandisingRules { edges { node { id } } } }', {}, caller === null ? {} : as(tokens[caller]));
      expect([data, errors?.[0]?.extensions?.['code']]).toEqual([{ merchandisingRules: null }, 'FORBIDDEN']);
    }
    const nameless = await ask(gateway, 'mutation { setShopAutopilot(input: { autopilot: CURATED_ONLY }) { __typename } }', {}, as(tokens.shop));
    expect(nameless.errors).toMatchObject([{ message: expect.stringContaining('does not say who acts'), extensions: { code: 'FORBIDDEN' } }]);
  });

  it('answers every tab of the playground, one after the other, with what was asked for', async () => {
    for (const { title, query, variables, headers } of await playgroundTabs()) {
      const { data, errors } = await ask(gateway, query, variables, headers);
      expect([title, errors]).toEqual([title, undefined]);
      for (const answer of Object.values(data) as ({ message?: string } | null)[]) expect([title, answer?.message, answer === null]).toEqual([title, undefined, false]);
    }
  });
});
