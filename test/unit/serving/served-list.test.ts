import { describe, expect, it } from 'vitest';
import { START } from '../../../src/domain/ranking/cursor.js';
import { pageOf, type PageToServe } from '../../../src/domain/serving/served-list.js';
import { LaneUnavailable } from '../../../src/domain/serving/unavailable.js';
import { aCandidate, aPolicy } from '../../support/builders.js';

const CANDIDATES = ['a', 'b', 'c'].map((id) => aCandidate(id));
const LIST: PageToServe = {
  lane: 'CROSS_SELL',
  question: { anchors: ['x'] },
  customerId: null,
  arm: 'TREATMENT',
  candidates: CANDIDATES,
  judged: CANDIDATES,
  proposed: 3,
  knownAnchors: 1,
  policy: aPolicy({ lane: 'CROSS_SELL', placement: 'BASKET' }),
  becauses: new Map(),
  modelVersion: 'm1',
  fallback: 'SALES',
  first: 2,
  position: START,
  idSalt: 'salt',
};
const NOTHING = { ...LIST, candidates: [], judged: [] };

describe('a served page', () => {
  it('stands in its list under the name of all its pages', () => {
    const first = pageOf(LIST, new Set());
    const second = pageOf({ ...LIST, position: first.slots[1]?.position ?? START }, new Set());
    expect([first.hasPreviousPage, first.hasNextPage]).toEqual([false, true]);
    expect([second.hasPreviousPage, second.hasNextPage]).toEqual([true, false]);
    expect(second.recommendationId).toBe(first.recommendationId);
    expect(pageOf({ ...LIST, first: 24 }, new Set()).recommendationId).toBe(first.recommendationId);
  });

  it.each([
    ['the model', { modelVersion: 'm2' }],
    ['the share that learning may fill', { policy: { ...LIST.policy, learnedShareCap: 0.5 } }],
    ['the share for an anchor’s group', { policy: { ...LIST.policy, sameGroupCap: 0.5 } }],
    ['the customer whom it was made for', { customerId: 'ann' }],
    ['the arm', { arm: 'HOLDOUT' as const }],
    ['what was asked', { question: { anchors: ['y'] } }],
  ])('has another name where %s differs', (_, changes) => {
    expect(pageOf({ ...LIST, ...changes }, new Set()).recommendationId).not.toBe(pageOf(LIST, new Set()).recommendationId);
  });

  it('is empty below the minimum of the placement', () => {
    const policy = { ...LIST.policy, atLeast: 4 };
    expect(pageOf({ ...LIST, policy }, new Set())).toMatchObject({ slots: [], emptyReason: 'BELOW_MINIMUM', hasNextPage: false });
    expect(pageOf({ ...LIST, policy: { ...policy, atLeast: 3 } }, new Set()).slots.length).toBe(2);
  });

  it('is empty where the share that learning may fill leaves fewer than the minimum', () => {
    const candidates = ['a', 'b', 'c'].map((id) => aCandidate(id, { source: 'CO_PURCHASE' }));
    const policy = { ...LIST.policy, atLeast: 2, learnedShareCap: 0.5 };
    expect(pageOf({ ...LIST, candidates, judged: candidates, policy, first: 2 }, new Set())).toMatchObject({ slots: [], emptyReason: 'BELOW_MINIMUM' });
    expect(pageOf({ ...LIST, candidates, judged: candidates, policy, first: 4 }, new Set()).slots.length).toBe(2);
  });

  it('limits an anchor’s group, and is empty where that leaves fewer than the minimum', () => {
    const candidates = ['a', 'b', 'c'].map((id) => aCandidate(id, { product: { categoryPath: ['home', 'lamps'] } }));
    const list = { ...LIST, candidates, judged: candidates, anchorGroups: new Set(['lamps']), first: 4 };
    const limited = (atLeast: number) => pageOf({ ...list, policy: { ...LIST.policy, atLeast, sameGroupCap: 0.5 } }, new Set());
    expect([limited(0).slots.length, limited(0).hasNextPage, limited(2).slots.length]).toEqual([2, true, 2]);
    expect(limited(3)).toMatchObject({ slots: [], emptyReason: 'BELOW_MINIMUM' });
  });

  it('is served from what was read while there is anything to show', () => {
    expect(pageOf(LIST, new Set(['catalogue'])).slots.length).toBe(2);
  });

  it('is unavailable when it is empty and its lane could not read something, which the error names', () => {
    expect(() => pageOf(NOTHING, new Set(['decided_pairs', 'consents']))).toThrow(LaneUnavailable);
    try {
      pageOf(NOTHING, new Set(['decided_pairs', 'consents']));
    } catch (error) {
      expect(error).toMatchObject({ unreadable: ['decided_pairs'], name: 'LaneUnavailable' });
    }
  });

  it('is not unavailable because of what the holdout holds back anyway', () => {
    const heldOut = { ...LIST, candidates: [], arm: 'HOLDOUT' as const };
    expect(pageOf(heldOut, new Set(['copurchase_stats']))).toMatchObject({ slots: [], emptyReason: 'HOLDOUT' });
    expect(() => pageOf({ ...heldOut, judged: [] }, new Set(['catalogue']))).toThrow(LaneUnavailable);
  });

  it('is held against the minimum as the treatment is, so that the holdout sees neither more nor, of companions, less', () => {
    const [companion] = CANDIDATES;
    const heldOut = { ...LIST, candidates: companion === undefined ? [] : [companion], arm: 'HOLDOUT' as const };
    expect(pageOf({ ...heldOut, policy: { ...LIST.policy, atLeast: 2 } }, new Set()).slots.length).toBe(1);
    expect(pageOf({ ...heldOut, policy: { ...LIST.policy, atLeast: 4 } }, new Set())).toMatchObject({ slots: [], emptyReason: 'HOLDOUT' });
  });

  it('is empty and not unavailable when only the other lane could not read something', () => {
    expect(pageOf(NOTHING, new Set(['consents', 'behaviour_profiles', 'similarity_stats'])).emptyReason).toBe('ALL_FILTERED');
    expect(pageOf({ ...NOTHING, lane: 'PERSONALISATION' }, new Set(['copurchase_stats', 'decided_pairs'])).slots).toEqual([]);
  });
});
