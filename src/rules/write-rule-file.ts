import type { FiledPair, FiledPolicy, FiledRule, FiledShopAutopilot, RuleFile } from '../domain/merchandising/files/rule-file.js';
import { friendlyWord } from '../domain/merchandising/changing/rule-problems.js';
import type { ProductSelector } from '../domain/merchandising/rule.js';
import { blockEntry, given, inlineEntry, keyLines, mappingLines, selectorParts, type Written } from './write-entry.js';
import { instantScalar, proseScalar, textScalar } from './yaml-scalar.js';

const HEADING = '# Written by "tandem rules export". Comments are lost when it is written again.';

const INDENT = '    ';
const prose = (text: string): string => proseScalar(text, INDENT);

const versionOf = (basedOn: number | null): readonly Written[] => given('version', basedOn, String);

const selectorLines = (key: string, selector: ProductSelector | null): readonly string[] =>
  selector === null ? [] : mappingLines(INDENT, key, selectorParts(selector));

const linesOf = (parts: readonly Written[]): readonly string[] => parts.flatMap((part) => keyLines(INDENT, part));

const identityOf = ({ id, name, lane, action }: FiledRule): readonly Written[] => [
  ['id', textScalar(id)],
  ...given('name', name === id ? null : name, prose),
  ['lane', friendlyWord(lane)],
  ['action', friendlyWord(action)],
];

const conditionsOf = (rule: FiledRule): readonly Written[] => [
  ...given('placements', rule.placements.length === 0 ? null : rule.placements, (names) => `[${names.map(friendlyWord).join(', ')}]`),
  ...given('slot', rule.slot, String),
  ...given('weight', rule.weight, String),
  ...given('quantity', rule.quantity, String),
  ...given('priority', rule.priority === 0 ? null : rule.priority, String),
  ...given('validFrom', rule.validFrom, instantScalar),
  ...given('validUntil', rule.validUntil, instantScalar),
  ['state', friendlyWord(rule.state)],
  ...given('note', rule.note, prose),
  ...versionOf(rule.basedOn),
];

const ruleEntry = (rule: FiledRule): string =>
  blockEntry([
    ...linesOf(identityOf(rule)),
    ...selectorLines('when', rule.when),
    ...selectorLines('then', rule.then),
    ...linesOf(conditionsOf(rule)),
  ]);

const policyEntry = (policy: FiledPolicy): string =>
  blockEntry(
    linesOf([
      ['lane', friendlyWord(policy.lane)],
      ['placement', friendlyWord(policy.placement)],
      ['autopilot', friendlyWord(policy.autopilot)],
      ['learnedShareCap', String(policy.learnedShareCap)],
      ['sameGroupCap', String(policy.sameGroupCap)],
      ['atLeast', String(policy.atLeast)],
      ['fallback', String(policy.fallback)],
      ['diversity', friendlyWord(policy.diversity)],
      ...versionOf(policy.basedOn),
    ]),
  );

const pairParts = ({ anchorId, complementId, decision, note, basedOn }: FiledPair, writeNote: (note: string) => string): readonly Written[] => [
  ['anchor', textScalar(anchorId)],
  ['complement', textScalar(complementId)],
  ['decision', friendlyWord(decision)],
  ...given('note', note, writeNote),
  ...versionOf(basedOn),
];

const pairEntry = (pair: FiledPair): string => {
  const several = pair.note?.includes('\n') === true;
  return (several ? null : inlineEntry(pairParts(pair, textScalar))) ?? blockEntry(linesOf(pairParts(pair, prose)));
};

const shopLines = ({ autopilot, note, basedOn }: FiledShopAutopilot): readonly string[] =>
  [['autopilot', friendlyWord(autopilot)] as const, ...given('note', note, (text) => proseScalar(text, '  ')), ...versionOf(basedOn)].flatMap(
    (part) => keyLines('  ', part),
  );

const section = (key: string, entries: readonly string[], between = '\n'): readonly string[] =>
  entries.length === 0 ? [] : [`${key}:\n${entries.join(between)}`];

/**
 * Writes a rules file (YAML, docs/rules-file.md) that reads back as exactly what was given. The same file gives the same bytes, in the order
 * given; every rule stands apart, and what is at its default is left out of rules but not of policies.
 */
export const writeRuleFile = ({ rules, policies, pairs, shopAutopilot }: RuleFile): string =>
  [
    HEADING,
    ...section('shop', shopAutopilot === null ? [] : shopLines(shopAutopilot)),
    ...section('policies', policies.map(policyEntry)),
    ...section('rules', rules.map(ruleEntry), '\n\n'),
    ...section('pairs', pairs.map(pairEntry)),
  ].join('\n\n') + '\n';
