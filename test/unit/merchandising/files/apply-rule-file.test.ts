import { describe, expect, it } from 'vitest';
import { applyRuleFile, MOST_WARNED_RULES, planRuleFile, type ApplyOptions, type PlanOptions } from '../../../../src/domain/merchandising/files/apply-rule-file.js';
import { pairId, type ChangeChannel, type HeldDecisions, type PairRecord, type RuleRecord } from '../../../../src/domain/merchandising/kept/decisions.js';
import { defaultPolicy } from '../../../../src/domain/merchandising/policy.js';
import type { FiledRule, RuleFile } from '../../../../src/domain/merchandising/files/rule-file.js';
import { contentsOf } from '../../../../src/domain/merchandising/changing/rule-contents.js';
import type { RuleWarning } from '../../../../src/domain/merchandising/kept/rule-warning.js';
import { writePair } from '../../../../src/domain/merchandising/changing/write-pair.js';
import { writeRule } from '../../../../src/domain/merchandising/changing/write-rule.js';
import { writeShopAutopilot } from '../../../../src/domain/merchandising/changing/write-shop-autopilot.js';
import { NOW } from '../../../support/builders.js';
import { createInMemoryDecisions } from '../../../support/in-memory-decisions.js';
import { ruleWith } from '../samples.js';

const OPTIONS: PlanOptions = { actor: { by: 'ada', at: NOW }, approvedBy: null, twoPersons: false, overwrite: false, warnings: new Map() };

const fileWith = (parts: Partial<RuleFile>): RuleFile => ({ rules: [], policies: [], pairs: [], shopAutopilot: null, ...parts });

const filed = (changes: Partial<FiledRule> = {}): FiledRule => ({ ...contentsOf(ruleWith({})), basedOn: null, ...changes });

const heldRule = (via: ChangeChannel, changes: Partial<FiledRule> = {}, by = 'mia'): RuleRecord =>
  writeRule(null, filed(changes), { by, at: NOW, via, approvedBy: by, warnings: [] });

const holding = ({ rules = [], pairs = [] }: { rules?: readonly RuleRecord[]; pairs?: readonly PairRecord[] } = {}): HeldDecisions => ({
  rules: new Map(rules.map((rule) => [rule.id, rule])),
  policies: new Map(),
  pairs: new Map(pairs.map((pair) => [pairId(pair), pair])),
  shopAutopilot: null,
  copies: new Map(),
});

const planOne = (rule: FiledRule, held: RuleRecord | null, options: Partial<PlanOptions> = {}) =>
  planRuleFile(fileWith({ rules: [rule] }), holding({ rules: held === null ? [] : [held] }), { ...OPTIONS, ...options });

describe('an entry of a rules file', () => {
  it('that nobody has decided yet is created', () => {
    const { plan, writes } = planOne(filed(), null);
    expect(plan).toMatchObject({ created: 1, updated: 0, unchanged: 0, entries: [{ kind: 'rule', id: 'rule', change: 'created', heldVersion: null }] });
    expect(writes.rules).toMatchObject([{ version: 1, createdBy: 'ada', editedBy: 'ada', approvedBy: 'ada', history: [{ via: 'FILE', by: 'ada' }] }]);
    expect(writes.rules?.[0]).not.toHaveProperty('basedOn');
  });

  it('that says what stands is unchanged, whatever version it names and whoever wrote what stands', () => {
    for (const via of ['API', 'FILE', 'VERSIONED_FILE'] as const) {
      const { plan, writes } = planOne(filed({ basedOn: 99 }), heldRule(via));
      expect(plan).toMatchObject({ unchanged: 1, conflicts: [] });
      expect(writes.rules).toEqual([]);
    }
  });

  it('that differs is the next version, with each field that differs', () => {
    const { plan, writes } = planOne(filed({ priority: 2, basedOn: 1 }), heldRule('API'));
    expect(plan.entries).toMatchObject([{ change: 'updated', heldVersion: 1, differences: [{ path: 'priority', from: 0, to: 2 }] }]);
    expect(writes.rules).toMatchObject([{ version: 2, priority: 2, createdBy: 'mia', editedBy: 'ada' }]);
  });

  it('that differs from what a file wrote needs no version', () => {
    expect(planOne(filed({ priority: 2 }), heldRule('FILE')).plan).toMatchObject({ updated: 1, conflicts: [] });
  });

  it('that differs from what a file wrote that had seen more is a conflict without a version', () => {
    expect(planOne(filed({ priority: 2 }), heldRule('VERSIONED_FILE')).plan.conflicts).toMatchObject([{ reason: 'CHANGED_SINCE', basedOn: null }]);
    expect(planOne(filed({ priority: 2, basedOn: 1 }), heldRule('VERSIONED_FILE')).plan.conflicts).toEqual([]);
  });

  it('is kept with whether it named the version that it was based on', () => {
    const channelOf = (rule: FiledRule, held: RuleRecord | null): unknown => planOne(rule, held).writes.rules?.[0]?.history[0]?.via;
    expect([null, 1].map((basedOn) => channelOf(filed({ priority: 2, basedOn }), heldRule('FILE')))).toEqual(['FILE', 'VERSIONED_FILE']);
    expect([null, 1].map((basedOn) => channelOf(filed({ basedOn }), null))).toEqual(['FILE', 'VERSIONED_FILE']);
  });

  it('that differs from what a person wrote through the API is a conflict without a version', () => {
    const { plan, writes } = planOne(filed({ priority: 2 }), heldRule('API'));
    expect(plan.conflicts).toMatchObject([{ reason: 'CHANGED_SINCE', id: 'rule', basedOn: null, version: 1, change: { by: 'mia', via: 'API', at: NOW } }]);
    expect(writes).toEqual({});
  });

  it('that was written against another version is a conflict, also when a file wrote what stands', () => {
    for (const basedOn of [2, 7]) {
      expect(planOne(filed({ priority: 2, basedOn }), heldRule('FILE')).plan.conflicts).toMatchObject([{ basedOn, version: 1 }]);
    }
  });

  it('is written over what it has not seen only when told to', () => {
    const { plan, writes } = planOne(filed({ priority: 2 }), heldRule('API'), { overwrite: true });
    expect(plan).toMatchObject({ updated: 1, conflicts: [] });
    expect(writes.rules).toMatchObject([{ version: 2 }]);
  });

  it('that is a conflict keeps every other entry from being written', () => {
    const file = fileWith({
      rules: [filed({ id: 'new' }), filed({ priority: 2 })],
      policies: [{ ...defaultPolicy('CROSS_SELL', 'BASKET'), basedOn: null }],
      shopAutopilot: { autopilot: 'ASSIST', note: null, basedOn: null },
    });
    const { plan, writes } = planRuleFile(file, holding({ rules: [heldRule('API')] }), OPTIONS);
    expect(plan).toMatchObject({ created: 3, updated: 1, conflicts: [{ id: 'rule' }] });
    expect(writes).toEqual({});
  });

  it('about a decision kept from before there was a history is no conflict without a version', () => {
    const old = { ...heldRule('FILE'), history: [] };
    expect(planOne(filed({ priority: 2 }), old).plan.conflicts).toEqual([]);
    expect(planOne(filed({ priority: 2, basedOn: 3 }), old).plan.conflicts).toMatchObject([{ change: null, version: 1 }]);
  });
});

describe('a pair of a rules file', () => {
  const pair = { anchorId: 'laptop', complementId: 'case', note: null };
  const planPair = (decision: 'APPROVE' | 'REOPEN', held: readonly PairRecord[]) =>
    planRuleFile(fileWith({ pairs: [{ ...pair, decision, basedOn: null }] }), holding({ pairs: held }), OPTIONS);
  const approved = writePair(null, { ...pair, decision: 'APPROVE' }, { by: 'mia', at: NOW, via: 'FILE' });

  it('is decided, decided again and reopened', () => {
    expect(planPair('APPROVE', []).writes.pairs).toMatchObject([{ decision: 'APPROVE', version: 1, decidedBy: 'ada' }]);
    expect(planPair('APPROVE', [approved]).plan.unchanged).toBe(1);
    expect(planPair('REOPEN', [approved]).writes.pairs).toMatchObject([{ decision: 'REOPEN', version: 2 }]);
  });

  it('that nobody decided has nothing to take back', () => {
    const { plan, writes } = planPair('REOPEN', []);
    expect(plan).toMatchObject({ unchanged: 1, entries: [{ change: 'unchanged', heldVersion: null }] });
    expect(writes.pairs).toEqual([]);
  });
});

describe('the shop in a rules file', () => {
  it('is set, and a change by a person is seen', () => {
    const file = fileWith({ shopAutopilot: { autopilot: 'CURATED_ONLY', note: null, basedOn: null } });
    expect(planRuleFile(file, holding(), OPTIONS).writes.shopAutopilot).toMatchObject({ autopilot: 'CURATED_ONLY', version: 1, updatedBy: 'ada' });
    const byMia = writeShopAutopilot(null, { autopilot: 'ASSIST', note: null }, { by: 'mia', at: NOW, via: 'API' });
    expect(planRuleFile(file, { ...holding(), shopAutopilot: byMia }, OPTIONS).plan.conflicts).toMatchObject([{ kind: 'shop', id: 'shop', version: 1 }]);
  });
});

describe('a file in a shop that asks for two persons', () => {
  const asking = { twoPersons: true, approvedBy: 'noor' };
  const reasons = (rule: FiledRule, held: RuleRecord | null, options: Partial<PlanOptions>): readonly string[] =>
    planOne(rule, held, options).plan.conflicts.map(({ reason }) => reason);

  it('has approved rules approved by somebody else than who applies it', () => {
    expect(reasons(filed(), null, { ...asking, approvedBy: null })).toEqual(['SECOND_PERSON_REQUIRED']);
    for (const approvedBy of ['ada', 'Ada ', 'ad\u200ba', '\u200b']) expect(reasons(filed(), null, { ...asking, approvedBy })).toEqual(['SECOND_PERSON_REQUIRED']);
    expect(planOne(filed(), null, asking).writes.rules).toMatchObject([{ approvedBy: 'noor', editedBy: 'ada' }]);
  });

  it('does not let the author of a draft approve it by way of somebody else\'s file', () => {
    const draft = heldRule('FILE', { state: 'DRAFT' }, 'noor');
    expect(planOne(filed(), draft, asking).plan.conflicts).toMatchObject([{ reason: 'SECOND_PERSON_REQUIRED', editedBy: 'noor' }]);
    expect(planOne(filed(), heldRule('FILE', { state: 'DRAFT' }), asking).writes.rules).toMatchObject([{ editedBy: 'mia', approvedBy: 'noor' }]);
  });

  it('is not told otherwise by overwriting', () => {
    expect(reasons(filed({ priority: 2 }), heldRule('API'), { twoPersons: true, overwrite: true })).toEqual(['SECOND_PERSON_REQUIRED']);
  });

  it('needs nobody for drafts, for retiring, and for what is unchanged', () => {
    const alone = { twoPersons: true };
    expect(reasons(filed({ state: 'DRAFT' }), null, alone)).toEqual([]);
    expect(reasons(filed({ state: 'RETIRED' }), heldRule('FILE'), alone)).toEqual([]);
    expect(reasons(filed(), heldRule('FILE'), alone)).toEqual([]);
  });
});

describe('applying a file', () => {
  const options: ApplyOptions = { by: 'ada', now: () => NOW, approvedBy: null, twoPersons: false, overwrite: false };
  const apply = (file: RuleFile, changes: Partial<ApplyOptions> = {}, decisions = createInMemoryDecisions()) =>
    applyRuleFile(decisions, file, { ...options, ...changes });
  const doubt: RuleWarning = { code: 'NEVER_ACTIVE', message: 'is over', productIds: [], otherRule: null };

  it('keeps with each changed rule what is doubtful about it, and tells it', async () => {
    const decisions = createInMemoryDecisions();
    const plan = await apply(fileWith({ rules: [filed(), filed({ id: 'sound' })] }), { warningsOf: ({ id }) => Promise.resolve(id === 'rule' ? [doubt] : []) }, decisions);
    expect([...plan.warnings]).toEqual([['rule', [doubt]]]);
    expect(decisions.commits[0]?.rules?.map(({ warnings }) => warnings)).toEqual([[doubt], []]);
  });

  it('looks for doubts in changed rules only, not in retired ones, and in no more than it has time for', async () => {
    const decisions = createInMemoryDecisions();
    const many = Array.from({ length: MOST_WARNED_RULES + 5 }, (_, at) => filed({ id: `r${at}`, state: at === 0 ? 'RETIRED' : 'DRAFT' }));
    await apply(fileWith({ rules: [filed()] }), {}, decisions);
    const asked: string[] = [];
    const warningsOf = ({ id }: { readonly id: string }): Promise<readonly RuleWarning[]> => {
      asked.push(id);
      return Promise.resolve([]);
    };
    await apply(fileWith({ rules: [filed(), ...many] }), { warningsOf }, decisions);
    expect(asked).toHaveLength(MOST_WARNED_RULES);
    expect(asked).not.toContain('rule');
    expect(asked).not.toContain('r0');
  });

  it('only as a plan writes nothing, and warns all the same', async () => {
    const decisions = createInMemoryDecisions();
    const plan = await apply(fileWith({ rules: [filed()] }), { dryRun: true, warningsOf: () => Promise.resolve([doubt]) }, decisions);
    expect(plan).toMatchObject({ created: 1 });
    expect(plan.warnings.size).toBe(1);
    expect(decisions.commits).toEqual([]);
  });

  it('that names nothing changes nothing', async () => {
    expect(await apply(fileWith({}))).toMatchObject({ created: 0, updated: 0, unchanged: 0, entries: [] });
  });

  it('by two people at once does what one after the other would do', async () => {
    const decisions = createInMemoryDecisions();
    const files = ['one', 'two'].map((name) => fileWith({ rules: [filed({ name })] }));
    const plans = await Promise.all(files.map((file) => apply(file, {}, decisions)));
    expect(plans.map(({ created, updated }) => created + updated)).toEqual([1, 1]);
    const rule = (await decisions.read({ ruleIds: ['rule'] })).rules.get('rule');
    expect(rule).toMatchObject({ version: 2, history: [{ version: 2 }, { version: 1 }] });
  });
});
