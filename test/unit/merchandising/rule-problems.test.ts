import { describe, expect, it } from 'vitest';
import { ruleProblems, type RuleDraft } from '../../../src/domain/merchandising/rule-problems.js';
import { RULE_ACTIONS } from '../../../src/domain/merchandising/rule.js';
import { ruleWith, selectorWith } from './samples.js';

const pathsOf = (parts: Partial<RuleDraft>): readonly string[] => ruleProblems({ ...ruleWith({}), ...parts }).map(({ path }) => path);

describe('a rule draft', () => {
  it('is sound for every action with what the action needs', () => {
    const needs = { PIN: { slot: 1 }, BOOST: { weight: 2 }, BURY: { weight: 0.5 } };
    const unsound = RULE_ACTIONS.filter((action) => pathsOf({ action, ...(action in needs ? needs[action as keyof typeof needs] : {}) }).length > 0);
    expect(unsound).toEqual([]);
  });

  it('says which products it is about, unless customer data is kept from the whole list', () => {
    expect(pathsOf({ then: null })).toEqual(['then']);
    expect(pathsOf({ action: 'NEVER_PERSONALISE', then: null })).toEqual([]);
    expect(pathsOf({ action: 'NEVER_PERSONALISE', then: null, lane: 'PERSONALISATION' })).toEqual([]);
  });

  it('has a slot from 1 exactly when it pins', () => {
    expect(pathsOf({ action: 'PIN' })).toEqual(['slot']);
    expect(pathsOf({ action: 'PIN', slot: 0 })).toEqual(['slot']);
    expect(pathsOf({ action: 'PIN', slot: 1.5 })).toEqual(['slot']);
    expect(pathsOf({ action: 'REQUIRE', slot: 1 })).toEqual(['slot']);
  });

  it('boosts by more than 1 and buries by less, above 0', () => {
    for (const weight of [null, 1, 0.5]) expect(pathsOf({ action: 'BOOST', weight })).toEqual(['weight']);
    for (const weight of [null, 0, 1, -1, 2]) expect(pathsOf({ action: 'BURY', weight })).toEqual(['weight']);
    expect(pathsOf({ action: 'EXCLUDE', weight: 2 })).toEqual(['weight']);
  });

  it('has a quantity from 1 only where it proposes products', () => {
    expect(pathsOf({ action: 'REQUIRE', quantity: 2 })).toEqual([]);
    expect(pathsOf({ action: 'PIN', slot: 1, quantity: 0 })).toEqual(['quantity']);
    expect(pathsOf({ action: 'RECOMMEND', quantity: 1.5 })).toEqual(['quantity']);
    expect(pathsOf({ action: 'EXCLUDE', quantity: 1 })).toEqual(['quantity']);
  });

  it('is limited to placements of its own lane', () => {
    expect(pathsOf({ placements: ['BASKET', 'POST_PURCHASE'] })).toEqual([]);
    expect(ruleProblems(ruleWith({ placements: ['HOME', 'BASKET', 'EMAIL'] }))).toEqual([
      {
        path: 'placements',
        message: 'names home, email, but the cross-sell lane has only product-page, basket, checkout, post-purchase',
      },
    ]);
    expect(pathsOf({ lane: 'PERSONALISATION', placements: ['CHECKOUT'] })).toEqual(['placements']);
  });

  it('ends after it starts', () => {
    const start = new Date('2026-11-01T00:00:00Z');
    expect(pathsOf({ validFrom: start, validUntil: start })).toEqual(['validUntil']);
    expect(pathsOf({ validFrom: start, validUntil: new Date('2026-11-01T00:00:00.001Z') })).toEqual([]);
    expect(pathsOf({ validUntil: start })).toEqual([]);
  });

  it('measures prices against the anchor only in what it shows', () => {
    expect(pathsOf({ when: selectorWith({ maxPriceRatio: 0.5 }) })).toEqual(['when.maxPriceRatio']);
    expect(pathsOf({ then: selectorWith({ maxPriceRatio: 0.5 }) })).toEqual([]);
  });

  it('leaves some price between its bounds', () => {
    const none = selectorWith({ minPrice: '10', maxPrice: '9.99' });
    expect(pathsOf({ when: none, then: none })).toEqual(['when.maxPrice', 'then.maxPrice']);
    expect(pathsOf({ when: selectorWith({ minPrice: '10', maxPrice: '10.0' }) })).toEqual([]);
    expect(pathsOf({ when: selectorWith({ minPrice: 'x', maxPrice: '10' }) })).toEqual([]);
  });

  it('is not judged by what it does or where while that is unknown', () => {
    expect(pathsOf({ action: null, lane: null, then: null, slot: 0, weight: 0, quantity: 0, placements: ['HOME'] })).toEqual([]);
  });

  it('hears of everything that is wrong in one go', () => {
    expect(pathsOf({ action: 'BOOST', then: null, slot: 3, quantity: 2, placements: ['HOME'] })).toEqual([
      'then',
      'slot',
      'weight',
      'quantity',
      'placements',
    ]);
  });
});
