import { describe, expect, it } from 'vitest';

import { policyKey, type DecisionOutcome, type HeldDecisions } from '../../src/domain/merchandising/kept/decisions.js';
import type { Snapshot } from '../../src/domain/serving/snapshot.js';
import { createCatalogueStore } from '../../src/stores/facts/catalogue-store.js';
import { openStores, type Stores } from '../../src/stores/open.js';
import { createServingStore } from '../../src/stores/serving-store.js';
import { createSnapshotSource } from '../../src/stores/snapshot-source.js';
import { aCopyRecord, aPairRecord, aPolicyRecord, aRuleRecord, aShopAutopilotRecord, NOW } from '../support/builders.js';
import { decisionsOver, useShopProcesses } from '../support/shop-processes.js';
import { useStores } from '../support/store.js';

const deadline = { maxTimeMS: 2_000, signal: new AbortController().signal };

const namesIn = ({ rules }: Snapshot): string[] =>
  rules.applicable({ lane: 'CROSS_SELL', placement: 'BASKET', subjects: [], now: NOW }).map(({ rule }) => rule.name);

describe('a snapshot', () => {
  const { stores } = useStores();

  it('shows what is approved and in force, without what only people look at', async () => {
    const writes = {
      rules: [aRuleRecord('approved', { createdWith: { contents: 'x' } }), aRuleRecord('draft', { state: 'DRAFT' }), aRuleRecord('retired', { state: 'RETIRED' })],
      policies: [aPolicyRecord({ lane: 'CROSS_SELL', placement: 'BASKET', autopilot: 'CURATED_ONLY' })],
      copies: [aCopyRecord('c2'), aCopyRecord('c1'), aCopyRecord('other', { productId: 'p2' }), aCopyRecord('c0', { state: 'DRAFT' })],
    };
    const keys = { ruleIds: ['approved', 'draft', 'retired'], policies: writes.policies, copyIds: ['c0', 'c1', 'c2', 'other'] };
    await stores().decisions.commit(keys, () => ({ writes, result: null }));
    const { snapshot } = await stores().snapshots.read(null);
    const [rule] = snapshot.rules.applicable({ lane: 'CROSS_SELL', placement: 'BASKET', subjects: [], now: NOW });
    expect(namesIn(snapshot)).toEqual(['Rule approved']);
    expect(Object.keys(rule?.rule ?? {}).filter((field) => ['history', 'warnings', 'editedBy', 'createdWith'].includes(field))).toEqual([]);
    expect(snapshot.policies).toMatchObject([{ placement: 'BASKET', autopilot: 'CURATED_ONLY' }]);
    expect(snapshot.policies[0]).not.toHaveProperty('history');
    expect(snapshot.ceiling).toBe('ASSIST');
    expect([...snapshot.copy].map(([productId, variants]) => [productId, variants.map(({ id }) => id)])).toEqual([
      ['p1', ['c1', 'c2']],
      ['p2', ['other']],
    ]);
    expect(snapshot.copy.get('p2')?.[0]).not.toHaveProperty('history');
  });

  it('is another one once the shop is held back, and the same one while nothing happens', async () => {
    const before = await stores().snapshots.read(null);
    expect(await stores().snapshots.read(before)).toBe(before);
    const shopAutopilot = aShopAutopilotRecord({ autopilot: 'APPROVED_ONLY' });
    await stores().decisions.commit({ shopAutopilot: true }, () => ({ writes: { shopAutopilot }, result: null }));
    const after = await stores().snapshots.read(before);
    expect(after.snapshot.ceiling).toBe('APPROVED_ONLY');
    expect(await stores().snapshots.read(after)).toBe(after);
  });
});

describe('decided pairs that are served', () => {
  const { stores } = useStores();

  it('are those that stand, without their history', async () => {
    const pairs = [aPairRecord('a', 'c'), aPairRecord('a', 'b', { decision: 'DISMISS' }), aPairRecord('a', 'd', { decision: 'REOPEN' })];
    await stores().decisions.commit({ pairs }, () => ({ writes: { pairs }, result: null }));
    const found = (await stores().serving.decidedPairs(['a'], deadline)).get('a') ?? [];
    expect(found.map(({ complementId, decision }) => [complementId, decision])).toEqual([
      ['b', 'DISMISS'],
      ['c', 'APPROVE'],
    ]);
    expect(found[0]).toEqual({ anchorId: 'a', complementId: 'b', decision: 'DISMISS', decidedBy: 'tests', decidedAt: NOW, note: null });
  });
});

describe('a snapshot that is read while decisions are committed', () => {
  const { stores, address } = useStores();
  const ids = Array.from({ length: 8 }, (_, index) => `rule-${String(index)}`);
  const policies = [{ lane: 'CROSS_SELL', placement: 'BASKET' }] as const;

  const all = (held: HeldDecisions, name: string): DecisionOutcome<null> => ({
    writes: {
      rules: ids.map((id) => aRuleRecord(id, { name, version: (held.rules.get(id)?.version ?? 0) + 1 })),
      policies: policies.map((policy) =>
        aPolicyRecord({ ...policy, updatedBy: name, version: (held.policies.get(policyKey(policy))?.version ?? 0) + 1 }),
      ),
    },
    result: null,
  });

  const commitMany = async ({ decisions }: Stores, rounds: number): Promise<void> => {
    for (let round = 1; round <= rounds; round += 1) {
      await decisions.commit({ ruleIds: ids, policies }, (held) => all(held, `round ${String(round)}`));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  it('shows all of each change or nothing of it, a hundred times over', async () => {
    const [writer, reader] = [openStores(address()), openStores(address(), 'serving')];
    await stores().decisions.commit({ ruleIds: ids, policies }, (held) => all(held, 'round 0'));
    let held = await reader.snapshots.read(null);
    let writing = true;
    const writes = commitMany(writer, 100).finally(() => {
      writing = false;
    });
    const seen: string[] = [];
    while (writing) {
      held = await reader.snapshots.read(held);
      const names = [...namesIn(held.snapshot), held.snapshot.policies[0]?.updatedBy];
      expect(new Set(names).size).toBe(1);
      expect(names).toHaveLength(ids.length + 1);
      seen.push(names[0] ?? '');
    }
    await writes;
    expect(new Set(seen).size).toBeGreaterThan(10);
    expect(namesIn((await reader.snapshots.read(held)).snapshot)[0]).toBe('round 100');
    await Promise.all([writer.close(), reader.close()]);
  });
});

describe('a snapshot of decisions that keep changing', () => {
  const { open } = useShopProcesses();

  it('stays the one that is held, and is refused where none is', async () => {
    const collections = open();
    const decisions = decisionsOver(collections);
    const sources = { serving: createServingStore(collections), catalogue: createCatalogueStore(collections) };
    const held = await createSnapshotSource(collections, { journal: decisions.journal, ...sources }).read(null);
    const restless = createSnapshotSource(collections, { journal: { ...decisions.journal, catchUp: async () => Promise.resolve(null) }, ...sources });
    await decisions.commit({ ruleIds: ['newer'] }, () => ({ writes: { rules: [aRuleRecord('newer')] }, result: null }));
    expect((await restless.read(held)).decisions).toBe(held.decisions);
    await expect(restless.read(null)).rejects.toThrow('changing faster than they can be read');
  });

  it('shows a commit that nobody has written out yet', async () => {
    const collections = open();
    const { journal } = decisionsOver(collections);
    const { id: _id, ...rest } = aRuleRecord('left behind');
    await journal.append('left-behind', await journal.settled(), [{ into: 'rules', document: { _id, ...rest } }]);
    const sources = { journal, serving: createServingStore(collections), catalogue: createCatalogueStore(collections) };
    expect(namesIn((await createSnapshotSource(collections, sources).read(null)).snapshot)).toContain('Rule left behind');
  });
});
