import { beforeAll, describe, expect, it } from 'vitest';

import { start, type Started } from './started.js';
import { CANARY, FAILURES } from './tiny-shop.js';

const secrets = ['canary-secret', 'db.internal', 'root:', CANARY];
const leaks = (text: string): string[] => secrets.filter((secret) => text.includes(secret));

describe('a fault inside', () => {
  let shop: Started;
  beforeAll(async () => {
    shop = await start();
  });

  for (const field of ['fail', 'failHard']) {
    it.each(Object.keys(FAILURES))(`of ${field} tells the client nothing: %s`, async (kind) => {
      const answer = await shop.ask(`query ($kind: String!) { ${field}(kind: $kind) }`, { variables: { kind } });
      expect(leaks(answer.text)).toEqual([]);
      expect(leaks(JSON.stringify(answer.headers))).toEqual([]);
      expect(leaks(shop.lines.join(''))).toEqual([]);
      expect(answer.text).not.toMatch(/stacktrace|node_modules|\.ts:/);
    });
  }

  it('is answered with an id that stands in the log beside where it was thrown', async () => {
    const answer = await shop.ask('{ again: fail(kind: "type error") }', { headers: { 'x-request-id': 'edge-0001-join' } });
    const [error] = answer.errors;
    expect(error).toMatchObject({ message: 'Internal error', path: ['again'], extensions: { code: 'INTERNAL' } });
    const line = shop.lines.map((text) => JSON.parse(text)).find(({ errorId }) => errorId === error?.extensions['errorId']);
    expect(line).toMatchObject({ requestId: 'edge-0001-join', path: 'again', level: 'error', fault: { name: 'TypeError' } });
    expect(line.fault.frames.join('\n')).toContain('tiny-shop');
  });

  it('is masked once each when there are several', async () => {
    const answer = await shop.ask('{ a: fail(kind: "thrown error") b: fail(kind: "rejected promise") hello }');
    expect(answer.data).toEqual({ a: null, b: null, hello: 'hello you' });
    expect(new Set(answer.errors.map(({ extensions }) => extensions['errorId'])).size).toBe(2);
  });

  it('lets errors of ours through, with their code and nothing else', async () => {
    const answer = await shop.ask('{ hello(name: "forbidden") }');
    expect(answer.errors).toEqual([
      { message: 'Not for you', path: ['hello'], locations: [{ line: 1, column: 3 }], extensions: { code: 'FORBIDDEN' } },
    ]);
    const extended = await shop.ask('{ fail(kind: "public error with canary extensions") }');
    expect(extended.errors[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
  });

  it('that is a store out of reach says so, with an id for the log; what the store refuses is a fault like any other', async () => {
    const away = (await shop.ask('{ fail(kind: "store that is away") }')).errors[0];
    expect(away).toMatchObject({ message: expect.stringMatching(/^The store could not be reached/), path: ['fail'], extensions: { code: 'STORE_UNAVAILABLE' } });
    expect(shop.lines.some((line) => line.includes(`"errorId":"${String(away?.extensions['errorId'])}"`))).toBe(true);
    expect((await shop.ask('{ fail(kind: "store that refuses") }')).errors).toMatchObject([{ message: 'Internal error', extensions: { code: 'INTERNAL' } }]);
  });

  it('lets the problems of an argument through, one by one, and nothing that came with them', async () => {
    const answer = await shop.ask('{ fail(kind: "argument with several problems") }');
    expect(answer.errors).toMatchObject([{ message: 'a is wrong; b is missing' }]);
    expect(answer.errors[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      problems: [
        { path: 'a', message: 'a is wrong' },
        { path: 'b', message: 'b is missing' },
      ],
    });
  });

  it('is not what null from a variable is, where an argument may not be null', async () => {
    const logged = shop.lines.length;
    const answer = await shop.ask('query ($ms: Int = 1) { wait(ms: $ms) hello }', { variables: { ms: null } });
    expect(answer.data).toEqual({ wait: null, hello: 'hello you' });
    expect(answer.errors).toMatchObject([
      { message: 'Argument "ms" of non-null type "…" must not be null.', path: ['wait'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(shop.lines.slice(logged).join('')).not.toContain('fault');
  });

  it('of a scalar keeps the code and drops the words', async () => {
    for (const answer of [
      await shop.ask('{ at(instant: "x") }'),
      await shop.ask('query ($i: Instant!) { at(instant: $i) }', { variables: { i: 'x' } }),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.errors[0]?.extensions['code']).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
      expect(leaks(answer.text)).toEqual([]);
    }
  });

  it.each(['thrown', 'rejected'])('of the context tells nothing either: %s', async (how) => {
    const broken = await start({
      createContext: () => {
        if (how === 'thrown') throw new Error(CANARY);
        return Promise.reject(new Error(CANARY));
      },
    });
    const answer = await broken.ask('{ hello }');
    expect([answer.status, answer.errors[0]?.message]).toEqual([500, 'Internal error']);
    expect(leaks(answer.text + broken.lines.join(''))).toEqual([]);
    const id = answer.errors[0]?.extensions['errorId'];
    expect(broken.lines.some((line) => line.includes(`"errorId":"${String(id)}"`))).toBe(true);
  });

  it('of an operations route tells nothing either', async () => {
    const broken = await start({
      readiness: () => {
        throw new Error(CANARY);
      },
    });
    const response = await broken.server.app.inject({ method: 'GET', url: '/health/ready' });
    expect([response.statusCode, response.json().errors[0].message]).toEqual([500, 'Internal error']);
    expect(leaks(response.body + broken.lines.join(''))).toEqual([]);
  });
});

describe('the schema', () => {
  const names = ['complements', 'Product', 'Brand', 'label', 'Customer', 'personalisedPicks', 'Colour', 'CRIMSON', 'Instant', 'shelf', 'failHard'];
  const guesses = [
    '{ shelfs { id } }',
    '{ shelf { complement { id } } }',
    '{ shelf { brand { labels } } }',
    '{ shelf { brand } }',
    '{ shelf }',
    '{ shelf(color: BLUE) { id } }',
    '{ shelf(colour: CRIMSO) { id } }',
    '{ shelf(colour: "BLUE") { id } }',
    '{ shelf(colour: 1) { id } }',
    'query ($c: Colou) { shelf(colour: $c) { id } }',
    'query ($c: Int) { shelf(colour: $c) { id } }',
    '{ me { personalisedPick { id } } }',
    '{ me { ... on Produc { id } } }',
    '{ fail }',
    '{ failHar(kind: "x") }',
    '{ at }',
    '{ at(instant: 1) }',
    '{ hello { x } }',
    'mutation { notes(text: "x") }',
    'subscription { x }',
  ];
  it.each(guesses)('is not told by the answer to a guess: %s', async (query) => {
    const shop = await start();
    const answer = await shop.ask(query);
    expect(answer.status).toBe(400);
    expect(names.filter((name) => !query.includes(name) && answer.text.includes(name))).toEqual([]);
  });

  it('is not told when a variable is guessed', async () => {
    const shop = await start();
    const answer = await shop.ask('query ($c: Colour) { shelf(colour: $c) { id } }', { variables: { c: 'CRIMSO' } });
    expect([answer.status, answer.errors[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
    expect(answer.text).not.toContain('CRIMSON');
  });

  const asked = [
    '{ _service { sdl } }',
    '{ x: _service { y: sdl } }',
    'query { ...F } fragment F on Query { ... on Query { _service { sdl } } }',
    '{ __schema { types { name } } }',
    '{ __type(name: "Product") { name } }',
    '{ me { id } ... { _service { sdl } } }',
  ];
  it.each(asked)('is not answered to %s', async (query) => {
    const shop = await start();
    const answer = await shop.ask(query, { headers: { 'apollo-federation-include-trace': 'ftv1' } });
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    expect(names.filter((name) => !query.includes(name) && answer.text.includes(name))).toEqual([]);
  });

  it('is answered and helps with guesses where it is exposed', async () => {
    const shop = await start({ schemaExposed: true });
    expect((await shop.ask('{ _service { sdl } }')).text).toContain('personalisedPicks');
    expect((await shop.ask('{ __schema { types { name } } }')).status).toBe(200);
    expect((await shop.ask('{ shelfs { id } }')).text).toContain('Did you mean');
  });
});
