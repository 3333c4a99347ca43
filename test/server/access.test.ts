import { beforeAll, describe, expect, it } from 'vitest';

import { DEMO_GATEWAY_CREDENTIAL } from '../../src/config.js';
import { GATEWAY, JSON_TYPE, start, type Started } from './started.js';

const QUERY = JSON.stringify({ query: '{ hello }' });
const PATHS = ['/graphql', '/metrics', '/', '/nothing', '/graphql/', '/GRAPHQL', '/%67raphql', '/graphql?query={hello}'];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const WRONG_CREDENTIALS: Record<string, Record<string, string>> = {
  none: {},
  empty: { 'x-gateway-credential': '' },
  wrong: { 'x-gateway-credential': 'x'.repeat(DEMO_GATEWAY_CREDENTIAL.length) },
  'cut short': { 'x-gateway-credential': DEMO_GATEWAY_CREDENTIAL.slice(0, -1) },
  'with more': { 'x-gateway-credential': `${DEMO_GATEWAY_CREDENTIAL}x` },
  'twice, joined': { 'x-gateway-credential': `${DEMO_GATEWAY_CREDENTIAL}, ${DEMO_GATEWAY_CREDENTIAL}` },
  'in another header': { authorization: `Bearer ${DEMO_GATEWAY_CREDENTIAL}` },
  'forged identity': { 'x-customer-id': 'c1', 'x-forwarded-for': '127.0.0.1', 'x-user-id': 'c1' },
};

describe('only the gateway gets in', () => {
  let shop: Started;
  beforeAll(async () => {
    shop = await start();
  });

  for (const [name, headers] of Object.entries(WRONG_CREDENTIALS)) {
    it(`refuses every route and method with the same answer: credential ${name}`, async () => {
      const bodies = new Set<string>();
      for (const url of PATHS) {
        for (const method of METHODS) {
          for (const payload of [QUERY, '{"query":', 'x'.repeat(2_000_000)]) {
            const hasBody = method !== 'GET' && method !== 'HEAD';
            const response = await shop.server.app.inject({
              method,
              url,
              headers: { ...JSON_TYPE, ...headers },
              ...(hasBody ? { payload } : {}),
            });
            expect(response.statusCode, `${method} ${url}`).toBe(401);
            if (method !== 'HEAD') bodies.add(response.body);
          }
        }
      }
      expect(bodies.size).toBe(1);
      expect(shop.seen.callers).toEqual([]);
    });
  }

  it('refuses a path that cannot be decoded in the same way', async () => {
    const url = '/%E0%A4%A';
    const stranger = await shop.server.app.inject({ method: 'POST', url, payload: QUERY });
    const gateway = await shop.server.app.inject({ method: 'POST', url, payload: QUERY, headers: GATEWAY });
    expect([stranger.statusCode, gateway.statusCode]).toEqual([401, 400]);
  });

  it('takes any of several credentials, so that they can be rotated', async () => {
    const rotating = await start({ gatewayCredentials: ['a'.repeat(32), 'b'.repeat(32)] });
    for (const [credential, status] of [['a', 200], ['b', 200], ['c', 401]] as const) {
      const answer = await rotating.ask('{ hello }', { headers: { 'x-gateway-credential': credential.repeat(32) } });
      expect(answer.status).toBe(status);
    }
  });
});

describe('only POST with JSON runs', () => {
  let shop: Started;
  beforeAll(async () => {
    shop = await start();
  });

  it.each(METHODS.filter((method) => method !== 'POST'))('answers %s with 405 and what is allowed', async (method) => {
    const response = await shop.server.app.inject({
      method,
      url: '/graphql?query={hello}',
      headers: { ...GATEWAY, 'apollo-require-preflight': '1', accept: 'text/html' },
    });
    expect([response.statusCode, response.headers['allow']]).toEqual([405, 'POST']);
    expect(response.headers['content-type']).toContain('application/json');
    expect(shop.seen.callers).toEqual([]);
  });

  it('answers unknown paths with 404 and JSON', async () => {
    for (const url of ['/', '/graphql/', '/Graphql', '/favicon.ico', '/health']) {
      const response = await shop.server.app.inject({ method: 'GET', url, headers: { ...GATEWAY, accept: 'text/html' } });
      expect(response.statusCode).toBe(404);
      expect(response.json().errors[0].extensions.code).toBe('NOT_FOUND');
    }
  });

  const accepted = ['application/json', 'application/json; charset=utf-8', 'application/json;charset=UTF-8', 'Application/JSON'];
  it.each(accepted)('runs %s', async (type) => {
    expect((await shop.ask('{ hello }', { headers: { 'content-type': type } })).status).toBe(200);
  });

  const refused = [
    'text/plain',
    'text/html',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/graphql+json',
    'application/graphql-response+json',
    'application/vnd.api+json',
    'application/json5',
    'application/jsonp',
    'application/json\t',
    'application/json\t; charset=utf-8',
    'application/json;',
    'application/json ; charset=utf-8',
    'application/json;  charset=utf-8',
    'application/json; charset="utf-8"',
    'application/json; charset=utf-8; charset=utf-8',
    'application/json, text/plain',
    'text/plain, application/json',
    'text/plain; application/json',
    'application/json; boundary=x',
    'application/ json',
    'application /json',
    'json',
    '*/*',
    'application/*',
    'application/json/x',
    '"application/json"',
    'application/jsonx',
    'xapplication/json',
    ...['utf-7', 'utf-16', 'utf-16le', 'utf-32', 'latin1', 'iso-8859-1', 'us-ascii', 'ascii', 'utf8', 'x'.repeat(5_000)].map(
      (charset) => `application/json; charset=${charset}`,
    ),
  ];
  it.each(refused)('refuses %s with 415', async (type) => {
    const before = shop.seen.callers.length;
    const answer = await shop.ask('{ hello }', { headers: { 'content-type': type } });
    expect([answer.status, answer.errors[0]?.extensions['code']]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(shop.seen.callers.length).toBe(before);
  });

  it('refuses a body without a content type', async () => {
    const response = await shop.server.app.inject({ method: 'POST', url: '/graphql', headers: GATEWAY, payload: QUERY });
    expect(response.statusCode).toBe(415);
  });

  const broken = ['', '{', 'null', '1', '"text"', '[]', '{}', '{"query":1}', '{"__proto__":{"x":1},"query":"{hello}"}', '\ufeff{}x'];
  it.each(broken)('answers the broken body %j with 400', async (payload) => {
    const response = await shop.server.app.inject({ method: 'POST', url: '/graphql', headers: { ...GATEWAY, ...JSON_TYPE }, payload });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].extensions.code).toBe('BAD_REQUEST');
  });

  it('refuses batches of operations', async () => {
    for (const operations of [2, 1_000]) {
      const payload = JSON.stringify(Array.from({ length: operations }, () => ({ query: '{ hello }' })));
      const before = shop.seen.callers.length;
      const response = await shop.server.app.inject({ method: 'POST', url: '/graphql', headers: { ...GATEWAY, ...JSON_TYPE }, payload });
      expect(response.statusCode).toBe(400);
      expect(shop.seen.callers.length).toBe(before);
    }
  });

  it('refuses a body over the limit with 413, and takes one at the limit', async () => {
    const small = await start({ bodyLimitBytes: 1_024 });
    const bodyOf = (bytes: number): string => QUERY.padEnd(bytes, ' ');
    for (const [bytes, status] of [[1_024, 200], [1_025, 413]] as const) {
      const headers = { ...GATEWAY, ...JSON_TYPE };
      const response = await small.server.app.inject({ method: 'POST', url: '/graphql', headers, payload: bodyOf(bytes) });
      expect(response.statusCode).toBe(status);
    }
  });
});

describe('the request id', () => {
  it('is taken over when it is sane, and made otherwise', async () => {
    const shop = await start();
    const sane = await shop.ask('{ hello }', { headers: { 'x-request-id': 'edge-1234-abcd' } });
    const made = await shop.ask('{ hello }', { headers: { 'x-request-id': 'anna@shop.example "' } });
    expect(sane.headers['x-request-id']).toBe('edge-1234-abcd');
    expect(made.headers['x-request-id']).toMatch(/^id-\d+-abcdefgh$/);
    expect(shop.lines.join('')).not.toContain('anna@shop');
  });
});
