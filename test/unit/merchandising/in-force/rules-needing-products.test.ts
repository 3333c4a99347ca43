import { describe, expect, it } from 'vitest';
import { candidateSelectors } from '../../../../src/domain/merchandising/in-force/rules-needing-products.js';
import { ruleWith, selectorWith } from '../samples.js';

const toys = selectorWith({ categoryIds: ['toys'] });

describe('the rules that need a catalogue query', () => {
  it('are those that propose products by attribute', () => {
    const rules = (['REQUIRE', 'PIN', 'RECOMMEND'] as const).map((action) => ruleWith({ id: action, action, then: toys }));
    expect(candidateSelectors(rules)).toEqual([
      { ruleId: 'REQUIRE', selector: toys },
      { ruleId: 'PIN', selector: toys },
      { ruleId: 'RECOMMEND', selector: toys },
    ]);
  });

  it('are none that name their products, whatever else they ask of them', () => {
    expect(candidateSelectors([ruleWith({ then: selectorWith({ productIds: ['a'], categoryIds: ['toys'] }) })])).toEqual([]);
  });

  it('are none that only move or hide products', () => {
    const rules = (['BOOST', 'BURY', 'EXCLUDE', 'NEVER_PERSONALISE'] as const).map((action) => ruleWith({ action, then: toys }));
    expect(candidateSelectors([...rules, ruleWith({ action: 'PIN', then: null })])).toEqual([]);
  });
});
