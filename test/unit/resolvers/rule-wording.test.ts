import { describe, expect, it } from 'vitest';
import { placementName, ruleWordingOf } from '../../../src/resolvers/rule-wording.js';

describe('what a merchandiser says of a rule', () => {
  it('may name placements as the contract does and as rules files do', () => {
    expect(['PRODUCT_PAGE', 'product-page', ' Basket '].map(placementName)).toEqual(['PRODUCT_PAGE', 'PRODUCT_PAGE', 'BASKET']);
    expect(ruleWordingOf({ name: 'x', lane: 'CROSS_SELL', action: 'EXCLUDE', priority: 0, placements: ['post-purchase'] }).placements).toEqual(['POST_PURCHASE']);
  });

  it('asks for nothing where it says nothing', () => {
    const wording = ruleWordingOf({ name: 'x', lane: 'CROSS_SELL', action: 'EXCLUDE', priority: 0, placements: null, then: { tags: ['gift'], brands: null } });
    expect(wording).toMatchObject({ when: null, placements: [], slot: null, then: { tags: ['gift'], brands: [], productIds: [], minPrice: null } });
  });
});
