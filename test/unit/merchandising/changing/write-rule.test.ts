import { describe, expect, it } from 'vitest';
import type { RuleRecord } from '../../../../src/domain/merchandising/kept/decisions.js';
import { MOST_KEPT_BYTES, MOST_KEPT_CONTENTS, MOST_KEPT_VERSIONS } from '../../../../src/domain/merchandising/changing/kept-history.js';
import { contentsOf } from '../../../../src/domain/merchandising/changing/rule-contents.js';
import type { RuleContents } from '../../../../src/domain/merchandising/rule.js';
import { ruleAsOf } from '../../../../src/domain/merchandising/kept/as-of.js';
import { writeRule } from '../../../../src/domain/merchandising/changing/write-rule.js';
import { aSelector, NOW } from '../../../support/builders.js';
import { ruleWith } from '../samples.js';

const WRITING = { by: 'mia', at: NOW, via: 'FILE', approvedBy: null, warnings: [] } as const;

const grown = (times: number, contentsAt: (time: number) => RuleContents): RuleRecord => {
  let rule = writeRule(null, contentsAt(1), WRITING);
  for (let time = 2; time <= times; time += 1) rule = writeRule(rule, contentsAt(time), WRITING);
  return rule;
};

describe('a rule that is written', () => {
  it('keeps who and what of every version, and the contents of the newest 200', () => {
    const { history, version } = grown(250, (priority) => ruleWith({ priority }));
    expect(version).toBe(250);
    expect(history.map((entry) => entry.version)).toEqual(Array.from({ length: 250 }, (_, at) => 250 - at));
    expect(history.map(({ contents }) => contents?.priority ?? null)).toEqual(
      Array.from({ length: 250 }, (_, at) => (at < MOST_KEPT_CONTENTS ? 250 - at : null)),
    );
    expect(history.at(-1)?.summary).toBe('created, approved');
  });

  it('stays small enough to be stored however large it is and however often it changes', () => {
    const productIds = Array.from({ length: 1_000 }, (_, at) => `${at}`.padEnd(128, 'ö'));
    const { history } = grown(30, (priority) => ruleWith({ priority, then: aSelector({ productIds }) }));
    const kept = history.flatMap(({ contents }) => contents ?? []);
    expect(Buffer.byteLength(JSON.stringify(kept))).toBeLessThan(MOST_KEPT_BYTES + 1_000);
    expect(kept.length).toBeGreaterThan(10);
    expect(history).toHaveLength(30);
  });

  it('keeps once what several versions say, so that approving and retiring a large rule forgets nothing', () => {
    const productIds = Array.from({ length: 1_000 }, (_, at) => `${at}`.padEnd(128, 'ö'));
    const step = (time: number): RuleContents =>
      ruleWith({ priority: Math.floor(time / 3), then: aSelector({ productIds }), state: (['DRAFT', 'APPROVED', 'RETIRED'] as const)[time % 3] ?? 'DRAFT' });
    const at = (time: number): Date => new Date(NOW.getTime() + time);
    let rule = writeRule(null, step(0), { ...WRITING, at: at(0) });
    for (let time = 1; time < 30; time += 1) rule = writeRule(rule, step(time), { ...WRITING, at: at(time) });
    expect(rule.history.filter(({ contents }) => contents !== null)).toHaveLength(10);
    for (let time = 0; time < 30; time += 1) expect(ruleAsOf(rule, at(time))).toMatchObject({ ...contentsOf(step(time)), version: time + 1 });
  });

  it('always keeps what stands', () => {
    const tags = Array.from({ length: 1_000 }, (_, at) => `${at}`.padEnd(200, '€'));
    const huge = aSelector({ tags, brands: tags, productIds: tags, categoryIds: tags });
    const { history } = grown(3, (priority) => ruleWith({ priority, when: huge, then: huge }));
    expect(history.map(({ contents }) => contents !== null)).toEqual([true, false, false]);
  });

  it('forgets the oldest versions rather than refusing a change', () => {
    const { history, version } = grown(MOST_KEPT_VERSIONS + 2, (priority) => ruleWith({ priority }));
    expect(version).toBe(MOST_KEPT_VERSIONS + 2);
    expect(history.map((entry) => entry.version)).toEqual(Array.from({ length: MOST_KEPT_VERSIONS }, (_, at) => version - at));
  });

  it('changes its editor only when it says something new', () => {
    const first = writeRule(null, ruleWith({ state: 'DRAFT' }), WRITING);
    const approved = writeRule(first, ruleWith({}), { ...WRITING, by: 'noor', approvedBy: 'noor' });
    expect(approved).toMatchObject({ editedBy: 'mia', createdBy: 'mia', approvedBy: 'noor' });
    expect(writeRule(approved, ruleWith({ priority: 1 }), { ...WRITING, by: 'noor' }).editedBy).toBe('noor');
    expect(writeRule(approved, ruleWith({ priority: 1 }), { ...WRITING, editedBy: 'ada' }).editedBy).toBe('ada');
  });

  it('tells the whole story where a file changes contents and state at once', () => {
    const draft = writeRule(null, ruleWith({ state: 'DRAFT' }), WRITING);
    const summaries = [ruleWith({ priority: 2 }), ruleWith({ state: 'RETIRED' }), ruleWith({ state: 'DRAFT' })].map(
      (contents) => writeRule(draft, contents, WRITING).history[0]?.summary,
    );
    expect(summaries).toEqual(['priority 0 → 2; approved', 'retired', 'saved without a change']);
  });
});
