import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRuleIndex, isShopWide, type ApplicableRule } from '../../../../src/domain/merchandising/in-force/rule-index.js';
import { byPrecedence } from '../../../../src/domain/merchandising/in-force/rule-order.js';
import { measuredAgainst, rulesBeforeProducts, rulesForProducts, rulesInForce } from '../../../../src/domain/merchandising/in-force/rules-in-force.js';
import { ruleSelects } from '../../../../src/domain/ranking/rule-selection.js';
import { anyComplementsRequest, anyShop } from '../../../support/random-decisions.js';
import { aProduct, aRule, aSelector, NOW } from '../../../support/builders.js';

const LANES = ['CROSS_SELL', 'PERSONALISATION'] as const;
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

  it('are, for the products of a list, all of them but those that select none of these', () =>
    fc.assert(
      fc.property(anyShop, anyComplementsRequest, fc.constantFrom(...LANES), ({ rules, holdings }, { placement, anchorIds }, lane) => {
        const index = createRuleIndex(rules);
        const subjects = holdings.products.filter(({ id }) => anchorIds.includes(id));
        const query = { lane, placement, subjects, now: NOW };
        const listed = new Map(holdings.products.slice(0, 4).map((product) => [product.id, product]));
        const matters = ({ rule, subjects: of }: ApplicableRule): boolean =>
          !isShopWide(rule) || [...listed.values()].some((product) => ruleSelects({ rule, subjects: of }, product));
        const found = rulesForProducts(index, query, rulesBeforeProducts(index, query), listed);
        const sorted = (list: readonly ApplicableRule[]) => list.toSorted((a, b) => byPrecedence(a.rule, b.rule));
        expect(sorted(found)).toEqual(sorted(rulesInForce(index, query).filter(matters)));
      }),
      { numRuns: 300 },
    ));

  it('are found without looking at the thousands of shop-wide rules for other products', () => {
    let looked = 0;
    const rules = Array.from({ length: 10_000 }, (_, at) =>
      Object.defineProperty({ ...aRule(`r${at}`, { action: 'EXCLUDE', then: aSelector({ productIds: [`p${at}`] }) }) }, 'placements', {
        get: () => ((looked += 1), []),
      }),
    );
    const index = createRuleIndex(rules);
    const query = { lane: 'CROSS_SELL', placement: 'BASKET', subjects: [car], now: NOW } as const;
    looked = 0;
    const found = rulesForProducts(index, query, rulesBeforeProducts(index, query), new Map([['p77', aProduct('p77')]]));
    expect(found.map(({ rule }) => rule.id)).toEqual(['r77']);
    expect(looked).toBeLessThanOrEqual(3);
  });
});
