import { describe, expect, it } from 'vitest';

import { policyKey } from '../../src/domain/merchandising/kept/decisions.js';
import type { DecisionWrites } from '../../src/domain/merchandising/kept/decisions.js';
import type { Collections } from '../../src/stores/collections.js';
import { createDecisionJournal } from '../../src/stores/decisions/decision-journal.js';
import { readInForce } from '../../src/stores/decisions/decisions-in-force.js';
import { rollForward } from '../../src/stores/decisions/roll-forward.js';
import { openStores, type Stores } from '../../src/stores/open.js';
import type { HeldSnapshot } from '../../src/stores/snapshot-source.js';
import { aCopyRecord, aPairRecord, aPolicyRecord, aProduct, aRuleRecord, aSelector, aShopAutopilotRecord, NOW } from '../support/builders.js';
import { useCountedShops } from '../support/counted-shop.js';
import { decisionsOver, useShopProcesses } from '../support/shop-processes.js';
import { useStores } from '../support/store.js';

const BASKET = { lane: 'CROSS_SELL', placement: 'BASKET' } as const;

/** Commits documents as they are; versions are the test's affair. */
const commit = async ({ decisions }: Pick<Stores, 'decisions'>, writes: DecisionWrites): Promise<void> => {
  const { rules = [], policies = [], pairs = [], copies = [], shopAutopilot } = writes;
  const keys = { ruleIds: rules.map(({ id }) => id), policies, pairs, copyIds: copies.map(({ id }) => id), shopAutopilot: shopAutopilot !== undefined };
  await decisions.commit(keys, () => ({ writes, result: null }));
};

const namesIn = ({ snapshot }: HeldSnapshot): readonly string[] => snapshot.rules.approved().map(({ name }) => name);

describe('what a server reads after a decision', () => {
  const { stores, address } = useStores();
  const open = useCountedShops();
  let held = 0;

  /** Reads after one rule of a shop with so many was edited. */
  const readsWith = async (rules: number) => {
    const more = Array.from({ length: rules - held }, (_, index) => aRuleRecord(`rule-${String(held + index)}`));
    held = rules;
    await commit(stores(), { rules: more });
    const { source, reads } = open(address());
    const before = await source.read(null);
    expect(before.snapshot.rules.approved()).toHaveLength(rules);
    await commit(stores(), { rules: [aRuleRecord('rule-0', { name: 'edited', version: rules === 10 ? 2 : 3 })] });
    reads.length = 0;
    expect(namesIn(await source.readDecisions(before))).toContain('edited');
    return reads.map(({ collection, documents }) => `${collection} ${String(documents)}`).sort();
  };

  it('is what was decided, however many rules the shop has', async () => {
    const few = await readsWith(10);
    expect(few).toEqual(['copy_variants 0', 'placement_policies 0', 'revisions 1', 'rules 1', 'shop_autopilot 0']);
    expect(await readsWith(1_200)).toEqual(few);
  });

  it('is in slices the first time', async () => {
    const { source, reads } = open(address());
    await source.read(null);
    const slices = reads.filter(({ collection }) => collection === 'rules').map(({ documents }) => documents);
    expect(Math.max(...slices)).toBeLessThanOrEqual(500);
    expect(slices.reduce((sum, documents) => sum + documents, 0)).toBe(1_200);
  });

  it('leaves everything as it is when pairs were decided, which are read as they are asked for', async () => {
    const { source, reads } = open(address());
    const before = await source.read(null);
    reads.length = 0;
    await commit(stores(), { pairs: [aPairRecord('a', 'b')] });
    const after = await source.readDecisions(before);
    expect(after.snapshot).toBe(before.snapshot);
    expect(reads.filter(({ documents }) => documents > 0).map(({ collection }) => collection)).toEqual(['revisions']);
    reads.length = 0;
    expect(await source.readDecisions(after)).toBe(after);
    expect(reads).toHaveLength(1);
  });

  it('leaves the rules as they are when a policy was set', async () => {
    const { source } = open(address());
    const before = await source.read(null);
    await commit(stores(), { policies: [aPolicyRecord({ ...BASKET, autopilot: 'CURATED_ONLY' })] });
    const { snapshot } = await source.readDecisions(before);
    expect(snapshot.policies).toMatchObject([{ ...BASKET, autopilot: 'CURATED_ONLY' }]);
    expect(snapshot.rules).toBe(before.snapshot.rules);
    expect(snapshot.copy).toBe(before.snapshot.copy);
  });
});

describe('a snapshot that takes in what was decided since', () => {
  const { stores, address } = useStores();
  const open = useCountedShops();

  it('shows edits, approvals, retirements, the shop held back and texts, each by itself', async () => {
    const { source } = open(address());
    let held = await source.read(null);
    const after = async (writes: DecisionWrites): Promise<HeldSnapshot> => {
      await commit(stores(), writes);
      held = await source.readDecisions(held);
      return held;
    };
    expect(namesIn(await after({ rules: [aRuleRecord('a'), aRuleRecord('b', { state: 'DRAFT' })] }))).toEqual(['Rule a']);
    expect(namesIn(await after({ rules: [aRuleRecord('b', { version: 2 })] }))).toEqual(['Rule a', 'Rule b']);
    expect(namesIn(await after({ rules: [aRuleRecord('a', { version: 2, name: 'renamed' })] }))).toEqual(['renamed', 'Rule b']);
    expect(namesIn(await after({ rules: [aRuleRecord('a', { version: 3, state: 'RETIRED' })] }))).toEqual(['Rule b']);
    expect(namesIn(await after({ rules: [aRuleRecord('b', { version: 3, state: 'DRAFT' })] }))).toEqual([]);
    expect((await after({ shopAutopilot: aShopAutopilotRecord({ autopilot: 'CURATED_ONLY' }) })).snapshot.ceiling).toBe('CURATED_ONLY');
    const copyIds = ({ snapshot }: HeldSnapshot): unknown => snapshot.copy.get('p1')?.map(({ id }) => id);
    expect(copyIds(await after({ copies: [aCopyRecord('c2'), aCopyRecord('c1')] }))).toEqual(['c1', 'c2']);
    expect(copyIds(await after({ copies: [aCopyRecord('c1', { version: 2, state: 'RETIRED' })] }))).toEqual(['c2']);
    const { snapshot } = await open(address()).source.read(null);
    expect({ ...snapshot, rules: snapshot.rules.approved() }).toEqual({ ...held.snapshot, rules: held.snapshot.rules.approved() });
  });

  it('never carries the mark of its revision further', async () => {
    const { source } = open(address());
    await commit(stores(), { rules: [aRuleRecord('marked')], policies: [aPolicyRecord(BASKET)], pairs: [aPairRecord('a', 'b')] });
    const { snapshot, decisions } = await source.read(null);
    const all = await stores().decisions.all();
    for (const decision of [...snapshot.rules.approved(), ...snapshot.policies, ...decisions.copies.values()]) expect(decision).not.toHaveProperty('revision');
    for (const record of [...all.rules, ...all.policies, ...all.pairs, all.shopAutopilot]) expect(record).not.toHaveProperty('revision');
  });

  it('is read anew when the counter was set back, as by a backup', async () => {
    const { source, collections } = open(address());
    const before = await source.read(null);
    await collections.revisions.updateOne({ _id: 'rules' }, { $set: { revision: 1 } });
    await collections.rules.deleteMany({});
    expect(namesIn(before)).not.toEqual([]);
    expect(namesIn(await source.readDecisions(before))).toEqual([]);
  });
});

describe('decisions from before they were marked with their revision', () => {
  const { stores, address } = useStores();
  const open = useCountedShops();

  it('are in force, and are marked when they are changed', async () => {
    await commit(stores(), { rules: [aRuleRecord('old'), aRuleRecord('older')], shopAutopilot: aShopAutopilotRecord({ autopilot: 'APPROVED_ONLY' }) });
    const { source, collections } = open(address());
    await collections.rules.updateMany({}, { $unset: { revision: '' } });
    await collections.shopAutopilot.updateMany({}, { $unset: { revision: '' } });
    const before = await source.read(null);
    expect([namesIn(before), before.snapshot.ceiling]).toEqual([['Rule old', 'Rule older'], 'APPROVED_ONLY']);
    await commit(stores(), { rules: [aRuleRecord('old', { version: 2, name: 'new' })] });
    expect(namesIn(await source.readDecisions(before))).toEqual(['new', 'Rule older']);
  });

  it('keep the mark of the newest version when somebody writes an earlier one out late', async () => {
    const { collections } = open(address());
    const revision = (await collections.revisions.findOne({ _id: 'rules' }))?.revision ?? 0;
    await commit(stores(), { rules: [aRuleRecord('older', { version: 2 })] });
    const { id: _id, ...late } = aRuleRecord('older', { version: 1 });
    await rollForward(collections, [{ _id: 'late', commitId: 'late', revision: 0, into: 'rules', document: { _id, ...late } }]);
    expect(await collections.rules.findOne({ _id: 'older' })).toMatchObject({ version: 2, revision: revision + 1 });
  });
});

describe('a reader that races with writers', () => {
  const { stores, address } = useStores();

  it('has caught up with every commit that was acknowledged when it began, while they go on committing', async () => {
    const writer = openStores(address());
    const rules = Array.from({ length: 20 }, (_, index) => aRuleRecord(`filler-${String(index)}`));
    await commit(stores(), { rules: [...rules, aRuleRecord('counted', { name: '0' })] });
    let acknowledged = 0;
    let isReading = true;
    const writing = (async () => {
      while (isReading) {
        const name = String(acknowledged + 1);
        const next = { version: acknowledged + 2, name };
        await commit(writer, { rules: [aRuleRecord('counted', next)] });
        acknowledged += 1;
      }
    })();
    let held = await stores().snapshots.read(null);
    const seen: number[] = [];
    for (let reading = 0; reading < 50; reading += 1) {
      const before = acknowledged;
      held = await stores().snapshots.readDecisions(held);
      seen.push(Number(held.decisions.rules.get('counted')?.name));
      expect(seen.at(-1)).toBeGreaterThanOrEqual(before);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    isReading = false;
    await writing;
    expect(new Set(seen).size).toBeGreaterThan(5);
    await writer.close();
  });
});

describe('the first reading of decisions', () => {
  const { open } = useShopProcesses();

  /** Collections whose rules are read only after `first` has happened, once policies have been read. */
  const rulesLast = (collections: Collections, first: () => Promise<void>): Collections => {
    let policiesRead = (): void => {};
    const policies = new Promise<void>((resolve) => (policiesRead = resolve));
    const find = (name: 'rules' | 'policies', before: () => Promise<void>, after: () => void) =>
      new Proxy(collections[name], {
        get: (target, member) => {
          if (member !== 'find') return Reflect.get(target, member, target) as unknown;
          return (filter: object, options: object) => ({
            toArray: async () => {
              await before();
              const found = await (target.find as (...of: object[]) => { toArray(): Promise<unknown[]> }).call(target, filter, options).toArray();
              after();
              return found;
            },
          });
        },
      });
    const once = policies.then(first);
    return {
      ...collections,
      policies: find('policies', () => Promise.resolve(), () => policiesRead()) as Collections['policies'],
      rules: find('rules', () => once, () => undefined) as Collections['rules'],
    };
  };

  it('is of one moment, also when a rule ceases to be approved half-way', async () => {
    const collections = open();
    const decisions = decisionsOver(collections);
    await commit({ decisions }, { rules: [aRuleRecord('leaving')], policies: [aPolicyRecord({ ...BASKET, updatedBy: 'before' })] });
    const reading = rulesLast(open(), () =>
      commit({ decisions }, {
        rules: [aRuleRecord('leaving', { version: 2, state: 'RETIRED' })],
        policies: [aPolicyRecord({ ...BASKET, version: 2, updatedBy: 'after' })],
      }),
    );
    const found = await readInForce(reading, createDecisionJournal(reading), null);
    expect(found?.rules.has('leaving')).toBe(false);
    expect(found?.policies.get(policyKey(BASKET))?.updatedBy).toBe('after');
  });

  it('is given up when commits keep coming faster than they can be read', async () => {
    const [decisions, other] = [decisionsOver(open()), decisionsOver(open())];
    let version = 0;
    const overtaken = await decisions.journal.catchUp(null, async () => {
      version += 1;
      await commit({ decisions: other }, { rules: [aRuleRecord('restless', { version })] });
      return Infinity;
    });
    expect(overtaken).toBeNull();
  });
});

describe('the products that rules propose', () => {
  const { stores, address } = useStores();
  const open = useCountedShops();
  const proposing = (id: string, tag: string) => aRuleRecord(id, { action: 'RECOMMEND', then: aSelector({ tags: [tag] }) });

  it('are looked up for what is new, and all of them again when the catalogue has changed, after the decisions', async () => {
    await stores().facts.recordProducts([aProduct('p1', { tags: ['one'] }), aProduct('p2', { tags: ['two'] })]);
    await commit(stores(), { rules: [proposing('r1', 'one')] });
    const { source, reads } = open(address());
    const lookups = (): number => reads.filter(({ collection }) => collection === 'catalogue').length;
    let held = await source.read(null);
    expect([...held.snapshot.ruleProducts]).toEqual([['r1', ['p1']]]);

    await commit(stores(), { rules: [proposing('r2', 'two'), proposing('r3', 'one')] });
    reads.length = 0;
    held = await source.readDecisions(held);
    expect([lookups(), held.snapshot.ruleProducts.get('r3')]).toEqual([0, ['p1']]);
    expect(await source.follow(held)).toBe(true);
    expect(lookups()).toBe(1);
    held = await source.readDecisions(held);
    expect(held.snapshot.ruleProducts.get('r2')).toEqual(['p2']);
    expect(held.snapshot.knownProducts.get('p2')?.title).toBe('Product p2');
    expect(await source.follow(held)).toBe(false);

    await stores().facts.recordProducts([aProduct('p0', { tags: ['one'] }), aProduct('p2', { tags: ['three'] })]);
    await commit(stores(), { shopAutopilot: aShopAutopilotRecord({ autopilot: 'CURATED_ONLY', updatedAt: NOW }) });
    reads.length = 0;
    held = await source.readDecisions(held);
    expect([lookups(), held.snapshot.ceiling, held.snapshot.ruleProducts.get('r1')]).toEqual([0, 'CURATED_ONLY', ['p1']]);
    while (await source.follow(held)) held = await source.readDecisions(held);
    expect(Object.fromEntries(held.snapshot.ruleProducts)).toEqual({ r1: ['p0', 'p1'], r2: [], r3: ['p0', 'p1'] });
    const { snapshot } = await open(address()).source.read(null);
    expect({ ...held.snapshot, rules: null }).toEqual({ ...snapshot, rules: null });
  });
});

describe('a reading of the past', () => {
  const { stores, address } = useStores();
  const open = useCountedShops();

  it('reads what was in force then in slices, and the history of nothing that came later', async () => {
    const [then, later] = [new Date(NOW.getTime() - 1_000), new Date(NOW.getTime() + 1_000)];
    const unchanged = Array.from({ length: 450 }, (_, index) => aRuleRecord(`kept-${String(index)}`, { updatedAt: then }));
    const newer = Array.from({ length: 450 }, (_, index) => aRuleRecord(`later-${String(index)}`, { updatedAt: later }));
    await commit(stores(), { rules: [...unchanged, ...newer] });
    const { collections, reads } = open(address());
    const rulesAt = async (at: Date): Promise<number> => (await decisionsOver(collections).asOf(at)).rules.length;
    expect(await rulesAt(NOW)).toBe(450);
    const slices = reads.filter(({ collection }) => collection === 'rules').map(({ documents }) => documents);
    expect(Math.max(...slices)).toBeLessThanOrEqual(200);
    expect(slices.reduce((sum, documents) => sum + documents, 0)).toBe(450);
    expect(await rulesAt(later)).toBe(900);
  });
});
