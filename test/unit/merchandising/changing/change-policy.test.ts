import { describe, expect, it } from 'vitest';
import { setPlacementPolicy, type PolicyChange } from '../../../../src/domain/merchandising/changing/change-policy.js';
import { defaultPolicy } from '../../../../src/domain/merchandising/policy.js';
import { NOW } from '../../../support/builders.js';
import { createInMemoryDecisions } from '../../../support/in-memory-decisions.js';
import { failureOf, valueOf } from '../people.js';

const aShop = () => {
  const decisions = createInMemoryDecisions();
  const untouched = { autopilot: null, learnedShareCap: null, sameGroupCap: null, atLeast: null, fallback: null, diversity: null, version: null };
  const set = (by: string, parts: Partial<PolicyChange>) =>
    setPlacementPolicy({ lane: 'CROSS_SELL', placement: 'BASKET', ...untouched, ...parts }, { decisions, actor: { by, at: NOW } });
  return { decisions, set };
};

describe('a change of a placement’s policy', () => {
  it('starts from the default, and leaves what it does not name', async () => {
    const { set } = aShop();
    const first = valueOf(await set('mia', { learnedShareCap: 0.5 }));
    expect(first).toMatchObject({ ...defaultPolicy('CROSS_SELL', 'BASKET'), learnedShareCap: 0.5, version: 1, updatedBy: 'mia', updatedAt: NOW });
    const second = valueOf(await set('noor', { atLeast: 2, fallback: true, diversity: 'LOW', autopilot: 'APPROVED_ONLY' }));
    expect(second).toMatchObject({ learnedShareCap: 0.5, atLeast: 2, fallback: true, diversity: 'LOW', autopilot: 'APPROVED_ONLY', version: 2 });
    expect(second.history.map(({ version, by, summary }) => [version, by, summary])).toEqual([
      [2, 'noor', 'autopilot ASSIST → APPROVED_ONLY; atLeast 0 → 2; fallback false → true; diversity NONE → LOW'],
      [1, 'mia', 'learnedShareCap 1 → 0.5'],
    ]);
    expect(second.history.map(({ contents }) => contents.learnedShareCap)).toEqual([0.5, 0.5]);
  });

  it('limits an anchor’s own group where lists have an anchor, and is refused where they have none', async () => {
    const { set } = aShop();
    const { history, ...first } = valueOf(await set('mia', { sameGroupCap: 0.25 }));
    expect(first).toMatchObject({ ...defaultPolicy('CROSS_SELL', 'BASKET'), sameGroupCap: 0.25, version: 1, updatedBy: 'mia', updatedAt: NOW });
    expect(history).toMatchObject([{ summary: 'sameGroupCap 1 → 0.25', contents: { sameGroupCap: 0.25 } }]);
    expect(valueOf(await set('mia', { atLeast: 1 }))).toMatchObject({ sameGroupCap: 0.25, version: 2 });
    for (const sameGroupCap of [-0.1, 1.01, NaN])
      expect(failureOf(await set('mia', { sameGroupCap }))).toEqual({
        kind: 'INVALID',
        problems: [{ path: 'sameGroupCap', message: 'must be a number from 0 to 1' }],
      });
    expect(failureOf(await set('mia', { lane: 'PERSONALISATION', sameGroupCap: 0.5 }))).toEqual({
      kind: 'INVALID',
      problems: [{ path: 'sameGroupCap', message: 'must be 1 for personalisation, whose lists have no anchor' }],
    });
    expect(valueOf(await set('mia', { lane: 'PERSONALISATION', sameGroupCap: 1 }))).toMatchObject({ sameGroupCap: 1, version: 1 });
  });

  it('keeps lanes apart where placements share a name', async () => {
    const { set } = aShop();
    await set('mia', { atLeast: 3 });
    expect(valueOf(await set('mia', { lane: 'PERSONALISATION', fallback: false }))).toMatchObject({ atLeast: 0, fallback: false, version: 1 });
  });

  it('is refused with everything that is wrong, and nothing is written', async () => {
    const { decisions, set } = aShop();
    expect(failureOf(await set('mia', { placement: 'HOME', learnedShareCap: 1.01, atLeast: 51 }))).toEqual({
      kind: 'INVALID',
      problems: [
        { path: 'placement', message: 'names home, but the cross-sell lane has only product-page, basket, checkout, post-purchase' },
        { path: 'learnedShareCap', message: 'must be a number from 0 to 1' },
        { path: 'atLeast', message: 'must be a whole number from 0 to 50' },
      ],
    });
    for (const learnedShareCap of [-0.1, NaN]) expect(failureOf(await set('mia', { learnedShareCap }))?.kind).toBe('INVALID');
    for (const atLeast of [-1, 0.5, NaN]) expect(failureOf(await set('mia', { atLeast }))?.kind).toBe('INVALID');
    expect(failureOf(await set('mia', {}))).toEqual({
      kind: 'INVALID',
      problems: [{ path: 'input', message: 'changes nothing: give autopilot, learnedShareCap, sameGroupCap, atLeast, fallback or diversity' }],
    });
    expect(decisions.commits).toEqual([]);
  });

  it('is refused when another version stands than the one that was seen', async () => {
    const { set } = aShop();
    expect(failureOf(await set('mia', { version: 1, atLeast: 1 }))).toEqual({ kind: 'VERSION_CONFLICT', currentVersion: 0 });
    await set('mia', { version: 0, atLeast: 1 });
    expect(failureOf(await set('noor', { version: 0, atLeast: 2 }))).toEqual({ kind: 'VERSION_CONFLICT', currentVersion: 1 });
    expect(valueOf(await set('noor', { version: 1, atLeast: 2 })).version).toBe(2);
  });

  it('lets one of many win who saw the same version, and joins changes that name none', async () => {
    const { set } = aShop();
    const seen = await Promise.all([1, 2, 3].map((atLeast) => set('mia', { version: 0, atLeast })));
    expect(seen.filter(({ ok }) => ok)).toHaveLength(1);
    await Promise.all([set('mia', { learnedShareCap: 0.25 }), set('noor', { fallback: true })]);
    expect(valueOf(await set('ada', { diversity: 'HIGH' }))).toMatchObject({ learnedShareCap: 0.25, fallback: true, version: 4 });
  });

  it('writes nothing that stands already, but the first decision even when it is the default', async () => {
    const { decisions, set } = aShop();
    const first = valueOf(await set('mia', { autopilot: 'ASSIST' }));
    expect(first).toMatchObject({ version: 1, history: [{ summary: 'confirmed as it was' }] });
    expect(valueOf(await set('noor', { autopilot: 'ASSIST', version: 1 }))).toEqual(first);
    expect(decisions.commits).toHaveLength(1);
  });
});
