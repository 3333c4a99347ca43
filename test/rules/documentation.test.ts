import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { RULE_ACTIONS } from '../../src/domain/merchandising/rule.js';
import { parseRuleFile } from '../../src/rules/parse-rule-file.js';

const page = await readFile(new URL('../../docs/rules-file.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => yaml);

describe('the documentation of the rules file', () => {
  it('shows only examples that pass without a warning', () => {
    expect(examples.flatMap((yaml) => parseRuleFile(yaml).problems)).toEqual([]);
    expect(examples.length).toBeGreaterThanOrEqual(10);
  });

  it('tells a story for every action', () => {
    const told = examples.flatMap((yaml) => parseRuleFile(yaml).file?.rules ?? []).map(({ action }) => action);
    expect([...new Set(told)].sort()).toEqual([...RULE_ACTIONS].sort());
  });
});
