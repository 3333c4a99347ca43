import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/domain/merchandising/policy.js';
import { contentsOf } from '../../src/domain/merchandising/changing/rule-contents.js';
import type { RuleFile } from '../../src/domain/merchandising/files/rule-file.js';
import { exportProblems } from '../../src/rules/export-problems.js';
import { writeRuleFile } from '../../src/rules/write-rule-file.js';
import { aSelector } from '../support/builders.js';
import { ruleWith } from '../unit/merchandising/samples.js';

const { version: _version, updatedBy: _by, updatedAt: _at, ...policy } = defaultPolicy('CROSS_SELL', 'BASKET');

const fileWith = (parts: Partial<RuleFile>): RuleFile => ({ rules: [], policies: [], pairs: [], shopAutopilot: null, ...parts });
const problemsOf = (file: RuleFile): readonly string[] => exportProblems(file, writeRuleFile(file));

describe('what a file cannot hold', () => {
  it('is nothing that was saved by the rules of today', () => {
    expect(problemsOf(fileWith({ rules: [{ ...contentsOf(ruleWith({})), basedOn: 1 }], policies: [{ ...policy, basedOn: 1 }] }))).toEqual([]);
  });

  it('is named by its entry, whatever kind it is of', () => {
    const file = fileWith({
      rules: [{ ...contentsOf(ruleWith({ id: 'cheap', then: aSelector({ minPrice: '-1' }) })), basedOn: 1 }],
      policies: [{ ...policy, atLeast: 99, basedOn: 1 }],
      pairs: [{ anchorId: 'a', complementId: 'a', decision: 'APPROVE', note: null, basedOn: 1 }],
      shopAutopilot: { autopilot: 'ASSIST', note: ' ', basedOn: 1 },
    });
    expect(problemsOf(file)).toEqual([
      'shop.note: note is empty',
      'policy of basket (cross-sell): atLeast must be a whole number from 0 to 50, got "99"',
      'rule "cheap": minPrice must be a price such as 12.90: digits and a point, without a currency, got "-1"',
      'pair "a" → "a": complement is the anchor itself: a product does not go with itself',
    ]);
  });

  it('is what comes back as something else', () => {
    const twice = { ...contentsOf(ruleWith({ then: aSelector({ tags: ['t', 't'] }) })), basedOn: 1 };
    expect(problemsOf(fileWith({ rules: [twice] }))).toEqual(['rule "rule" comes back with another then.tags']);
    const shop = fileWith({ shopAutopilot: { autopilot: 'ASSIST', note: null, basedOn: 1 } });
    expect(exportProblems(shop, 'shop: { autopilot: curated-only, version: 1 }')).toEqual(['shop comes back with another autopilot']);
  });

  it('is told in few words', () => {
    const rules = Array.from({ length: 50 }, (_, at) => ({ ...contentsOf(ruleWith({ id: `r${at}`, priority: 0.5 })), basedOn: 1 }));
    expect(problemsOf(fileWith({ rules }))).toHaveLength(5);
  });
});
