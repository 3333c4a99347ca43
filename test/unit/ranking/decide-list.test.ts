import { describe, expect, it } from 'vitest';
import type { ProductFacts } from '../../../src/domain/catalogue/product.js';
import type { ApplicableRule } from '../../../src/domain/merchandising/in-force/rule-index.js';
import type { MerchandisingRule } from '../../../src/domain/merchandising/rule.js';
import { propose, type Proposal } from '../../../src/domain/ranking/candidate.js';
import { decideList, type DecisionContext } from '../../../src/domain/ranking/decide-list.js';
import { aProduct, aRule, aSelector } from '../../support/builders.js';

const OPEN: DecisionContext = {
  hiddenIds: new Set(),
  hiddenFamilies: new Set(),
  filter: null,
  withinCategory: null,
  rules: [],
  diversity: 'NONE',
};
const ANYTHING = { categoryIds: [], brands: [], minPrice: null, maxPrice: null };

const rule = (action: MerchandisingRule['action'], changes: Partial<MerchandisingRule>, subjects: readonly ProductFacts[] = []): ApplicableRule => ({
  rule: aRule(`${action}-${changes.weight ?? ''}`, { action, ...changes }),
  subjects,
});
const learned = (productId: string, score = 1, changes: Partial<Proposal> = {}) =>
  propose({ productId, source: 'CO_PURCHASE', score, ...changes });

const decide = (products: readonly ProductFacts[], context: Partial<DecisionContext> = {}, proposals: readonly Proposal[] = products.map(({ id }) => learned(id))) =>
  decideList(proposals, new Map(products.map((product) => [product.id, product])), { ...OPEN, ...context });
const idsOf = (...args: Parameters<typeof decide>) => decide(...args).map(({ productId }) => productId);

describe('deciding a list', () => {
  it('leaves out what the catalogue does not know', () => {
    expect(idsOf([aProduct('known')], {}, [learned('known'), learned('unknown')])).toEqual(['known']);
  });

  it('leaves out what cannot be sold now', () => {
    expect(idsOf([aProduct('a'), aProduct('sold-out', { inStock: false }), aProduct('gone', { active: false })])).toEqual(['a']);
  });

  it('leaves out anchors, exclusions and variants of the anchors', () => {
    const products = [aProduct('anchor'), aProduct('variant', { variantOf: 'shirt' }), aProduct('shirt'), aProduct('other')];
    expect(idsOf(products, { hiddenIds: new Set(['anchor']), hiddenFamilies: new Set(['shirt']) })).toEqual(['other']);
  });

  it('leaves out what shares a trait with an anchor and is of its group, and nothing that was learned of the product itself', () => {
    const products = [aProduct('yogurt', { categoryPath: ['food', 'yogurts'] }), aProduct('muesli', { categoryPath: ['food', 'cereals'] }), aProduct('spoon', { categoryPath: [] })];
    const anchorGroups = new Set(['yogurts']);
    const sharing = products.map(({ id }) => learned(id, 1, { source: 'SHARED_TRAIT' }));
    expect(idsOf(products, { anchorGroups }, sharing)).toEqual(['muesli', 'spoon']);
    expect(idsOf(products, {}, sharing)).toEqual(['muesli', 'spoon', 'yogurt']);
    expect(idsOf(products, { anchorGroups })).toEqual(['muesli', 'spoon', 'yogurt']);
    const popularToo = [...sharing, learned('yogurt', 9, { source: 'POPULAR' })];
    expect(decide(products, { anchorGroups }, popularToo).map(({ productId, source }) => `${productId} ${source}`)).toEqual(['muesli SHARED_TRAIT', 'spoon SHARED_TRAIT', 'yogurt POPULAR']);
  });

  it('leaves out what a rule excludes, even a companion', () => {
    const rules = [rule('EXCLUDE', { then: aSelector({ tags: ['alcohol'] }) }), rule('REQUIRE', { then: aSelector({ productIds: ['wine'] }) })];
    const required = propose({ productId: 'wine', source: 'REQUIRED_COMPANION', score: 1, rule: rules[1]?.rule ?? null });
    expect(idsOf([aProduct('wine', { tags: ['alcohol'] }), aProduct('juice')], { rules }, [required, learned('juice')])).toEqual(['juice']);
  });

  it.each([
    ['category', { ...ANYTHING, categoryIds: ['toys'] }],
    ['brand', { ...ANYTHING, brands: ['Zoom'] }],
    ['lowest price', { ...ANYTHING, minPrice: '20.00' }],
  ])('leaves out what the caller’s %s filter leaves out', (_, filter) => {
    const wanted = aProduct('wanted', { categoryPath: ['toys', 'cars'], brand: 'Zoom', priceMinor: 2000 });
    expect(idsOf([wanted, aProduct('other')], { filter })).toEqual(['wanted']);
  });

  it('stays inside the category being browsed, its descendants included', () => {
    const products = [aProduct('in', { categoryPath: ['toys', 'cars'] }), aProduct('out')];
    expect(idsOf(products, { withinCategory: 'toys' })).toEqual(['in']);
  });

  it('keeps the best of a family', () => {
    const products = [aProduct('red', { variantOf: 'shirt' }), aProduct('blue', { variantOf: 'shirt' }), aProduct('shirt')];
    expect(idsOf(products, {}, [learned('red', 1), learned('blue', 3), learned('shirt', 2)])).toEqual(['blue']);
  });

  it('leaves out a companion that another part of its rule leaves out today', () => {
    const cheap = rule('REQUIRE', { then: aSelector({ productIds: ['case'], maxPrice: '5.00' }) });
    const required = propose({ productId: 'case', source: 'REQUIRED_COMPANION', score: 1, rule: cheap.rule });
    expect(idsOf([aProduct('case', { priceMinor: 500 })], { rules: [cheap] }, [required])).toEqual(['case']);
    expect(idsOf([aProduct('case', { priceMinor: 501 })], { rules: [cheap] }, [required])).toEqual([]);
  });

  it('measures a price ratio against any anchor that the rule matched, and never meets it without one', () => {
    const then = aSelector({ productIds: ['case'], maxPriceRatio: 0.5 });
    const anchors = [aProduct('cheap', { priceMinor: 100 }), aProduct('dear', { priceMinor: 2000 })];
    const matched = rule('RECOMMEND', { then }, anchors);
    const proposal = propose({ productId: 'case', source: 'RULE', score: 1, rule: matched.rule });
    expect(idsOf([aProduct('case')], { rules: [matched] }, [proposal])).toEqual(['case']);
    expect(idsOf([aProduct('case')], { rules: [rule('RECOMMEND', { then }, anchors.slice(0, 1))] }, [proposal])).toEqual([]);
    expect(idsOf([aProduct('case')], { rules: [rule('RECOMMEND', { then })] }, [proposal])).toEqual([]);
  });

  it('drops what customer data chose of a product that is never personal, and leaves it to popularity', () => {
    const rules = [rule('NEVER_PERSONALISE', { then: aSelector({ productIds: ['pills'] }) })];
    const proposals = [
      propose({ productId: 'pills', source: 'BUY_AGAIN', score: 9, personalised: true }),
      propose({ productId: 'pills', source: 'POPULAR', score: 1 }),
      propose({ productId: 'tea', source: 'BUY_AGAIN', score: 1, personalised: true }),
    ];
    const decided = decide([aProduct('pills'), aProduct('tea')], { rules }, proposals);
    expect(decided.map(({ productId, source }) => [productId, source])).toEqual([['tea', 'BUY_AGAIN'], ['pills', 'POPULAR']]);
    const never = [rule('NEVER_PERSONALISE', { then: null })];
    expect(decide([aProduct('pills'), aProduct('tea')], { rules: never }, proposals).map(({ source }) => source)).toEqual(['POPULAR']);
  });
});

describe('boosting and burying', () => {
  const boost = rule('BOOST', { weight: 3, then: aSelector({ productIds: ['a', 'b'] }) });
  const bury = rule('BURY', { weight: 0.5, then: aSelector({ productIds: ['a'] }) });

  it('multiplies the weights of all rules that select a product, and names the first', () => {
    const [first, second] = decide([aProduct('a'), aProduct('b')], { rules: [boost, bury] }, [learned('a', 4), learned('b', 1)]);
    expect([first?.score, second?.score]).toEqual([6, 3]);
    expect([first?.rule?.id, second?.rule?.id]).toEqual(['BOOST-3', 'BOOST-3']);
  });

  it('moves a product past others of its source, and never past a person’s', () => {
    const products = [aProduct('a'), aProduct('b'), aProduct('c')];
    const proposals = [learned('b', 1), learned('c', 2), propose({ productId: 'a', source: 'APPROVED_PAIR', score: 0 })];
    expect(idsOf(products, { rules: [boost] }, proposals)).toEqual(['a', 'b', 'c']);
  });

  it('decides which variant of a family is the best', () => {
    const products = [aProduct('a', { variantOf: 'shirt' }), aProduct('z', { variantOf: 'shirt' })];
    expect(idsOf(products, { rules: [boost] }, [learned('a', 1), learned('z', 2)])).toEqual(['a']);
  });

  it('leaves a rule that placed the product its name, and changes nothing for others', () => {
    const placed = rule('RECOMMEND', { then: aSelector({ productIds: ['a'] }) });
    const [a, z] = decide([aProduct('a'), aProduct('z')], { rules: [boost, placed] }, [
      propose({ productId: 'a', source: 'RULE', score: 1, rule: placed.rule }),
      learned('z', 2),
    ]);
    expect([a?.rule?.id, z?.rule, z?.score]).toEqual(['RECOMMEND-', null, 2]);
  });

  it('takes a rule without a weight for one that does not move', () => {
    const weightless = rule('BOOST', { then: aSelector({ productIds: ['a'] }) });
    expect(decide([aProduct('a')], { rules: [weightless] })[0]?.score).toBe(1);
  });
});

describe('diversity', () => {
  const toys = { categoryPath: ['toys', 'cars'] };
  const products = [aProduct('car1', toys), aProduct('car2', toys), aProduct('ball', { categoryPath: ['toys', 'balls'] }), aProduct('odd', { categoryPath: [] })];
  const proposals = [learned('car1', 10), learned('car2', 9), learned('ball', 8), learned('odd', 1, { popularScore: 1 })];

  it.each([
    ['NONE', ['car1', 'car2', 'ball', 'odd']],
    ['LOW', ['car1', 'car2', 'ball', 'odd']],
    ['MEDIUM', ['car1', 'ball', 'car2', 'odd']],
    ['HIGH', ['car1', 'ball', 'car2', 'odd']],
  ] as const)('%s damps what is like a better one and loses nobody', (diversity, expected) => {
    expect(idsOf(products, { diversity }, proposals)).toEqual(expected);
  });

  it.each([
    [8.5, ['car1', 'car2', 'ball']],
    [8.6, ['car1', 'ball', 'car2']],
  ])('LOW gives a place only to what is all but as good: %d beside 9', (score, expected) => {
    expect(idsOf(products, { diversity: 'LOW' }, [learned('car1', 10), learned('car2', 9), learned('ball', score)])).toEqual(expected);
  });

  it('leaves people’s decisions alone, and does not count them', () => {
    const placed = propose({ productId: 'car1', source: 'RULE', score: 10 });
    const decided = decide(products, { diversity: 'HIGH' }, [placed, learned('car2', 9), learned('ball', 8)]);
    expect(decided.map(({ productId, score }) => [productId, score])).toEqual([['car1', 10], ['car2', 9], ['ball', 8]]);
  });
});
