import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_GATEWAY_CREDENTIAL, demoConfig } from '../../src/config.js';
import type { RunningSubgraph } from '../../src/demo/neighbours/serve-subgraph.js';
import { startNeighbourhood, type Neighbourhood } from '../../src/demo/neighbourhood.js';
import { playgroundExamples } from '../../src/demo/playground/examples.js';
import { generateSampleShop } from '../../src/demo/shop/sample-shop.js';
import { demoTokens } from '../../src/demo/tokens.js';
import { ask, type Answer } from './ask.js';
import { startStubTandem } from './stub-tandem.js';

const near = { gatewayCredential: DEMO_GATEWAY_CREDENTIAL, identity: demoConfig().identity };
const NOW = new Date('2026-11-20T10:00:00Z');
const tokens = await demoTokens();

let tandem: RunningSubgraph;
let neighbourhood: Neighbourhood;

beforeAll(async () => {
  tandem = await startStubTandem(near);
  neighbourhood = await startNeighbourhood({
    ...near,
    tandemUrl: tandem.url,
    shop: generateSampleShop({ now: NOW }),
    tokens,
    now: () => NOW,
    ports: { gateway: 0, catalogue: 0, customers: 0 },
  });
});

afterAll(async () => {
  await neighbourhood.close();
  await tandem.close();
});

const query = (text: string, caller?: keyof typeof tokens, variables: object = {}): Promise<Answer> =>
  ask(neighbourhood.gatewayUrl, { query: text, variables }, caller === undefined ? {} : { authorization: `Bearer ${tokens[caller]}` });

describe('The neighbourhood', () => {
  it('answers a product page from three subgraphs over HTTP', async () => {
    const { body } = await query(
      '{ product(id: "rc-car") { title price { amount currencyCode } complements { edges { quantity node { id title } } } } me { name personalisedPicks { edges { node { title } } } } }',
      'ada',
    );
    expect(body).toEqual({
      data: {
        product: {
          title: 'Dune Racer RC Car, Red',
          price: { amount: '24.99', currencyCode: 'GBP' },
          complements: {
            edges: [
              { quantity: 2, node: { id: 'aa-battery', title: 'AA Alkaline Battery, single' } },
              { quantity: 1, node: { id: 'aa-batteries-8', title: 'AA Alkaline Batteries, pack of 8' } },
            ],
          },
        },
        me: {
          name: 'Ada Marsh',
          personalisedPicks: { edges: [{ node: { title: 'Rover Robot Dog, White' } }, { node: { title: 'Mud Monster RC Truck' } }] },
        },
      },
    });
  });

  it('answers null for products that the shop does not have, in their place', async () => {
    const { body } = await query('{ product(id: "nope") { title } products(ids: ["tent", "nope", "wok"]) { id } }');
    expect(body.data).toEqual({ product: null, products: [{ id: 'tent' }, null, { id: 'wok' }] });
  });

  it('loses only the node when a recommended product is gone from the catalogue', async () => {
    const { body } = await query('{ basketComplements(productIds: ["laptop-14"]) { edges { slot node { title } } } }');
    expect(body.data).toEqual({
      basketComplements: { edges: [{ slot: 1, node: { title: 'USB-C Hub, 7 in 1' } }, { slot: 2, node: null }] },
    });
  });

  it('shows a customer to nobody but themselves and the shop; foreign and unknown ones look alike', async () => {
    const customers = '{ me { id } customer(id: "ben") { name } unknown: customer(id: "nobody") { name } }';
    expect((await query(customers)).body.data).toEqual({ me: null, customer: null, unknown: null });
    expect((await query(customers, 'ada')).body.data).toEqual({ me: { id: 'ada' }, customer: null, unknown: null });
    expect((await query(customers, 'shop')).body.data).toEqual({ me: null, customer: { name: 'Ben Okafor' }, unknown: null });
  });

  it('lets caches keep what is public for the shortest time, and nothing of a customer', async () => {
    const product = await query('{ product(id: "tent") { title complements { recommendationId } } }');
    expect(product.headers.get('cache-control')).toBe('public, max-age=30');
    const mixed = await query('{ product(id: "tent") { title } me { name } }', 'ada');
    expect(mixed.headers.get('cache-control')).toBe('private, no-store');
    expect((await query('{ product(id: 1, id: 2) { title } }')).headers.get('cache-control')).not.toContain('public');
  });

  it('gives back the id of the request, and makes one where there is none', async () => {
    const known = await ask(neighbourhood.gatewayUrl, { query: '{ me { id } }' }, { 'x-request-id': 'request-12345678' });
    expect(known.headers.get('x-request-id')).toBe('request-12345678');
    expect((await query('{ me { id } }')).headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });

  it('does not take a forged token', async () => {
    const { body } = await ask(neighbourhood.gatewayUrl, { query: '{ me { id } }' }, { authorization: 'Bearer a.b.c' });
    expect(body.data).toEqual({ me: null });
    expect(body.errors).toHaveLength(1);
  });

  it('keeps the neighbours behind the gateway', async () => {
    for (const url of [neighbourhood.catalogueUrl, neighbourhood.customersUrl]) {
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' });
      expect(response.status).toBe(401);
    }
  });

  it('answers every example', async () => {
    for (const { query: text, variables, headers } of playgroundExamples({ tokens, now: NOW })) {
      const { body } = await ask(neighbourhood.gatewayUrl, { query: text, variables }, headers);
      expect(body.errors).toBeUndefined();
      expect(Object.values(body.data ?? {})).not.toContain(null);
    }
  });
});
