import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeContentsChange, describeRuleChange } from '../../../../src/domain/merchandising/changing/describe-change.js';
import { differencesOf } from '../../../../src/domain/merchandising/changing/differences.js';
import { defaultPolicy } from '../../../../src/domain/merchandising/policy.js';
import { contentsOf, fingerprintOf, saySame } from '../../../../src/domain/merchandising/changing/rule-contents.js';
import type { RuleContents } from '../../../../src/domain/merchandising/rule.js';
import { ruleWith, selectorWith } from '../samples.js';

const rule = (parts: Partial<RuleContents>): RuleContents => contentsOf(ruleWith(parts));
const told = (before: Partial<RuleContents>, after: Partial<RuleContents>): string => describeRuleChange(rule(before), rule(after), null);

describe('a change in one sentence', () => {
  it.each<[string, Partial<RuleContents>, Partial<RuleContents>]>([
    ['weight 2 → 3; validUntil set to 2026-12-27', { weight: 2 }, { weight: 3, validUntil: new Date('2026-12-27') }],
    ['validUntil 2026-12-27 → 2026-12-27T08:30:00Z', { validUntil: new Date('2026-12-27') }, { validUntil: new Date('2026-12-27T08:30:00Z') }],
    ['validFrom taken out', { validFrom: new Date('2026-12-27') }, {}],
    ['name Rule rule → Batteries', {}, { name: 'Batteries' }],
    ['then.productIds added a, b, removed batteries', {}, { then: selectorWith({ productIds: ['a', 'b'] }) }],
    ['then.productIds added a, b, c and 2 more', {}, { then: selectorWith({ productIds: ['batteries', 'a', 'b', 'c', 'd', 'e'] }) }],
    ['placements in another order', { placements: ['A', 'B'] }, { placements: ['B', 'A'] }],
    ['when.tags added gift; when.maxPrice set to 20', {}, { when: selectorWith({ tags: ['gift'], maxPrice: '20' }) }],
    ['when.tags removed gift', { when: selectorWith({ tags: ['gift'] }) }, {}],
    ['when set to everything', {}, { when: selectorWith({}) }],
    ['when taken out', { when: selectorWith({}) }, {}],
    ['note set to why', {}, { note: 'why' }],
    ['a draft again', {}, { state: 'DRAFT' }],
    ['saved without a change', {}, {}],
  ])('is %s', (sentence, before, after) => {
    expect(told(before, after)).toBe(sentence);
  });

  it('tells of a policy by its parts, and that a first decision kept the default', () => {
    const { autopilot, learnedShareCap, atLeast } = defaultPolicy('CROSS_SELL', 'BASKET');
    const before = { autopilot, learnedShareCap, atLeast };
    expect(describeContentsChange(before, { ...before, autopilot: 'CURATED_ONLY', atLeast: 2 })).toBe('autopilot ASSIST → CURATED_ONLY; atLeast 0 → 2');
    expect(describeContentsChange(before, before, 'checked')).toBe('confirmed as it was (checked)');
  });

  it('stays short and whole however much changes', () => {
    const wordy = (seed: string): RuleContents => {
      const values = Array.from({ length: 1_000 }, (_, at) => `${seed}${at}`.padEnd(128, '🎁'));
      const selector = selectorWith({ productIds: values, categoryIds: values, brands: values, tags: values, minPrice: '1', maxPrice: '2' });
      return rule({ name: seed.repeat(200), note: '🎁'.repeat(1_000), when: selector, then: selector, priority: seed.length });
    };
    const sentence = describeRuleChange(wordy('a'), { ...wordy('🎄'), state: 'DRAFT' }, 'n'.repeat(2_000));
    expect([...sentence].length).toBeLessThan(2_400);
    expect(sentence).toMatch(/…; a draft again \(n{2000}\)$/);
    expect(/\p{Cs}/u.test(sentence)).toBe(false);
  });

  it('counts what it does not tell, and stays in one line', () => {
    const after = { priority: 1, slot: 2, weight: 3, quantity: 4, name: 'a\nb', placements: ['BASKET'], note: 'x', lane: 'PERSONALISATION' } as const;
    expect(told({}, after)).toBe(
      'name Rule rule → a b; lane CROSS_SELL → PERSONALISATION; placements added BASKET; slot set to 2; weight set to 3; quantity set to 4; 2 more',
    );
    expect(describeRuleChange(rule({}), rule({ state: 'RETIRED' }), 'sold\n\tout')).toBe('retired (sold out)');
  });
});

describe('differences', () => {
  const selector = fc.option(
    fc.record({
      productIds: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
      tags: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
      minPrice: fc.option(fc.constantFrom('1', '2')),
    }),
  );
  const contents: fc.Arbitrary<RuleContents> = fc
    .record({
      priority: fc.constantFrom(0, 1),
      validFrom: fc.option(fc.constantFrom(0, 1).map((ms) => new Date(ms))),
      when: selector.map((parts) => parts && selectorWith(parts)),
      then: selector.map((parts) => parts && selectorWith(parts)),
    })
    .map(rule);

  it('are none exactly between contents that are the same, whichever way they are asked for', () => {
    fc.assert(
      fc.property(contents, contents, fc.boolean(), (a, other, isCopy) => {
        const b = isCopy ? structuredClone(a) : other;
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect(differencesOf(a, b).length === 0).toBe(same);
        expect(differencesOf(b, a).map(({ path, from, to }) => ({ path, from: to, to: from }))).toEqual(differencesOf(a, b));
        expect(saySame(a, { ...b, state: 'RETIRED' })).toBe(same);
        expect(fingerprintOf(a) === fingerprintOf({ ...b, id: 'other', state: 'RETIRED' })).toBe(same);
      }),
    );
  });
});
