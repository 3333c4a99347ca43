import fc from 'fast-check';

import { AUTOPILOTS, DIVERSITIES } from '../../src/domain/merchandising/policy.js';
import { nameRule, noteRule } from '../../src/domain/merchandising/changing/written-text.js';
import { PAIR_DECISIONS } from '../../src/domain/merchandising/decided-pair.js';
import type { FiledPair, FiledPolicy, FiledRule, RuleFile } from '../../src/domain/merchandising/files/rule-file.js';
import {
  CROSS_SELL_PLACEMENTS,
  PERSONAL_SURFACES,
  RULE_ACTIONS,
  RULE_STATES,
  type Lane,
  type ProductSelector,
  type RuleAction,
} from '../../src/domain/merchandising/rule.js';

/** Text that some reader of YAML takes for something else, or that breaks what is written carelessly. */
const TRAPS = [
  'no', 'NO', 'y', 'on', 'true', 'null', 'Null', '~', '1e3', '0x10', '0o17', '1_000', '12.90', '-0', '.inf', '.NaN', '12:30:45', '2026-11-01',
  '- a', '? b', ': c', 'a: b', 'a #b', '#c', '*d', '&e', '!f', '!!js/function', '%g', '@h', '`i`', '{j}', '[k]', 'l, m', '| n', '> o', "'p", '"q"', 'it\'s', '<<',
  '---', '...', ' leading', 'trailing ', '  both  ', 'C:\\path\\n', 'dé jà', '日本', '🎁', '👨‍👩‍👧', 'a\u00a0b', '\ufeffbom', 'line\u2028break', 'a\u0085b', '\u{e0001}', '/', 'x'.repeat(199),
];

const isText = (text: string, longest: number): boolean => text.trim() !== '' && text.trim().length <= longest && !/[\p{Cc}\p{Cs}]/u.test(text);

const isId = (text: string): boolean => isText(text, 128) && text.length <= 128 && !text.startsWith('$') && !['__proto__', 'constructor', 'prototype'].includes(text);

const anyText = fc.oneof(fc.constantFrom(...TRAPS), fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 30 }));

const text = (longest: number): fc.Arbitrary<string> => anyText.filter((each) => isText(each, longest));
const id = anyText.filter(isId);
const name = text(200).filter((each) => nameRule(each, 200) === null);

const note = fc
  .array(fc.oneof(fc.constantFrom('', ' ', '  indented', '\ttab', 'end ', '# not a comment', '--- ', 'x'.repeat(700)), anyText), { minLength: 1, maxLength: 5 })
  .chain((lines) => fc.constantFrom('\n', '\r\n', ' ').map((end) => lines.join(end)))
  .filter((each) => isText(each.replace(/[\t\n\r]/g, ' '), 2_000) && noteRule(each) === null);

const decimal = fc
  .tuple(fc.bigInt(0n, 999_999_999_999_999n), fc.option(fc.stringMatching(/^\d{1,10}$/)))
  .map(([whole, fraction]) => (fraction === null ? String(whole) : `${String(whole)}.${fraction}`));

const priceRange = fc.tuple(fc.option(decimal), fc.option(decimal)).map(([minPrice, maxPrice]) => {
  const crossed = minPrice !== null && maxPrice !== null && Number(minPrice) >= Number(maxPrice);
  return { minPrice, maxPrice: crossed ? null : maxPrice };
});

const above = (least: number, most: number): fc.Arbitrary<number> =>
  fc.double({ min: least, max: most, minExcluded: true, maxExcluded: true, noNaN: true });

const list = (values: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> => fc.uniqueArray(values, { maxLength: 12 });

const selector = (inThen: boolean): fc.Arbitrary<ProductSelector> =>
  fc
    .record({
      productIds: list(id),
      categoryIds: list(id),
      brands: list(text(200)),
      tags: list(text(200)),
      maxPriceRatio: inThen ? fc.option(above(0, 1e9)) : fc.constant(null),
    })
    .chain((parts) => priceRange.map((prices) => ({ ...parts, ...prices })));

const instant = fc.oneof(
  fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('9998-12-31T23:59:59.999Z'), noInvalidDate: true }),
  fc.constantFrom(new Date('2026-11-01T00:00:00Z'), new Date('2026-11-01T09:30:00Z')),
);

const later = (from: Date | null, until: Date | null): Date | null => (from !== null && until !== null && until <= from ? null : until);

const basedOn = fc.option(fc.integer({ min: 1, max: 2_147_483_647 }));
const lane = fc.constantFrom<Lane>('CROSS_SELL', 'PERSONALISATION');
const placementsOf = (of: Lane): readonly string[] => (of === 'CROSS_SELL' ? CROSS_SELL_PLACEMENTS : PERSONAL_SURFACES);

const weightOf = (action: RuleAction): fc.Arbitrary<number | null> => {
  if (action === 'BOOST') return above(1, 1_000);
  return action === 'BURY' ? above(0, 1) : fc.constant(null);
};

const PROPOSING: readonly RuleAction[] = ['REQUIRE', 'PIN', 'RECOMMEND'];

const rule: fc.Arbitrary<FiledRule> = fc
  .record({ lane, action: fc.constantFrom(...RULE_ACTIONS) })
  .chain(({ lane: of, action }) =>
    fc
      .record({
        id,
        name,
        when: fc.option(selector(false)),
        then: action === 'NEVER_PERSONALISE' ? fc.option(selector(true)) : selector(true),
        placements: fc.subarray([...placementsOf(of)]),
        slot: action === 'PIN' ? fc.integer({ min: 1, max: 50 }) : fc.constant(null),
        weight: weightOf(action),
        quantity: PROPOSING.includes(action) ? fc.option(fc.integer({ min: 1, max: 1_000 })) : fc.constant(null),
        priority: fc.integer({ min: -2_147_483_647, max: 2_147_483_647 }),
        validFrom: fc.option(instant),
        validUntil: fc.option(instant),
        state: fc.constantFrom(...RULE_STATES),
        note: fc.option(note),
        basedOn,
      })
      .map((parts) => ({ ...parts, lane: of, action, validUntil: later(parts.validFrom, parts.validUntil) })),
  );

const share = fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs);

const policy: fc.Arbitrary<FiledPolicy> = lane.chain((of) =>
  fc.record({
    lane: fc.constant(of),
    placement: fc.constantFrom(...placementsOf(of)),
    autopilot: fc.constantFrom(...AUTOPILOTS),
    learnedShareCap: share,
    sameGroupCap: of === 'CROSS_SELL' ? share : fc.constant(1),
    atLeast: fc.integer({ min: 0, max: 50 }),
    fallback: fc.boolean(),
    diversity: fc.constantFrom(...DIVERSITIES),
    basedOn,
  }),
);

const pair: fc.Arbitrary<FiledPair> = fc
  .record({ anchorId: id, complementId: id, decision: fc.constantFrom(...PAIR_DECISIONS), note: fc.option(note), basedOn })
  .filter(({ anchorId, complementId }) => anchorId !== complementId);

/** Any rules file that may be applied: everything that a shop can hold. */
export const anyRuleFile: fc.Arbitrary<RuleFile> = fc.record({
  rules: fc.uniqueArray(rule, { selector: (each) => each.id, maxLength: 6 }),
  policies: fc.uniqueArray(policy, { selector: (each) => `${each.lane} ${each.placement}`, maxLength: 6 }),
  pairs: fc.uniqueArray(pair, { selector: (each) => JSON.stringify([each.anchorId, each.complementId]), maxLength: 6 }),
  shopAutopilot: fc.option(fc.record({ autopilot: fc.constantFrom(...AUTOPILOTS), note: fc.option(note), basedOn })),
});
