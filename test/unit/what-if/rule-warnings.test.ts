import { describe, expect, it } from 'vitest';
import { RULE_WARNING_CODES } from '../../../src/domain/merchandising/kept/rule-warning.js';
import { findWarnings } from '../../../src/domain/what-if/rule-warnings.js';
import { aProduct, aRule, aSelector, NOW } from '../../support/builders.js';
import { about, aDraft, PRODUCTS, toyShop, warningsOf } from './toy-shop.js';

describe('the warnings of a rule', () => {
  it('are none for a rule that nothing is wrong with', async () => {
    expect(await warningsOf({ when: aSelector({ productIds: ['car'] }), ...about('gift') })).toEqual([]);
  });

  it('are none for a retired rule', async () => {
    expect(await warningsOf({ ...about('nobody') })).not.toEqual([]);
    expect(await findWarnings({ ...aDraft(about('nobody')), state: 'RETIRED' }, toyShop())).toEqual([]);
  });

  it('are told all at once, in one order', async () => {
    const codes = (await warningsOf({ action: 'PIN', slot: 1, validUntil: new Date(NOW.getTime() - 1), ...about('nobody') })).map(({ code }) => code);
    expect(codes).toEqual(['UNKNOWN_PRODUCT', 'NEVER_ACTIVE', 'NEVER_ACTIVE']);
    expect(codes.every((code) => RULE_WARNING_CODES.includes(code))).toBe(true);
  });

  it('never ask for a customer', async () => {
    const shop = toyShop();
    await findWarnings(aDraft({ lane: 'PERSONALISATION', action: 'EXCLUDE' }), shop);
    expect([...shop.reader.asked].filter((name) => name === 'behaviour_profiles' || name === 'consents')).toEqual([]);
  });

  it('cost the same reads in a shop with ten thousand rules as in one without', async () => {
    const rules = Array.from({ length: 10_000 }, (_, n) => aRule(`r${String(n)}`, { when: aSelector({ productIds: [`x${String(n)}`] }), ...about(`y${String(n)}`) }));
    const [small, large] = [toyShop(), toyShop({ rules })];
    const draft = aDraft({ action: 'EXCLUDE', ...about('gift', 'glue') });
    expect(await findWarnings(draft, large)).toEqual(await findWarnings(draft, small));
    expect(large.finder.asked()).toBe(small.finder.asked());
  });

  it('look at a bounded number of products of a large shop', async () => {
    const products = [...PRODUCTS, ...Array.from({ length: 3_000 }, (_, n) => aProduct(`n${String(n)}`, { categoryPath: ['toys'] }))];
    const shop = toyShop({ products });
    await findWarnings(aDraft({ action: 'BOOST', weight: 2, when: aSelector({ categoryIds: ['toys'] }), then: aSelector({ categoryIds: ['toys'] }) }), shop);
    expect(shop.finder.asked()).toBeLessThan(500);
  });
});
