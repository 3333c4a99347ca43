import { parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';

import { findExcess } from '../../src/server/document-limits.js';
import { start, type Started } from './started.js';

/** `a { a { … } }`: fields nested this deep. */
const nested = (depth: number, leaf = 'a'): string => (depth === 1 ? leaf : `a { ${nested(depth - 1, leaf)} }`);
const repeated = (count: number, one: (index: number) => string): string => Array.from({ length: count }, (_, i) => one(i)).join(' ');
const excess = (source: string): string | null => findExcess(parse(source));

describe('limits of a document, each n taken and n + 1 refused', () => {
  const edges: Record<string, [atLimit: string, beyond: string]> = {
    depth: [`{ ${nested(10)} }`, `{ ${nested(11)} }`],
    'depth through fragments': [
      `{ a { ...F } } fragment F on T { ${nested(8, '...G')} } fragment G on T { b { c } }`,
      `{ a { ...F } } fragment F on T { ${nested(9, '...G')} } fragment G on T { b { c } }`,
    ],
    'depth through inline fragments': [`{ ... { ${nested(10)} } }`, `{ ... { ... on T { ${nested(11)} } } }`],
    'depth in a mutation': [`mutation { ${nested(10)} }`, `mutation { ${nested(11)} }`],
    'depth in a second operation': [`query A { a } query B { ${nested(10)} }`, `query A { a } query B { ${nested(11)} }`],
    'depth in a fragment nobody spreads': [`{ a } fragment F on T { ${nested(10)} }`, `{ a } fragment F on T { ${nested(11)} }`],
    aliases: [`{ ${repeated(30, (i) => `x${i}: a`)} }`, `{ ${repeated(31, (i) => `x${i}: a`)} }`],
    'aliases at different depths': [
      `{ ${repeated(15, (i) => `x${i}: a { y: b }`)} }`,
      `{ ${repeated(15, (i) => `x${i}: a { y: b }`)} z: a }`,
    ],
    'aliases multiplied by fragments': [
      `{ a: r { ...F } b: r { ...F } } fragment F on T { ${repeated(14, (i) => `x${i}: a`)} }`,
      `{ a: r { ...F } b: r { ...F } c: r } fragment F on T { ${repeated(14, (i) => `x${i}: a`)} }`,
    ],
    'aliases of __typename, which routers add': [
      `{ ${repeated(30, (i) => `x${i}: a`)} ${repeated(30, (i) => `t${i}: __typename`)} }`,
      `{ ${repeated(31, (i) => `t${i}: __typename`)} }`,
    ],
    directives: [`{ a ${repeated(8, () => '@x')} }`, `{ a ${repeated(9, () => '@x')} }`],
    'directives spread over the document': [
      `query @x { ${repeated(6, (i) => `a${i} @x`)} ...F @x } fragment F on T { b }`,
      `query @x { ${repeated(6, (i) => `a${i} @x`)} ...F @x } fragment F on T @x { b }`,
    ],
  };

  it.each(Object.keys(edges))('%s', (name) => {
    const [atLimit, beyond] = edges[name] ?? ['', ''];
    expect(excess(atLimit)).toBeNull();
    expect(excess(beyond)).toMatch(/at most \d+ may be$/);
  });

  it('leave room for federated plans, which are 7 deep', () => {
    const plan = `query Plan__shop__0($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Product { complements { edges { node { product { brand { owner { __typename id } } } } } } } } }`;
    expect(excess(plan)).toBeNull();
  });

  it('end with fragments that spread themselves or each other, and with fragments that are not there', () => {
    expect(excess('{ ...F } fragment F on T { a { ...F } }')).toBeNull();
    expect(excess('{ ...F } fragment F on T { a { ...G } } fragment G on T { ...F b }')).toBeNull();
    expect(excess('{ ...Nowhere }')).toBeNull();
  });

  it('measure fragments that double at each step without doubling the work', () => {
    const doubling = repeated(60, (i) => `fragment F${i} on T { ...F${i + 1} ...F${i + 1} }`);
    expect(excess(`{ ...F0 } ${doubling} fragment F60 on T { x: a }`)).toMatch(/aliases/);
  });
});

describe('a document beyond a limit', () => {
  let shop: Started;
  beforeAll(async () => {
    shop = await start();
  });

  const attacks: Record<string, string> = {
    'alias overload': `query { ${repeated(101, (i) => `alias${i}: __typename`)} }`,
    'directive overload': `query { __typename ${repeated(10, () => '@aa')} }`,
    'depth 200': `{ ${nested(200)} }`,
    'aliases of a field that is not there': `{ ${repeated(500, (i) => `x${i}: nothing`)} }`,
  };
  it.each(Object.keys(attacks))('is answered with one error and 400 before validation: %s', async (name) => {
    const answer = await shop.ask(attacks[name] ?? '');
    expect([answer.status, answer.errors.length, answer.errors[0]?.extensions['code']]).toEqual([400, 1, 'LIMIT_EXCEEDED']);
    expect(answer.headers['cache-control']).toBe('private, no-store');
  });

  it('is refused each time, also after others were taken', async () => {
    await shop.ask('{ hello }');
    for (const _ of [1, 2]) expect((await shop.ask(attacks['alias overload'] ?? '')).status).toBe(400);
    expect((await shop.ask('{ hello }')).status).toBe(200);
  });

  it('takes 2,000 tokens and refuses 2,001 with 400', async () => {
    const keys = repeated(660, (i) => `k${i}:0`);
    const tokens2000 = `{ _entities(representations: [{__typename:"Product" id:"p" ${keys}}]) { __typename } }`;
    expect((await shop.ask(tokens2000)).data).toEqual({ _entities: [{ __typename: 'Product' }] });
    const beyond = await shop.ask(`query ${tokens2000}`);
    expect([beyond.status, beyond.errors.length, beyond.errors[0]?.extensions['code']]).toEqual([400, 1, 'GRAPHQL_PARSE_FAILED']);
  });

  it('that is not GraphQL is answered with 400, never 500', async () => {
    for (const query of ['{', '{ hello', 'hello', '}{', '{ hello(name: "unterminated) }', '\u0000', '{ ...  }', 'query ($: Int) { hello }']) {
      const answer = await shop.ask(query);
      expect([answer.status, answer.errors[0]?.extensions['code']]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
    }
  });

  it('that is wrong in very many places is answered with few errors', async () => {
    const answer = await shop.ask(`{ ${repeated(600, (i) => `nothing${i}`)} }`);
    expect(answer.status).toBe(400);
    expect(answer.errors.length).toBeLessThanOrEqual(11);
  });

  it('that repeats a field very often is given up, not worked through', async () => {
    const answer = await shop.ask(`{ ${repeated(1_900, () => 'hello')} }`);
    expect([answer.status, answer.errors.length]).toEqual([400, 1]);
  });

  it('asks for persisted queries in vain', async () => {
    const response = await shop.server.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'x-gateway-credential': 'tandem-demo-gateway-credential-for-loopback-only', 'content-type': 'application/json' },
      payload: { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
    });
    expect(response.json().errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });
});
