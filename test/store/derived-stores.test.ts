import { describe, expect, it } from 'vitest';

import { applyRuleFile } from '../../src/domain/merchandising/files/apply-rule-file.js';
import { contentsOf } from '../../src/domain/merchandising/changing/rule-contents.js';
import type { RuleFile } from '../../src/domain/merchandising/files/rule-file.js';
import { heldOf } from '../support/bounded-facts.js';
import { aModel, anOrder, aPolicy, aProduct, aRule, aSelector, NOW, someStatistics } from '../support/builders.js';
import { aHabit, aProfile } from '../support/profiles.js';
import { useStores } from '../support/store.js';

const deadline = { maxTimeMS: 2_000, signal: new AbortController().signal };

const statsOf = (productId: string, neighbourIds: readonly string[]) => ({
  productId,
  orders: 10,
  neighbourIds,
  ordersTogether: neighbourIds.map(() => 5),
  neighbourOrders: neighbourIds.map(() => 8),
  scores: neighbourIds.map((_, index) => 1 / (index + 1)),
  basketScores: neighbourIds.map((_, index) => 1 / (index + 2)),
});

describe('learned statistics', () => {
  const { stores } = useStores();

  it('are not seen before the pointer moves, and all at once when it does', async () => {
    await stores().models.stage('v1', someStatistics({ coPurchase: [statsOf('a', ['b'])] }));
    expect(await stores().models.published()).toBeNull();
    await stores().models.publish(aModel({ version: 'v1' }));
    expect(await stores().models.published()).toEqual(aModel({ version: 'v1' }));
    expect((await stores().serving.coPurchase('v1', ['a', 'unknown'], deadline)).get('a')).toEqual(statsOf('a', ['b']));
  });

  it('can be staged again after a killed run, and say the same', async () => {
    const statistics = someStatistics({ coPurchase: [statsOf('a', ['b']), statsOf('b', ['a'])] });
    await stores().models.stage('v2', { ...statistics, coPurchase: statistics.coPurchase.slice(0, 1) });
    const written: number[] = [];
    await stores().models.stage('v2', statistics, (count) => written.push(count));
    expect(written.at(-1)).toBe(2);
    expect((await stores().serving.coPurchase('v2', ['a', 'b'], deadline)).size).toBe(2);
  });

  it('are swept when they are not among the newest versions kept, but not while a run may be writing them', async () => {
    for (const version of ['v3', 'v4', 'v5']) {
      await stores().models.stage(version, someStatistics({ coPurchase: [statsOf('a', [version])] }));
      await stores().models.publish(aModel({ version }));
    }
    await stores().models.stage('being-written', someStatistics({ coPurchase: [statsOf('a', ['b'])] }));
    await stores().models.sweep(new Date(), 2);
    const held = async (version: string) => (await stores().serving.coPurchase(version, ['a'], deadline)).size;
    expect([await held('v3'), await held('v4'), await held('v5'), await held('being-written')]).toEqual([0, 1, 1, 1]);
    await stores().models.sweep(new Date(Date.now() + 24 * 60 * 60 * 1000), 2);
    expect([await held('v5'), await held('being-written')]).toEqual([1, 0]);
  });

  it('keep the version before when the same one is published again', async () => {
    await stores().models.publish(aModel({ version: 'v5' }));
    await stores().models.sweep(new Date(), 2);
    expect((await stores().serving.coPurchase('v4', ['a'], deadline)).size).toBe(1);
  });

  it('hold similarity and popularity beside co-purchases', async () => {
    const neighbours = { ids: ['b'], scores: [0.5] };
    await stores().models.stage(
      'v6',
      someStatistics({
        similarity: [{ productId: 'a', viewed: neighbours, bought: { ids: [], scores: [] } }],
        popularity: [{ categoryId: '', ids: ['a', 'b'], scores: [2, 1] }],
      }),
    );
    expect((await stores().serving.similarity('v6', ['a'], deadline)).get('a')).toEqual({
      productId: 'a',
      viewed: neighbours,
      bought: { ids: [], scores: [] },
    });
    expect((await stores().serving.popularity('v6')).get('')).toEqual({ categoryId: '', ids: ['a', 'b'], scores: [2, 1] });
  });
});

describe('behaviour profiles', () => {
  const { stores } = useStores();

  it('are swapped in only by a writer that saw the revision they replace', async () => {
    const { profiles } = stores();
    const first = aProfile({ customerId: 'p1', orders: 1 });
    expect((await profiles.revisions(['p1'])).get('p1')).toBe(0);
    expect(await profiles.swap([{ profile: first, expected: 0 }])).toEqual([]);
    expect(await profiles.swap([{ profile: aProfile({ customerId: 'p1', orders: 9 }), expected: 0 }])).toEqual(['p1']);
    const second = aProfile({ customerId: 'p1', orders: 2, products: [aHabit('a', { purchases: 1, lastPurchasedAt: NOW })] });
    expect((await profiles.revisions(['p1'])).get('p1')).toBe(1);
    expect(await profiles.swap([{ profile: second, expected: 1 }])).toEqual([]);
    expect(await profiles.swap([{ profile: first, expected: 1 }])).toEqual(['p1']);
    expect((await stores().serving.profiles(['p1'], deadline)).get('p1')).toEqual(second);
  });

  it('of many customers are swapped independently of each other', async () => {
    const { profiles } = stores();
    const of = (customerId: string, orders: number) => aProfile({ customerId, orders });
    await profiles.swap([{ profile: of('p2', 1), expected: 0 }]);
    const lost = await profiles.swap([
      { profile: of('p2', 2), expected: 1 },
      { profile: of('p3', 1), expected: 7 },
      { profile: of('p4', 1), expected: 0 },
    ]);
    expect(lost).toEqual(['p3']);
  });
});

describe('a rules file', () => {
  const { stores } = useStores();
  const rule = contentsOf(aRule('r1', { then: aSelector({ tags: ['aa-battery'] }), action: 'REQUIRE' }));
  const file: RuleFile = {
    rules: [{ ...rule, basedOn: null }],
    policies: [{ lane: 'CROSS_SELL', placement: 'BASKET', autopilot: 'ASSIST', learnedShareCap: 0.5, sameGroupCap: 1, atLeast: 0, fallback: true, diversity: 'LOW', basedOn: null }],
    pairs: [{ anchorId: 'a', complementId: 'b', decision: 'DISMISS', note: null, basedOn: null }],
    shopAutopilot: null,
  };
  const apply = async (what: RuleFile, by: string) =>
    applyRuleFile(stores().decisions, what, { by, now: () => NOW, approvedBy: null, twoPersons: false, overwrite: false });

  it('writes what differs, raises versions, and leaves the rest alone', async () => {
    expect(await apply(file, 'mia')).toMatchObject({ created: 3, updated: 0, unchanged: 0 });
    expect(await apply(file, 'mia')).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    const renamed = { ...file, rules: [{ ...rule, name: 'Renamed', basedOn: null }] };
    expect(await apply(renamed, 'tom')).toMatchObject({ created: 0, updated: 1, unchanged: 2 });
    expect((await stores().decisions.all()).rules).toMatchObject([{ id: 'r1', name: 'Renamed', version: 2, createdBy: 'mia', approvedBy: 'tom' }]);
    expect((await stores().serving.decidedPairs(['a', 'z'], deadline)).get('a')).toEqual([
      { anchorId: 'a', complementId: 'b', decision: 'DISMISS', decidedBy: 'mia', decidedAt: NOW, note: null },
    ]);
  });

  it('shows in the next snapshot, with the products that its selectors find', async () => {
    const before = await stores().snapshots.read(null);
    expect(await stores().snapshots.read(before)).toBe(before);
    await stores().facts.recordProducts([
      aProduct('aa', { tags: ['aa-battery'], categoryPath: ['power', 'batteries'] }),
      aProduct('aa-gone', { tags: ['aa-battery'], inStock: false }),
      aProduct('other'),
    ]);
    const { snapshot } = await stores().snapshots.read(before);
    expect(snapshot.ruleProducts.get('r1')).toEqual(['aa']);
    expect(snapshot.categoryPaths.get('batteries')).toEqual(['power', 'batteries']);
    expect(snapshot.policies).toMatchObject([aPolicy({ lane: 'CROSS_SELL', placement: 'BASKET', learnedShareCap: 0.5 }).placement].map((placement) => ({ placement, learnedShareCap: 0.5 })));
    expect(snapshot.knownProducts.get('aa')?.title).toBe('Product aa');
  });

  it('shows the range of a shop that has not learned anything yet', async () => {
    const { snapshot } = await stores().snapshots.read(null);
    expect(snapshot.model).toBeNull();
    expect(snapshot.popularity.get('')?.ids).toEqual(['aa', 'other']);
  });
});

describe('many writers of one order', () => {
  const { stores } = useStores();

  it('leave the newest, and every reader sees one of them whole', async () => {
    const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 1, 0, minute));
    const versions = Array.from({ length: 20 }, (_, minute) => anOrder('race', [`p${String(minute)}`], { updatedAt: at(minute) }));
    await Promise.all(versions.map(async (order) => stores().facts.recordOrders([order])));
    const { orders } = await heldOf(stores().facts, 'c1');
    expect(orders).toHaveLength(1);
    expect(versions.at(-1)).toMatchObject(orders[0] ?? {});
    expect(orders[0]?.lines.map(({ productId }) => productId)).toEqual(['p19']);
  });
});
