import { describe, expect, it } from 'vitest';
import type { ProductFacts } from '../../../../src/domain/catalogue/product.js';
import { bestSelected, MOST_LOOKED_AT } from '../../../../src/domain/merchandising/in-force/best-selected.js';
import { MOST_TOUCHED, touchedAnchors } from '../../../../src/domain/merchandising/in-force/touched-anchors.js';
import type { MerchandisingRule } from '../../../../src/domain/merchandising/rule.js';
import { aProduct, aRule, aSelector, popularityOf, someNeighbours, somePopularity } from '../../../support/builders.js';
import { aFinder } from '../../../support/in-memory-finder.js';
import { aReader } from '../../../support/in-memory-reader.js';

const toys = ['toys'];
const PRODUCTS = [
  aProduct('boat', { categoryPath: toys }),
  aProduct('car', { categoryPath: toys }),
  aProduct('doll', { categoryPath: toys }),
  aProduct('gone', { categoryPath: toys, active: false }),
  aProduct('lamp'),
  aProduct('mug'),
];
const POPULARITY = popularityOf(somePopularity('', { mug: 9, doll: 5, nobody: 4 }), somePopularity('toys', { doll: 5, car: 3, gone: 2 }));

const shopOf = (products: readonly ProductFacts[] = PRODUCTS) => ({
  finder: aFinder(products),
  snapshot: { popularity: POPULARITY },
  reader: aReader({ coPurchase: [someNeighbours('lamp', { boat: 0.9, car: 0.5, doll: 0.1 })] }),
});

const touched = async (rule: Partial<MerchandisingRule>): Promise<readonly string[]> =>
  (await touchedAnchors(aRule('r', { then: aSelector({ productIds: ['lamp'] }), ...rule }), shopOf())).map(({ id }) => id);

describe('the best sellers of a selector', () => {
  const best = async (...[selector, most = 10]: [Parameters<typeof aSelector>[0], number?]) =>
    (await bestSelected(aSelector(selector), shopOf(), most)).map(({ id }) => id);

  it('come first, by the sales of the shop and of the categories named, and then the others by id', async () => {
    expect(await best({ categoryIds: toys })).toEqual(['doll', 'car', 'boat']);
    expect(await best({})).toEqual(['mug', 'doll', 'boat', 'car', 'lamp']);
  });

  it('are those named that meet the rest, in stock or not', async () => {
    expect(await best({ productIds: ['car', 'gone', 'lamp', 'lamp', 'unknown'], categoryIds: toys })).toEqual(['car', 'gone']);
  });

  it('leave aside what is asked relative to an anchor', async () => {
    expect(await best({ productIds: ['lamp'], maxPriceRatio: 0.1 })).toEqual(['lamp']);
  });

  it('are found without a search where enough of them sell', async () => {
    const shop = shopOf();
    expect((await bestSelected(aSelector({ categoryIds: toys }), shop, 2)).map(({ id }) => id)).toEqual(['doll', 'car']);
    expect(shop.finder.looked()).toBe(0);
  });

  it('are searched for among a bounded number of matches, however many there are', async () => {
    const shop = shopOf(Array.from({ length: MOST_LOOKED_AT + 500 }, (_, at) => aProduct(`p${String(at)}`)));
    expect(await bestSelected(aSelector(), shop, 20)).toHaveLength(20);
    expect(shop.finder.looked()).toBe(MOST_LOOKED_AT);
  });
});

describe('the anchors that a rule touches', () => {
  it('are the best sellers of what its condition selects', async () => {
    expect(await touched({ when: aSelector({ categoryIds: toys }) })).toEqual(['doll', 'car', 'boat']);
    expect(await touched({ when: aSelector({ productIds: ['nobody'] }) })).toEqual([]);
  });

  it('are the best sellers of the shop where it has no condition', async () => {
    expect(await touched({})).toEqual(['mug', 'doll']);
    expect(await touched({ action: 'NEVER_PERSONALISE', then: null })).toEqual(['mug', 'doll']);
  });

  it('are first of all those bought with its products, where it only changes what is shown anyway', async () => {
    for (const action of ['EXCLUDE', 'BOOST', 'BURY'] as const) expect(await touched({ action })).toEqual(['doll', 'boat', 'car', 'mug']);
    expect(await touched({ action: 'EXCLUDE', then: aSelector({ productIds: ['mug'] }) })).toEqual(['mug', 'doll']);
  });

  it('are bounded', async () => {
    const many = Array.from({ length: 60 }, (_, at) => aProduct(`p${String(at)}`));
    const found = await touchedAnchors(aRule('r', { when: aSelector() }), { ...shopOf(), finder: aFinder(many) });
    expect(found).toHaveLength(MOST_TOUCHED);
  });
});
