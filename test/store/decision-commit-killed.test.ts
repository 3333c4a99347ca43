import { describe, expect, it } from 'vitest';

import type { DecisionOutcome, DecisionWrites, HeldDecisions } from '../../src/domain/merchandising/kept/decisions.js';
import type { Collections } from '../../src/stores/collections.js';
import { rollForward } from '../../src/stores/decisions/roll-forward.js';
import { aPairRecord, aPolicyRecord, aRuleRecord, aShopAutopilotRecord } from '../support/builders.js';
import { dyingCollections, type Death } from '../support/dying-collections.js';
import { decisionsOver, useShopProcesses, type Decisions } from '../support/shop-processes.js';

/** A change of many kinds of decisions, some of them new and some not; `run` keeps runs apart. */
const changeOf = (run: string) => {
  const [changed, fresh] = [`${run}-changed`, `${run}-fresh`];
  const keys = {
    ruleIds: [changed, fresh],
    policies: [{ lane: 'CROSS_SELL', placement: run }],
    pairs: [{ anchorId: run, complementId: 'b' }],
    shopAutopilot: true,
  } as const;
  const rulesAt = (held: HeldDecisions, ids: readonly string[], name: string) =>
    ids.map((id) => aRuleRecord(id, { name, version: (held.rules.get(id)?.version ?? 0) + 1 }));
  const first = (held: HeldDecisions): DecisionOutcome<null> => ({ writes: { rules: rulesAt(held, [changed], 'before') }, result: null });
  const all = (held: HeldDecisions, name = 'after'): DecisionWrites => ({
    rules: rulesAt(held, [changed, fresh], name),
    policies: [aPolicyRecord({ lane: 'CROSS_SELL', placement: run, version: held.policies.size === 0 ? 1 : 2 })],
    pairs: [aPairRecord(run, 'b', { version: held.pairs.size === 0 ? 1 : 2 })],
    shopAutopilot: aShopAutopilotRecord({ note: `${run} ${name}`, version: (held.shopAutopilot?.version ?? 0) + 1 }),
  });
  const decide = (held: HeldDecisions): DecisionOutcome<null> => ({ writes: all(held), result: null });
  const again = (held: HeldDecisions): DecisionOutcome<null> => ({ writes: all(held, 'again'), result: null });
  return { run, changed, fresh, keys, first, decide, again };
};
type Change = ReturnType<typeof changeOf>;

const ALL_OLD = { changed: 1, fresh: 0, policy: 0, pair: 0, shop: false };
const ALL_NEW = { changed: 2, fresh: 1, policy: 1, pair: 1, shop: true };
const ALL_AGAIN = { changed: 3, fresh: 2, policy: 2, pair: 2, shop: true };

const seenBy = async ({ read }: Pick<Decisions, 'read'>, { run, changed, fresh, keys }: Change): Promise<typeof ALL_OLD> => {
  const { rules, policies, pairs, shopAutopilot } = await read(keys);
  return {
    changed: rules.get(changed)?.version ?? 0,
    fresh: rules.get(fresh)?.version ?? 0,
    policy: [...policies.values()][0]?.version ?? 0,
    pair: [...pairs.values()][0]?.version ?? 0,
    shop: shopAutopilot?.note?.startsWith(run) ?? false,
  };
};

/** Runs a commit in a process that dies; tells whether it died, and what it answered before. */
const runUntil = async (open: () => Collections, name: string, death: Death) => {
  const change = changeOf(`${name}-${String(death.write)}-${death.when}`);
  await decisionsOver(open()).commit(change.keys, change.first);
  const { collections, isDead } = dyingCollections(open(), death);
  const answered = await decisionsOver(collections)
    .commit(change.keys, change.decide)
    .then(() => true)
    .catch(() => false);
  return { change, answered, died: isDead() };
};

describe('a process that dies while it commits', () => {
  const { open } = useShopProcesses();

  it.each(['before', 'after'] as const)('leaves all of the change or nothing of it, %s each of its writes, for the next reader and the next writer', async (when) => {
    const outcomes: boolean[] = [];
    for (let write = 1; ; write += 1) {
      const { change, answered, died } = await runUntil(open, 'reader', { write, when });
      const collections = open();
      const seen = await seenBy(decisionsOver(collections), change);
      const stands = seen.changed === 2;
      expect(seen).toEqual(stands ? ALL_NEW : ALL_OLD);
      if (answered) expect(stands).toBe(true);
      outcomes.push(stands);
      if (!died) break;
      await decisionsOver(collections).commit(change.keys, change.again);
      expect(await seenBy(decisionsOver(collections), change)).toEqual(stands ? ALL_AGAIN : ALL_NEW);
      expect(await collections.decisionJournal.find({}).toArray()).toEqual([]);
    }
    // It fails to stand up to one write, and stands from there on.
    expect(outcomes.length).toBeGreaterThan(5);
    expect(outcomes).toEqual(outcomes.toSorted((a, b) => Number(a) - Number(b)));
    expect([outcomes[0], outcomes.at(-1)]).toEqual([false, true]);
  });

  it.each(['before', 'after'] as const)('is picked up by a writer that comes before any reader, %s each of its writes', async (when) => {
    for (let write = 1; ; write += 1) {
      const { change, died } = await runUntil(open, 'writer', { write, when });
      if (!died) break;
      const writer = decisionsOver(open());
      const seen = await writer.commit(change.keys, (held) => ({ ...change.again(held), result: held.rules.get(change.changed)?.version }));
      expect(await seenBy(writer, change)).toEqual(seen === 2 ? ALL_AGAIN : ALL_NEW);
    }
  });
});

describe('a commit of more than goes into one write', () => {
  const { open } = useShopProcesses();

  it.each(['before', 'after'] as const)('stands whole or not at all when its process dies %s any of its writes', async (when) => {
    for (let write = 1; ; write += 1) {
      const pairs = Array.from({ length: 250 }, (_, index) => aPairRecord(`${when} ${String(write)}`, `p${String(index)}`));
      const { collections, isDead } = dyingCollections(open(), { write, when });
      await decisionsOver(collections).commit({ pairs }, () => ({ writes: { pairs }, result: null })).catch(() => null);
      const { size } = (await decisionsOver(open()).read({ pairs })).pairs;
      expect([0, 250]).toContain(size);
      if (isDead()) continue;
      expect(size).toBe(250);
      break;
    }
  });
});

describe('a commit that several finish', () => {
  const { open } = useShopProcesses();

  /** Commits and dies with everything decided and nothing written out yet. */
  const leavePending = async (change: Change) => {
    const collections = open();
    const decisions = decisionsOver(collections);
    await decisions.commit(change.keys, change.first);
    const held = await decisions.read(change.keys);
    const revision = await decisions.journal.settled();
    const [rule] = change.decide(held).writes.rules ?? [];
    if (rule === undefined) throw new Error('The change has a rule');
    const { id: _id, ...rest } = rule;
    expect(await decisions.journal.append('left-behind', revision, [{ into: 'rules', document: { _id, ...rest } }])).toBe(true);
    return { collections, revision };
  };

  it('is written out once, whoever comes by', async () => {
    const change = changeOf('shared');
    await leavePending(change);
    const seen = await Promise.all(Array.from({ length: 10 }, async () => decisionsOver(open()).read(change.keys)));
    for (const { rules } of seen) expect(rules.get(change.changed)).toMatchObject({ version: 2, name: 'after' });
  });

  it('is not written over what was decided later by one who comes late', async () => {
    const change = changeOf('late');
    const { collections, revision } = await leavePending(change);
    const entries = await collections.decisionJournal.find({}).toArray();
    expect(entries).toHaveLength(1);
    const decisions = decisionsOver(open());
    await decisions.commit(change.keys, change.again);
    const newest = await decisions.read(change.keys);
    expect(newest.rules.get(change.changed)).toMatchObject({ version: 3, name: 'again' });
    await rollForward(collections, entries);
    await decisions.journal.finish('left-behind', revision + 1);
    expect(await decisions.read(change.keys)).toEqual(newest);
    expect(await decisions.journal.settled()).toBe(revision + 2);
  });

  it('does not stand when another one came first, and leaves nothing behind', async () => {
    const collections = open();
    const decisions = decisionsOver(collections);
    const change = changeOf('first');
    await decisions.commit(change.keys, change.first);
    const revision = await decisions.journal.settled();
    const { id: _id, ...rest } = aRuleRecord('never');
    expect(await decisions.journal.append('too-late', revision - 1, [{ into: 'rules', document: { _id, ...rest } }])).toBe(false);
    expect((await decisions.read({ ruleIds: ['never'] })).rules.size).toBe(0);
    expect(await collections.decisionJournal.find({}).toArray()).toEqual([]);
  });
});
