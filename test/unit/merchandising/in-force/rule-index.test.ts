import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { ProductFacts } from '../../../../src/domain/catalogue/product.js';
import { createRuleIndex, type ApplicableRule, type RuleQuery } from '../../../../src/domain/merchandising/in-force/rule-index.js';
import { isActive } from '../../../../src/domain/merchandising/in-force/rule-window.js';
import type { MerchandisingRule } from '../../../../src/domain/merchandising/rule.js';
import { selects } from '../../../../src/domain/merchandising/select.js';
import { productWith, ruleWith, selectorWith } from '../samples.js';

const NOW = new Date('2026-11-15T00:00:00Z');

const ask = (rules: readonly MerchandisingRule[], query: Partial<RuleQuery> = {}): readonly ApplicableRule[] =>
  createRuleIndex(rules).applicable({ lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', subjects: [productWith({})], now: NOW, ...query });

const idsOf = (found: readonly ApplicableRule[]): readonly string[] => found.map(({ rule }) => rule.id);

describe('the rules in force', () => {
  it('hold every rule without a condition, also where there is no subject', () => {
    expect(ask([ruleWith({})], { subjects: [] })).toEqual([{ rule: ruleWith({}), subjects: [] }]);
  });

  it('hold a conditional rule with the subjects that it matched, in the order of the query', () => {
    const rule = ruleWith({ when: selectorWith({ categoryIds: ['toys'] }) });
    const [car, boat, lamp] = [productWith({}), productWith({ id: 'boat' }), productWith({ id: 'lamp', categoryPath: ['home'] })];
    expect(ask([rule], { subjects: [boat, lamp, car] })).toEqual([{ rule, subjects: [boat, car] }]);
    expect(ask([rule], { subjects: [lamp] })).toEqual([]);
    expect(ask([rule], { subjects: [] })).toEqual([]);
  });

  it('are sorted by priority, highest first, and ties by id', () => {
    const rules = [
      ruleWith({ id: 'b' }),
      ruleWith({ id: 'z', priority: 5 }),
      ruleWith({ id: 'a', when: selectorWith({ brands: ['Zoom'] }) }),
      ruleWith({ id: 'c', priority: -1 }),
    ];
    expect(idsOf(ask(rules))).toEqual(['z', 'a', 'b', 'c']);
  });

  it('are of the lane that asks', () => {
    const rules = [ruleWith({ id: 'cross' }), ruleWith({ id: 'personal', lane: 'PERSONALISATION' })];
    expect(idsOf(ask(rules))).toEqual(['cross']);
    expect(idsOf(ask(rules, { lane: 'PERSONALISATION' }))).toEqual(['personal']);
  });

  it('are of the placement that asks, or of all', () => {
    const rules = [ruleWith({ id: 'all' }), ruleWith({ id: 'basket', placements: ['BASKET'] })];
    expect(idsOf(ask(rules))).toEqual(['all']);
    expect(idsOf(ask(rules, { placement: 'BASKET' }))).toEqual(['all', 'basket']);
  });

  it('are approved and inside their window', () => {
    const rules = [
      ruleWith({ id: 'draft', state: 'DRAFT' }),
      ruleWith({ id: 'over', validUntil: NOW }),
      ruleWith({ id: 'now', validFrom: NOW, when: selectorWith({ tags: ['gift'] }) }),
    ];
    expect(idsOf(ask(rules))).toEqual(['now']);
  });

  it('hold a rule whose condition is a price alone', () => {
    expect(idsOf(ask([ruleWith({ when: selectorWith({ minPrice: '5' }) })]))).toEqual(['rule']);
    expect(idsOf(ask([ruleWith({ when: selectorWith({ minPrice: '50' }) })]))).toEqual([]);
  });

  it('are found with ids that are names of object properties', () => {
    const rule = ruleWith({ when: selectorWith({ productIds: ['__proto__', 'constructor'] }) });
    expect(idsOf(ask([rule], { subjects: [productWith({ id: 'constructor' })] }))).toEqual(['rule']);
    expect(idsOf(ask([rule], { subjects: [productWith({ id: 'toString' })] }))).toEqual([]);
  });
});

describe('the approved rules', () => {
  it('are those of both lanes at any time, in the order of precedence', () => {
    const rules = [
      ruleWith({ id: 'draft', state: 'DRAFT' }),
      ruleWith({ id: 'over', validUntil: NOW }),
      ruleWith({ id: 'later', validFrom: new Date(NOW.getTime() + 1) }),
      ruleWith({ id: 'personal', lane: 'PERSONALISATION', priority: 1 }),
    ];
    expect(createRuleIndex(rules).approved().map(({ id }) => id)).toEqual(['personal', 'later', 'over']);
  });
});

const some = (...values: string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 });
const IDS = ['p1', 'p2', 'p3'];
const CATEGORIES = ['toys', 'vehicles', 'home'];
const BRANDS = ['Zoom', 'Acme'];
const TAGS = ['gift', 'sale'];

const anyProduct: fc.Arbitrary<ProductFacts> = fc
  .record({
    id: fc.constantFrom(...IDS),
    categoryPath: some(...CATEGORIES),
    brand: fc.option(fc.constantFrom(...BRANDS)),
    tags: some(...TAGS),
    priceMinor: fc.option(fc.integer({ min: 0, max: 2000 })),
  })
  .map(productWith);

const anySelector = fc
  .record({
    productIds: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(...IDS) }),
    categoryIds: some(...CATEGORIES),
    brands: some(...BRANDS),
    tags: some(...TAGS),
    minPrice: fc.option(fc.constantFrom('1.00', '10.005'), { freq: 2 }),
  })
  .map(selectorWith);

const anyInstant = fc.option(fc.constantFrom(new Date(NOW.getTime() - 1), NOW, new Date(NOW.getTime() + 1)), { freq: 2 });

const anyRule = fc
  .record({
    lane: fc.constantFrom('CROSS_SELL' as const, 'PERSONALISATION' as const),
    when: fc.option(anySelector, { freq: 4 }),
    placements: fc.constantFrom([], ['BASKET'], ['BASKET', 'PRODUCT_PAGE']),
    priority: fc.integer({ min: -1, max: 1 }),
    state: fc.constantFrom('APPROVED' as const, 'APPROVED' as const, 'DRAFT' as const),
    validFrom: anyInstant,
    validUntil: anyInstant,
  })
  .map(ruleWith);

const anyRules = fc.array(anyRule, { maxLength: 30 }).map((rules) => rules.map((rule, at) => ({ ...rule, id: `r${at}` })));

const naively = (rules: readonly MerchandisingRule[], { lane, placement, subjects, now }: RuleQuery): readonly ApplicableRule[] =>
  rules
    .filter((rule) => rule.lane === lane && isActive(rule, now))
    .filter((rule) => rule.placements.length === 0 || rule.placements.includes(placement))
    .map((rule) => ({ rule, subjects: subjects.filter((subject) => rule.when !== null && selects(rule.when, subject, null, null)) }))
    .filter(({ rule, subjects: matched }) => rule.when === null || matched.length > 0)
    .sort((a, b) => b.rule.priority - a.rule.priority || (a.rule.id < b.rule.id ? -1 : 1));

describe('the rule index', () => {
  it('answers what checking every rule against every subject would answer, repeats included', () => {
    fc.assert(
      fc.property(anyRules, fc.array(anyProduct, { maxLength: 5 }), fc.constantFrom('BASKET', 'PRODUCT_PAGE', 'HOME'), (rules, subjects, placement) => {
        const query: RuleQuery = { lane: 'CROSS_SELL', placement, subjects: [...subjects, ...subjects.slice(0, 1)], now: NOW };
        expect(createRuleIndex(rules).applicable(query)).toEqual(naively(rules, query));
      }),
      { numRuns: 500 },
    );
  });

  it('answers the same whatever the order in which the rules come', () => {
    fc.assert(
      fc.property(anyRules, fc.array(anyProduct, { maxLength: 3 }), (rules, subjects) => {
        const query: RuleQuery = { lane: 'CROSS_SELL', placement: 'BASKET', subjects, now: NOW };
        expect(createRuleIndex(rules.toReversed()).applicable(query)).toEqual(createRuleIndex(rules).applicable(query));
      }),
    );
  });

  it('looks only at the rules that name a subject, however many there are', () => {
    let looked = 0;
    const rules = Array.from({ length: 10_000 }, (_, at) => {
      const rule = ruleWith({ id: `r${at}`, when: selectorWith({ productIds: [`p${at}`] }) });
      return Object.defineProperty({ ...rule }, 'placements', { get: () => ((looked += 1), []) });
    });
    const index = createRuleIndex(rules);
    looked = 0;
    expect(idsOf(index.applicable({ lane: 'CROSS_SELL', placement: 'BASKET', subjects: [productWith({ id: 'p77' })], now: NOW }))).toEqual(['r77']);
    expect(looked).toBeLessThanOrEqual(2);
  });

  it('knows when the next rule comes into force or ends, and nothing of drafts', () => {
    const at = (day: number): Date => new Date(Date.UTC(2027, 0, day));
    const index = createRuleIndex([
      ruleWith({ id: 'a', validFrom: at(3), validUntil: at(9) }),
      ruleWith({ id: 'b', lane: 'PERSONALISATION', validUntil: at(5) }),
      ruleWith({ id: 'c' }),
      ruleWith({ id: 'd', state: 'DRAFT', validFrom: at(4) }),
    ]);
    const next = (day: number) => index.nextEdge(at(day))?.getUTCDate() ?? null;
    expect([1, 2, 3, 4, 5, 8, 9, 20].map(next)).toEqual([3, 3, 5, 5, 9, 9, null, null]);
    expect(createRuleIndex([]).nextEdge(at(1))).toBeNull();
  });
});
