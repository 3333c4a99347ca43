import { describe, expect, it } from 'vitest';

import { setPlacementPolicy } from '../../src/domain/merchandising/changing/change-policy.js';
import { made, refused, type ChangeResult } from '../../src/domain/merchandising/changing/failure.js';
import { contentsOf } from '../../src/domain/merchandising/changing/rule-contents.js';
import { writeRule } from '../../src/domain/merchandising/changing/write-rule.js';
import type { DecisionOutcome, HeldDecisions, RuleRecord } from '../../src/domain/merchandising/kept/decisions.js';
import { createDecisionStore } from '../../src/stores/decisions/decision-store.js';
import { aCopyRecord, aPairRecord, aPolicyRecord, aRule, aRuleRecord, aShopAutopilotRecord, NOW } from '../support/builders.js';
import { decisionsOver, useShopProcesses, type Decisions } from '../support/shop-processes.js';

const written = (held: RuleRecord | null, id: string, name: string): RuleRecord =>
  writeRule(held, contentsOf(aRule(id, { name })), { by: name, at: NOW, via: 'API', approvedBy: null, warnings: [] });

const rename = (ids: readonly string[], name: string) => (held: HeldDecisions): DecisionOutcome<null> => ({
  writes: { rules: ids.map((id) => written(held.rules.get(id) ?? null, id, name)) },
  result: null,
});

/** An edit that was based on a version, as the use cases make it. */
const editAt = (id: string, version: number, name: string) => (held: HeldDecisions): DecisionOutcome<ChangeResult<RuleRecord>> => {
  const rule = held.rules.get(id) ?? null;
  if (rule?.version !== version) return { writes: {}, result: refused({ kind: 'VERSION_CONFLICT', currentVersion: rule?.version ?? 0 }) };
  const next = written(rule, id, name);
  return { writes: { rules: [next] }, result: made(next) };
};

const versionOf = async (decisions: Decisions, id: string): Promise<number> =>
  (await decisions.read({ ruleIds: [id] })).rules.get(id)?.version ?? 0;

describe('the store of decisions', () => {
  const { open } = useShopProcesses();

  it('gives back every kind of decision as it was written, and knows nothing of what nobody decided', async () => {
    const decisions = decisionsOver(open());
    const writes = {
      rules: [aRuleRecord('kept', { validFrom: NOW, createdWith: { contents: 'abc' }, editedBy: 'noor' })],
      policies: [aPolicyRecord({ lane: 'CROSS_SELL', placement: 'BASKET' })],
      pairs: [aPairRecord('a', 'b', { note: 'goes well' })],
      shopAutopilot: aShopAutopilotRecord({ autopilot: 'APPROVED_ONLY' }),
      copies: [aCopyRecord('text')],
    };
    const keys = {
      ruleIds: ['kept', 'unknown'],
      policies: [{ lane: 'CROSS_SELL', placement: 'BASKET' }, { lane: 'CROSS_SELL', placement: 'CHECKOUT' }],
      pairs: [{ anchorId: 'a', complementId: 'b' }, { anchorId: 'b', complementId: 'a' }],
      shopAutopilot: true,
      copyIds: ['text', 'unknown'],
    } as const;
    expect(await decisions.read(keys)).toMatchObject({ rules: new Map(), shopAutopilot: null });
    expect(await decisions.commit(keys, () => ({ writes, result: 'done' }))).toBe('done');
    const held = await decisions.read(keys);
    expect([...held.rules.values()]).toEqual(writes.rules);
    expect([...held.policies.values()]).toEqual(writes.policies);
    expect([...held.pairs.values()]).toEqual(writes.pairs);
    expect([...held.copies.values()]).toEqual(writes.copies);
    expect(held.shopAutopilot).toEqual(writes.shopAutopilot);
  });

  it('raises its revision with what is written only, and leaves no journal behind', async () => {
    const collections = open();
    const decisions = decisionsOver(collections);
    await decisions.commit({ ruleIds: ['counted'] }, rename(['counted'], 'one'));
    const before = await decisions.journal.settled();
    await decisions.commit({ ruleIds: ['counted'] }, () => ({ writes: {}, result: null }));
    expect(await decisions.journal.settled()).toBe(before);
    await decisions.commit({ ruleIds: ['counted'] }, rename(['counted'], 'two'));
    expect(await decisions.journal.settled()).toBe(before + 1);
    expect(await collections.decisionJournal.find({}).toArray()).toEqual([]);
  });

  it('refuses what was not read, what is written twice, and a version that is not the next one', async () => {
    const decisions = decisionsOver(open());
    await expect(decisions.commit({}, rename(['unread'], 'x'))).rejects.toThrow('without having been read');
    await expect(decisions.commit({ ruleIds: ['twice'] }, rename(['twice', 'twice'], 'x'))).rejects.toThrow('written twice');
    const late = () => ({ writes: { rules: [aRuleRecord('late', { version: 3 })] }, result: null });
    await expect(decisions.commit({ ruleIds: ['late'] }, late)).rejects.toThrow('written as version 3 where 1 is next');
    expect((await decisions.read({ ruleIds: ['unread', 'twice', 'late'] })).rules.size).toBe(0);
  });

  it('lets one of fifty edits of one version win, and tells the others', async () => {
    const processes = Array.from({ length: 5 }, () => decisionsOver(open()));
    const [first] = processes;
    await first?.commit({ ruleIds: ['contested'] }, rename(['contested'], 'first'));
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, round) => processes.map(async (decisions, index) =>
        decisions.commit({ ruleIds: ['contested'] }, editAt('contested', 1, `writer ${String(round)}.${String(index)}`)),
      )).flat(),
    );
    const winners = results.flatMap((result) => (result.ok ? [result.value] : []));
    expect(winners).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.failure.kind === 'VERSION_CONFLICT' && result.failure.currentVersion === 2)).toHaveLength(49);
    const held = (await first?.read({ ruleIds: ['contested'] }))?.rules.get('contested');
    expect(held).toEqual(winners[0]);
    expect(held?.history.map(({ version }) => version)).toEqual([2, 1]);
  });

  it('loses none of fifty edits that each build on the one before', async () => {
    const processes = Array.from({ length: 5 }, () => decisionsOver(open()));
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) =>
        processes[index % 5]?.commit({ ruleIds: ['popular'] }, rename(['popular'], `writer ${String(index)}`)),
      ),
    );
    const held = (await decisionsOver(open()).read({ ruleIds: ['popular'] })).rules.get('popular');
    expect(held?.version).toBe(50);
    expect(new Set(held?.history.map(({ by }) => by)).size).toBe(50);
  });

  it('never interleaves commits that overlap: a reader sees one of them whole', async () => {
    const ids = ['left', 'middle', 'right'];
    const [one, two, reader] = [decisionsOver(open()), decisionsOver(open()), decisionsOver(open())];
    await one.commit({ ruleIds: ids }, rename(ids, 'start'));
    let writing = true;
    const write = async (decisions: Decisions, name: string): Promise<void> => {
      for (let round = 0; round < 40; round += 1) {
        await decisions.commit({ ruleIds: ids }, rename(ids, `${name} ${String(round)}`));
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    const readings: string[][] = [];
    const read = async (): Promise<void> => {
      while (writing) readings.push([...(await reader.read({ ruleIds: ids })).rules.values()].map(({ name }) => name));
    };
    const reading = read();
    await Promise.all([write(one, 'one'), write(two, 'two')]);
    writing = false;
    await reading;
    expect(readings.length).toBeGreaterThan(10);
    for (const names of readings) expect(names).toEqual([names[0], names[0], names[0]]);
    expect(await Promise.all(ids.map(async (id) => versionOf(reader, id)))).toEqual([81, 81, 81]);
  });

  it('keeps a rule of three hundred versions within bounds', async () => {
    const decisions = decisionsOver(open());
    for (let version = 1; version <= 300; version += 1) await decisions.commit({ ruleIds: ['restless'] }, rename(['restless'], `name ${String(version)}`));
    const held = (await decisions.read({ ruleIds: ['restless'] })).rules.get('restless');
    expect(held?.history).toHaveLength(300);
    expect(held?.history.filter(({ contents }) => contents !== null)).toHaveLength(200);
    expect(held?.history[0]?.contents?.name).toBe('name 300');
  });

  it('writes thousands of decisions in one go', async () => {
    const decisions = decisionsOver(open());
    const pairs = Array.from({ length: 2_500 }, (_, index) => aPairRecord('many', `p${String(index)}`));
    await decisions.commit({ pairs }, () => ({ writes: { pairs }, result: null }));
    expect((await decisions.read({ pairs })).pairs.size).toBe(2_500);
  });
});

describe('a reading that a commit overtakes', () => {
  const { open } = useShopProcesses();
  const ids = ['one', 'two'];

  it('is done again, so that it is of one moment', async () => {
    const [decisions, other] = [decisionsOver(open()), decisionsOver(open())];
    await other.commit({ ruleIds: ids }, rename(ids, 'before'));
    const nameOf = async (id: string) => (await other.read({ ruleIds: [id] })).rules.get(id)?.name;
    let overtaken = false;
    const names = await decisions.journal.together(async () => {
      const one = await nameOf('one');
      if (!overtaken) await other.commit({ ruleIds: ids }, rename(ids, 'after'));
      overtaken = true;
      return [one, await nameOf('two')];
    });
    expect(names).toEqual(['after', 'after']);
  });

  it('is given up when there is no end to it', async () => {
    const [decisions, other] = [decisionsOver(open()), decisionsOver(open())];
    const reading = decisions.journal.together(async () => other.commit({ ruleIds: ['restless'] }, rename(['restless'], 'again')));
    expect(await reading).toBeNull();
  });

  it('is decided again, also when the decision writes nothing', async () => {
    const collections = open();
    const { journal } = decisionsOver(collections);
    const other = decisionsOver(open());
    let interfere = async (): Promise<void> => {
      interfere = async () => Promise.resolve();
      await other.commit({ ruleIds: ['raced'] }, rename(['raced'], 'first'));
    };
    const settled = async (): Promise<number> => {
      const revision = await journal.settled();
      await interfere();
      return revision;
    };
    let decided = 0;
    const look = (held: HeldDecisions): DecisionOutcome<number> => {
      decided += 1;
      return { writes: {}, result: held.rules.get('raced')?.version ?? 0 };
    };
    expect(await createDecisionStore(collections, { ...journal, settled }).commit({ ruleIds: ['raced'] }, look)).toBe(1);
    expect(decided).toBe(2);
  });
});

describe('decisions that were written before there was a history', () => {
  const { open } = useShopProcesses();

  it('are read with one that begins with what stands, and can be changed', async () => {
    const collections = open();
    const { id: _id, ...rule } = aRule('old', { version: 4, createdBy: 'mia', approvedBy: 'tom' });
    const { history: _, ...policy } = aPolicyRecord({ lane: 'CROSS_SELL', placement: 'BASKET', version: 2, updatedBy: 'mia' });
    const { history: __, ...pair } = aPairRecord('a', 'b', { decidedBy: 'mia' });
    await collections.rules.insertOne({ _id, ...rule });
    await collections.policies.insertOne({ _id: 'CROSS_SELL:BASKET', ...policy });
    await collections.decidedPairs.insertOne({ _id: '["a","b"]', ...pair });
    await collections.revisions.insertOne({ _id: 'rules', revision: 7 });

    const decisions = decisionsOver(collections);
    const { rules, policies, pairs, shopAutopilot } = await decisions.all();
    expect(rules).toMatchObject([
      { id: 'old', version: 4, editedBy: 'mia', createdWith: null, warnings: [], history: [{ version: 4, at: NOW, by: 'tom', via: 'FILE', contents: { id: 'old' } }] },
    ]);
    expect(policies).toMatchObject([{ version: 2, history: [{ version: 2, by: 'mia', contents: { autopilot: 'ASSIST' } }] }]);
    expect(pairs).toMatchObject([{ version: 1, history: [{ version: 1, by: 'mia', decision: 'APPROVE' }] }]);
    expect(shopAutopilot).toBeNull();

    await decisions.commit({ ruleIds: ['old'] }, rename(['old'], 'new name'));
    const changed = (await decisions.read({ ruleIds: ['old'] })).rules.get('old');
    expect(changed?.history.map(({ version }) => version)).toEqual([5, 4]);
    expect(await decisions.journal.settled()).toBe(8);
  });
});

describe('policies that were written before there was a limit for an anchor’s own group', () => {
  const { open } = useShopProcesses();

  it('have none, today and in their history, and keep the rest when one is set', async () => {
    const collections = open();
    const { sameGroupCap: _cap, history, ...policy } = aPolicyRecord({ lane: 'CROSS_SELL', placement: 'BASKET', learnedShareCap: 0.5, version: 1 });
    const before = history.map(({ contents: { sameGroupCap: _, ...contents }, ...version }) => ({ ...version, contents }));
    await collections.policies.insertOne({ _id: 'CROSS_SELL:BASKET', ...policy, history: before });
    await collections.revisions.insertOne({ _id: 'rules', revision: 1 });

    const decisions = decisionsOver(collections);
    const standing = { ...policy, sameGroupCap: 1 };
    expect((await decisions.all()).policies).toEqual([{ ...standing, history }]);
    expect((await decisions.asOf(NOW)).policies).toEqual([standing]);

    const later = new Date(NOW.getTime() + 1_000);
    const parts = { autopilot: null, learnedShareCap: null, sameGroupCap: 0.25, atLeast: null, fallback: null, diversity: null, version: 1 };
    await setPlacementPolicy({ lane: 'CROSS_SELL', placement: 'BASKET', ...parts }, { decisions, actor: { by: 'mia', at: later } });
    expect((await decisions.asOf(later)).policies).toMatchObject([{ learnedShareCap: 0.5, sameGroupCap: 0.25, version: 2 }]);
    expect((await decisions.asOf(NOW)).policies).toEqual([standing]);
  });
});
