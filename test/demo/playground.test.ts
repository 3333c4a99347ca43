import Fastify, { type FastifyInstance } from 'fastify';
import { buildSchema, parse, validate, type OperationDefinitionNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeSupergraph } from '../../src/demo/gateway/compose-supergraph.js';
import { readContract } from '../../src/contract.js';
import { CATALOGUE_SDL } from '../../src/demo/neighbours/catalogue-schema.js';
import { CUSTOMERS_SDL } from '../../src/demo/neighbours/customers-schema.js';
import { playgroundExamples } from '../../src/demo/playground/examples.js';
import { createPlayground } from '../../src/demo/playground/routes.js';
import { demoTokens } from '../../src/demo/tokens.js';

const examples = playgroundExamples({ tokens: await demoTokens(), now: new Date('2026-11-20T10:00:00Z') });
let app: FastifyInstance;

beforeAll(async () => {
  app = Fastify();
  (await createPlayground(() => examples))(app);
});

afterAll(() => app.close());

const get = (url: string) => app.inject({ method: 'GET', url });

const linksOf = (html: string): readonly string[] => [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, link = '']) => link);

describe('The playground', () => {
  it('is served under a policy that lets in our own files only', async () => {
    const policy = String((await get('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('names no address but its own, in the page, its script and its example list', async () => {
    for (const path of ['/', '/playground/page.js', '/playground/page.css', '/playground/examples.json']) {
      expect((await get(path)).body).not.toMatch(/https?:\/\/|["'(]\/\//);
    }
  });

  it('has no script or style in the page itself, and serves everything that the page links to', async () => {
    const page = (await get('/')).body;
    expect(page).not.toMatch(/<script>|<style|style=|onload=/);
    const links = linksOf(page).filter((link) => link !== 'data:,');
    expect(links).toHaveLength(6);
    for (const link of links) {
      const { statusCode, headers } = await get(link);
      expect([link, statusCode, headers['x-content-type-options']]).toEqual([link, 200, 'nosniff']);
    }
  });

  it('loads nothing from elsewhere out of its style sheet, and points to no source map', async () => {
    const style = (await get('/playground/graphiql.css')).body;
    expect(style).not.toMatch(/url\(["']?(?!["']?data:)|@import/);
    expect((await get('/playground/graphiql.js')).body).not.toContain('sourceMappingURL');
  });

  it('opens with examples that fit the supergraph, each one operation with a name of its own', async () => {
    const { apiSdl } = await composeSupergraph([
      { name: 'tandem', url: 'http://t/graphql', sdl: readContract() },
      { name: 'catalogue', url: 'http://c/graphql', sdl: CATALOGUE_SDL },
      { name: 'customers', url: 'http://u/graphql', sdl: CUSTOMERS_SDL },
    ]);
    const schema = buildSchema(apiSdl ?? '');
    const served = (await get('/playground/examples.json')).json<typeof examples>();
    expect(served).toEqual(examples);
    const names = served.flatMap(({ title, query }) => {
      const document = parse(query);
      expect([title, validate(schema, document)]).toEqual([title, []]);
      const operations = document.definitions.filter((node): node is OperationDefinitionNode => node.kind === 'OperationDefinition');
      return operations.map(({ name }) => name?.value);
    });
    expect(names).toEqual([
      ...['ProductPage', 'BasketPage', 'HomePage', 'NoConsent', 'MenuAndProfile', 'RecordViews', 'LookAgain', 'SearchResult', 'Learning'],
      ...['ProposedPairs', 'DecidePairs', 'PreviewRule', 'WriteRule', 'ApproveRule', 'Autopilot', 'Policies', 'Replay'],
      ...['AdasHomePage', 'CopyVariants', 'WriteCopy', 'ApproveCopy'],
      ...['HeldOut', 'CrossSelling', 'Personalising', 'NotInterested', 'Forget', 'WhatIsHeld', 'Erase'],
    ]);
  });
});
