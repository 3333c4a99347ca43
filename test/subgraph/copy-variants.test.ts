import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, describe, expect, it, vi } from 'vitest';

import { DEMO_GATEWAY_CREDENTIAL } from '../../src/config.js';
import type { Stores } from '../../src/stores/open.js';
import { aModel, aProduct, NOW, someStatistics } from '../support/builders.js';
import { aHabit, aProfile } from '../support/profiles.js';
import { completionOf, sends, startChatEndpoint } from '../support/chat-endpoint.js';
import { tokenOf, useSubgraph } from '../support/subgraph.js';

const VARIANT = `id text state origin model version createdBy approvedBy updatedAt product { id }
  audience { favouriteCategoryId favouriteBrand priceBand { minPrice maxPrice currencyCode } }
  history { version at by state summary }`;
const SAVED = `__typename ... on CopyVariantSaved { variant { ${VARIANT} } } ... on MutationError { message } ... on InvalidInputError { problems { path message } }`;
const CREATE = `mutation ($input: CreateCopyVariantInput!) { result: createCopyVariant(input: $input) { ${SAVED} } }`;
const UPDATE = `mutation ($input: UpdateCopyVariantInput!) { result: updateCopyVariant(input: $input) { ${SAVED} ... on VersionConflictError { currentVersion } } }`;
const decide = (verb: string) => `mutation ($input: DecideCopyVariantInput!) {
  result: ${verb}CopyVariant(input: $input) { ${SAVED} ... on VersionConflictError { currentVersion } ... on NotFoundError { id } }
}`;
const DRAFT = `mutation ($input: DraftCopyVariantsInput!) {
  result: draftCopyVariants(input: $input) {
    __typename
    ... on CopyVariantsDrafted { variants { ${VARIANT} } refused { audience text reason } }
    ... on MutationError { message }
    ... on InvalidInputError { problems { path } }
    ... on NotFoundError { id }
  }
}`;
const LIST = `query ($productId: ID, $state: CopyState, $first: Int = 50, $after: String) {
  copyVariants(productId: $productId, state: $state, first: $first, after: $after) {
    edges { cursor node { id text state } } pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;
const PICKS = `query ($r: [_Any!]!) {
  _entities(representations: $r) {
    ... on Customer { personalisedPicks { edges { node { id } copy { text variantId version origin } } personalisation { applied reason } } }
  }
}`;
const customer = (id: string) => ({ r: [{ __typename: 'Customer', id }] });
const mia = tokenOf('mia', 'merchandising:write');
const noor = tokenOf('noor', 'merchandising:write');

const fill = async ({ facts, models, profiles }: Stores): Promise<void> => {
  await facts.recordProducts([
    aProduct('lamp', { title: 'Reading lamp', brand: 'Acme', categoryPath: ['home', 'lamps'] }),
    aProduct('book', { title: 'Paper book', categoryPath: ['books'] }),
  ]);
  await models.stage('m1', someStatistics({ popularity: [{ categoryId: '', ids: ['lamp', 'book'], scores: [2, 1] }] }));
  await models.publish(aModel());
  for (const [customerId, consent] of [['ada', true], ['bob', false]] as const) {
    await facts.recordConsents([{ customerId, consent, decidedAt: NOW }]);
    const profile = aProfile({
      customerId,
      products: [aHabit('book', { purchases: 2, purchaseWeight: 2 })],
      categories: [{ id: 'books', weight: 6 }],
      typicalPrice: { minor: 1_200, currencyCode: 'GBP' },
    });
    await profiles.swap([{ profile, expected: 0 }]);
  }
};

const chat = await startChatEndpoint();
afterAll(() => chat.close());
const KEY = 'key-that-nobody-may-see';
const copyWriter = { url: chat.url, apiKey: KEY, model: 'm1', timeoutMs: 5_000 };

describe('a copy variant', () => {
  const subgraph = useSubgraph(fill);
  const send = async (mutation: string, input: Record<string, unknown>, token = mia) => {
    const answer = await subgraph().ask(mutation, { input }, await token);
    expect(answer.errors).toBeUndefined();
    return answer.data.result;
  };
  const create = (text: string, changes: Record<string, unknown> = {}, key?: string) =>
    send(CREATE, { idempotencyKey: key, variant: { productId: 'lamp', text, audience: { favouriteCategoryId: 'books' }, ...changes } });
  const copyFor = async (customerId: string): Promise<Record<string, unknown>> => {
    const { data, errors } = await subgraph().ask(PICKS, customer(customerId), await tokenOf(customerId));
    expect(errors).toBeUndefined();
    const { edges } = data._entities[0].personalisedPicks;
    return Object.fromEntries(edges.map(({ node, copy }: { node: { id: string }; copy: unknown }) => [node.id, copy]));
  };

  it('is written, approved, shown at once to whom it suits, and taken away again', async () => {
    const written = await create('Light for the last chapter');
    expect(written).toMatchObject({
      __typename: 'CopyVariantSaved',
      variant: {
        text: 'Light for the last chapter',
        state: 'DRAFT',
        origin: 'HUMAN',
        model: null,
        version: 1,
        createdBy: 'mia',
        approvedBy: null,
        updatedAt: NOW.toISOString(),
        product: { id: 'lamp' },
        audience: { favouriteCategoryId: 'books', favouriteBrand: null, priceBand: null },
        history: [{ version: 1, by: 'mia', state: 'DRAFT', summary: 'created for customers whose favourite category is books' }],
      },
    });
    expect(await copyFor('ada')).toEqual({ book: null, lamp: null });

    const { id } = written.variant;
    const approved = await send(decide('approve'), { id, version: 1, note: 'lovely' });
    expect(approved.variant).toMatchObject({ state: 'APPROVED', version: 2, approvedBy: 'mia', history: [{ summary: 'approved (lovely)' }, {}] });
    const text = { text: 'Light for the last chapter', variantId: id, version: 2, origin: 'HUMAN' };
    expect(await copyFor('ada')).toEqual({ book: null, lamp: text });
    expect(await copyFor('bob')).toEqual({ book: null, lamp: null });

    expect((await send(UPDATE, { id, version: 2, text: 'Light for two' })).variant).toMatchObject({ state: 'DRAFT', version: 3, approvedBy: null });
    expect(await copyFor('ada')).toEqual({ book: null, lamp: null });
    expect((await send(decide('retire'), { id, version: 3 })).variant).toMatchObject({ state: 'RETIRED', version: 4 });
  });

  it('costs picks no database command', async () => {
    const token = await tokenOf('ada');
    const commandsOfPicks = async (): Promise<string[]> => {
      subgraph().commands.length = 0;
      await subgraph().ask(PICKS, customer('ada'), token);
      return [...subgraph().commands];
    };
    const before = await commandsOfPicks();
    const { id } = (await create('For the armchair', { audience: { priceBand: { minPrice: '10', maxPrice: '12.00', currencyCode: 'GBP' } } })).variant;
    await send(decide('approve'), { id, version: 1 });
    expect(await copyFor('ada')).toMatchObject({ lamp: { text: 'For the armchair' } });
    expect(await commandsOfPicks()).toEqual(before);
    await send(decide('retire'), { id, version: 2 });
  });

  it('fails as data', async () => {
    expect(await create('a <b>bold</b> text', { productId: 'nowhere', audience: {} })).toMatchObject({
      __typename: 'InvalidInputError',
      problems: [{ path: 'variant.productId' }, { path: 'variant.text' }, { path: 'variant.audience' }],
    });
    expect(await create('Once', {}, '')).toMatchObject({ __typename: 'InvalidInputError', problems: [{ path: 'idempotencyKey' }] });
    const { variant } = await create('Once', {}, 'key-1');
    expect((await create('Once', {}, 'key-1')).variant).toEqual(variant);
    expect(await create('Twice', {}, 'key-1')).toMatchObject({ __typename: 'IdempotencyKeyReusedError' });
    expect(await send(UPDATE, { id: variant.id, version: 9, text: 'Stale' })).toMatchObject({ __typename: 'VersionConflictError', currentVersion: 1 });
    expect(await send(UPDATE, { id: variant.id, version: 1, text: '', audience: {} })).toMatchObject({ problems: [{ path: 'text' }, { path: 'audience' }] });
    expect(await send(decide('approve'), { id: 'nothing', version: 1 })).toMatchObject({ __typename: 'NotFoundError', id: 'nothing' });
  });

  it('is listed newest change first, page by page, retired ones only when asked for', async () => {
    for (const text of ['One', 'Two', 'Three']) await create(text, { productId: 'book' });
    const token = await tokenOf('ned', 'merchandising:read');
    const page = async (variables: Record<string, unknown>) => (await subgraph().ask(LIST, variables, token)).data.copyVariants;
    const all = await page({ productId: 'book' });
    expect(all.edges.map(({ node }: { node: { text: string } }) => node.text).toSorted()).toEqual(['One', 'Three', 'Two']);
    const first = await page({ productId: 'book', first: 2 });
    const second = await page({ productId: 'book', first: 2, after: first.pageInfo.endCursor });
    expect([first, second].map(({ pageInfo }) => [pageInfo.hasPreviousPage, pageInfo.hasNextPage])).toEqual([[false, true], [true, false]]);
    expect([...first.edges, ...second.edges]).toEqual(all.edges);
    expect((await page({ state: 'RETIRED' })).edges.map(({ node }: { node: { text: string } }) => node.text).toSorted()).toEqual(['For the armchair', 'Light for two']);
    expect((await page({ state: 'APPROVED' })).edges).toEqual([]);
    const wrong = await subgraph().ask(LIST, { after: 'x' }, token);
    expect([wrong.data.copyVariants, wrong.errors?.[0]?.extensions?.['code']]).toEqual([null, 'BAD_USER_INPUT']);
  });

  it('is for people with the scopes only', async () => {
    const codeOf = async (query: string, variables: Record<string, unknown>, token: string | undefined) =>
      (await subgraph().ask(query, variables, token)).errors?.[0]?.extensions?.['code'];
    const reader = await tokenOf('ned', 'merchandising:read');
    const input = { input: { id: 'x', version: 1 } };
    const draft = { input: { productId: 'lamp', audiences: [{ favouriteBrand: 'Acme' }] } };
    for (const token of [undefined, await tokenOf('ada'), await tokenOf('shop', 'picks:read events:write')]) expect(await codeOf(LIST, {}, token)).toBe('FORBIDDEN');
    for (const token of [undefined, await tokenOf('ada'), reader]) {
      expect(await codeOf(CREATE, { input: { variant: { productId: 'lamp', text: 'x', audience: { favouriteBrand: 'Acme' } } } }, token)).toBe('FORBIDDEN');
      expect(await codeOf(UPDATE, { input: { ...input.input, text: 'x' } }, token)).toBe('FORBIDDEN');
      expect(await codeOf(decide('approve'), input, token)).toBe('FORBIDDEN');
      expect(await codeOf(decide('retire'), input, token)).toBe('FORBIDDEN');
      expect(await codeOf(DRAFT, draft, token)).toBe('FORBIDDEN');
    }
    expect(await codeOf(LIST, {}, reader)).toBeUndefined();
  });

  it('is not drafted by anybody where the shop has no copy writer', async () => {
    expect(await send(DRAFT, { productId: 'lamp', audiences: [{ favouriteBrand: 'Acme' }] })).toEqual({
      __typename: 'CopyWriterError',
      message: expect.stringContaining('COPY_WRITER_URL'),
    });
  });
});

describe('drafts of the copy writer', () => {
  const subgraph = useSubgraph(fill, { copyWriter, requestDeadlineMs: 600, approvalBySecondPerson: true, port: 0 });
  const AUDIENCES = [{ favouriteCategoryId: 'books' }, { favouriteBrand: 'Acme' }];
  const draft = async (productId = 'lamp', audiences: readonly object[] = AUDIENCES) => {
    const { data, errors, headers } = await subgraph().ask(DRAFT, { input: { productId, audiences } }, await mia);
    expect(errors).toBeUndefined();
    expect(headers['cache-control']).toBe('private, no-store');
    return data.result;
  };
  const saved = async (): Promise<number> => (await subgraph().ask(LIST, {}, await mia)).data.copyVariants.edges.length;

  it('are saved as drafts that state their origin, and wait for a second person', async () => {
    chat.answer(sends(completionOf('Light for the last chapter', 'Best lamp for £9')));
    const { variants, refused } = await draft();
    expect(variants).toMatchObject([{ text: 'Light for the last chapter', state: 'DRAFT', origin: 'GENERATED', model: 'stand-in-1', createdBy: 'mia', approvedBy: null }]);
    expect(refused).toEqual([{ audience: 1, text: 'Best lamp for £9', reason: expect.stringMatching(/money.*“£”.*number.*“9”.*claims.*“best”/) }]);
    expect(JSON.stringify(chat.asked)).not.toMatch(/ada|bob|1000|12\.00/);

    const { id } = variants[0];
    const approve = async (token: Promise<string>) => (await subgraph().ask(decide('approve'), { input: { id, version: 1 } }, await token)).data.result;
    expect((await approve(mia)).__typename).toBe('SecondPersonRequiredError');
    expect((await approve(noor)).variant).toMatchObject({ state: 'APPROVED', origin: 'GENERATED', approvedBy: 'noor' });
    const { data } = await subgraph().ask(PICKS, customer('ada'), await tokenOf('ada'));
    expect(data._entities[0].personalisedPicks.edges.map(({ copy }: { copy: unknown }) => copy)).toContainEqual({
      text: 'Light for the last chapter',
      variantId: id,
      version: 2,
      origin: 'GENERATED',
    });
  });

  it('may take longer than the server’s usual time', async () => {
    chat.answer((response) => void delay(1_000).then(() => sends(completionOf('Slowly written', 'By Acme'))(response)));
    expect((await draft()).variants).toHaveLength(2);
  });

  it.each<[string, Parameters<typeof chat.answer>[0], string]>([
    ['is broken', sends('{"error":"bad key key-that-nobody-may-see"}', 500), 'The copy writer answered with status 500'],
    ['is overloaded', sends('', 429), 'The copy writer answered with status 429'],
    ['sends elsewhere', sends('', 302, { location: 'http://127.0.0.1:1/' }), 'The copy writer answered with status 302: redirects are not followed'],
    ['says something else', sends('<html>'), 'The copy writer answered with something else than texts for the audiences'],
    ['says it in another shape', sends('{"output":"One"}'), 'The copy writer answered with something else than texts for the audiences'],
    ['never ends', sends(`"${'x'.repeat(400_000)}"`), 'The copy writer answered with more than can be read'],
  ])('are none where it %s, and nothing is written', async (_, respond, message) => {
    chat.answer(respond);
    const before = await saved();
    expect(await draft()).toEqual({ __typename: 'CopyWriterError', message });
    expect(await saved()).toBe(before);
  });

  it('are none for products and audiences that make no sense, and nobody is asked', async () => {
    const before = chat.asked.length;
    expect(await draft('nowhere')).toMatchObject({ __typename: 'NotFoundError', id: 'nowhere' });
    expect(await draft('lamp', [])).toMatchObject({ __typename: 'InvalidInputError', problems: [{ path: 'audiences' }] });
    expect(await draft('lamp', [{}])).toMatchObject({ __typename: 'InvalidInputError', problems: [{ path: 'audiences[0]' }] });
    expect(chat.asked).toHaveLength(before);
  });

  it('are given up when whoever asked goes away', async () => {
    const url = await subgraph().server.listen();
    const client = new AbortController();
    const [left, before, token] = [chat.left(), await saved(), await mia];
    chat.answer(() => client.abort());
    const answer = fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-gateway-credential': DEMO_GATEWAY_CREDENTIAL, authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: DRAFT, variables: { input: { productId: 'lamp', audiences: AUDIENCES } } }),
      signal: client.signal,
    }).catch(() => 'gone');
    expect(await answer).toBe('gone');
    await vi.waitFor(() => expect(chat.left()).toBe(left + 1));
    expect(await saved()).toBe(before);
  });
});

describe('a copy writer that does not answer', () => {
  const subgraph = useSubgraph(fill, { copyWriter: { ...copyWriter, timeoutMs: 100 }, requestDeadlineMs: 5_000 });

  it('is given up in time, in one sentence', async () => {
    chat.answer(() => undefined);
    const { data } = await subgraph().ask(DRAFT, { input: { productId: 'lamp', audiences: [{ favouriteBrand: 'Acme' }] } }, await mia);
    expect(data.result).toEqual({ __typename: 'CopyWriterError', message: 'The copy writer did not answer within 0.1 s' });
  });
});
