import { describe, expect, it } from 'vitest';

import { approvedRuleAsOf, ceilingAsOf, pairAsOf, policyAsOf, ruleAsOf } from '../../../../src/domain/merchandising/kept/as-of.js';
import { NotRetained } from '../../../../src/domain/merchandising/kept/not-retained.js';
import { contentsOf } from '../../../../src/domain/merchandising/changing/rule-contents.js';
import { aPairRecord, aPolicyRecord, aRule, aRuleRecord, aShopAutopilotRecord } from '../../../support/builders.js';

const day = (date: number): Date => new Date(Date.UTC(2026, 10, date));
const before = (at: Date): Date => new Date(at.getTime() - 1);

const entry = (version: number) => ({ version, at: day(version), by: `editor ${String(version)}`, via: 'API', summary: '' }) as const;

const ruleVersion = (version: number, name: string, state: 'DRAFT' | 'APPROVED' = 'APPROVED') => ({
  ...entry(version),
  state,
  approvedBy: state === 'APPROVED' ? 'tom' : null,
  contents: { ...contentsOf(aRule('r', { name })), state },
});

describe('a rule of the past', () => {
  const history = [ruleVersion(3, 'third'), ruleVersion(2, 'second', 'DRAFT'), ruleVersion(1, 'first')];
  const rule = aRuleRecord('r', { name: 'third', version: 3, createdBy: 'mia', history });

  it('is absent until the instant at which it was created', () => {
    expect(ruleAsOf(rule, before(day(1)))).toBeNull();
    expect(ruleAsOf(rule, day(1))).toMatchObject({ name: 'first', version: 1 });
  });

  it('is the one before until the instant of a change', () => {
    expect(ruleAsOf(rule, before(day(2)))).toMatchObject({ name: 'first', version: 1 });
    expect(ruleAsOf(rule, day(2))).toMatchObject({ name: 'second', version: 2, state: 'DRAFT', approvedBy: null });
    expect(ruleAsOf(rule, day(30))).toEqual({
      ...contentsOf(aRule('r', { name: 'third' })),
      version: 3,
      createdBy: 'mia',
      approvedBy: 'tom',
      updatedAt: day(3),
    });
  });

  it('is in force only while it was approved', () => {
    expect(approvedRuleAsOf(rule, before(day(1)))).toBeNull();
    expect(approvedRuleAsOf(rule, before(day(2)))).toMatchObject({ version: 1 });
    expect(approvedRuleAsOf(rule, before(day(3)))).toBeNull();
    expect(approvedRuleAsOf(rule, day(3))).toMatchObject({ version: 3 });
  });

  it('is the highest version made until then, also where clocks disagreed', () => {
    const disordered = aRuleRecord('r', { history: [{ ...ruleVersion(2, 'later'), at: day(1) }, { ...ruleVersion(1, 'earlier'), at: day(2) }] });
    expect(ruleAsOf(disordered, day(1))).toMatchObject({ name: 'later' });
    expect(ruleAsOf(disordered, day(2))).toMatchObject({ name: 'later' });
  });

  it('cannot be told once its contents are gone, and the refusal says since when it can', () => {
    const trimmed = aRuleRecord('r', { history: history.map((version) => (version.version === 1 ? { ...version, contents: null } : version)) });
    expect(() => ruleAsOf(trimmed, day(1))).toThrow(NotRetained);
    expect(() => approvedRuleAsOf(trimmed, day(1))).toThrow(`it can be looked at from ${day(2).toISOString()} on`);
    expect(approvedRuleAsOf(trimmed, day(2))).toBeNull();
    expect(ruleAsOf(trimmed, day(2))).toMatchObject({ name: 'second' });
  });

  it('says what the next version says where the contents are kept once for both, in its own state', () => {
    const shared = { ...ruleVersion(1, 'first', 'DRAFT'), contents: null, saysAsNext: true } as const;
    const [third, second] = [ruleVersion(3, 'third'), ruleVersion(2, 'second')];
    expect(ruleAsOf(aRuleRecord('r', { history: [third, second, shared] }), day(1))).toMatchObject({ name: 'second', state: 'DRAFT', version: 1, approvedBy: null });
    const twice = aRuleRecord('r', { history: [third, { ...second, contents: null, saysAsNext: true }, shared] });
    expect(ruleAsOf(twice, day(1))).toMatchObject({ name: 'third', state: 'DRAFT', version: 1 });
    const gone = aRuleRecord('r', { history: [third, { ...second, contents: null }, shared] });
    expect(() => ruleAsOf(gone, day(1))).toThrow(`it can be looked at from ${day(3).toISOString()} on`);
    const half = aRuleRecord('r', { history: [third, { ...second, contents: null, saysAsNext: true }, { ...ruleVersion(1, 'first'), contents: null }] });
    expect(() => ruleAsOf(half, day(1))).toThrow(`it can be looked at from ${day(2).toISOString()} on`);
  });

  it('cannot be told before the oldest version that is kept, unless that is the first', () => {
    const cut = aRuleRecord('r', { history: history.slice(0, 2) });
    expect(() => approvedRuleAsOf(cut, before(day(2)))).toThrow(NotRetained);
    expect(ruleAsOf(cut, day(2))).toMatchObject({ version: 2 });
  });

  it('that was a draft is not in force, also when its contents are gone', () => {
    const trimmed = aRuleRecord('r', { history: history.map((version) => (version.version === 2 ? { ...version, contents: null } : version)) });
    expect(approvedRuleAsOf(trimmed, day(2))).toBeNull();
    expect(() => ruleAsOf(trimmed, day(2))).toThrow(NotRetained);
  });
});

describe('a policy of the past', () => {
  const contents = { autopilot: 'ASSIST', learnedShareCap: 1, sameGroupCap: 1, atLeast: 0, fallback: false, diversity: 'NONE' } as const;
  const policy = aPolicyRecord({
    lane: 'CROSS_SELL',
    placement: 'BASKET',
    history: [
      { ...entry(2), contents: { ...contents, autopilot: 'CURATED_ONLY' } },
      { ...entry(1), contents },
    ],
  });

  it('is absent before somebody set it, and in force from the instant of each change', () => {
    expect(policyAsOf(policy, before(day(1)))).toBeNull();
    expect(policyAsOf(policy, before(day(2)))).toMatchObject({ autopilot: 'ASSIST', version: 1, updatedBy: 'editor 1' });
    expect(policyAsOf(policy, day(2))).toEqual({
      lane: 'CROSS_SELL',
      placement: 'BASKET',
      ...contents,
      autopilot: 'CURATED_ONLY',
      version: 2,
      updatedBy: 'editor 2',
      updatedAt: day(2),
    });
  });
});

describe('a pair of the past', () => {
  const pair = aPairRecord('a', 'b', {
    history: [
      { ...entry(3), decision: 'DISMISS', note: 'after all not' },
      { ...entry(2), decision: 'REOPEN', note: null },
      { ...entry(1), decision: 'APPROVE', note: null },
    ],
  });

  it('is decided from the instant of a decision on, and undecided while that was taken back', () => {
    expect(pairAsOf(pair, before(day(1)))).toBeNull();
    expect(pairAsOf(pair, day(1))?.decision).toBe('APPROVE');
    expect(pairAsOf(pair, day(2))).toBeNull();
    expect(pairAsOf(pair, before(day(3)))).toBeNull();
    expect(pairAsOf(pair, day(3))).toEqual({
      anchorId: 'a',
      complementId: 'b',
      decision: 'DISMISS',
      decidedBy: 'editor 3',
      decidedAt: day(3),
      note: 'after all not',
    });
  });
});

describe("the shop's autopilot of the past", () => {
  const shop = aShopAutopilotRecord({ history: [{ ...entry(1), autopilot: 'CURATED_ONLY', note: null }] });

  it('holds nothing back before somebody set it', () => {
    expect(ceilingAsOf(null, day(1))).toBe('ASSIST');
    expect(ceilingAsOf(shop, before(day(1)))).toBe('ASSIST');
    expect(ceilingAsOf(shop, day(1))).toBe('CURATED_ONLY');
  });
});
