import { describe, expect, it } from 'vitest';

import { rememberProducts } from '../../src/learn/remembered-products.js';
import { InMemoryFacts } from '../support/in-memory-facts.js';
import { product } from '../support/learning-facts.js';

const shop = async (...ids: readonly string[]) => {
  const facts = new InMemoryFacts();
  await facts.recordProducts(ids.map((id) => product(id, { categoryPath: ['all', `of-${id}`], brand: 'Acme' })));
  const asked: (readonly string[])[] = [];
  const read = facts.productsByIds.bind(facts);
  facts.productsByIds = async (wanted) => {
    asked.push(wanted);
    return read(wanted);
  };
  return { facts, asked };
};

const readAll = async (products: AsyncIterable<{ readonly id: string }>): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { id } of products) ids.push(id);
  return ids;
};

describe('products during a learning run', () => {
  it('are read once, those that the catalogue does not hold too', async () => {
    const { facts, asked } = await shop('tent', 'pegs');
    const remembered = rememberProducts(facts);
    const first = await remembered.productsByIds(['tent', 'lost']);
    const second = await remembered.productsByIds(['lost', 'tent', 'pegs']);
    expect(asked).toEqual([['tent', 'lost'], ['pegs']]);
    expect([first.get('tent'), second.get('tent'), second.get('lost')]).toEqual([
      { categoryPath: ['all', 'of-tent'], brand: 'Acme' },
      { categoryPath: ['all', 'of-tent'], brand: 'Acme' },
      undefined,
    ]);
  });

  it('need no reading of their own where the whole catalogue was read before', async () => {
    const { facts, asked } = await shop('tent', 'pegs');
    const remembered = rememberProducts(facts);
    expect(await readAll(remembered.products())).toEqual(['tent', 'pegs']);
    expect((await remembered.productsByIds(['pegs', 'tent'])).get('pegs')?.brand).toBe('Acme');
    expect(asked.flat()).toEqual([]);
  });

  it('are read anew as soon as the catalogue has changed', async () => {
    const { facts } = await shop('tent');
    const remembered = rememberProducts(facts);
    await readAll(remembered.products());
    await facts.recordProducts([product('tent', { brand: 'Peak' }), product('new', { brand: 'Peak' })]);
    const now = await remembered.productsByIds(['tent', 'new']);
    expect([now.get('tent')?.brand, now.get('new')?.brand]).toEqual(['Peak', 'Peak']);
  });

  it('are not remembered for longer when they changed while they were read', async () => {
    const { facts } = await shop('tent');
    const remembered = rememberProducts(facts);
    const read = facts.productsByIds.bind(facts);
    facts.productsByIds = async (ids) => {
      const old = await read(ids);
      facts.productsByIds = read;
      await facts.recordProducts([product('tent', { brand: 'Peak' })]);
      return old;
    };
    expect((await remembered.productsByIds(['tent'])).get('tent')?.brand).toBe('Acme');
    expect((await remembered.productsByIds(['tent'])).get('tent')?.brand).toBe('Peak');
  });

  it('are answered beyond what memory holds', async () => {
    const { facts, asked } = await shop('a', 'b', 'c');
    const remembered = rememberProducts(facts, 1);
    for (let round = 0; round < 2; round += 1) {
      const known = await remembered.productsByIds(['a', 'b', 'c']);
      expect(['a', 'b', 'c'].map((id) => known.get(id)?.categoryPath.at(-1))).toEqual(['of-a', 'of-b', 'of-c']);
    }
    expect(asked).toEqual([['a', 'b', 'c'], ['b', 'c']]);
  });
});
