import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlayRule } from '../../../../src/domain/merchandising/in-force/overlay-rule.js';
import { createRuleIndex, type RuleIndex, type RuleQuery } from '../../../../src/domain/merchandising/in-force/rule-index.js';
import { CROSS_SELL_PLACEMENTS, type MerchandisingRule } from '../../../../src/domain/merchandising/rule.js';
import { aProduct, aRule, aSelector, NOW } from '../../../support/builders.js';
import { anyShop } from '../../../support/random-decisions.js';

const QUERY: RuleQuery = { lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', subjects: [aProduct('car')], now: NOW };
const then = aSelector({ productIds: ['x'] });
const idsOf = (index: RuleIndex): readonly string[] => index.applicable(QUERY).map(({ rule }) => rule.id);

describe('a draft laid over the rules of a shop', () => {
  it('is heard as if it were approved, at its place in the order of precedence', () => {
    const base = createRuleIndex([aRule('b', { then }), aRule('d', { then }), aRule('z', { then, priority: 3 })]);
    expect(idsOf(overlayRule(base, aRule('c', { then, state: 'DRAFT' }), null))).toEqual(['z', 'b', 'c', 'd']);
    expect(idsOf(overlayRule(base, aRule('c', { then, state: 'DRAFT', priority: 9 }), null))).toEqual(['c', 'z', 'b', 'd']);
    expect(idsOf(overlayRule(base, aRule('c', { then, priority: -1 }), null))).toEqual(['z', 'b', 'd', 'c']);
    expect(idsOf(base)).toEqual(['z', 'b', 'd']);
  });

  it('stands instead of what it replaces, and of what has its id', () => {
    const base = createRuleIndex([aRule('old', { then }), aRule('other', { then })]);
    expect(idsOf(overlayRule(base, aRule('new', { then }), 'old'))).toEqual(['new', 'other']);
    expect(idsOf(overlayRule(base, aRule('old', { then, placements: ['BASKET'] }), null))).toEqual(['other']);
  });

  it('asks the rules below and never reads them all to answer', () => {
    const held = () => [{ rule: aRule('held', { then }), subjects: [] }];
    const base: RuleIndex = {
      applicable: held,
      withoutShopWide: held,
      shopWide: held,
      nextEdge: () => null,
      approved: () => {
        throw new Error('read all rules');
      },
    };
    expect(idsOf(overlayRule(base, aRule('draft', { then }), null))).toEqual(['draft', 'held']);
  });

  it('answers what an index over all the rules together answers, for any rules and queries', () => {
    const chance = fc.constantFrom<(rules: readonly MerchandisingRule[]) => string | null>(
      () => null,
      (rules) => rules[0]?.id ?? null,
      (rules) => rules[1]?.id ?? null,
    );
    fc.assert(
      fc.property(anyShop, anyShop, chance, fc.boolean(), (shop, other, replacesOf, isEdit) => {
        const replaces = replacesOf(shop.rules);
        const [drawn] = other.rules;
        if (drawn === undefined) return;
        const draft = { ...drawn, id: isEdit ? (replaces ?? 'draft') : 'draft', state: 'APPROVED' as const };
        const overlay = overlayRule(createRuleIndex(shop.rules), { ...draft, state: 'DRAFT' }, replaces);
        const { products } = shop.holdings;
        const merged = createRuleIndex([...shop.rules.filter(({ id }) => id !== replaces), draft]);
        expect(overlay.approved()).toEqual(merged.approved());
        for (const lane of ['CROSS_SELL', 'PERSONALISATION'] as const)
          for (const placement of [...CROSS_SELL_PLACEMENTS, 'HOME']) {
            const query = { lane, placement, subjects: products.slice(0, 4), now: NOW };
            expect(overlay.applicable(query)).toEqual(merged.applicable(query));
            expect(overlay.withoutShopWide(query)).toEqual(merged.withoutShopWide(query));
            expect(overlay.shopWide(query, new Set(products).values())).toEqual(merged.shopWide(query, products));
          }
      }),
      { numRuns: 300 },
    );
  });

  it('has its own beginning and end among the instants at which something changes', () => {
    const day = (of: number): Date => new Date(Date.UTC(2027, 0, of));
    const overlay = overlayRule(createRuleIndex([aRule('base', { then, validUntil: day(5) })]), aRule('draft', { then, validFrom: day(3) }), null);
    expect([1, 3, 5].map((of) => overlay.nextEdge(day(of))?.getUTCDate() ?? null)).toEqual([3, 5, null]);
  });
});
