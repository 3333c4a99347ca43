import { describe, expect, it } from 'vitest';
import { loadAnchors } from '../../../src/domain/cross-sell/anchors.js';
import { aPair, aProduct, someNeighbours } from '../../support/builders.js';
import { aReader } from '../../support/in-memory-reader.js';

const SHOP = {
  products: [aProduct('a'), aProduct('b')],
  coPurchase: [someNeighbours('b', { x: 1 }), someNeighbours('a', { y: 1 })],
  pairs: [aPair('a', 'z')],
};

describe('anchors', () => {
  it('are known with all that is held of them, in the order asked for', async () => {
    const anchors = await loadAnchors(['b', 'a'], aReader(SHOP));
    expect(anchors.known.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(anchors.ids).toEqual(['b', 'a']);
    expect(anchors.unknownIds).toEqual([]);
    expect(anchors.pairs.get('a')).toEqual([aPair('a', 'z')]);
  });

  it('give their statistics in the same order, whatever the order of the basket', async () => {
    const orders = await Promise.all([loadAnchors(['b', 'a'], aReader(SHOP)), loadAnchors(['a', 'b'], aReader(SHOP))]);
    expect(orders.map(({ stats }) => [...stats.keys()])).toEqual([['a', 'b'], ['a', 'b']]);
  });

  it('that the catalogue does not know are named, and nothing comes of them', async () => {
    const anchors = await loadAnchors(['ghost', 'a'], aReader({ ...SHOP, coPurchase: [someNeighbours('ghost', { x: 1 })] }));
    expect(anchors.unknownIds).toEqual(['ghost']);
    expect(anchors.ids).toEqual(['a']);
    expect(anchors.stats.size).toBe(0);
  });

  it('are taken at their ids while the catalogue cannot be read', async () => {
    const anchors = await loadAnchors(['ghost'], aReader({ ...SHOP, down: ['catalogue'] }));
    expect(anchors.unknownIds).toEqual([]);
    expect(anchors.known).toEqual([aProduct('ghost', { title: 'ghost', categoryPath: [], priceMinor: null, currencyCode: null })]);
  });
});
