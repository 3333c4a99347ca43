import { describe, expect, it } from 'vitest';
import { parseRuleFile } from '../../src/rules/parse-rule-file.js';
import { formatProblem } from '../../src/rules/problem.js';

const linesOf = (text: string): readonly string[] => parseRuleFile(text).problems.map((problem) => formatProblem('f', problem));

/** The problems of one rule whose lines follow the id in line 2; `then` is in line 3 unless the test gives its own. */
const ofRule = (...lines: readonly string[]): readonly string[] => linesOf(['rules:', '  - id: r', ...lines.map((line) => `    ${line}`)].join('\n'));

const EXCLUDE = ['action: exclude', 'then: { tags: [t] }'];

describe('a mistake in a rules file', () => {
  it('keeps the whole file from being applied', () => {
    const { file } = parseRuleFile('rules:\n  - { id: good, action: exclude, then: { tags: [t] } }\n  - { id: bad }');
    expect(file).toBeNull();
  });

  it('is reported with all others in one go, in file order', () => {
    const problems = linesOf(`rules:
  - id: r
    actoin: boost
    slot: one
    then: { products: [$gt, ok, ""] }
  - just text
policies:
  - placement: homepage
pairs: {}
whatever: 1
`);
    expect(problems.map((line) => line.replace(/: error:.*/, ''))).toEqual([
      'f:2:5', 'f:3:5', 'f:4:11', 'f:5:24', 'f:5:33', 'f:6:5', 'f:8:16', 'f:9:8', 'f:10:1',
    ]);
  });

  it.each([
    ['an unknown key', [...EXCLUDE, 'placement: [basket]'], 'f:5:5: error: unknown key "placement"; did you mean "placements"? (rules[0])'],
    ['a key given twice', [...EXCLUDE, 'action: pin'], 'f:5:5: error: action is given twice (rules[0].action)'],
    ['a key without value', [...EXCLUDE, 'when:'], 'f:5:10: error: when has no value: give it one, or leave the key out (rules[0].when)'],
    ['a flow key without value', ['action: exclude', 'then: { tags }'], 'f:4:11: error: tags has no value: give it one, or leave the key out (rules[0].then.tags)'],
    [
      'an unknown action',
      ['action: pinn'],
      'f:3:13: error: unknown action "pinn"; did you mean "pin"?; known are require, pin, recommend, boost, bury, exclude, never-personalise (rules[0].action)',
    ],
    ['an unknown lane', [...EXCLUDE, 'lane: personalization'], 'f:5:11: error: unknown lane "personalization"; did you mean "personalisation"?; known are cross-sell, personalisation (rules[0].lane)'],
    ['an unknown state', [...EXCLUDE, 'state: live'], 'f:5:12: error: unknown state "live"; known are draft, approved, retired (rules[0].state)'],
    ['no action', ['then: { tags: [t] }'], 'f:2:5: error: action is missing: say what the rule does, one of require, pin, recommend, boost, bury, exclude, never-personalise (rules[0].action)'],
    ['no then', ['action: exclude'], 'f:2:5: error: then is missing: say which products the rule shows, moves or hides (rules[0].then)'],
    ['a pin without slot', ['action: pin', 'then: { tags: [t] }'], 'f:2:5: error: slot is missing: pin needs the slot, counted from 1 (rules[0].slot)'],
    ['a slot elsewhere', [...EXCLUDE, 'slot: 2'], 'f:5:11: error: slot belongs to pin only: take it out, or make the action pin (rules[0].slot)'],
    ['a boost that buries', ['action: boost', 'weight: 0.5', 'then: { tags: [t] }'], 'f:4:13: error: weight must be above 1 for boost: 2 doubles the score (rules[0].weight)'],
    ['a bury that boosts', ['action: bury', 'weight: 2', 'then: { tags: [t] }'], 'f:4:13: error: weight must be between 0 and 1 for bury, neither included: 0.5 halves the score (rules[0].weight)'],
    ['a weight elsewhere', [...EXCLUDE, 'weight: 2'], 'f:5:13: error: weight belongs to boost and bury only (rules[0].weight)'],
    ['no quantity at all', ['action: require', 'quantity: 0', 'then: { tags: [t] }'], 'f:4:15: error: quantity must be a whole number from 1 (rules[0].quantity)'],
    ['a number in words', ['action: require', 'quantity: two', 'then: { tags: [t] }'], 'f:4:15: error: quantity must be a whole number, got "two" (rules[0].quantity)'],
    ['a number too large', [...EXCLUDE, 'priority: 9999999999'], 'f:5:15: error: priority must be a whole number, got "9999999999" (rules[0].priority)'],
    ['a placement of the other lane', [...EXCLUDE, 'placements: [home]'], 'f:5:17: error: placements names home, but the cross-sell lane has only product-page, basket, checkout, post-purchase (rules[0].placements)'],
    ['an unknown placement', [...EXCLUDE, 'placements: [baskets]'], 'f:5:18: error: unknown placement "baskets"; did you mean "basket"?; known are product-page, basket, checkout, post-purchase, home, navigation, category, search, email (rules[0].placements[0])'],
    ['a window that is never open', [...EXCLUDE, 'validFrom: 2026-11-01', 'validUntil: 2026-11-01'], 'f:6:17: error: validUntil is not after validFrom: the rule would never be active (rules[0].validUntil)'],
    ['a day that no calendar has', [...EXCLUDE, 'validFrom: 2026-02-30'], 'f:5:16: error: validFrom must be a date (2026-11-01, which is midnight UTC) or a time with its zone (2026-11-01T09:00:00Z), got "2026-02-30" (rules[0].validFrom)'],
    ['a time without zone', [...EXCLUDE, 'validFrom: 2026-11-01T09:00'], 'f:5:16: error: validFrom must be a date (2026-11-01, which is midnight UTC) or a time with its zone (2026-11-01T09:00:00Z), got "2026-11-01T09:00" (rules[0].validFrom)'],
    ['a price with a comma', ['action: exclude', 'then: { minPrice: "5,00" }'], 'f:4:23: error: minPrice must be a price such as 12.90: digits and a point, without a currency, got "5,00" (rules[0].then.minPrice)'],
    ['a price below nothing', ['action: exclude', 'then: { maxPrice: -1 }'], 'f:4:23: error: maxPrice must be a price such as 12.90: digits and a point, without a currency, got "-1" (rules[0].then.maxPrice)'],
    ['bounds that cross', ['action: exclude', 'then: { minPrice: 10, maxPrice: 9.99 }'], 'f:4:37: error: maxPrice is below minPrice: no product can match (rules[0].then.maxPrice)'],
    ['a ratio in when', [...EXCLUDE, 'when: { maxPriceRatio: 0.5 }'], 'f:5:28: error: maxPriceRatio belongs in then: it is measured against the price of what when matched (rules[0].when.maxPriceRatio)'],
    ['a ratio of nothing', ['action: exclude', 'then: { maxPriceRatio: 0 }'], 'f:4:28: error: maxPriceRatio must be a number above 0, such as 0.5 for half, got "0" (rules[0].then.maxPriceRatio)'],
    ['a version of nothing', [...EXCLUDE, 'version: 0'], 'f:5:14: error: version must be a whole number from 1: the version that the entry was written against, got "0" (rules[0].version)'],
    ['an empty list', [...EXCLUDE, 'when: { products: [] }'], 'f:5:23: error: products is an empty list: name at least one, or leave the key out (rules[0].when.products)'],
    ['an empty id', ['action: exclude', 'then: { products: [""] }'], 'f:4:24: error: products[0] is empty (rules[0].then.products[0])'],
    ['an operator as id', ['action: exclude', 'then: { products: [$gt] }'], 'f:4:24: error: products[0] must be an id that is no operator or reserved word, got "$gt" (rules[0].then.products[0])'],
    ['a prototype as id', ['action: exclude', 'then: { products: [__proto__] }'], 'f:4:24: error: products[0] must be an id that is no operator or reserved word, got "__proto__" (rules[0].then.products[0])'],
    ['a prototype as key', [...EXCLUDE, '__proto__: { note: x }'], 'f:5:5: error: unknown key "__proto__"; known are id, name, lane, action, when, then, placements, slot, weight, quantity, priority, validFrom, validUntil, state, note, version (rules[0])'],
    ['a prototype as flag', [...EXCLUDE, 'state: constructor'], 'f:5:12: error: unknown state "constructor"; known are draft, approved, retired (rules[0].state)'],
    ['a name that nobody sees', [...EXCLUDE, 'name: "\\u200b"'], 'f:5:11: error: name has no visible character (rules[0].name)'],
    ['a name that turns text round', [...EXCLUDE, 'name: "\\u202eabc"'], 'f:5:11: error: name must be text without signs that change its direction (rules[0].name)'],
    ['a note that turns text round', [...EXCLUDE, 'note: "a\\u2066b"'], 'f:5:11: error: note must be text without signs that change its direction (rules[0].note)'],
    ['a list where text goes', [...EXCLUDE, 'note: [a]'], 'f:5:11: error: note must be a single value (rules[0].note)'],
    ['a mapping where a list goes', ['action: exclude', 'then: { products: { a: b } }'], 'f:4:23: error: products must be a list such as [one, two] (rules[0].then.products)'],
    ['text where a selector goes', ['action: exclude', 'then: batteries'], 'f:4:11: error: then must be a mapping with keys such as products, categories, brands (rules[0].then)'],
    ['an alias of nothing', ['action: exclude', 'then: *gifts'], 'f:4:11: error: *gifts stands for nothing: no &gifts before it (rules[0].then)'],
    ['an unknown tag', ['action: exclude', 'then: { tags: [t] }', 'note: !!js/function x'], 'f:5:11: error: Unresolved tag: tag:yaml.org,2002:js/function'],
  ])('is told by place and remedy: %s', (_mistake, lines, expected) => {
    expect(ofRule(...lines)).toEqual([expected]);
  });

  it('is an id of more than 128 characters, shown in short', () => {
    const [line, ...others] = ofRule('action: exclude', `then: { products: [${'x'.repeat(129)}] }`);
    expect(line).toMatch(/^f:4:24: error: products\[0\] must be an id of at most 128 characters, got "x+…/);
    expect(line?.length).toBeLessThan(180);
    expect(others).toEqual([]);
  });

  it('is text too long for anybody to read', () => {
    expect(ofRule(...EXCLUDE, `note: ${'x'.repeat(2001)}`)).toEqual(['f:5:11: error: note is longer than 2000 characters (rules[0].note)']);
  });

  it('is an id used before, with the line where', () => {
    const problems = linesOf('rules:\n  - { id: r, action: exclude, then: { tags: [t] } }\n  - { id: r, action: exclude, then: { tags: [t] } }');
    expect(problems).toEqual(['f:3:11: error: the rule "r" stands in line 2 already (rules[1].id)']);
  });

  it('is a rule without id', () => {
    expect(linesOf('rules:\n  - { action: exclude, then: { tags: [t] } }')).toEqual([
      'f:2:5: error: id is missing: give the rule a name of its own that never changes (rules[0].id)',
    ]);
  });
});

describe('a mistake in a policy', () => {
  it.each([
    ['a missing placement', 'autopilot: assist', 'f:2:5: error: placement is missing: say which placement or surface it is for (policies[0].placement)'],
    ['a placement of the other lane', 'placement: home', 'f:2:16: error: placement names home, but the cross-sell lane has only product-page, basket, checkout, post-purchase (policies[0].placement)'],
    ['an unknown lane', '{ placement: basket, lane: both }', 'f:2:32: error: unknown lane "both"; known are cross-sell, personalisation (policies[0].lane)'],
    ['a limit for an anchor’s group above the whole', '{ placement: basket, sameGroupCap: 25 }', 'f:2:40: error: sameGroupCap must be a number from 0 to 1, got "25" (policies[0].sameGroupCap)'],
    ['a limit for an anchor’s group where lists have no anchor', '{ lane: personalisation, placement: home, sameGroupCap: 0.5 }', 'f:2:61: error: sameGroupCap must be 1 for personalisation, whose lists have no anchor (policies[0].sameGroupCap)'],
    ['a share above the whole', '{ placement: basket, learnedShareCap: 1.5 }', 'f:2:43: error: learnedShareCap must be a number from 0 to 1, got "1.5" (policies[0].learnedShareCap)'],
    ['a minimum below nothing', '{ placement: basket, atLeast: -1 }', 'f:2:35: error: atLeast must be a whole number from 0 to 50, got "-1" (policies[0].atLeast)'],
    ['a flag that is none', '{ placement: basket, fallback: yes }', 'f:2:36: error: fallback must be true or false, got "yes" (policies[0].fallback)'],
    ['an unknown diversity', '{ placement: basket, diversity: lots }', 'f:2:37: error: unknown diversity "lots"; known are none, low, medium, high (policies[0].diversity)'],
    ['something else than a policy', '[basket]', 'f:2:5: error: policies[0] must be a mapping with keys such as lane, placement, autopilot (policies[0])'],
  ])('is told by place and remedy: %s', (_mistake, policy, expected) => {
    expect(linesOf(`policies:\n  - ${policy}`)).toEqual([expected]);
  });

  it('is a second policy for one placement, but not for one name in both lanes', () => {
    const both = 'policies:\n  - placement: basket\n  - { placement: basket, lane: personalisation }\n';
    expect(linesOf(both)).toEqual([]);
    expect(linesOf(`${both}  - { placement: BASKET, fallback: False }\n`)).toEqual([
      'f:4:18: error: the policy of basket stands in line 2 already (policies[2].placement)',
    ]);
  });
});

describe('a mistake in a pair', () => {
  it.each([
    ['a product with itself', '{ anchor: a, complement: a, decision: approve }', 'f:2:30: error: complement is the anchor itself: a product does not go with itself (pairs[0].complement)'],
    ['a missing complement', '{ anchor: a, decision: approve }', 'f:2:5: error: complement is missing: give the id of the product that goes with it (pairs[0].complement)'],
    ['a missing decision', '{ anchor: a, complement: b }', 'f:2:5: error: decision is missing: approve, dismiss or reopen (pairs[0].decision)'],
    ['an unknown decision', '{ anchor: a, complement: b, decision: aprove }', 'f:2:43: error: unknown decision "aprove"; did you mean "approve"?; known are approve, dismiss, reopen (pairs[0].decision)'],
    ['something else than a pair', 'a', 'f:2:5: error: pairs[0] must be a mapping with keys such as anchor, complement, decision (pairs[0])'],
  ])('is told by place and remedy: %s', (_mistake, pair, expected) => {
    expect(linesOf(`pairs:\n  - ${pair}`)).toEqual([expected]);
  });

  it('is a second decision about one pair in one direction', () => {
    const pair = (anchor: string, complement: string): string => `  - { anchor: ${anchor}, complement: ${complement}, decision: dismiss }\n`;
    expect(linesOf(`pairs:\n${pair('a', 'b')}${pair('b', 'a')}${pair('a', 'b')}`)).toEqual([
      'f:4:5: error: the pair "a" and "b" stands in line 2 already (pairs[2])',
    ]);
  });
});

describe('a mistake about the shop', () => {
  it.each([
    ['no autopilot', '{ note: n }', 'f:1:7: error: autopilot is missing: assist, approved-only or curated-only (shop.autopilot)'],
    ['an unknown autopilot', '{ autopilot: off }', 'f:1:20: error: unknown autopilot "off"; known are assist, approved-only, curated-only (shop.autopilot)'],
    ['an unknown key', '{ autopilot: assist, until: tomorrow }', 'f:1:28: error: unknown key "until"; known are autopilot, note, version (shop)'],
    ['something else than a mapping', 'assist', 'f:1:7: error: shop must be a mapping with keys such as autopilot, note, version (shop)'],
  ])('is told by place and remedy: %s', (_mistake, shop, expected) => {
    expect(linesOf(`shop: ${shop}`)).toEqual([expected]);
  });
});

describe('a doubtful thing in a rules file', () => {
  const pin = (id: string, more = ''): string => `  - { id: ${id}, action: pin, slot: 1, then: { products: [p] }${more} }\n`;

  it('is warned of without keeping the file from being applied', () => {
    const { file, problems } = parseRuleFile(`rules:\n${pin('a')}${pin('b', ', placements: [basket]')}${pin('c', ', when: { tags: [t] }')}`);
    expect(problems.map((problem) => formatProblem('f', problem))).toEqual([
      'f:3:33: warning: slot 1 is pinned by "a" too, for the same when and a common placement (rules[1].slot)',
    ]);
    expect(file?.rules).toHaveLength(3);
  });

  it('is a selector that covers every product', () => {
    expect(linesOf('rules:\n  - { id: r, action: exclude, then: {} }')).toEqual([
      'f:2:37: warning: then names nothing, and so covers every product (rules[0].then)',
    ]);
  });

  it('is a value listed twice, which counts once', () => {
    const { file, problems } = parseRuleFile('rules:\n  - { id: r, action: exclude, then: { tags: [a, b, a] } }');
    expect(problems).toMatchObject([{ severity: 'warning', message: 'tags lists a value more than once' }]);
    expect(file?.rules[0]?.then?.tags).toEqual(['a', 'b']);
  });
});
