import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';

import { guardEntities } from '../../src/server/entities.js';
import { start } from './started.js';

const QUERY = `query Entities($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Product { id complements { id } } ... on Customer { id personalisedPicks { id } } }
}`;
const product = (id: unknown) => ({ __typename: 'Product', id });
const products = (count: number) => Array.from({ length: count }, (_, index) => product(`p${index}`));
const LIMIT = 20;

describe('representations beyond the limit', () => {
  const inline = (count: number): string => products(count).map(({ id }) => `{__typename:"Product",id:"${String(id)}"}`).join(' ');
  const body = '{ ... on Product { id complements { id } } }';
  const floods: Record<string, (count: number) => { query: string; variables?: Record<string, unknown> }> = {
    'in the usual variable': (count) => ({ query: QUERY, variables: { representations: products(count) } }),
    'in a variable of another name': (count) => ({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) ${body} }`,
      variables: { r: products(count) },
    }),
    'in the document': (count) => ({ query: `{ _entities(representations: [${inline(count)}]) ${body} }` }),
    'in a default value': (count) => ({ query: `query ($r: [_Any!]! = [${inline(count)}]) { _entities(representations: $r) ${body} }` }),
    'one by one in a list of variables': (count) => ({
      query: `query (${products(count).map((_, index) => `$v${index}: _Any!`).join(' ')}) {
        _entities(representations: [${products(count).map((_, index) => `$v${index}`).join(' ')}]) ${body} }`,
      variables: Object.fromEntries(products(count).map((one, index) => [`v${index}`, one])),
    }),
    'spread over aliases': (count) => ({
      query: `query ($a: [_Any!]! $b: [_Any!]!) {
        a: _entities(representations: $a) ${body} ...Rest }
        fragment Rest on Query { ... on Query { b: _entities(representations: $b) ${body} } }`,
      variables: { a: products(10), b: products(count - 10) },
    }),
  };

  it.each(Object.keys(floods))('are refused without a single read: %s', async (name) => {
    const shop = await start({ maxRepresentations: LIMIT });
    const ask = (count: number) => {
      const { query, variables } = floods[name]?.(count) ?? { query: '' };
      return shop.ask(query, variables === undefined ? {} : { variables });
    };
    const refused = await ask(LIMIT + 1);
    expect(refused.errors.map(({ extensions }) => extensions)).toEqual([{ code: 'REPRESENTATION_LIMIT' }]);
    expect([refused.data, shop.seen.reads]).toEqual([null, 0]);
    const taken = await ask(LIMIT);
    expect([taken.errors, shop.seen.reads]).toEqual([[], LIMIT]);
  });

  it('are refused at 18,000, the most that a body holds', async () => {
    const shop = await start();
    const answer = await shop.ask(QUERY, { variables: { representations: products(18_000) } });
    expect(answer.errors[0]?.extensions['code']).toBe('REPRESENTATION_LIMIT');
    expect(shop.seen.reads).toBe(0);
  });
});

describe('bad representations', () => {
  const BAD: unknown[] = [
    product({ $gt: '' }),
    product({ $ne: null }),
    product(['p1']),
    product(7),
    product(null),
    product(true),
    product(''),
    product('x'.repeat(129)),
    product('x'.repeat(100_000)),
    { __typename: 'Product' },
    { __typename: 'Brand', id: 'p1' },
    { __typename: 'Query', id: 'p1' },
    { __typename: 'constructor', id: 'p1' },
    { __typename: ['Product'], id: 'p1' },
    { __typename: { $gt: '' }, id: 'p1' },
    { __typename: null, id: 'p1' },
    { id: 'p1' },
    {},
    [],
    [product('p1')],
    'Product',
    7,
    true,
  ];

  it.each([1, 2, 7, 50, 99, 100])('cost their own slot only: %i of 100', async (bad) => {
    const shop = await start();
    const representations = products(100).map((good, index) => (index < bad ? BAD[index % BAD.length] : good));
    const mixed = representations.map((_, index) => representations[(index * 37) % 100]);
    const answer = await shop.ask(QUERY, { variables: { representations: mixed } });
    const slots = answer.data?.['_entities'];
    expect(slots).toEqual(
      mixed.map((one) => (BAD.includes(one) ? null : { id: (one as { id: string }).id, complements: [{ id: 'next' }] })),
    );
    expect(answer.errors).toHaveLength(bad);
    expect(new Set(answer.errors.map(({ extensions }) => extensions['code']))).toEqual(new Set(['BAD_USER_INPUT']));
    expect(answer.errors.every(({ path }) => path?.length === 2)).toBe(true);
    expect([answer.status, shop.seen.reads]).toEqual([200, 100 - bad]);
  });

  it('never bring anything but a checked id to a resolver: 10,000 hostile cases', async () => {
    const shop = await start();
    const id = fc.oneof(
      fc.string({ maxLength: 140 }),
      fc.integer(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('$gt', '$ne', '$where', '$in', '$regex', 'toString', 'valueOf', 'id'), fc.jsonValue(), { maxKeys: 2 }),
    );
    const representation = fc.oneof(
      fc.record({ __typename: fc.constantFrom('Product', 'Customer'), id }, { requiredKeys: [] }),
      fc.record({ __typename: fc.oneof(fc.constantFrom('Product', 'Brand', 'toString', ''), fc.jsonValue()), id }, { requiredKeys: ['id'] }),
      fc.jsonValue().filter((value) => value !== null),
    );
    const cases = fc
      .array(representation, { minLength: 100, maxLength: 100 })
      .filter((batch) => !JSON.stringify(batch).includes('"__proto__"')); // a body with that key is refused whole
    await fc.assert(
      fc.asyncProperty(cases, async (representations) => {
        const answer = await shop.ask(QUERY, { variables: { representations: JSON.parse(JSON.stringify(representations)) } });
        expect(answer.data?.['_entities']).toHaveLength(100);
      }),
      { numRuns: 100 },
    );
    const wrong = shop.seen.ids.filter((seen) => typeof seen !== 'string' || seen.length === 0 || seen.length > 128);
    expect(wrong).toEqual([]);
    expect(shop.seen.ids.length).toBeGreaterThan(0);
  });

  it('lose whatever they bring beside the key', async () => {
    const shop = await start();
    const representations = [{ ...product('p1'), complements: [{ id: 'forged' }], brand: { label: 'forged' } }];
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { __typename ... on Product { id complements { id } brand { label } } } }`;
    const answer = await shop.ask(query, { variables: { representations } });
    expect(answer.data).toEqual({ _entities: [{ __typename: 'Product', id: 'p1', complements: [{ id: 'next' }], brand: null }] });
  });

  it('that are null or missing altogether are refused as input', async () => {
    const shop = await start();
    for (const variables of [{ representations: [null] }, { representations: null }, {}]) {
      const answer = await shop.ask(QUERY, { variables });
      expect([answer.status, answer.errors[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
    }
  });
});

describe('guardEntities', () => {
  it('says what is wrong with the schema it is given', () => {
    const guard = { types: ['Product'], limit: 1 };
    expect(() => guardEntities(buildSchema('type Query { a: Int }'), guard)).toThrow('Query._entities is missing');
    const withoutProduct = buildSchema('type Query { _entities: Int }');
    expect(() => guardEntities(withoutProduct, guard)).toThrow('but got: Product');
  });
});
