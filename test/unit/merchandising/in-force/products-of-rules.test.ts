import { describe, expect, it } from 'vitest';

import type { ProductFacts } from '../../../../src/domain/catalogue/product.js';
import { idsOfProducts, productsOfRules } from '../../../../src/domain/merchandising/in-force/products-of-rules.js';
import type { ProductSelector } from '../../../../src/domain/merchandising/rule.js';
import { aProduct, aRule, aSelector, somePopularity } from '../../../support/builders.js';

/** A catalogue with two products for every tag, which counts what it is asked and how much of it at the same time. */
const countingFinder = () => {
  const asked: (readonly string[])[] = [];
  let underWay = 0;
  const most = { atOnce: 0 };
  return {
    asked,
    most,
    async *matching({ tags }: ProductSelector): AsyncIterable<ProductFacts> {
      asked.push(tags);
      underWay += 1;
      most.atOnce = Math.max(most.atOnce, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      yield* [aProduct(`${tags.join()}-a`), aProduct(`${tags.join()}-b`)];
    },
  };
};

const recommending = (id: string, tag: string) => aRule(id, { action: 'RECOMMEND', then: aSelector({ tags: [tag] }) });

describe('the products that rules propose', () => {
  it('are those that their selectors find, best sellers first, equal selectors looked up once', async () => {
    const finder = countingFinder();
    const named = aRule('named', { action: 'RECOMMEND', then: aSelector({ productIds: ['x'] }) });
    const rules = [recommending('r1', 'one'), recommending('r2', 'two'), recommending('r3', 'one'), named];
    const popularity = new Map([['', somePopularity('', { 'one-b': 2 })]]);
    expect(Object.fromEntries(idsOfProducts(await productsOfRules(rules, popularity, finder)))).toEqual({
      r1: ['one-b', 'one-a'],
      r2: ['two-a', 'two-b'],
      r3: ['one-b', 'one-a'],
    });
    expect(finder.asked.flat().sort()).toEqual(['one', 'two']);
  });

  it('are looked up eight selectors at a time at most', async () => {
    const finder = countingFinder();
    const rules = Array.from({ length: 50 }, (_, index) => recommending(`r${String(index)}`, `t${String(index)}`));
    expect((await productsOfRules(rules, new Map(), finder)).size).toBe(50);
    expect([finder.asked.length, finder.most.atOnce]).toEqual([50, 8]);
  });
});
