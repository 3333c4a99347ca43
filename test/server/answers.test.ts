import { beforeAll, describe, expect, it } from 'vitest';

import { createCachePolicy } from '../../src/server/cache-policy.js';
import { signed, start, type Started } from './started.js';

const NOT_KEPT = 'private, no-store';

describe('the cache policy', () => {
  it('keeps nothing unless something public was said, and the shortest age wins', () => {
    const policy = createCachePolicy();
    expect(policy.header()).toBe(NOT_KEPT);
    policy.allowPublic(60);
    policy.allowPublic(30.7);
    policy.allowPublic(90);
    expect(policy.header()).toBe('public, max-age=30');
    policy.forbid();
    policy.allowPublic(60);
    expect(policy.header()).toBe(NOT_KEPT);
  });

  it('takes an age of nothing as a no', () => {
    const policy = createCachePolicy();
    policy.allowPublic(0);
    expect(policy.header()).toBe(NOT_KEPT);
  });
});

describe('an answer', () => {
  let shop: Started;
  beforeAll(async () => {
    shop = await start();
  });

  it('may be kept when everything in it is public', async () => {
    const answer = await shop.ask('{ hello(name: "public") }');
    expect(answer.headers['cache-control']).toBe('public, max-age=60');
  });

  const unkept: Record<string, string> = {
    'something of a customer is in it': '{ a: hello(name: "public") me { id } }',
    'something failed': '{ a: hello(name: "public") fail(kind: "thrown error") }',
    'something was refused': '{ a: hello(name: "public") b: hello(name: "forbidden") }',
    'it is degraded': '{ a: hello(name: "public") b: hello(name: "degraded") }',
    'it is of a mutation': 'mutation { note(text: "x") }',
    'it is not valid': '{ nothing }',
    'nobody said anything': '{ hello }',
  };
  it.each(Object.keys(unkept))('is not kept when %s', async (why) => {
    expect((await shop.ask(unkept[why] ?? '')).headers['cache-control']).toBe(NOT_KEPT);
  });

  it('says what it was made without', async () => {
    const answer = await shop.ask('{ hello(name: "degraded") }');
    expect([answer.status, answer.errors, answer.extensions]).toEqual([200, [], { degraded: ['catalogue', 'rules'] }]);
    expect((await shop.ask('{ hello }')).extensions).toBeUndefined();
    expect((await shop.metrics.render()).text).toMatch(/^tandem_degraded_total\{store="rules"\} [1-9]/m);
  });

  it('is JSON of the kind that was asked for', async () => {
    const type = async (accept: string): Promise<unknown> => (await shop.ask('{ hello }', { headers: { accept } })).headers['content-type'];
    expect(await type('*/*')).toBe('application/json; charset=utf-8');
    expect(await type('application/graphql-response+json')).toBe('application/graphql-response+json; charset=utf-8');
    expect(await type('text/html')).toBe('application/json; charset=utf-8');
  });

  it('never belongs to another customer, whatever is answered at the same time', async () => {
    const customers = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => ({ id: `customer-${index}`, token: await signed({ sub: `customer-${index}` }) })),
    );
    const crossed: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(
        customers.map(async ({ id, token }) => {
          const answer = await shop.ask('{ wait(ms: 1) me { id } }', { headers: { authorization: `Bearer ${token}` } });
          if (JSON.stringify(answer.data) !== `{"wait":"waited","me":{"id":"${id}"}}`) crossed.push(answer.text);
          if (answer.headers['cache-control'] !== NOT_KEPT) crossed.push(id);
        }),
      );
    }
    expect(crossed).toEqual([]);
  });

  it('needs an operation that is there', async () => {
    for (const [query, operationName] of [['query A { hello } query B { hello }', undefined], ['query A { hello }', 'C']] as const) {
      const answer = await shop.ask(query, operationName === undefined ? {} : { operationName });
      expect([answer.status, answer.errors[0]?.extensions['code']]).toEqual([400, 'OPERATION_RESOLUTION_FAILURE']);
    }
  });
});
