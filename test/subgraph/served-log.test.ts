import { describe, expect, it } from 'vitest';

import type { ServedPage } from '../../src/domain/measurement/served-page.js';
import type { Stores } from '../../src/stores/open.js';
import { ALL_CUSTOMERS_HELD_OUT, aServingLog, type InMemoryServingLog } from '../support/arms.js';
import { aModel, aProduct, aRule, aSelector, NOW, someNeighbours, someStatistics } from '../support/builders.js';
import { aHabit, aProfile } from '../support/profiles.js';
import { holdRules } from '../support/held-rules.js';
import { tokenOf, useSubgraph, type Subgraph } from '../support/subgraph.js';

const fillShop = async ({ facts, models, profiles, decisions }: Stores): Promise<void> => {
  const categories = { car: 'toys', batteries: 'toys', track: 'tracks', glue: 'craft', lonely: 'toys' };
  await facts.recordProducts(Object.entries(categories).map(([id, category]) => aProduct(id, { categoryPath: [category] })));
  await models.stage(
    'm1',
    someStatistics({
      coPurchase: [someNeighbours('car', { track: 0.9, glue: 0.8 })],
      popularity: [{ categoryId: '', ids: ['track', 'glue', 'car'], scores: [3, 2, 1] }],
    }),
  );
  await models.publish(aModel());
  await holdRules(decisions, [
    aRule('needs-batteries', { action: 'REQUIRE', when: aSelector({ productIds: ['car'] }), then: aSelector({ productIds: ['batteries'] }) }),
  ]);
  await facts.recordConsents(['ada', 'eve'].map((customerId) => ({ customerId, consent: true, decidedAt: NOW })));
  const crafty = (customerId: string, category: string) =>
    aProfile({ customerId, products: [aHabit('glue', { purchases: 2, purchaseWeight: 2 })], categories: [{ id: category, weight: 1 }] });
  await profiles.swap([crafty('ada', 'craft'), crafty('eve', 'garden')].map((profile) => ({ profile, expected: 0 })));
};

const EDGES = 'recommendationId edges { slot node { id } provenance { source } }';
const COMPLEMENTS = `query ($r: [_Any!]!, $first: Int! = 6, $after: String, $arm: MeasurementArm! = TREATMENT) {
  _entities(representations: $r) { ... on Product { complements(first: $first, after: $after, placement: BASKET, alongside: ["glue"], arm: $arm) { ${EDGES} pageInfo { endCursor } } } }
}`;
const BASKET = `{ basketComplements(productIds: ["car", "glue"]) { ${EDGES} } }`;
const PICKS = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Customer { personalisedPicks { ${EDGES} } } } }`;
const IN_ORDER = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Customer { personalisedComplements(productId: "car") { ${EDGES} } } } }`;

interface Shown {
  readonly recommendationId: string;
  readonly edges: readonly { readonly slot: number; readonly node: { readonly id: string }; readonly provenance: { readonly source: string } }[];
}

const product = (id: string) => ({ r: [{ __typename: 'Product', id }] });
const customer = (id: string) => ({ r: [{ __typename: 'Customer', id }] });

const noted = async ({ recorder }: Subgraph, log: InMemoryServingLog): Promise<readonly ServedPage[]> => {
  await recorder.flush();
  return log.pages.splice(0).flat();
};

const pageOf = ({ recommendationId, edges }: Shown, rest: Partial<ServedPage>): unknown => ({
  recommendationId,
  productIds: edges.map(({ node }) => node.id),
  sources: edges.map(({ provenance }) => provenance.source),
  firstSlot: edges[0]?.slot,
  servedAt: NOW,
  customerId: null,
  anchorIds: [],
  ...rest,
});

describe('the log of what was served', () => {
  const log = aServingLog();
  const subgraph = useSubgraph(fillShop, {}, log);
  const complements = async (variables: Record<string, unknown>): Promise<Shown & { pageInfo: { endCursor: string } }> =>
    (await subgraph().ask(COMPLEMENTS, variables)).data._entities[0].complements;
  const asCustomer = async (query: string, id: string): Promise<Shown> => {
    const { data } = await subgraph().ask(query, customer(id), await tokenOf(id));
    return data._entities[0].personalisedPicks ?? data._entities[0].personalisedComplements;
  };

  it('holds each page of complements as it was answered, without a customer, whoever asked', async () => {
    const token = await tokenOf('ada');
    const first = await complements({ ...product('car'), first: 1 });
    const second = await complements({ ...product('car'), first: 1, after: first.pageInfo.endCursor });
    const basket: Shown = (await subgraph().ask(BASKET, {}, token)).data.basketComplements;
    expect([first, second, basket].map(({ edges }) => edges.map(({ node }) => node.id))).toEqual([['batteries'], ['track'], ['batteries', 'track']]);
    expect(await noted(subgraph(), log)).toEqual([
      pageOf(first, { lane: 'CROSS_SELL', placement: 'BASKET', anchorIds: ['car', 'glue'] }),
      pageOf(second, { lane: 'CROSS_SELL', placement: 'BASKET', anchorIds: ['car', 'glue'] }),
      pageOf(basket, { lane: 'CROSS_SELL', placement: 'BASKET', anchorIds: ['car', 'glue'] }),
    ]);
  });

  it('names the customer of picks that were chosen for them, and of nobody else', async () => {
    const [adas, bens] = [await asCustomer(PICKS, 'ada'), await asCustomer(PICKS, 'ben')];
    const [, carls] = [await asCustomer(PICKS, 'ada'), await asCustomer(PICKS, 'carl')];
    expect(carls).toEqual(bens);
    expect(await noted(subgraph(), log)).toEqual([
      pageOf(adas, { lane: 'PERSONALISATION', placement: 'HOME', customerId: 'ada' }),
      pageOf(bens, { lane: 'PERSONALISATION', placement: 'HOME' }),
    ]);
  });

  it('names the customer of complements that their interest moved, and holds the others as everybody’s', async () => {
    const [adas, eves, bens] = [await asCustomer(IN_ORDER, 'ada'), await asCustomer(IN_ORDER, 'eve'), await asCustomer(IN_ORDER, 'ben')];
    expect(adas.edges.map(({ node }) => node.id)).toEqual(['batteries', 'glue', 'track']);
    expect(eves).toEqual(bens);
    const shown = { lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', anchorIds: ['car'] } as const;
    expect(await noted(subgraph(), log)).toEqual([pageOf(adas, { ...shown, customerId: 'ada' }), pageOf(bens, shown)]);
  });

  it('holds what the holdout was shown, too, and nothing of an empty list', async () => {
    const heldOut = await complements({ ...product('car'), arm: 'HOLDOUT' });
    await complements(product('lonely'));
    expect(await noted(subgraph(), log)).toEqual([pageOf(heldOut, { lane: 'CROSS_SELL', placement: 'BASKET', anchorIds: ['car', 'glue'] })]);
  });

  it('holds nothing of previews and replays, which nobody is shown; a replay has the name of what was served', async () => {
    const mia = await tokenOf('mia', 'merchandising:read');
    const served = await complements(product('car'));
    await noted(subgraph(), log);
    const replay = `{ replayComplements(productId: "car", alongside: ["glue"], placement: BASKET, at: "${NOW.toISOString()}", first: 6) { ${EDGES} } }`;
    const replayed = await subgraph().ask(replay, {}, mia);
    expect([replayed.errors, replayed.data.replayComplements]).toEqual([undefined, { recommendationId: served.recommendationId, edges: served.edges }]);
    const preview = await subgraph().ask(
      '{ previewRule(draft: { name: "n", action: RECOMMEND, then: { productIds: ["glue"] } }, anchorIds: ["car"]) { lists { withDraft { node { id } } } } }',
      {},
      mia,
    );
    expect([preview.errors, preview.data.previewRule.lists[0].withDraft.length]).toEqual([undefined, 3]);
    expect(await noted(subgraph(), log)).toEqual([]);
  });

  it('holds a list once for a day and instance; two instances may both tell of it', async () => {
    const other = await subgraph().another(60_000);
    for (let times = 0; times < 3; times += 1) for (const instance of [subgraph(), other]) await instance.ask(BASKET);
    await other.recorder.flush();
    expect(log.pages.splice(0).flat().length).toBe(1);
    subgraph().clock.now = new Date(NOW.getTime() + 86_400_000);
    await subgraph().ask(BASKET);
    subgraph().clock.now = NOW;
    expect((await noted(subgraph(), log)).length).toBe(1);
  });
});

describe('customers who are held out', () => {
  const log = aServingLog();
  const subgraph = useSubgraph(fillShop, { holdoutShares: ALL_CUSTOMERS_HELD_OUT }, log);

  it('are in no list that is written down', async () => {
    for (const id of ['ada', 'eve']) for (const query of [PICKS, IN_ORDER]) await subgraph().ask(query, customer(id), await tokenOf(id));
    const pages = await noted(subgraph(), log);
    expect(pages.map(({ lane, customerId }) => [lane, customerId])).toEqual([['PERSONALISATION', null], ['CROSS_SELL', null]]);
  });
});

describe.each([
  ['never answers', () => new Promise<void>(() => undefined)],
  ['always fails', () => Promise.reject(new Error('away'))],
])('a log that %s', (_, before) => {
  const silent = useSubgraph(fillShop, {}, aServingLog(before));
  const sound = useSubgraph(fillShop, {}, aServingLog());

  it('changes no answer and keeps none waiting', async () => {
    const token = await tokenOf('ada');
    for (const subgraph of [silent(), sound()]) subgraph.recorder.start();
    for (const [query, variables] of [[COMPLEMENTS, product('car')], [PICKS, customer('ada')], [IN_ORDER, customer('ada')], [BASKET, {}], ['{ crossSellArm(sessionId: "v1") }', {}]] as const) {
      const answers = await Promise.all([silent(), sound()].map(async (subgraph) => {
        const { data, errors, extensions, headers } = await subgraph.ask(query, variables, token);
        return { data, errors, extensions, cacheControl: headers['cache-control'] };
      }));
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]?.errors).toBeUndefined();
    }
    expect(silent().recorder.waiting()).toBeGreaterThan(3);
    for (const subgraph of [silent(), sound()]) subgraph.recorder.stop();
  });
});

describe('the log in the store', () => {
  const subgraph = useSubgraph(fillShop);

  it('knows a list after the flush, from whatever instance, as it was served', async () => {
    const other = await subgraph().another(60_000);
    const { basketComplements } = (await subgraph().ask(BASKET)).data;
    await other.ask(BASKET);
    await other.ask('{ crossSellArm(sessionId: "v1") }');
    for (const instance of [subgraph(), other]) await instance.recorder.flush();
    expect([subgraph().recorder.waiting(), other.recorder.waiting()]).toEqual([0, 0]);
    const known = await subgraph().stores.measured.knownLists([basketComplements.recommendationId]);
    expect([...known.values()]).toEqual([
      expect.objectContaining({ lane: 'CROSS_SELL', placement: 'BASKET', customerId: null, sources: new Map([['batteries', 'REQUIRED_COMPANION'], ['track', 'CO_PURCHASE']]) }),
    ]);
    expect(await subgraph().stores.measured.exposuresOf('CROSS_SELL', ['v1', 'v2'])).toEqual(
      new Map([['v1', { lane: 'CROSS_SELL', unitId: 'v1', arm: 'TREATMENT', at: NOW }]]),
    );
  });
});
