import { pinConflicts } from '../domain/merchandising/in-force/pin-conflicts.js';
import type { RuleFile } from '../domain/merchandising/files/rule-file.js';
import { inFileOrder, quoted, type RuleFileProblem } from './problem.js';
import { readFields, type Fields, type Reader } from './read-fields.js';
import { readEntries } from './read-list.js';
import { readPair } from './read-pair.js';
import { readPolicy } from './read-policy.js';
import { readRule } from './read-rule.js';
import { readShop } from './read-shop.js';
import { createRuleSource, type ProductReference, type RuleSource } from './rule-source.js';
import { readYaml } from './yaml-text.js';

const LISTS = ['rules', 'policies', 'pairs'] as const;
const SECTIONS = [...LISTS, 'shop'] as const;
type Sections = Fields<(typeof SECTIONS)[number]>;

/** Top-level keys that start like this may hold lists to be named by anchor and used further down. */
const OWN_KEYS = 'x-';

/** A rules file as it was understood. */
export interface ParsedRuleFile {
  /** Null when there is an error: nothing of a wrong file is applied. */
  readonly file: RuleFile | null;
  /** Everything that is wrong or doubtful, in file order. */
  readonly problems: readonly RuleFileProblem[];
  /** The products that it names, in file order, each as often as it is named. */
  readonly products: readonly ProductReference[];
}

const readSection = <T>(sections: Sections | null, key: (typeof LISTS)[number], reader: Reader<T>): readonly T[] =>
  sections?.read(key, readEntries(reader)) ?? [];

const warnOfPinConflicts = (source: RuleSource, { rules }: RuleFile): void => {
  const indexOf = new Map(rules.map(({ id }, at) => [id, at]));
  for (const { ruleId, otherRuleId, slot } of pinConflicts(rules)) {
    const path = `rules[${indexOf.get(ruleId)}].slot`;
    source.complain(path, `${slot} is pinned by ${quoted(otherRuleId)} too, for the same when and a common placement`, 'warning');
  }
};

const isEmpty = ({ rules, policies, pairs, shopAutopilot }: RuleFile): boolean =>
  rules.length + policies.length + pairs.length === 0 && shopAutopilot === null;

const hasErrors = (problems: readonly RuleFileProblem[]): boolean => problems.some(({ severity }) => severity === 'error');

/**
 * Reads a rules file (YAML; the format is in docs/rules-file.md). Never throws for what the text holds: every mistake is a problem with
 * its line and column, all of them in one go.
 */
export const parseRuleFile = (text: string): ParsedRuleFile => {
  const yaml = readYaml(text);
  const source = createRuleSource(yaml);
  const sections = readFields(source, source.field(yaml.root, ''), SECTIONS, { passOver: OWN_KEYS, allowBlank: true });
  const file: RuleFile = {
    rules: readSection(sections, 'rules', readRule),
    policies: readSection(sections, 'policies', readPolicy),
    pairs: readSection(sections, 'pairs', readPair),
    shopAutopilot: sections?.read('shop', readShop) ?? null,
  };
  const sound = !hasErrors([...yaml.problems, ...source.problems]);
  if (sound) warnOfPinConflicts(source, file);
  if (sound && isEmpty(file)) source.complain('', 'holds no rules, policies, pairs or shop', 'warning');
  return {
    file: sound ? file : null,
    problems: inFileOrder([...yaml.problems, ...source.problems]),
    products: source.products,
  };
};
