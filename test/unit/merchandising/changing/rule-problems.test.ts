import { describe, expect, it } from 'vitest';
import { ruleProblems, type RuleDraft } from '../../../../src/domain/merchandising/changing/rule-problems.js';
import { RULE_ACTIONS } from '../../../../src/domain/merchandising/rule.js';
import { ruleWith, selectorWith } from '../samples.js';

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
  });

  it('is not judged by what it does or where while that is unknown', () => {
    expect(pathsOf({ action: null, lane: null, then: null, slot: 0, weight: 0, quantity: 0, placements: ['HOME'] })).toEqual([]);
  });

  it('hears of everything that is wrong in one go', () => {
    expect(pathsOf({ action: 'BOOST', then: null, slot: 3, quantity: 2, placements: ['HOME'] })).toEqual([
      'then',
      'placements',
      'slot',
      'weight',
      'quantity',
    ]);
  });

  it('has a name of 1 to 200 characters in one line', () => {
    for (const name of ['', '   ', 'x'.repeat(201), 'two\nlines', '\ud800']) expect(pathsOf({ name })).toEqual(['name']);
    expect(pathsOf({ name: 'x'.repeat(200) })).toEqual([]);
  });

  it('has a name that can be seen, and that turns no other text round', () => {
    for (const name of ['\u200b', '\u00ad\u061c', '\u200f\u200e', '\u2800', '\u{e0001}', '\u202eabc', 'a\u2066b', 'a\u200e']) expect(pathsOf({ name })).toEqual(['name']);
    for (const name of ['👍', '👨‍👩‍👧', 'می\u200cخواهم', '...', '\ufeffbom']) expect(pathsOf({ name })).toEqual([]);
    expect(ruleProblems({ ...ruleWith({}), name: '\u200b' })).toEqual([{ path: 'name', message: 'has no visible character' }]);
  });

  it('has a note that turns no other text round', () => {
    expect(pathsOf({ note: 'a\nb \u202ec' })).toEqual(['note']);
    expect(pathsOf({ note: 'a\u200bb\u00ad' })).toEqual([]);
  });

  it('may look for brands and tags as the catalogue writes them', () => {
    expect(pathsOf({ when: selectorWith({ brands: ['\u200fX'], tags: ['a\u061cb'] }) })).toEqual([]);
  });

  it('has a note of at most 2,000 characters, which may have lines', () => {
    expect(pathsOf({ note: `one\ntwo\t${'x'.repeat(1_990)}` })).toEqual([]);
    expect(pathsOf({ note: '' })).toEqual([]);
    for (const note of ['x'.repeat(2_001), 'a\u0000b']) expect(pathsOf({ note })).toEqual(['note']);
  });

  it('names at most 1,000 values of a kind', () => {
    const ids = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`);
    expect(pathsOf({ then: selectorWith({ productIds: ids(1_000) }) })).toEqual([]);
    for (const list of ['productIds', 'categoryIds', 'brands', 'tags'] as const) {
      expect(pathsOf({ when: selectorWith({ [list]: ids(1_001) }) })).toEqual([`when.${list}`]);
    }
  });

  it('names products and categories by ids, brands and tags by text, each wrong one by its place', () => {
    expect(pathsOf({ then: selectorWith({ productIds: ['ok', '', 'x'.repeat(129)], categoryIds: ['$gt'] }) })).toEqual([
      'then.productIds[1]',
      'then.productIds[2]',
      'then.categoryIds[0]',
    ]);
    expect(pathsOf({ when: selectorWith({ brands: ['x'.repeat(200), ' '], tags: ['x'.repeat(201)] }) })).toEqual(['when.brands[1]', 'when.tags[0]']);
  });

  it('gives prices as decimals of 0 or more', () => {
    for (const price of ['x', '-1', '1,50', '1e3', '', 'NaN']) {
      expect(pathsOf({ then: selectorWith({ minPrice: price, maxPrice: '10' }) })).toEqual(['then.minPrice']);
      expect(pathsOf({ when: selectorWith({ maxPrice: price }) })).toEqual(['when.maxPrice']);
    }
    expect(pathsOf({ then: selectorWith({ minPrice: '0', maxPrice: '0.00' }) })).toEqual([]);
  });

  it('measures prices by a number above 0', () => {
    for (const maxPriceRatio of [0, -1, NaN, Infinity]) {
      expect(pathsOf({ then: selectorWith({ maxPriceRatio }) })).toEqual(['then.maxPriceRatio']);
    }
  });

  it('asks for slots, weights and quantities that a list can have', () => {
    expect(pathsOf({ action: 'PIN', slot: 50, quantity: 1_000 })).toEqual([]);
    expect(pathsOf({ action: 'PIN', slot: 51, quantity: 1_001 })).toEqual(['slot', 'quantity']);
    expect(pathsOf({ action: 'BOOST', weight: 1_000 })).toEqual([]);
    for (const weight of [1_000.5, NaN, Infinity]) expect(pathsOf({ action: 'BOOST', weight })).toEqual(['weight']);
    expect(pathsOf({ action: 'BURY', weight: NaN })).toEqual(['weight']);
  });

  it('has a whole priority of 32 bits', () => {
    for (const priority of [2_147_483_647, -2_147_483_648, 0]) expect(pathsOf({ priority })).toEqual([]);
    for (const priority of [2_147_483_648, -2_147_483_649, 0.5, NaN, -Infinity]) expect(pathsOf({ priority })).toEqual(['priority']);
  });

  it('is valid within the years 1970 to 9999', () => {
    const [first, last] = [new Date(0), new Date('9999-12-31T23:59:59.999Z')];
    expect(pathsOf({ validFrom: first, validUntil: last })).toEqual([]);
    expect(pathsOf({ validFrom: new Date(-1), validUntil: new Date(last.getTime() + 1) })).toEqual(['validFrom', 'validUntil']);
    expect(pathsOf({ validFrom: new Date(NaN), validUntil: first })).toEqual(['validFrom']);
  });
});
