import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContract } from '../../src/contract.js';
import { startGateway, type RunningGateway } from '../../src/demo/gateway/start-gateway.js';
import { ask } from './ask.js';

const seen: Record<string, unknown>[] = [];
let subgraph: FastifyInstance;
let gateway: RunningGateway;

beforeAll(async () => {
  subgraph = Fastify();
  subgraph.post('/graphql', async (request, reply) => {
    seen.push(request.headers);
    reply.header('cache-control', 'public, max-age=60');
    return { data: { basketComplements: { recommendationId: 'r' } }, extensions: { degraded: ['profiles', 'models'] } };
  });
  const url = `${await subgraph.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  gateway = await startGateway({ port: 0, gatewayCredential: 'the-credential', subgraphs: [{ name: 'tandem', url, sdl: readContract() }] });
});

afterAll(async () => {
  await gateway.close();
  await subgraph.close();
});

const BASKET = { query: '{ basketComplements(productIds: ["a"]) { recommendationId } }' };

describe('The gateway', () => {
  it('passes on what a subgraph did without, and lets nobody keep such an answer', async () => {
    const { body, headers } = await ask(gateway.url, BASKET);
    expect(body).toEqual({ data: { basketComplements: { recommendationId: 'r' } }, extensions: { degraded: ['models', 'profiles'] } });
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('asks as itself, for the caller, under the id of the request', async () => {
    await ask(gateway.url, BASKET, { authorization: 'Bearer x.y.z', 'x-request-id': 'request-12345678', cookie: 'a=b', 'x-gateway-credential': 'forged' });
    expect(seen.at(-1)).toMatchObject({
      'x-gateway-credential': 'the-credential',
      authorization: 'Bearer x.y.z',
      'x-request-id': 'request-12345678',
    });
    expect(seen.at(-1)).not.toHaveProperty('cookie');
  });

  it('refuses to start with subgraphs that do not compose, naming the reason', async () => {
    const subgraphs = [
      { name: 'tandem', url: 'http://127.0.0.1:1/graphql', sdl: readContract() },
      { name: 'rival', url: 'http://127.0.0.1:2/graphql', sdl: 'type Query { learningStatus: Int }' },
    ];
    await expect(startGateway({ port: 0, gatewayCredential: 'c', subgraphs })).rejects.toThrow(/do not compose:\n.*learningStatus/s);
  });

  it('says how to get a development dependency that is missing', async () => {
    const { loadDevDependency } = await import('../../src/demo/gateway/dev-dependency.js');
    const missing = loadDevDependency('no-such-package', () => import(/* @vite-ignore */ ['no-such', 'package'].join('-')));
    await expect(missing).rejects.toThrow('The demo needs no-such-package: install the development dependencies with "npm ci"');
  });
});
