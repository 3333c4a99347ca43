import { describe, expect, it } from 'vitest';
import { approveRule, createRule, retireRule, updateRule } from '../../../../src/domain/merchandising/changing/change-rule.js';
import type { RuleRecord } from '../../../../src/domain/merchandising/kept/decisions.js';
import type { RuleWording } from '../../../../src/domain/merchandising/changing/rule-contents.js';
import type { RuleContents, RuleState } from '../../../../src/domain/merchandising/rule.js';
import { aSelector, NOW } from '../../../support/builders.js';
import { createInMemoryDecisions } from '../../../support/in-memory-decisions.js';
import { aDraft, aWording, failureOf, somebody, valueOf } from '../people.js';

/** A shop with one draft by Mia, and what people can do with it. */
const aShop = async (twoPersons = false) => {
  const decisions = createInMemoryDecisions();
  const draft = await aDraft('mia', decisions);
  const as = (by: string) => somebody(by, decisions, { twoPersons });
  const id = draft.id;
  return {
    decisions,
    draft,
    held: async () => (await decisions.read({ ruleIds: [id] })).rules.get(id),
    edit: (by: string, version: number, rule: Partial<RuleWording>) => updateRule({ id, version, rule: aWording(rule) }, as(by)),
    approve: (by: string, version: number, note: string | null = null) => approveRule({ id, version, note }, as(by)),
    retire: (by: string, version: number, note: string | null = null) => retireRule({ id, version, note }, as(by)),
  };
};

const standing = ({ state, version, approvedBy, editedBy }: RuleRecord) => ({ state, version, approvedBy, editedBy });
const RULE_NEW = 'rule-new';

describe('a new rule', () => {
  it('is a draft of version 1 by whoever wrote it', async () => {
    const { draft, decisions } = await aShop();
    expect(draft).toMatchObject({ ...aWording(), id: RULE_NEW, createdBy: 'mia', updatedAt: NOW, createdWith: null, warnings: [] });
    expect(standing(draft)).toEqual({ state: 'DRAFT', version: 1, approvedBy: null, editedBy: 'mia' });
    expect(decisions.commits).toEqual([{ rules: [draft] }]);
  });

  it('is kept tidy: text without space around it, every value once', async () => {
    const decisions = createInMemoryDecisions();
    const then = aSelector({ productIds: ['a', 'b', 'a'], categoryIds: ['c', 'c'], brands: [' Zoom', 'Zoom'], tags: ['x ', 'y'] });
    const rule = await aDraft('mia', decisions, aWording({ name: ' Batteries ', note: '  ', then, placements: ['BASKET', 'BASKET'] }));
    expect(rule).toMatchObject({ name: 'Batteries', note: null, placements: ['BASKET'] });
    expect(rule.then).toEqual(aSelector({ productIds: ['a', 'b'], categoryIds: ['c'], brands: ['Zoom'], tags: ['x', 'y'] }));
  });

  it('is refused with all that is wrong with it, by place, and nothing is written', async () => {
    const decisions = createInMemoryDecisions();
    const rule = aWording({ name: '', then: aSelector({ productIds: ['ok', 'ok', ''] }), slot: 3 });
    const failure = failureOf(await createRule({ idempotencyKey: ' ', rule }, somebody('mia', decisions)));
    expect(failure).toEqual({
      kind: 'INVALID',
      problems: [
        { path: 'idempotencyKey', message: 'is empty' },
        { path: 'name', message: 'is empty' },
        { path: 'then.productIds[2]', message: 'must be an id (text that is not empty), got ""' },
        { path: 'slot', message: 'belongs to pin only: take it out, or make the action pin' },
      ],
    });
    expect(decisions.commits).toEqual([]);
  });

  it('is refused with a selector that asks for nothing, which would mean everything', async () => {
    const decisions = createInMemoryDecisions();
    const mia = somebody('mia', decisions);
    const nothing = aSelector();
    const failure = failureOf(await createRule({ idempotencyKey: null, rule: aWording({ when: nothing, then: nothing }) }, mia));
    expect(failure).toMatchObject({ kind: 'INVALID', problems: [{ path: 'when' }, { path: 'then' }] });
    expect(valueOf(await createRule({ idempotencyKey: null, rule: aWording({ when: null, then: aSelector({ maxPrice: '5.00' }) }) }, mia)).when).toBeNull();
  });

  it('carries the warnings that were found for it', async () => {
    const warning = { code: 'NEVER_ACTIVE', message: 'Its validity is over.', productIds: [], otherRule: null } as const;
    const asked: RuleContents[] = [];
    const warningsOf = async (contents: RuleContents) => {
      asked.push(contents);
      return Promise.resolve([warning]);
    };
    const mia = somebody('mia', createInMemoryDecisions(), { warningsOf });
    expect(valueOf(await createRule({ idempotencyKey: null, rule: aWording({ name: ' x ' }) }, mia)).warnings).toEqual([warning]);
    expect(asked).toEqual([{ ...aWording({ name: 'x' }), id: RULE_NEW, state: 'DRAFT' }]);
  });
});

describe('a change of a rule', () => {
  it.each<[RuleState, (shop: Awaited<ReturnType<typeof aShop>>) => Promise<unknown>, number]>([
    ['DRAFT', () => Promise.resolve(), 1],
    ['APPROVED', (shop) => shop.approve('noor', 1), 2],
    ['RETIRED', (shop) => shop.retire('noor', 1), 2],
  ])('is a draft again after an edit, whatever it was: %s', async (_state, prepare, version) => {
    const shop = await aShop();
    await prepare(shop);
    const edited = valueOf(await shop.edit('ada', version, { name: 'Cells' }));
    expect(standing(edited)).toEqual({ state: 'DRAFT', version: version + 1, approvedBy: null, editedBy: 'ada' });
    expect(edited).toMatchObject({ name: 'Cells', createdBy: 'mia' });
  });

  it('tells whoever edits a live rule that it rests from now on, and nobody else', async () => {
    const shop = await aShop();
    expect(valueOf(await shop.edit('ada', 1, { note: 'first' })).warnings).toEqual([]);
    await shop.approve('noor', 2);
    expect(valueOf(await shop.edit('ada', 3, { note: 'a comma' })).warnings).toMatchObject([{ code: 'NO_LONGER_IN_FORCE' }]);
    expect(valueOf(await shop.approve('noor', 4)).warnings).toEqual([]);
  });

  it('puts a draft in force by approval, with what was seen', async () => {
    const shop = await aShop();
    const approved = valueOf(await shop.approve('noor', 1));
    expect(standing(approved)).toEqual({ state: 'APPROVED', version: 2, approvedBy: 'noor', editedBy: 'mia' });
    expect(approved).toMatchObject(aWording());
  });

  it('takes a draft or an approved rule out of force', async () => {
    const shop = await aShop();
    expect(standing(valueOf(await shop.retire('noor', 1)))).toEqual({ state: 'RETIRED', version: 2, approvedBy: null, editedBy: 'mia' });
    const other = await aShop();
    await other.approve('noor', 1);
    expect(standing(valueOf(await other.retire('ada', 2)))).toEqual({ state: 'RETIRED', version: 3, approvedBy: null, editedBy: 'mia' });
  });

  it('writes nothing when there is nothing left to do', async () => {
    const shop = await aShop();
    const approved = valueOf(await shop.approve('noor', 1));
    expect(valueOf(await shop.approve('ada', 2))).toEqual(approved);
    const retired = valueOf(await shop.retire('noor', 2));
    expect(valueOf(await shop.retire('ada', 3))).toEqual(retired);
    expect(shop.decisions.commits).toHaveLength(3);
  });

  it('leaves an approved rule approved, and a draft its editor, when an edit changes nothing', async () => {
    const shop = await aShop();
    expect(valueOf(await shop.edit('noor', 1, {}))).toEqual(shop.draft);
    const approved = valueOf(await shop.approve('noor', 1));
    const reread = { then: aSelector({ productIds: ['batteries', 'batteries'] }), name: 'Batteries ' };
    expect(valueOf(await shop.edit('ada', 2, reread))).toEqual(approved);
    expect(shop.decisions.commits).toHaveLength(2);
  });

  it('makes a retired rule a draft of whoever saves it again as it was', async () => {
    const shop = await aShop();
    await shop.retire('mia', 1);
    expect(standing(valueOf(await shop.edit('noor', 2, {})))).toEqual({ state: 'DRAFT', version: 3, approvedBy: null, editedBy: 'noor' });
  });

  it('does not approve what is retired', async () => {
    const shop = await aShop();
    const retired = valueOf(await shop.retire('noor', 1));
    expect(failureOf(await shop.approve('noor', 2))).toEqual({
      kind: 'INVALID',
      problems: [{ path: 'id', message: 'is retired: save it again to make it a draft' }],
    });
    expect(await shop.held()).toEqual(retired);
  });

  it('knows no rule that nobody wrote', async () => {
    const decisions = createInMemoryDecisions();
    const input = { id: 'gone', version: 1, note: null };
    const mia = somebody('mia', decisions);
    const results = [await approveRule(input, mia), await retireRule(input, mia), await updateRule({ ...input, rule: aWording() }, mia)];
    expect(results.map(failureOf)).toEqual(Array(3).fill({ kind: 'NOT_FOUND', id: 'gone' }));
  });

  it('is refused when it is unsound or its note is too long, and nothing is written', async () => {
    const shop = await aShop();
    expect(failureOf(await shop.edit('noor', 1, { then: null }))).toMatchObject({ kind: 'INVALID', problems: [{ path: 'then' }] });
    const note = 'x'.repeat(2_001);
    const tooLong = { kind: 'INVALID', problems: [{ path: 'note', message: 'is longer than 2000 characters' }] };
    expect(failureOf(await shop.approve('noor', 1, note))).toEqual(tooLong);
    expect(failureOf(await shop.retire('noor', 1, note))).toEqual(tooLong);
    expect(shop.decisions.commits).toHaveLength(1);
  });

  it('is warned of with what is found when it is approved, and no longer once it is retired', async () => {
    const decisions = createInMemoryDecisions();
    const { id } = await aDraft('mia', decisions);
    const warning = { code: 'OUT_OF_STOCK', message: 'Sold out.', productIds: ['batteries'], otherRule: null } as const;
    const noor = somebody('noor', decisions, { warningsOf: async () => Promise.resolve([warning]) });
    expect(valueOf(await approveRule({ id, version: 1, note: null }, noor)).warnings).toEqual([warning]);
    expect(valueOf(await retireRule({ id, version: 2, note: null }, noor)).warnings).toEqual([]);
  });
});

describe('a change based on a version that no longer stands', () => {
  it('is told which one stands, and loses nothing', async () => {
    const shop = await aShop();
    const edited = valueOf(await shop.edit('noor', 1, { priority: 1 }));
    const conflict = { kind: 'VERSION_CONFLICT', currentVersion: 2 };
    for (const stale of [1, 3, 0, -1]) {
      expect(failureOf(await shop.edit('mia', stale, { priority: 2 }))).toEqual(conflict);
      expect(failureOf(await shop.approve('ada', stale))).toEqual(conflict);
      expect(failureOf(await shop.retire('ada', stale))).toEqual(conflict);
    }
    expect(await shop.held()).toEqual(edited);
  });

  it('lets one of fifty editors win, and tells the other forty-nine', async () => {
    const shop = await aShop();
    const results = await Promise.all(Array.from({ length: 50 }, (_, at) => shop.edit(`editor-${at}`, 1, { priority: at + 1 })));
    const winners = results.filter(({ ok }) => ok);
    expect(winners).toHaveLength(1);
    expect(results.map(failureOf).filter((failure) => failure?.kind === 'VERSION_CONFLICT')).toHaveLength(49);
    expect(winners.map(valueOf)).toEqual([await shop.held()]);
    expect((await shop.held())?.history).toHaveLength(2);
  });
});

describe('a shop that asks for two persons', () => {
  const second = { kind: 'SECOND_PERSON_REQUIRED' };

  it('lets nobody approve what they wrote', async () => {
    const shop = await aShop(true);
    expect(failureOf(await shop.approve('mia', 1))).toEqual(second);
    expect(await shop.held()).toEqual(shop.draft);
    expect(valueOf(await shop.approve('noor', 1)).approvedBy).toBe('noor');
  });

  it('asks for somebody other than the last editor, whoever wrote it first', async () => {
    const shop = await aShop(true);
    await shop.edit('noor', 1, { priority: 1 });
    expect(failureOf(await shop.approve('noor', 2))).toEqual(second);
    expect(valueOf(await shop.approve('mia', 2)).approvedBy).toBe('mia');
  });

  it('lets nobody make somebody else the editor of their words by a save that changes nothing', async () => {
    const shop = await aShop(true);
    await shop.edit('noor', 1, {});
    expect(failureOf(await shop.approve('mia', 1))).toEqual(second);
  });

  it('asks again after every edit, also of an approved rule', async () => {
    const shop = await aShop(true);
    await shop.approve('noor', 1);
    await shop.edit('noor', 2, { priority: 1 });
    expect(failureOf(await shop.approve('noor', 3))).toEqual(second);
  });

  it('takes whoever brings a retired rule back for its editor', async () => {
    const shop = await aShop(true);
    await shop.retire('noor', 1);
    await shop.edit('noor', 2, {});
    expect(failureOf(await shop.approve('noor', 3))).toEqual(second);
    expect(valueOf(await shop.approve('mia', 3)).state).toBe('APPROVED');
  });

  it('asks nobody for a second person to retire', async () => {
    const shop = await aShop(true);
    expect(valueOf(await shop.retire('mia', 1)).state).toBe('RETIRED');
  });
});

describe('the history of a rule', () => {
  it('tells every change, newest first: who, when, where it stood, and what changed', async () => {
    const shop = await aShop();
    await shop.edit('noor', 1, { action: 'BOOST', weight: 2 });
    await shop.approve('mia', 2, ' Black Friday ');
    await shop.edit('noor', 3, { action: 'BOOST', weight: 3, validUntil: new Date('2026-12-27T00:00:00Z') });
    await shop.approve('mia', 4);
    const { history } = valueOf(await shop.retire('mia', 5, 'sold out'));
    expect(history.map(({ version, by, state, approvedBy, summary }) => [version, by, state, approvedBy, summary])).toEqual([
      [6, 'mia', 'RETIRED', null, 'retired (sold out)'],
      [5, 'mia', 'APPROVED', 'mia', 'approved'],
      [4, 'noor', 'DRAFT', null, 'weight 2 → 3; validUntil set to 2026-12-27; a draft again'],
      [3, 'mia', 'APPROVED', 'mia', 'approved (Black Friday)'],
      [2, 'noor', 'DRAFT', null, 'action RECOMMEND → BOOST; weight set to 2'],
      [1, 'mia', 'DRAFT', null, 'created'],
    ]);
    expect(history.every(({ via, at }) => via === 'API' && at.getTime() === NOW.getTime())).toBe(true);
    expect(history.map(({ contents, saysAsNext }) => (saysAsNext ? 'as next' : contents?.weight))).toEqual([3, 'as next', 'as next', 2, 'as next', null]);
  });
});
