import { beforeAll, describe, expect, it } from 'vitest';

import { demoTokens } from '../../src/demo/tokens.js';
import type { Example } from '../../src/demo/playground/example.js';
import { as, ask } from './support/ask.js';
import { startDemo, type Demo } from './support/demo.js';
import { useWorkplace } from './support/workplace.js';

const tokens = await demoTokens();

interface Edge {
  readonly slot: number;
  readonly node: { readonly id: string; readonly title?: string } | null;
  readonly provenance: { readonly source: string; readonly personalised?: boolean };
}
const idsOf = (edges: readonly Edge[]): readonly (string | undefined)[] => edges.map(({ node }) => node?.id);

const PICKS = `query ($first: Int = 20) {
  me { personalisedPicks(first: $first) {
    personalisation { applied reason }
    edges { slot node { id title } provenance { source personalised explanation } }
  } }
}`;
const ORDERS = `mutation ($orders: [OrderInput!]!) {
  recordOrders(input: { orders: $orders }) { ... on RecordingReport { accepted duplicates rejected { id message } } }
}`;
const INTERACTIONS = `mutation ($interactions: [InteractionInput!]!) {
  recordInteractions(input: { interactions: $interactions }) { ... on RecordingReport { accepted duplicates rejected { id message } } }
}`;
const CONSENT = `mutation ($customerId: ID!, $consent: Boolean!) {
  setPersonalisationConsent(input: { customerId: $customerId, consent: $consent }) {
    ... on PersonalisationConsentSaved { customer { id name personalisedPicks { personalisation { reason } } } }
  }
}`;

describe('The demo, asked through its gateway', () => {
  const workplace = useWorkplace();
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo(workplace, workplace.path('shop'));
  }, 240_000);

  const exampleNamed = async (operation: string): Promise<Example> => {
    const example = (await demo.examples()).find(({ query }) => new RegExp(`^(query|mutation) ${operation}\\b`, 'm').test(query));
    if (example === undefined) throw new Error(`The playground has no example ${operation}`);
    return example;
  };
  const picksOf = async (token: string): Promise<{ personalisation: { applied: boolean; reason: string }; edges: readonly Edge[] }> =>
    (await demo.ask(PICKS, {}, as(token))).data.me.personalisedPicks;

  it('answers the first example of the playground: a product page from three subgraphs', async () => {
    const [first] = await demo.examples();
    const { status, data, errors } = await demo.askExample(first ?? (await exampleNamed('ProductPage')));
    expect([status, errors]).toEqual([200, undefined]);
    const { product, me } = data;
    expect(product).toMatchObject({ title: expect.stringMatching(/\S/), price: { amount: '24.99', currencyCode: 'GBP' } });
    expect(product.complements.edges).toHaveLength(4);
    expect(product.complements.edges[0]).toMatchObject({
      slot: 1,
      required: true,
      quantity: 2,
      node: { id: 'aa-battery' },
      provenance: { source: 'REQUIRED_COMPANION', rule: { id: 'rc-car-needs-batteries', version: 1 } },
    });
    for (const [at, edge] of product.complements.edges.entries()) {
      expect(edge).toMatchObject({ slot: at + 1, node: { title: expect.stringMatching(/\S/), price: { amount: expect.stringMatching(/^\d+\.\d\d$/) } } });
      expect(edge.provenance.explanation).toMatch(/\S/);
    }
    const learned = product.complements.edges.filter((edge: Edge) => edge.provenance.source === 'CO_PURCHASE');
    expect(product.complements.slots).toEqual({ human: 1, learned: learned.length, fallback: 3 - learned.length });
    expect(learned[0].provenance.evidence.ordersTogether).toBeGreaterThanOrEqual(3);
    expect(me).toMatchObject({ name: 'Ada Marsh', personalisedPicks: { personalisation: { applied: true, reason: 'PERSONALISED' } } });
    expect(me.personalisedPicks.edges).toHaveLength(4);
    for (const { node } of me.personalisedPicks.edges) expect(node.title).toMatch(/\S/);
  });

  it('never personalises the toy that needs batteries, whoever asks', async () => {
    const list = 'edges { slot required quantity node { id title } provenance { source personalised } } slots { human learned fallback }';
    const query = `query { product(id: "rc-car") { complements { ${list} } } me { personalisedComplements(productId: "rc-car") { ${list} } } }`;
    for (const token of [tokens.ada, tokens.ben]) {
      const { data } = await demo.ask(query, {}, as(token));
      expect(data.me.personalisedComplements).toEqual(data.product.complements);
      expect(data.product.complements.edges.map((edge: Edge) => edge.provenance.personalised)).toEqual([false, false, false, false]);
    }
  });

  it('shows the newcomer what suits the tents they have just looked at', async () => {
    const lookAgain = await exampleNamed('LookAgain');
    const before = (await demo.askExample(lookAgain)).data.me.personalisedPicks;
    expect(before.personalisation).toEqual({ applied: false, reason: 'NEW_CUSTOMER' });
    const recordViews = await exampleNamed('RecordViews');
    expect((await demo.askExample(recordViews)).data.recordInteractions).toEqual({ accepted: 3, duplicates: 0, rejected: [] });
    const after = (await demo.askExample(lookAgain)).data.me.personalisedPicks;
    expect(after.personalisation).toEqual({ applied: true, reason: 'PERSONALISED' });
    expect(after.edges.map(({ provenance }: Edge) => provenance.source)).toContain('SIMILAR_TO_RECENT');
    expect(idsOf(after.edges)).not.toEqual(idsOf(before.edges));
    expect((await demo.askExample(recordViews)).data.recordInteractions).toEqual({ accepted: 0, duplicates: 3, rejected: [] });
  });

  it('answers every example of the playground without errors', async () => {
    const examples = await demo.examples();
    expect(examples.length).toBeGreaterThanOrEqual(9);
    for (const example of examples) {
      const { status, data, errors } = await demo.askExample(example);
      expect({ example: example.title, status, errors }).toEqual({ example: example.title, status: 200, errors: undefined });
      for (const answer of Object.values(data)) expect(answer).not.toBeNull();
    }
  });

  it('changes a customer’s picks at once when an order comes in, is cancelled, or something is turned down', async () => {
    const at = (secondsAgo: number): string => new Date(Date.now() - secondsAgo * 1_000).toISOString();
    const order = (daysAgo: number, changes: object = {}) => ({
      ...{ orderId: `e2e-${String(daysAgo)}`, customerId: 'ben', placedAt: at(daysAgo * 86_400), updatedAt: at(100), currencyCode: 'GBP' },
      lines: [{ productId: 'beans-dark', quantity: 1, unitPrice: '9.00' }],
      ...changes,
    });
    const source = async (): Promise<string | undefined> =>
      (await picksOf(tokens.ben)).edges.find(({ node }) => node?.id === 'beans-dark')?.provenance.source;
    expect(await source()).not.toBe('BUY_AGAIN');
    const { data } = await demo.ask(ORDERS, { orders: [order(70), order(35)] }, as(tokens.shop));
    expect(data.recordOrders).toEqual({ accepted: 2, duplicates: 0, rejected: [] });
    expect(await source()).toBe('BUY_AGAIN');
    const cancelled = [70, 35].map((daysAgo) => order(daysAgo, { status: 'CANCELLED', updatedAt: at(50) }));
    await demo.ask(ORDERS, { orders: cancelled }, as(tokens.shop));
    expect(await source()).not.toBe('BUY_AGAIN');

    expect(idsOf((await picksOf(tokens.ben)).edges)).toContain('beans-house');
    const turnedDown = { eventId: 'e2e-3', kind: 'NOT_INTERESTED', customerId: 'ben', productId: 'beans-house', at: at(1) };
    const recorded = await demo.ask(INTERACTIONS, { interactions: [turnedDown] }, as(tokens.ben));
    expect(recorded.data.recordInteractions.accepted).toBe(1);
    expect(idsOf((await picksOf(tokens.ben)).edges)).not.toContain('beans-house');
  });

  it('gives a customer without consent a full list that is not personal, and takes a change of mind at once', async () => {
    const refused = await picksOf(tokens.cleo);
    expect(refused.personalisation).toEqual({ applied: false, reason: 'NO_CONSENT' });
    expect(refused.edges).toHaveLength(20);
    expect(refused.edges.filter(({ provenance }) => provenance.personalised === true)).toEqual([]);
    const allowed = await demo.ask(CONSENT, { customerId: 'cleo', consent: true }, as(tokens.cleo));
    expect(allowed.data.setPersonalisationConsent.customer).toEqual({
      id: 'cleo',
      name: 'Cleo Fraser',
      personalisedPicks: { personalisation: { reason: 'PERSONALISED' } },
    });
    await demo.ask(CONSENT, { customerId: 'cleo', consent: false }, as(tokens.cleo));
    expect((await picksOf(tokens.cleo)).personalisation.reason).toBe('NO_CONSENT');
  });

  it('shows and changes nothing of another customer', async () => {
    const query = 'query ($id: ID!) { customer(id: $id) { name personalisedPicks { recommendationId } behaviourProfile { interactions } } }';
    for (const headers of [as(tokens.ada), {}]) {
      for (const id of ['ben', 'nobody-at-all']) expect((await demo.ask(query, { id }, headers)).data).toEqual({ customer: null });
    }
    const consent = await demo.ask(CONSENT, { customerId: 'ben', consent: false }, as(tokens.ada));
    expect(consent.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await picksOf(tokens.ben)).personalisation.reason).toBe('PERSONALISED');
    expect((await demo.ask(PICKS, {}, as(`${tokens.ada}x`))).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('lets nobody but the gateway into the subgraphs', async () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    const statusOf = async (url: string, headers: Record<string, string>): Promise<number> =>
      (await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })).status;
    for (const url of [demo.tandem, demo.catalogue, demo.customers]) {
      expect(await statusOf(url, {})).toBe(401);
      expect(await statusOf(url, { 'x-gateway-credential': `${demo.credential}x`, ...as(tokens.ada) })).toBe(401);
      expect(await statusOf(url, { 'x-gateway-credential': demo.credential })).toBe(200);
    }
  });

  it('refuses a foreign customer to whoever has the gateway’s credential, too', async () => {
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Customer { personalisedPicks { recommendationId } } } }';
    const headers = { 'x-gateway-credential': demo.credential, ...as(tokens.ada) };
    const { data, errors } = await ask(demo.tandem, query, { r: [{ __typename: 'Customer', id: 'ben' }] }, headers);
    expect(data._entities).toEqual([{ personalisedPicks: null }]);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('answers the complements of twenty products in one request', async () => {
    const ids = [
      ...['rc-car', 'robot-kit', 'puzzle-harbour', 'plush-otter', 'laptop-13', 'laptop-14', 'console', 'headset', 'skillet-26', 'wok'],
      ...['knife-chef', 'espresso-machine', 'filter-machine', 'secateurs', 'hose', 'barbecue', 'dog-food-salmon', 'cat-litter', 'bike-helmet', 'tent'],
    ];
    const query = 'query ($ids: [ID!]!) { products(ids: $ids) { id title complements(first: 3) { edges { node { id title } } emptyReason } } }';
    const { data, errors } = await demo.ask(query, { ids });
    expect(errors).toBeUndefined();
    expect(data.products.map(({ id }: { id: string }) => id)).toEqual(ids);
    for (const { id, complements } of data.products) {
      expect([id, complements.emptyReason]).toEqual([id, complements.edges.length === 0 ? 'NO_EVIDENCE' : null]);
      for (const { node } of complements.edges) expect(node).toEqual({ id: expect.any(String), title: expect.stringMatching(/\S/) });
      expect(idsOf(complements.edges)).not.toContain(id);
    }
    const filled = data.products.filter(({ complements }: { complements: { edges: readonly Edge[] } }) => complements.edges.length > 0);
    expect(filled.length).toBeGreaterThanOrEqual(15);
  });

  it('lets caches keep what is the same for everybody, and nothing of a customer', async () => {
    const cacheControl = async (query: string, headers: Readonly<Record<string, string>> = {}): Promise<string | null> =>
      (await demo.ask(query, {}, headers)).headers.get('cache-control');
    const shelf = 'product(id: "wok") { title complements { edges { node { title } } } }';
    expect(await cacheControl(`{ ${shelf} }`)).toMatch(/^public, max-age=[1-9]\d*$/);
    expect(await cacheControl(`{ ${shelf} }`, as(tokens.ada))).toMatch(/^public, max-age=[1-9]\d*$/);
    expect(await cacheControl('{ me { personalisedPicks { recommendationId } } }', as(tokens.ada))).toBe('private, no-store');
    expect(await cacheControl(`{ ${shelf} me { personalisedPicks { recommendationId } } }`, as(tokens.ada))).toBe('private, no-store');
    expect(await cacheControl('{ product(id: "wok") { complements(first: 0) { recommendationId } } }')).toBe('private, no-store');
  });

  it('keeps a shelf whole when the catalogue subgraph does not know one of its products', async () => {
    const store = { DATA_DIR: workplace.path('shop') };
    await workplace.succeed(['import', 'catalogue', '-', '--currency', 'GBP'], store, 'product_id,title,price\nunheard-of,Unheard-of thing,5.00\n');
    const rules = 'rules: [{ id: e2e, name: E2E, action: recommend, when: { products: [rc-car] }, then: { products: [unheard-of] }, state: approved }]\n';
    await workplace.succeed(['rules', 'apply', '-'], store, rules);
    const query = '{ product(id: "rc-car") { title complements(first: 4) { edges { slot node { id title } provenance { source explanation } } } } }';
    const shelf = async (): Promise<{ data?: { product: { title: string; complements: { edges: readonly Edge[] } } } }> => demo.ask(query);
    await expect
      .poll(async () => (await shelf()).data?.product.complements.edges[1], { timeout: 60_000, interval: 250 })
      .toMatchObject({ slot: 2, node: null, provenance: { source: 'RULE', explanation: 'Recommended by our team' } });
    const { data } = await shelf();
    expect(data?.product.title).toMatch(/\S/);
    expect(data?.product.complements.edges.map(({ node }) => typeof node?.title)).toEqual(['string', 'undefined', 'string', 'string']);
  }, 120_000);

  it('serves the playground from its own files', async () => {
    const page = await fetch(new URL('/', demo.gateway));
    const html = await page.text();
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining("default-src 'none'")]);
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file).filter((file) => !file.startsWith('data:'));
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const file of files) expect([file, (await fetch(new URL(file, demo.gateway))).status]).toEqual([expect.stringMatching(/^\/playground\//), 200]);
  });
});
