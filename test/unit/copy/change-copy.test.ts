import { describe, expect, it } from 'vitest';

import {
  approveCopy,
  createCopy,
  retireCopy,
  updateCopy,
  type CopyChangeDependencies,
  type NewCopy,
} from '../../../src/domain/copy/change-copy.js';
import type { CopyVariantRecord } from '../../../src/domain/copy/copy-variant.js';
import type { ChangeResult } from '../../../src/domain/merchandising/changing/failure.js';
import { aCopyRecord, aProduct, NOW } from '../../support/builders.js';
import { createInMemoryDecisions } from '../../support/in-memory-decisions.js';
import { aFinder } from '../../support/in-memory-finder.js';

const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

const desk = (copies: readonly CopyVariantRecord[] = [], twoPersons = false) => {
  const decisions = createInMemoryDecisions({ copies });
  let ids = 0;
  const as = (by: string, minutes = 1): CopyChangeDependencies => ({
    decisions,
    finder: aFinder(['p1', 'p2'].map((id) => aProduct(id))),
    actor: { by, at: later(minutes) },
    twoPersons,
    newId: () => `new-${String((ids += 1))}`,
  });
  return { decisions, as };
};

const newCopy = (changes: Partial<NewCopy['variant']> = {}, idempotencyKey: string | null = null): NewCopy => ({
  idempotencyKey,
  variant: { productId: 'p1', text: 'For long evenings', audience: { favouriteBrand: 'Acme' }, ...changes },
});
const saved = (result: ChangeResult<CopyVariantRecord>): CopyVariantRecord => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const failureOf = (result: ChangeResult<unknown>): unknown => (result.ok ? null : result.failure);

describe('a new copy variant', () => {
  it('is a draft by whoever wrote it, of a person’s hand', async () => {
    const { decisions, as } = desk();
    const variant = saved(await createCopy(newCopy({ text: ' For long evenings ' }), as('mia')));
    expect(variant).toEqual({
      id: 'new-1',
      productId: 'p1',
      text: 'For long evenings',
      audience: { kind: 'FAVOURITE_BRAND', brand: 'Acme' },
      state: 'DRAFT',
      origin: 'HUMAN',
      model: null,
      version: 1,
      createdBy: 'mia',
      editedBy: 'mia',
      approvedBy: null,
      updatedAt: later(1),
      createdWith: null,
      history: [
        {
          version: 1,
          at: later(1),
          by: 'mia',
          via: 'API',
          state: 'DRAFT',
          summary: 'created for customers whose favourite brand is Acme',
          contents: { productId: 'p1', text: 'For long evenings', audience: { kind: 'FAVOURITE_BRAND', brand: 'Acme' } },
        },
      ],
    });
    expect(decisions.commits).toEqual([{ copies: [variant] }]);
  });

  it('is not saved with anything wrong, and all of it is told', async () => {
    const { decisions, as } = desk();
    const result = await createCopy(newCopy({ productId: 'nowhere', text: '', audience: {} }), as('mia'));
    expect(failureOf(result)).toMatchObject({
      kind: 'INVALID',
      problems: [{ path: 'productId', message: 'is not in the catalogue' }, { path: 'text' }, { path: 'audience' }],
    });
    expect(decisions.commits).toEqual([]);
  });

  it('is written once for a key, and the key is the actor’s own', async () => {
    const { decisions, as } = desk();
    const first = saved(await createCopy(newCopy({}, 'k'), as('mia')));
    expect(saved(await createCopy(newCopy({}, 'k'), as('mia', 5)))).toEqual(first);
    expect(failureOf(await createCopy(newCopy({ text: 'Other' }, 'k'), as('mia')))).toEqual({ kind: 'KEY_REUSED' });
    expect(saved(await createCopy(newCopy({}, 'k'), as('noor'))).id).not.toBe(first.id);
    expect(first.id).toMatch(/^copy-[\w-]{22}$/);
    expect(decisions.commits).toHaveLength(2);
  });

  it('is answered as it was created by its key, whatever became of it, and nobody approves unseen what it became', async () => {
    const { as } = desk();
    const first = saved(await createCopy(newCopy({}, 'k'), as('mia')));
    const { id } = first;
    saved(await updateCopy({ id, version: 1, text: 'Another', audience: { favouriteBrand: 'Zoom' } }, as('noor', 2)));
    saved(await approveCopy({ id, version: 2, note: null }, as('ada', 3)));
    const again = saved(await createCopy(newCopy({}, 'k'), as('mia', 4)));
    expect(again).toEqual(first);
    expect(failureOf(await retireCopy({ id, version: again.version, note: null }, as('mia', 5)))).toEqual({ kind: 'VERSION_CONFLICT', currentVersion: 3 });
  });

  it('is answered as it stands where its history no longer reaches back to its creation', async () => {
    const first = saved(await createCopy(newCopy({}, 'k'), desk().as('mia')));
    const old = { ...first, version: 2_000, history: first.history.map((entry) => ({ ...entry, version: 1_001 })) };
    expect(saved(await createCopy(newCopy({}, 'k'), desk([old]).as('mia', 2)))).toEqual(old);
  });
});

describe('an edit of a copy variant', () => {
  it('makes it a draft again, says what changed and by whom, and keeps who wrote it first', async () => {
    const { as } = desk([aCopyRecord('v', { text: 'Old', origin: 'GENERATED', model: 'm1' })]);
    const variant = saved(await updateCopy({ id: 'v', version: 1, text: 'New', audience: { favouriteCategoryId: 'toys' } }, as('noor')));
    expect(variant).toMatchObject({ state: 'DRAFT', version: 2, approvedBy: null, createdBy: 'tests', editedBy: 'noor', origin: 'GENERATED', model: 'm1' });
    expect(variant.history.map(({ version, by, summary }) => [version, by, summary])).toEqual([
      [2, 'noor', 'text Old → New; audience customers whose favourite brand is Acme → customers whose favourite category is toys; a draft again'],
      [1, 'tests', 'Written.'],
    ]);
  });

  it('leaves the audience where none is given', async () => {
    const { as } = desk([aCopyRecord('v')]);
    const { audience } = saved(await updateCopy({ id: 'v', version: 1, text: 'New', audience: null }, as('noor')));
    expect(audience).toEqual({ kind: 'FAVOURITE_BRAND', brand: 'Acme' });
  });

  it('writes nothing where nothing changes', async () => {
    const { decisions, as } = desk([aCopyRecord('v', { text: 'Same' })]);
    expect(saved(await updateCopy({ id: 'v', version: 1, text: ' Same ', audience: { favouriteBrand: 'Acme' } }, as('noor')))).toMatchObject({ state: 'APPROVED', version: 1 });
    expect(decisions.commits).toEqual([]);
  });

  it('of what changed since is a conflict, of nothing is not found, and of nonsense is invalid; nothing is written', async () => {
    const { decisions, as } = desk([aCopyRecord('v', { version: 3 })]);
    expect(failureOf(await updateCopy({ id: 'v', version: 2, text: 'New', audience: null }, as('noor')))).toEqual({ kind: 'VERSION_CONFLICT', currentVersion: 3 });
    expect(failureOf(await updateCopy({ id: 'w', version: 2, text: 'New', audience: null }, as('noor')))).toEqual({ kind: 'NOT_FOUND', id: 'w' });
    expect(failureOf(await updateCopy({ id: 'v', version: 3, text: 'a\nb', audience: {} }, as('noor')))).toMatchObject({
      kind: 'INVALID',
      problems: [{ path: 'text' }, { path: 'audience' }],
    });
    expect(decisions.commits).toEqual([]);
  });
});

describe('the approval of a copy variant', () => {
  const draft = aCopyRecord('v', { state: 'DRAFT', approvedBy: null, editedBy: 'mia' });

  it('lets it be shown and says who and why', async () => {
    const { as } = desk([draft]);
    const variant = saved(await approveCopy({ id: 'v', version: 1, note: ' fine ' }, as('mia')));
    expect(variant).toMatchObject({ state: 'APPROVED', version: 2, approvedBy: 'mia', editedBy: 'mia' });
    expect(variant.history[0]).toMatchObject({ summary: 'approved (fine)', state: 'APPROVED' });
  });

  it('is somebody else’s where the shop asks for two persons, also of a draft that was asked for', async () => {
    const { decisions, as } = desk([draft], true);
    for (const name of ['mia', 'Mia', 'mia ', 'mia\u200b'])
      expect(failureOf(await approveCopy({ id: 'v', version: 1, note: null }, as(name)))).toEqual({ kind: 'SECOND_PERSON_REQUIRED' });
    expect(decisions.commits).toEqual([]);
    expect(saved(await approveCopy({ id: 'v', version: 1, note: null }, as('noor')))).toMatchObject({ approvedBy: 'noor', editedBy: 'mia' });
  });

  it('holds for what was seen: an edit in between wins, whenever it comes', async () => {
    const { decisions, as } = desk([draft]);
    decisions.interfere = async () => {
      await updateCopy({ id: 'v', version: 1, text: 'Sneaked in', audience: null }, as('noor'));
    };
    expect(failureOf(await approveCopy({ id: 'v', version: 1, note: null }, as('mia')))).toEqual({ kind: 'VERSION_CONFLICT', currentVersion: 2 });
    expect((await decisions.read({ copyIds: ['v'] })).copies.get('v')).toMatchObject({ state: 'DRAFT', text: 'Sneaked in' });
  });

  it('of an approved one is done already; of a retired one it is invalid until it is saved again', async () => {
    const { decisions, as } = desk([aCopyRecord('v'), aCopyRecord('w', { state: 'RETIRED', text: 'W' })]);
    expect(saved(await approveCopy({ id: 'v', version: 1, note: null }, as('mia')))).toMatchObject({ version: 1 });
    expect(failureOf(await approveCopy({ id: 'w', version: 1, note: null }, as('mia')))).toMatchObject({ kind: 'INVALID', problems: [{ path: 'id' }] });
    expect(decisions.commits).toEqual([]);
    expect(saved(await updateCopy({ id: 'w', version: 1, text: 'W', audience: null }, as('mia')))).toMatchObject({ state: 'DRAFT', version: 2 });
  });

  it('takes no note that nobody can read', async () => {
    const { as } = desk([draft]);
    expect(failureOf(await approveCopy({ id: 'v', version: 1, note: 'x'.repeat(2_001) }, as('mia')))).toMatchObject({ problems: [{ path: 'note' }] });
  });
});

describe('the retirement of a copy variant', () => {
  it('takes it away from any state, once', async () => {
    const { decisions, as } = desk([aCopyRecord('v')]);
    const variant = saved(await retireCopy({ id: 'v', version: 1, note: 'off season' }, as('mia')));
    expect(variant).toMatchObject({ state: 'RETIRED', version: 2, approvedBy: null });
    expect(variant.history[0]?.summary).toBe('retired (off season)');
    expect(saved(await retireCopy({ id: 'v', version: 2, note: null }, as('mia')))).toEqual(variant);
    expect(decisions.commits).toHaveLength(1);
  });
});
