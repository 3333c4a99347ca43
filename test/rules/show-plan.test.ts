import { describe, expect, it } from 'vitest';
import type { Difference } from '../../src/domain/merchandising/changing/differences.js';
import type { PlannedEntry, RuleFileConflict, RuleFilePlan } from '../../src/domain/merchandising/files/rule-file-plan.js';
import { planJson } from '../../src/rules/plan-json.js';
import { conflictLine, noColours, planLines, warningLines } from '../../src/rules/show-plan.js';
import { aSelector } from '../support/builders.js';

const planWith = (parts: Partial<RuleFilePlan>): RuleFilePlan => ({
  entries: [],
  conflicts: [],
  created: 0,
  updated: 0,
  unchanged: 0,
  warnings: new Map(),
  ...parts,
});

const updated = (...differences: readonly Difference[]): PlannedEntry => ({ kind: 'rule', id: 'r', change: 'updated', heldVersion: 1, differences });

const linesOf = (...differences: readonly Difference[]): readonly string[] => planLines(planWith({ entries: [updated(...differences)] }), noColours).slice(1);

const ALONE: RuleFileConflict = { kind: 'rule', id: 'r', reason: 'SECOND_PERSON_REQUIRED', editedBy: 'ada' };

describe('a difference is shown', () => {
  it('with text in quotes where its ends would be in doubt, and nothing as such', () => {
    expect(linesOf({ path: 'note', from: ' a', to: null })).toEqual(['  note: " a" → (nothing)']);
  });

  it('in one line, also when a text has several', () => {
    expect(linesOf({ path: 'note', from: 'a\nb', to: 'c' })).toEqual(['  note: "a\\nb" → c']);
  });

  it('as a selector that names nothing where one comes or goes', () => {
    expect(linesOf({ path: 'when', from: null, to: aSelector() })).toEqual(['  when: (nothing) → {}']);
  });

  it('as another order of a long list where only that differs', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(linesOf({ path: 'then.productIds', from: ids, to: ids.toReversed() })).toEqual(['  then.products: in another order']);
  });
});

describe('a conflict is shown', () => {
  it('with who would have to approve', () => {
    expect(conflictLine(ALONE)).toBe(
      'rule "r" is edited by ada, and this shop asks for a second person to approve it: --approved-by, somebody else than the editor and --by',
    );
    expect(planJson('f', planWith({ conflicts: [ALONE] }), null).conflicts).toEqual([{ kind: 'rule', id: 'r', reason: 'SECOND_PERSON_REQUIRED', editedBy: 'ada' }]);
  });

  it('with the version alone where nobody remembers the change', () => {
    const old: RuleFileConflict = { kind: 'policy', id: 'CROSS_SELL:PRODUCT_PAGE', reason: 'CHANGED_SINCE', basedOn: 1, version: 3, change: null };
    expect(conflictLine(old)).toBe('policy of product-page (cross-sell) stands at version 3, the file is based on version 1');
    expect(planJson('f', planWith({ conflicts: [old] }), null).conflicts).toMatchObject([{ placement: 'product-page', changedBy: null, changedAt: null, summary: null }]);
  });
});

describe('a doubt about a changed rule is shown', () => {
  const plan = planWith({ warnings: new Map([['r', [{ code: 'NEVER_ACTIVE', message: 'it is over', productIds: [], otherRule: null }]]]) });

  it('in one line', () => {
    expect(warningLines(plan)).toEqual(['warning: rule "r": it is over']);
  });

  it('in JSON, where what the file does not name is left out unless it was looked for', () => {
    expect(planJson('f', plan, null)).toMatchObject({ warnings: [{ rule: 'r', code: 'NEVER_ACTIVE', message: 'it is over' }] });
    expect(planJson('f', plan, null)).not.toHaveProperty('notInFile');
    expect(planJson('f', plan, []).notInFile).toEqual([]);
  });
});
