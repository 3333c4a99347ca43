import { readFileSync } from 'node:fs';

import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import { readContract } from '../../src/contract.js';
import { composeSupergraph } from '../../src/demo/gateway/compose-supergraph.js';
import { CATALOGUE_SDL } from '../../src/demo/neighbours/catalogue-schema.js';
import { CUSTOMERS_SDL } from '../../src/demo/neighbours/customers-schema.js';
import { demoTokens } from '../../src/demo/tokens.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe('the README', () => {
  it('shows the token that Ada has', async () => {
    const { ada } = await demoTokens();
    expect(README).toContain(`authorization: Bearer ${ada}'`);
  });

  it('shows a query that the supergraph understands, and an answer that is JSON', async () => {
    const { apiSdl } = await composeSupergraph([
      { name: 'tandem', url: 'http://t', sdl: readContract() },
      { name: 'catalogue', url: 'http://c', sdl: CATALOGUE_SDL },
      { name: 'customers', url: 'http://u', sdl: CUSTOMERS_SDL },
    ]);
    const body = /-d '(\{"query".*\})'/.exec(README)?.[1] ?? '';
    const { query } = JSON.parse(body) as { query: string };
    expect(validate(buildSchema(apiSdl ?? ''), parse(query))).toEqual([]);
    const answer: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(README)?.[1] ?? '');
    expect(answer).toHaveProperty('data.product.complements.edges');
  });

  it('names only files that are there', () => {
    const links = [...README.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, path]) => path ?? '').filter((path) => !path.includes('://'));
    expect(links.length).toBeGreaterThan(8);
    for (const path of links) expect(() => readFileSyncOrFolder(path), path).not.toThrow();
  });
});

const readFileSyncOrFolder = (path: string): void => {
  const url = new URL(`../../${path}`, import.meta.url);
  try {
    readFileSync(url);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EISDIR') return;
    throw error;
  }
};
