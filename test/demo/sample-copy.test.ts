import { describe, expect, it } from 'vitest';

import { SAMPLE_COPY } from '../../src/demo/shop/copy-texts.js';
import { openSampleShop } from '../../src/demo/shop/open.js';
import { generateSampleShop } from '../../src/demo/shop/sample-shop.js';
import { writeCopyTexts } from '../../src/demo/shop/write-copy-texts.js';
import { catalogueTextOf } from '../../src/domain/copy/catalogue-text.js';
import { retireCopy, updateCopy, type CopyChangeDependencies } from '../../src/domain/copy/change-copy.js';
import { checkGenerated } from '../../src/domain/copy/check-generated.js';
import type { CopyVariantRecord } from '../../src/domain/copy/copy-variant.js';
import type { DecisionStore } from '../../src/domain/merchandising/kept/decisions.js';
import { openStores } from '../../src/stores/open.js';
import { aModel } from '../support/builders.js';
import { createInMemoryDecisions } from '../support/in-memory-decisions.js';
import { aFinder } from '../support/in-memory-finder.js';
import { openThrowAwayStore } from '../support/store.js';

const NOW = new Date('2026-11-20T10:00:00Z');
const LATER = new Date('2026-11-21T10:00:00Z');
const shop = generateSampleShop({ now: NOW });
const productById = new Map(shop.products.map((product) => [product.id, product]));

const aShop = () => {
  const decisions = createInMemoryDecisions();
  const finder = aFinder(shop.products);
  const copies = async (): Promise<readonly CopyVariantRecord[]> => {
    const found: CopyVariantRecord[] = [];
    for await (const copy of decisions.copies({ productId: null, states: [] }, null)) found.push(copy);
    return found;
  };
  const by = (name: string): CopyChangeDependencies => ({ decisions, finder, actor: { by: name, at: LATER }, twoPersons: false, newId: () => 'new' });
  return { decisions, finder, copies, by };
};

const called = (copies: readonly CopyVariantRecord[], productId: string): CopyVariantRecord => {
  const found = copies.find((copy) => copy.productId === productId);
  if (found === undefined) throw new Error(`There is no text for ${productId}`);
  return found;
};

describe('The sample shop’s short texts', () => {
  it('speak to all three kinds of audience, and name only what the shop sells', () => {
    const audiences = SAMPLE_COPY.filter(({ approved }) => approved).map(({ audience }) => audience);
    expect(new Set(audiences.flatMap((audience) => Object.keys(audience)))).toEqual(new Set(['favouriteCategoryId', 'favouriteBrand', 'priceBand']));
    const categories = new Set(shop.products.flatMap(({ categoryPath }) => categoryPath));
    const brands = new Set(shop.products.map(({ brand }) => brand));
    expect(audiences.flatMap(({ favouriteCategoryId: id }) => (typeof id === 'string' && !categories.has(id) ? [id] : []))).toEqual([]);
    expect(audiences.flatMap(({ favouriteBrand: brand }) => (typeof brand === 'string' && !brands.has(brand) ? [brand] : []))).toEqual([]);
  });

  it('claim nothing that a language model’s text would be refused for', () => {
    for (const { productId, text } of SAMPLE_COPY) {
      const product = productById.get(productId);
      expect([text, product === undefined ? 'unknown product' : checkGenerated(text, catalogueTextOf(product))]).toEqual([text, []]);
    }
  });

  it('are written by Mia and approved by Noor, by the shop’s clock, but for one draft', async () => {
    const { decisions, finder, copies } = aShop();
    await writeCopyTexts({ decisions, finder }, NOW);
    const written = await copies();
    expect(written).toHaveLength(SAMPLE_COPY.length);
    expect(new Set(written.map(({ createdBy, origin, updatedAt }) => [createdBy, origin, updatedAt.toISOString()].join()))).toEqual(
      new Set([`mia,HUMAN,${NOW.toISOString()}`]),
    );
    const drafts = written.filter(({ state }) => state === 'DRAFT');
    expect(drafts.map(({ productId, approvedBy }) => [productId, approvedBy])).toEqual([['rc-helicopter', null]]);
    const others = written.filter(({ state }) => state !== 'DRAFT');
    expect(new Set(others.map(({ state, approvedBy }) => `${state} by ${String(approvedBy)}`))).toEqual(new Set(['APPROVED by noor']));
  });

  it('are written once, however often the shop is started', async () => {
    const { decisions, finder, copies } = aShop();
    await writeCopyTexts({ decisions, finder }, NOW);
    const before = [await copies(), decisions.commits.length];
    await writeCopyTexts({ decisions, finder }, LATER);
    expect([await copies(), decisions.commits.length]).toEqual(before);
  });

  it('are finished by the next start where one was interrupted, at any write', async () => {
    const whole = aShop();
    await writeCopyTexts(whole, NOW);
    for (let last = 0; last < whole.decisions.commits.length; last += 1) {
      const { decisions, finder, copies } = aShop();
      const dying: DecisionStore = {
        read: (keys) => decisions.read(keys),
        commit: async (keys, decide) => {
          if (decisions.commits.length === last) throw new Error('killed');
          return decisions.commit(keys, decide);
        },
      };
      await expect(writeCopyTexts({ decisions: dying, finder }, NOW)).rejects.toThrow('killed');
      await writeCopyTexts({ decisions, finder }, NOW);
      expect(await copies()).toEqual(await whole.copies());
    }
  });

  it('stay as people left them: an edit is a draft, and what was retired is gone', async () => {
    const { decisions, finder, copies, by } = aShop();
    await writeCopyTexts({ decisions, finder }, NOW);
    const [edited, retired] = [called(await copies(), 'rc-rally'), called(await copies(), 'loaf-tin')];
    await updateCopy({ id: edited.id, version: 2, text: 'Mind the vase.', audience: null }, by('mia'));
    await retireCopy({ id: retired.id, version: 2, note: null }, by('noor'));
    await writeCopyTexts({ decisions, finder }, LATER);
    expect(called(await copies(), 'rc-rally')).toMatchObject({ text: 'Mind the vase.', state: 'DRAFT', version: 3 });
    expect(called(await copies(), 'loaf-tin')).toMatchObject({ state: 'RETIRED', version: 3 });
  });

  it('reach a shop that was loaded before there were any, which is not loaded again', async () => {
    const store = await openThrowAwayStore();
    const stores = openStores(store.address);
    try {
      await stores.facts.recordProducts(shop.products);
      await stores.models.publish(aModel());
      await openSampleShop(shop, stores, { err: () => undefined, now: () => LATER, interactive: false });
      const written: string[] = [];
      for await (const { state } of stores.decisions.copies({ productId: null, states: [] }, null)) written.push(state);
      expect([written.length, await stores.facts.countOrders()]).toEqual([SAMPLE_COPY.length, 0]);
    } finally {
      await stores.close();
      await store.close();
    }
  });
});
