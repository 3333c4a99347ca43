import { differencesOf } from '../domain/merchandising/changing/differences.js';
import { pairId, policyKey } from '../domain/merchandising/kept/decisions.js';
import type { RuleFile } from '../domain/merchandising/files/rule-file.js';
import type { EntryName } from '../domain/merchandising/files/rule-file-plan.js';
import { entryWords } from './entry-words.js';
import { parseRuleFile } from './parse-rule-file.js';

const MOST_TOLD = 5;

const SECTIONS = ['rules', 'policies', 'pairs'] as const;

const nameOf = (file: RuleFile, section: string, at: number): EntryName | null => {
  const [rule, policy, pair] = [file.rules[at], file.policies[at], file.pairs[at]];
  if (section === 'rules' && rule !== undefined) return { kind: 'rule', id: rule.id };
  if (section === 'policies' && policy !== undefined) return { kind: 'policy', id: policyKey(policy) };
  return section === 'pairs' && pair !== undefined ? { kind: 'pair', id: pairId(pair) } : null;
};

/** `rules[3].note` is about the fourth rule. */
const entryAt = (file: RuleFile, path: string): string => {
  const [, section = '', at = ''] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
  const name = nameOf(file, section, Number(at));
  return name === null ? path : entryWords(name);
};

const changeOf = (what: string, written: object, read: object): readonly string[] =>
  differencesOf(written, read)
    .slice(0, 1)
    .map(({ path }) => `${what} comes back with another ${path}`);

const changedEntries = (file: RuleFile, read: RuleFile): readonly string[] => [
  ...SECTIONS.flatMap((section) =>
    file[section].flatMap((entry, at) => changeOf(entryAt(file, `${section}[${at}]`), entry, read[section][at] ?? {})),
  ),
  ...changeOf('shop', file.shopAutopilot ?? {}, read.shopAutopilot ?? {}),
];

/**
 * Why the text of an exported file does not read back as what it was written from, the first few reasons; empty when it does. The shop may
 * hold what the format refuses, written before a check was added or by another program.
 */
export const exportProblems = (file: RuleFile, text: string): readonly string[] => {
  const { file: read, problems } = parseRuleFile(text);
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ path, message }) => `${entryAt(file, path)}: ${message}`);
  return (read === null ? errors : changedEntries(file, read)).slice(0, MOST_TOLD);
};
