import { describe, expect, it } from 'vitest';

import { blot, describeFault } from '../../src/server/fault-description.js';
import { createLog } from '../../src/server/log.js';
import { personalValues } from '../../src/server/personal-values.js';
import { signed, start } from './started.js';

const EMAIL = 'anna.canary@shop.example';
const CUSTOMER = 'customer-canary-4711';
const WORDS = 'a canary of words';

describe('the log', () => {
  it('never holds a customer, a token or a variable, whatever goes wrong', async () => {
    const shop = await start({ bodyLimitBytes: 4_096 });
    const token = await signed({ sub: CUSTOMER, email: EMAIL });
    const headers = { authorization: `Bearer ${token}`, 'x-request-id': EMAIL, 'user-agent': EMAIL, cookie: EMAIL };
    const variables = { kind: EMAIL, text: `fail ${WORDS}`, name: CUSTOMER };
    for (const query of [
      'query ($name: String) { hello(name: $name) }',
      'mutation ($text: String!) { note(text: $text) }',
      `mutation { note(text: "fail ${WORDS}") }`,
      `{ hello(name: "${EMAIL}") `,
      `{ ${CUSTOMER.replaceAll('-', '_')} }`,
      'query ($name: Int) { hello(name: $name) }',
      'query ($kind: String!) { fail(kind: $kind) }',
      `query ($r: [_Any!]! = [{__typename: "Product", id: {x: "${EMAIL}"}}]) { _entities(representations: $r) { __typename } }`,
      `# ${'x'.repeat(5_000)}`,
    ]) {
      await shop.ask(query, { variables, headers });
    }
    await shop.ask('{ hello }', { headers: { authorization: `Bearer ${token}x` } });
    await shop.ask('{ hello }', { headers: { 'x-gateway-credential': EMAIL } });
    await shop.server.app.inject({ method: 'GET', url: `/${EMAIL}?token=${token}`, headers: { 'x-gateway-credential': 'x' } });
    const everything = shop.lines.join('') + (await shop.metrics.render()).text;
    for (const canary of [EMAIL, 'anna.canary', CUSTOMER, WORDS, token, token.split('.')[2] ?? token, 'tandem-demo-gateway']) {
      expect(everything).not.toContain(canary);
    }
    expect(shop.lines.filter((line) => line.includes('"msg":"fault"'))).toHaveLength(2);
  });

  it('has one line per GraphQL request that says how it went', async () => {
    const shop = await start();
    const lineOf = async (query: string, headers: Record<string, string> = {}) => {
      await shop.ask(query, { headers });
      await new Promise((resolve) => setImmediate(resolve));
      return JSON.parse(shop.lines.filter((line) => line.includes('"msg":"request"')).at(-1) ?? '{}');
    };
    expect(await lineOf('query Page { hello }', { 'x-request-id': 'edge-0001-abcd' })).toMatchObject({
      level: 'info',
      service: 'tandem',
      requestId: 'edge-0001-abcd',
      operation: 'query',
      operationName: 'Page',
      status: 200,
      outcome: 'ok',
    });
    expect(await lineOf('{ hello(name: "degraded") }')).toMatchObject({ outcome: 'degraded', degraded: ['catalogue', 'rules'] });
    expect(await lineOf('mutation { note(text: "x") }')).toMatchObject({ operation: 'mutation' });
    expect(await lineOf('{ _entities(representations: []) { __typename } }')).toMatchObject({ operation: 'entities' });
    expect(await lineOf('{ hello(name: "forbidden") hi: hello }')).toMatchObject({ outcome: 'partial' });
    expect(await lineOf('{ failHard(kind: "thrown error") }')).toMatchObject({ outcome: 'failed', status: 200 });
    expect(await lineOf('{ nothing }')).toMatchObject({ operation: 'none', outcome: 'refused', status: 400 });
    expect(await lineOf('{', { 'content-type': 'text/plain' })).toMatchObject({ outcome: 'refused', status: 415 });
    expect(await lineOf('{ hello }', { authorization: 'x' })).toMatchObject({ outcome: 'unauthenticated', status: 401 });
    expect(await lineOf(`query ${'N'.repeat(65)} { hello }`)).toMatchObject({ operationName: null });
  });

  it('hides secrets that are logged as fields, and describes errors without what they quote', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    const secrets = { authorization: 'canary', 'x-gateway-credential': 'canary', token: 'canary', customerId: 'canary' };
    log.info({ ...secrets, headers: secrets, err: new Error('dup key: { _id: "canary" }') }, 'said');
    expect(lines.join('')).not.toContain('canary');
    expect(lines.join('')).toContain('said');
  });
});

describe('a description of a fault', () => {
  it('blots out what looks like data', () => {
    const told: Record<string, string> = {
      'no "anna" here': 'no "…" here',
      "no 'anna' here": "no '…' here",
      'E11000 duplicate key { _id: { a: 1 } }': 'E11000 duplicate key {…}',
      'to mongodb://root:pw@db:27017/x failed': 'to mongodb://… failed',
      'mail to anna@shop.example failed': 'mail to … failed',
      'token eyJhbGciOi.eyJzdWIi.c2ln bad': 'token … bad',
      'order 123456 is late': 'order … is late',
    };
    for (const [message, blotted] of Object.entries(told)) expect(blot(message)).toBe(blotted);
    expect(blot('anna bought tea', ['anna', ''])).toBe('… bought tea');
    expect(blot('x'.repeat(5_000))).toBe('A message too long to keep');
  });

  it('keeps name, code, place and causes', () => {
    const cause = Object.assign(new RangeError('inner'), { code: 11_000 });
    const description = describeFault(Object.assign(new Error('outer', { cause }), { code: 'ECONNREFUSED' }));
    expect(description).toMatchObject({ name: 'Error', code: 'ECONNREFUSED', message: 'outer', cause: { name: 'RangeError', code: 11_000 } });
    expect(description.frames[0]).toMatch(/^at .*logs\.test\.ts:\d+:\d+/);
  });

  it('copes with things that are not errors, and with causes that go in circles', () => {
    expect(describeFault('canary')).toEqual({ name: 'string', message: 'A value that is not an error was thrown', frames: [] });
    const circle = new Error('round');
    circle.cause = circle;
    expect(JSON.stringify(describeFault(circle))).toContain('round');
  });

  it('knows what a request brought along as data', () => {
    const body = { query: '{ a(b: "literal", c: "x") }', variables: { a: ['first one', { b: 'second' }], n: 1 } };
    expect(personalValues(body)).toEqual(['first one', 'literal', 'second']);
    expect(personalValues(null)).toEqual([]);
  });
});
