import { describe, expect, it } from 'vitest';
import { proposeFromRules } from '../../../src/domain/ranking/propose-from-rules.js';
import { proposePopular } from '../../../src/domain/ranking/propose-popular.js';
import { aProduct, aRule, aSelector, somePopularity } from '../../support/builders.js';

const then = aSelector({ productIds: ['x', 'y'] });

describe('what rules propose', () => {
  it('is what REQUIRE, PIN and RECOMMEND name, in the order of the rules', () => {
    const rules = [
      aRule('r1', { action: 'RECOMMEND', then }),
      aRule('r2', { action: 'PIN', slot: 2, then: aSelector({ productIds: ['z'] }) }),
      aRule('r3', { action: 'REQUIRE', quantity: 4, then: aSelector({ productIds: ['batteries'] }) }),
    ];
    const proposals = proposeFromRules(rules.map((rule) => ({ rule, subjects: [aProduct('car'), aProduct('doll')] })), new Map());
    expect(proposals.map(({ productId, source, score, pinnedSlot, quantity, becauseId, rule }) => [productId, source, score, pinnedSlot, quantity, becauseId, rule?.id])).toEqual([
      ['x', 'RULE', 4, null, 1, 'car', 'r1'],
      ['y', 'RULE', 3, null, 1, 'car', 'r1'],
      ['z', 'PINNED', 2, 2, 1, 'car', 'r2'],
      ['batteries', 'REQUIRED_COMPANION', 1, null, 4, 'car', 'r3'],
    ]);
  });

  it.each(['BOOST', 'BURY', 'EXCLUDE', 'NEVER_PERSONALISE'] as const)('is nothing where the rule is to %s', (action) => {
    expect(proposeFromRules([{ rule: aRule('r', { action, then }), subjects: [] }], new Map())).toEqual([]);
  });

  it('is what the selector found in the catalogue where no product is named', () => {
    const byTag = [{ rule: aRule('r', { then: aSelector({ tags: ['gift'] }) }), subjects: [] }, { rule: aRule('null', { then: null }), subjects: [] }];
    expect(proposeFromRules(byTag, new Map([['r', ['g1', 'g2']]])).map(({ productId }) => productId)).toEqual(['g1', 'g2']);
    expect(proposeFromRules(byTag, new Map())).toEqual([]);
  });

  it('is because of nothing where no product matched: without a condition, and on a category page', () => {
    const rule = aRule('r', { then: aSelector({ productIds: ['x'] }) });
    expect(proposeFromRules([{ rule, subjects: [] }], new Map())[0]?.becauseId).toBeNull();
    expect(proposeFromRules([{ rule, subjects: [aProduct('', { categoryPath: ['toys'] })] }], new Map())[0]?.becauseId).toBeNull();
  });
});

describe('what popularity proposes', () => {
  it('is what sells, by its scores', () => {
    expect(proposePopular(somePopularity('', { a: 3, b: 1 })).map(({ productId, source, score }) => [productId, source, score])).toEqual([
      ['a', 'POPULAR', 3],
      ['b', 'POPULAR', 1],
    ]);
  });

  it('is nothing where nothing is known to sell, and scores nothing where no score is held', () => {
    expect(proposePopular(undefined)).toEqual([]);
    expect(proposePopular({ categoryId: '', ids: ['a'], scores: [] })[0]?.score).toBe(0);
  });
});
