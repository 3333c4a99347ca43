import { describe, expect, it } from 'vitest';

import { withoutContents, type DecisionLists, type DecisionsOfThePast } from '../../src/domain/merchandising/kept/decision-lists.js';
import { pairId, type DecisionKeys, type DecisionStore, type DecisionWrites } from '../../src/domain/merchandising/kept/decisions.js';
import { NotRetained } from '../../src/domain/merchandising/kept/not-retained.js';
import { contentsOf } from '../../src/domain/merchandising/changing/rule-contents.js';
import { writePair } from '../../src/domain/merchandising/changing/write-pair.js';
import { writePolicy } from '../../src/domain/merchandising/changing/write-policy.js';
import { writeRule } from '../../src/domain/merchandising/changing/write-rule.js';
import { aCopyRecord, aPairRecord, aPolicy, aPolicyRecord, aRule, aRuleRecord, aShopAutopilotRecord } from '../support/builders.js';
import { createInMemoryDecisions } from '../support/in-memory-decisions.js';
import { decisionsOver, useShopProcesses } from '../support/shop-processes.js';

type Decisions = DecisionStore & DecisionLists & DecisionsOfThePast;

const day = (date: number): Date => new Date(Date.UTC(2026, 10, date));

const collected = async <T, K>(stream: AsyncIterable<T>, map: (value: T) => K): Promise<K[]> => {
  const all: K[] = [];
  for await (const value of stream) all.push(map(value));
  return all;
};

const keysOf = ({ rules = [], policies = [], pairs = [], copies = [], shopAutopilot }: DecisionWrites): DecisionKeys => ({
  ruleIds: rules.map(({ id }) => id),
  policies,
  pairs,
  copyIds: copies.map(({ id }) => id),
  shopAutopilot: shopAutopilot !== undefined,
});

const put = async (decisions: Decisions, writes: DecisionWrites): Promise<void> => {
  await decisions.commit(keysOf(writes), () => ({ writes, result: null }));
};

const { open } = useShopProcesses();
const database = (): Decisions => decisionsOver(open());

describe.each([
  ['in the database', database],
  ['in memory, for tests,', () => createInMemoryDecisions()],
])('lists of decisions %s', (_, create) => {
  it('of rules are in the order in which rules are heard, by lane and state, from any place on', async () => {
    const decisions = create();
    const rules = [
      aRuleRecord('b', { priority: 5 }),
      aRuleRecord('a', { priority: 5, state: 'DRAFT' }),
      aRuleRecord('c', { priority: 9, lane: 'PERSONALISATION' }),
      aRuleRecord('d', { priority: -1, state: 'RETIRED' }),
      aRuleRecord('\u{1F600}', { priority: 5 }),
      aRuleRecord('\uFF5E', { priority: 5 }),
    ];
    await put(decisions, { rules });
    const ids = async (...[filter, after]: Parameters<Decisions['rules']>) => collected(decisions.rules(filter, after), ({ id }) => id);
    const all = { lane: null, states: [] };
    expect(await ids(all, null)).toEqual(['c', 'a', 'b', '\uFF5E', '\u{1F600}', 'd']);
    expect(await ids(all, { priority: 5, id: 'a' })).toEqual(['b', '\uFF5E', '\u{1F600}', 'd']);
    expect(await ids(all, { priority: 6, id: 'gone since' })).toEqual(['a', 'b', '\uFF5E', '\u{1F600}', 'd']);
    expect(await ids({ lane: 'CROSS_SELL', states: ['DRAFT', 'RETIRED'] }, null)).toEqual(['a', 'd']);
    expect(await ids({ lane: 'PERSONALISATION', states: [] }, { priority: 9, id: 'c' })).toEqual([]);
    expect((await collected(decisions.rules(all, null), (rule) => rule))[1]).toEqual(rules.slice(1, 2).map(withoutContents)[0]);
  });

  it('of pairs show the latest decision first, by anchor and decision, from any place on', async () => {
    const decisions = create();
    const pairs = [
      aPairRecord('lists', 'b', { decidedAt: day(2) }),
      aPairRecord('lists', 'a', { decidedAt: day(2), decision: 'DISMISS' }),
      aPairRecord('lists', 'c', { decidedAt: day(3), decision: 'REOPEN' }),
      aPairRecord('other', 'a', { decidedAt: day(1) }),
    ];
    await put(decisions, { pairs });
    const found = async (...[filter, after]: Parameters<Decisions['decidedPairs']>) =>
      collected(decisions.decidedPairs(filter, after), ({ anchorId, complementId }) => `${anchorId} ${complementId}`);
    const all = { anchorId: null, decisions: [] };
    expect(await found(all, null)).toEqual(['lists c', 'lists a', 'lists b', 'other a']);
    expect(await found(all, { decidedAt: day(2), id: pairId({ anchorId: 'lists', complementId: 'a' }) })).toEqual(['lists b', 'other a']);
    expect(await found({ anchorId: 'lists', decisions: ['APPROVE', 'DISMISS'] }, null)).toEqual(['lists a', 'lists b']);
  });

  it('of copy variants show the latest change first, by product and state, from any place on', async () => {
    const decisions = create();
    const copies = [
      aCopyRecord('b', { updatedAt: day(2) }),
      aCopyRecord('a', { updatedAt: day(2), state: 'DRAFT' }),
      aCopyRecord('c', { updatedAt: day(3), productId: 'p2' }),
    ];
    await put(decisions, { copies });
    const ids = async (...[filter, after]: Parameters<Decisions['copies']>) => collected(decisions.copies(filter, after), ({ id }) => id);
    expect(await ids({ productId: null, states: [] }, null)).toEqual(['c', 'a', 'b']);
    expect(await ids({ productId: null, states: [] }, { updatedAt: day(2), id: 'a' })).toEqual(['b']);
    expect(await ids({ productId: 'p1', states: ['APPROVED'] }, null)).toEqual(['b']);
  });

  it('may be left after the first entry', async () => {
    const decisions = create();
    await put(decisions, { rules: Array.from({ length: 250 }, (_unused, index) => aRuleRecord(`long-${String(index)}`, { priority: 1_000 })) });
    for await (const rule of decisions.rules({ lane: null, states: [] }, null)) {
      expect(rule.priority).toBe(1_000);
      break;
    }
    expect((await collected(decisions.rules({ lane: null, states: [] }, { priority: 1_001, id: '' }), ({ id }) => id)).length).toBeGreaterThanOrEqual(250);
  });

  it('of policies and of everything are complete', async () => {
    const decisions = create();
    const writes = {
      rules: [aRuleRecord('everything')],
      policies: [aPolicyRecord({ lane: 'PERSONALISATION', placement: 'HOME' }), aPolicyRecord({ lane: 'CROSS_SELL', placement: 'BASKET' })],
      pairs: [aPairRecord('everything', 'b')],
    };
    expect(await decisions.shopAutopilot()).toBeNull();
    await put(decisions, { ...writes, shopAutopilot: aShopAutopilotRecord() });
    const inOrder = ['CROSS_SELL', 'PERSONALISATION'];
    expect((await decisions.policies()).map(({ lane }) => lane)).toEqual(inOrder);
    expect(await decisions.shopAutopilot()).toEqual(aShopAutopilotRecord());
    const all = await decisions.all();
    expect(all.rules).toContainEqual(writes.rules[0]);
    expect(all.policies.map(({ lane }) => lane)).toEqual(inOrder);
    expect(all.pairs).toContainEqual(writes.pairs[0]);
    expect(all.shopAutopilot).toEqual(aShopAutopilotRecord());
  });
});

describe.each([
  ['in the database', database],
  ['in memory, for tests,', () => createInMemoryDecisions()],
])('decisions of the past %s', (_, create) => {
  const by = { by: 'mia', via: 'API' } as const;

  it('are those that were in force at the instant', async () => {
    const decisions = create();
    const contents = contentsOf(aRule('past', { name: 'first' }));
    const first = writeRule(null, contents, { ...by, at: day(1), approvedBy: 'tom', warnings: [] });
    const second = writeRule(first, { ...contents, name: 'second', state: 'DRAFT' }, { ...by, at: day(2), approvedBy: null, warnings: [] });
    const third = writeRule(second, { ...contents, name: 'second' }, { ...by, at: day(3), approvedBy: 'tom', warnings: [] });
    const policy = aPolicy({ lane: 'CROSS_SELL', placement: 'CHECKOUT', atLeast: 3 });
    const policyOne = writePolicy(null, policy, { ...by, at: day(1) });
    const policyTwo = writePolicy(policyOne, { ...policy, atLeast: 5 }, { ...by, at: day(3) });
    const pairOne = writePair(null, { anchorId: 'past', complementId: 'b', decision: 'APPROVE', note: null }, { ...by, at: day(1) });
    const pairTwo = writePair(pairOne, { ...pairOne, decision: 'REOPEN' }, { ...by, at: day(3) });
    for (const rule of [first, second, third]) await put(decisions, { rules: [rule] });
    for (const one of [policyOne, policyTwo]) await put(decisions, { policies: [one] });
    for (const one of [pairOne, pairTwo]) await put(decisions, { pairs: [one] });

    const seen = async (at: Date) => {
      const past = await decisions.asOf(at);
      return {
        rules: past.rules.filter(({ id }) => id === 'past').map(({ name, version }) => `${name} ${String(version)}`),
        atLeast: past.policies.find(({ placement }) => placement === 'CHECKOUT')?.atLeast ?? null,
        pairs: (await past.pairs(['past', 'nothing'])).get('past')?.map(({ decision }) => decision),
      };
    };
    expect(await seen(new Date(day(1).getTime() - 1))).toEqual({ rules: [], atLeast: null, pairs: [] });
    expect(await seen(day(1))).toEqual({ rules: ['first 1'], atLeast: 3, pairs: ['APPROVE'] });
    expect(await seen(day(2))).toEqual({ rules: [], atLeast: 3, pairs: ['APPROVE'] });
    expect(await seen(day(3))).toEqual({ rules: ['second 3'], atLeast: 5, pairs: [] });
    expect((await decisions.asOf(day(3))).ceiling).toBe((await decisions.shopAutopilot())?.autopilot ?? 'ASSIST');
  });

  it('are refused where they are no longer kept', async () => {
    const decisions = create();
    const forgotten = aRuleRecord('forgotten', { updatedAt: day(9) });
    const [only] = forgotten.history;
    if (only === undefined) throw new Error('A rule has a history');
    await put(decisions, { rules: [{ ...forgotten, history: [only, { ...only, at: day(8), contents: null }] }] });
    await expect(decisions.asOf(day(8))).rejects.toThrow(NotRetained);
    expect((await decisions.asOf(day(9))).rules.map(({ id }) => id)).toContain('forgotten');
  });
});
