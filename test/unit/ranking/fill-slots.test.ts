import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_LIST, START } from '../../../src/domain/ranking/cursor.js';
import { fillSlots, type PageRequest } from '../../../src/domain/ranking/fill-slots.js';
import { quotaOf } from '../../../src/domain/ranking/quotas.js';
import type { Candidate } from '../../../src/domain/ranking/candidate.js';
import { splitSlots } from '../../../src/domain/ranking/slot-split.js';
import { aCandidate } from '../../support/builders.js';

const page = (candidates: readonly Candidate[], request: Partial<PageRequest> = {}) =>
  fillSlots(candidates, { first: 4, position: START, learnedShareCap: 1, sameGroupCap: 1, anchorGroups: new Set(), ...request });
const shown = (candidates: readonly Candidate[], request: Partial<PageRequest> = {}) =>
  page(candidates, request).slots.map(({ candidate }) => candidate.productId);

const companion = aCandidate('companion', { source: 'REQUIRED_COMPANION' });
const pin = (id: string, slot: number) => aCandidate(id, { source: 'PINNED', pinnedSlot: slot });
const learned = (id: string, changes: Partial<Candidate> = {}) => aCandidate(id, { source: 'CO_PURCHASE', ...changes });
const popular = (id: string) => aCandidate(id, { source: 'POPULAR' });

describe('filling slots', () => {
  it('puts a companion before a pin for the first slot', () => {
    expect(shown([companion, pin('pin', 1), learned('l')])).toEqual(['companion', 'pin', 'l']);
  });

  it('puts a pin on its slot, whatever else is there', () => {
    expect(shown([pin('pin', 3), learned('l1'), learned('l2'), learned('l3')])).toEqual(['l1', 'l2', 'pin', 'l3']);
  });

  it('puts a pin whose slot is taken on the next one', () => {
    expect(shown([pin('first', 2), pin('second', 2), learned('l1'), learned('l2')])).toEqual(['l1', 'first', 'second', 'l2']);
    expect(shown([companion, pin('pin', 1), pin('next', 2), learned('l')])).toEqual(['companion', 'pin', 'next', 'l']);
  });

  it('moves a pin up whose slot is never reached, so that no hole is left', () => {
    expect(shown([pin('late', 9), pin('later', 10), learned('l')])).toEqual(['l', 'late', 'later']);
  });

  it('counts the slots of a pin over all pages', () => {
    const candidates = [pin('pin', 3), learned('l1'), learned('l2'), learned('l3')];
    const first = page(candidates, { first: 2 });
    expect(first.slots.map(({ slot }) => slot)).toEqual([1, 2]);
    const second = page(candidates, { first: 2, position: first.slots[1]?.position ?? START });
    expect(second.slots.map(({ slot, candidate }) => [slot, candidate.productId])).toEqual([[3, 'pin'], [4, 'l3']]);
    expect([first.hasNextPage, second.hasNextPage]).toEqual([true, false]);
  });

  it('lets learning fill its share of a page, and the rest of it on the next', () => {
    const candidates = [learned('l1'), learned('l2'), learned('l3'), popular('p1')];
    const first = page(candidates, { learnedShareCap: 0.5 });
    expect(first.slots.map(({ candidate }) => candidate.productId)).toEqual(['l1', 'l2', 'p1']);
    expect(first.hasNextPage).toBe(true);
    expect(shown(candidates, { learnedShareCap: 0.5, position: first.slots[2]?.position ?? START })).toEqual(['l3']);
  });

  it('promises no next page where learning may fill nothing of it', () => {
    expect(page([learned('l1')], { learnedShareCap: 0 })).toEqual({ slots: [], hasNextPage: false });
  });

  it('shows what is learned and popular as popular, once learning has filled its share', () => {
    const both = (id: string, popularScore: number) =>
      learned(id, { popularScore, becauseId: 'anchor', purchases: 2, personalised: true });
    const candidates = [both('l1', 1), both('l2', 2), both('l3', 3), learned('l4'), aCandidate('p1', { source: 'POPULAR', score: 2.5 })];
    const { slots, hasNextPage } = page(candidates, { first: 4, learnedShareCap: 0.25 });
    expect(slots.map(({ candidate: { productId, source } }) => [productId, source])).toEqual([
      ['l1', 'CO_PURCHASE'],
      ['l3', 'POPULAR'],
      ['p1', 'POPULAR'],
      ['l2', 'POPULAR'],
    ]);
    expect(slots[1]?.candidate).toMatchObject({ becauseId: null, evidence: null, purchases: null, popularScore: null, personalised: true });
    expect(splitSlots(slots, 4, 0.25)).toEqual({ human: 0, learned: 1, fallback: 3, asked: 4, learnedShareCap: 0.25 });
    expect(hasNextPage).toBe(true);
  });

  it('owes a pick that stands in as popular to nobody’s data', () => {
    const pick = aCandidate('p', { source: 'BUY_AGAIN', personalised: true, popularScore: 1 });
    expect(page([pick], { learnedShareCap: 0 }).slots[0]?.candidate).toMatchObject({ source: 'POPULAR', personalised: false });
  });

  it('owes what interest moved to the customer’s data, also where it stands in as popular', () => {
    const sharing = aCandidate('s', { source: 'SHARED_TRAIT', personalised: true, popularScore: 1 });
    expect(page([sharing], { learnedShareCap: 0 }).slots[0]?.candidate).toMatchObject({ source: 'POPULAR', personalised: true });
  });

  it('never puts a hole, a repeat or more than was asked on a page', () => {
    const some = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), slot: fc.integer({ min: 1, max: 9 }), kind: fc.nat(3) }),
      { selector: ({ id }) => id, maxLength: 12 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 8 }), (all, first) => {
        const candidates = all.map(({ id, slot, kind }) => [companion, pin(id, slot), learned(id), popular(id)].map((c) => ({ ...c, productId: id }))[kind] ?? companion);
        const ids = shown(candidates, { first });
        expect(ids.length).toBe(Math.min(first, candidates.length));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('ends a list where a cursor can hold no more of it', () => {
    const many = Array.from({ length: LONGEST_LIST + 5 }, (_, index) => popular(`p${String(index).padStart(4, '0')}`));
    const all = page(many, { first: LONGEST_LIST + 5 });
    expect(all.slots.length).toBe(LONGEST_LIST);
    expect(all.hasNextPage).toBe(false);
  });
});

describe('the quota of a cap', () => {
  it.each([
    [4, 1, 4],
    [4, 0.5, 2],
    [10, 0.3, 3],
    [3, 0.7, 2],
    [4, 0, 0],
    [1, 0.99, 0],
  ])('of %i slots and a share of %f is %i', (first, share, quota) => {
    expect(quotaOf(first, share)).toBe(quota);
  });
});
