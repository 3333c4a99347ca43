import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applyRuleFile } from '../../src/domain/merchandising/files/apply-rule-file.js';
import { fileOf, type FiledChoice } from '../../src/domain/merchandising/files/filed-decisions.js';
import type { RuleFile } from '../../src/domain/merchandising/files/rule-file.js';
import { RULE_STATES } from '../../src/domain/merchandising/rule.js';
import { parseRuleFile } from '../../src/rules/parse-rule-file.js';
import { writeRuleFile } from '../../src/rules/write-rule-file.js';
import { NOW } from '../support/builders.js';
import { createInMemoryDecisions, type InMemoryDecisions } from '../support/in-memory-decisions.js';
import { anyRuleFile } from '../support/random-rule-files.js';

const EVERYTHING: FiledChoice = { states: RULE_STATES, decisions: ['APPROVE', 'DISMISS', 'REOPEN'], versions: true };
const OPTIONS = { by: 'ada', now: () => NOW, approvedBy: null, twoPersons: false, overwrite: false };

const understood = (text: string): RuleFile => {
  const { file, problems } = parseRuleFile(text);
  if (file === null) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return file;
};

const shopOf = async (file: RuleFile): Promise<InMemoryDecisions> => {
  const decisions = createInMemoryDecisions();
  await applyRuleFile(decisions, file, OPTIONS);
  return decisions;
};

describe('a written rules file', () => {
  it('reads back as exactly what it was written from, whatever that says', () => {
    fc.assert(
      fc.property(anyRuleFile, (file) => {
        expect(understood(writeRuleFile(file))).toEqual(file);
      }),
      { numRuns: 200 },
    );
  });

  it('is plain YAML: a reader that guesses types takes no text for something else', () => {
    fc.assert(
      fc.property(anyRuleFile, (file) => {
        for (const version of ['1.1', '1.2'] as const) {
          const read: unknown = parse(writeRuleFile(file), { version });
          expect(read ?? {}).toMatchObject({
            ...(file.rules.length === 0 ? {} : { rules: file.rules.map(({ id }) => ({ id })) }),
            ...(file.pairs.length === 0 ? {} : { pairs: file.pairs.map(({ anchorId: anchor, complementId: complement }) => ({ anchor, complement })) }),
          });
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('an exported shop', () => {
  it('is unchanged by applying the export, with and without versions', async () => {
    await fc.assert(
      fc.asyncProperty(anyRuleFile, fc.boolean(), async (file, versions) => {
        const decisions = await shopOf(file);
        const before = await decisions.all();
        const text = writeRuleFile(fileOf(before, { ...EVERYTHING, versions }));
        const { created, updated, conflicts } = await applyRuleFile(decisions, understood(text), OPTIONS);
        expect([created, updated, conflicts]).toEqual([0, 0, []]);
        expect(await decisions.all()).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same bytes each time, in whatever order it was decided', async () => {
    await fc.assert(
      fc.asyncProperty(anyRuleFile, async (file) => {
        const there = await (await shopOf(file)).all();
        const { rules, policies, pairs, shopAutopilot } = there;
        const again = { rules: rules.toReversed(), policies: policies.toReversed(), pairs: pairs.toReversed(), shopAutopilot };
        expect(writeRuleFile(fileOf(again, EVERYTHING))).toBe(writeRuleFile(fileOf(there, EVERYTHING)));
      }),
      { numRuns: 40 },
    );
  });

  it('makes the same shop where it is applied to an empty one', async () => {
    await fc.assert(
      fc.asyncProperty(anyRuleFile, async (file) => {
        const exported = fileOf(await (await shopOf(file)).all(), { ...EVERYTHING, versions: false });
        const elsewhere = await shopOf(understood(writeRuleFile(exported)));
        expect(fileOf(await elsewhere.all(), { ...EVERYTHING, versions: false })).toEqual(exported);
      }),
      { numRuns: 40 },
    );
  });
});
