import { describe, expect, it } from 'vitest';
import { createRuleIndex } from '../../../src/domain/merchandising/rule-index.js';
import { measuredAgainst, rulesInForce } from '../../../src/domain/merchandising/rules-in-force.js';
import { aProduct, aRule, aSelector, NOW } from '../../support/builders.js';

const then = aSelector({ productIds: ['x'] });
const car = aProduct('car');
const RULES = [
  aRule('own', { then }),
  aRule('shared', { lane: 'PERSONALISATION', action: 'EXCLUDE', then }),
  aRule('for-a-surface', { lane: 'PERSONALISATION', action: 'EXCLUDE', then, placements: ['PRODUCT_PAGE'] }),
  aRule('for-the-car', { lane: 'PERSONALISATION', action: 'EXCLUDE', then, when: aSelector({ productIds: ['car'] }) }),
  aRule('no-exclusion', { lane: 'PERSONALISATION', action: 'BURY', weight: 0.5, then }),
];
const inForce = (lane: 'CROSS_SELL' | 'PERSONALISATION') =>
  rulesInForce(createRuleIndex(RULES), { lane, placement: 'PRODUCT_PAGE', subjects: [car], now: NOW }).map(({ rule }) => rule.id);

describe('the rules in force', () => {
  it('are those of the lane, and what the other lane hides without naming a place or a condition', () => {
    expect(inForce('CROSS_SELL')).toEqual(['own', 'shared']);
  });

  it('measure a price ratio without a condition against every anchor, and nothing else', () => {
    const cheap = aRule('cheap', { then: aSelector({ tags: ['x'], maxPriceRatio: 0.5 }) });
    const applicable = [cheap, aRule('plain', { then })].map((rule) => ({ rule, subjects: [] }));
    expect(measuredAgainst([car], applicable).map(({ subjects }) => subjects)).toEqual([[car], []]);
  });

  it('count an exclusion once in its own lane', () => {
    expect(inForce('PERSONALISATION').toSorted()).toEqual(['for-a-surface', 'for-the-car', 'no-exclusion', 'shared']);
  });
});
