import { describe, expect, it } from 'vitest';
import { approveRule, createRule, updateRule } from '../../../../src/domain/merchandising/changing/change-rule.js';
import type { RuleWording } from '../../../../src/domain/merchandising/changing/rule-contents.js';
import { createInMemoryDecisions } from '../../../support/in-memory-decisions.js';
import { aWording, failureOf, somebody, valueOf } from '../people.js';

describe('an idempotency key', () => {
  const decisions = createInMemoryDecisions();
  const create = (by: string, idempotencyKey: string | null, rule: RuleWording = aWording()) =>
    createRule({ idempotencyKey, rule }, somebody(by, decisions, { newId: () => `rule-${decisions.commits.length}` }));

  it('makes a repeated call answer the rule as it was created, also after it changed', async () => {
    const first = valueOf(await create('mia', 'k1'));
    expect(first.id).toMatch(/^rule-[\w-]{22}$/);
    expect(valueOf(await create('mia', 'k1', aWording({ name: ' Batteries ' })))).toEqual(first);
    valueOf(await approveRule({ id: first.id, version: 1, note: null }, somebody('noor', decisions)));
    expect(valueOf(await create('mia', 'k1'))).toEqual(first);
    expect(decisions.commits).toHaveLength(2);
  });

  it('is refused with other contents, and nothing is written', async () => {
    const before = decisions.commits.length;
    expect(failureOf(await create('mia', 'k1', aWording({ priority: 1 })))).toEqual({ kind: 'KEY_REUSED' });
    expect(decisions.commits).toHaveLength(before);
  });

  it('keeps standing for its first contents when the rule is edited', async () => {
    const first = valueOf(await create('mia', 'k2'));
    const noor = { ...somebody('noor', decisions), actor: { by: 'noor', at: new Date('2026-11-21T09:00:00Z') } };
    valueOf(await updateRule({ id: first.id, version: 1, rule: aWording({ priority: 5 }) }, noor));
    expect(valueOf(await create('mia', 'k2'))).toEqual(first);
    expect(failureOf(await create('mia', 'k2', aWording({ priority: 5 })))).toEqual({ kind: 'KEY_REUSED' });
  });

  it('never hands out a version that its caller did not write: approving what it answered approves nothing unseen', async () => {
    const { id } = valueOf(await create('mia', 'k5'));
    valueOf(await updateRule({ id, version: 1, rule: aWording({ action: 'EXCLUDE' }) }, somebody('noor', decisions)));
    const { version } = valueOf(await create('mia', 'k5'));
    expect(failureOf(await approveRule({ id, version, note: null }, somebody('mia', decisions)))).toEqual({ kind: 'VERSION_CONFLICT', currentVersion: 2 });
  });

  it('answers the rule as it stands where its history no longer reaches back to its creation', async () => {
    const first = valueOf(await create('mia', 'k6'));
    const old = { ...first, version: 2_000, history: first.history.map((entry) => ({ ...entry, version: 1_001 })) };
    const held = createInMemoryDecisions({ rules: [old] });
    expect(valueOf(await createRule({ idempotencyKey: 'k6', rule: aWording() }, somebody('mia', held)))).toEqual(old);
  });

  it('belongs to one actor, and without one every call writes a rule', async () => {
    const ids = [await create('mia', 'k3'), await create('noor', 'k3'), await create('mia', null), await create('mia', null)];
    expect(new Set(ids.map((result) => valueOf(result).id)).size).toBe(4);
  });

  it('writes one rule when calls with it meet', async () => {
    const before = decisions.commits.length;
    const results = await Promise.all(Array.from({ length: 10 }, () => create('mia', 'k4')));
    expect(new Set(results.map((result) => valueOf(result).id)).size).toBe(1);
    expect(decisions.commits).toHaveLength(before + 1);
  });
});
