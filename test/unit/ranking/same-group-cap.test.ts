import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOf } from '../../../src/domain/catalogue/product.js';
import { ownerOf, SOURCES, type Candidate } from '../../../src/domain/ranking/candidate.js';
import { START } from '../../../src/domain/ranking/cursor.js';
import { fillSlots, type FilledPage, type PageRequest } from '../../../src/domain/ranking/fill-slots.js';
import { sortIntoSlotOrder } from '../../../src/domain/ranking/order.js';
import { quotaOf } from '../../../src/domain/ranking/quotas.js';
import { aCandidate } from '../../support/builders.js';

const LAMPS = new Set(['lamps']);
const lamp = (id: string, changes: Partial<Omit<Candidate, 'product'>> = {}) => aCandidate(id, { ...changes, product: { categoryPath: ['home', 'lamps'] } });
const bulb = (id: string, changes: Partial<Omit<Candidate, 'product'>> = {}) => aCandidate(id, { ...changes, product: { categoryPath: ['home', 'bulbs'] } });

const OPEN: PageRequest = { first: 4, position: START, learnedShareCap: 1, sameGroupCap: 1, anchorGroups: LAMPS };
/** As they are given, best first. */
const ranked = (...all: readonly Candidate[]): readonly Candidate[] => all.map((candidate, index) => ({ ...candidate, score: 100 - index }));
const page = (candidates: readonly Candidate[], request: Partial<PageRequest> = {}) => fillSlots(candidates, { ...OPEN, ...request });
const idsOf = ({ slots }: FilledPage) => slots.map(({ candidate }) => candidate.productId);

const pagesOf = (candidates: readonly Candidate[], request: PageRequest): readonly FilledPage[] => {
  const filled = fillSlots(candidates, request);
  const position = filled.slots.at(-1)?.position;
  return filled.hasNextPage && position !== undefined ? [filled, ...pagesOf(candidates, { ...request, position })] : [filled];
};

const GROUPS = ['lamps', 'bulbs', 'rugs'];

const candidates = fc
  .uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      source: fc.constantFrom(...SOURCES, 'CO_PURCHASE' as const, 'POPULAR' as const),
      group: fc.option(fc.constantFrom(...GROUPS), { freq: 8 }),
      score: fc.integer({ min: 1, max: 9 }),
      slot: fc.integer({ min: 1, max: 9 }),
      isPopular: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 20 },
  )
  .map((all) =>
    sortIntoSlotOrder(
      all.map(({ id, source, group, score, slot, isPopular }) =>
        aCandidate(id, {
          source,
          score,
          pinnedSlot: source === 'PINNED' ? slot : null,
          popularScore: ownerOf(source) === 'learned' && isPopular ? score / 2 : null,
          product: { categoryPath: group === null ? [] : ['home', group] },
        }),
      ),
    ),
  );
const share = fc.constantFrom(0, 0.25, 0.3, 0.5, 0.75, 1);
const request: fc.Arbitrary<PageRequest> = fc.record({
  first: fc.integer({ min: 1, max: 8 }),
  position: fc.constant(START),
  learnedShareCap: share,
  sameGroupCap: share,
  anchorGroups: fc.subarray(GROUPS).map((groups) => new Set(groups)),
});

const isOfAnchorGroup = ({ source, product }: Candidate, { anchorGroups }: PageRequest): boolean =>
  ownerOf(source) !== 'human' && anchorGroups.has(groupOf(product) ?? 'none of them');

/** Products of an anchor's group, of learning or popularity, on a page. */
const ofAnchorGroups = ({ slots }: FilledPage, asked: PageRequest): number => slots.filter(({ candidate }) => isOfAnchorGroup(candidate, asked)).length;

const holds = (promise: (all: readonly Candidate[], asked: PageRequest) => void) => fc.assert(fc.property(candidates, request, promise), { numRuns: 500 });

describe('the limit for products of an anchor’s own group', () => {
  it('leaves the slots above it to what completes the anchor, and the rest of the group to later pages', () => {
    const all = ranked(lamp('l1'), lamp('l2'), bulb('b1'), lamp('l3'), bulb('b2'), bulb('b3'));
    const first = page(all, { sameGroupCap: 0.25 });
    expect(idsOf(first)).toEqual(['l1', 'b1', 'b2', 'b3']);
    expect(first.hasNextPage).toBe(true);
    expect(pagesOf(all, { ...OPEN, sameGroupCap: 0.25 }).map(idsOf)).toEqual([['l1', 'b1', 'b2', 'b3'], ['l2'], ['l3']]);
  });

  it('counts what learning found and what is popular together', () => {
    const all = ranked(lamp('learned'), bulb('b1'), lamp('popular', { source: 'POPULAR' }), bulb('b2', { source: 'POPULAR' }));
    expect(idsOf(page(all, { sameGroupCap: 0.25 }))).toEqual(['learned', 'b1', 'b2']);
    expect(idsOf(page(all, { sameGroupCap: 0.25, learnedShareCap: 0 }))).toEqual(['popular', 'b2']);
  });

  it('holds for what stands in as popular once learning has filled its share', () => {
    const all = ranked(bulb('b1'), lamp('l1', { popularScore: 3 }), lamp('l2', { popularScore: 2 }), bulb('b2', { popularScore: 1 }));
    expect(idsOf(page(all, { sameGroupCap: 0.25, learnedShareCap: 0.25 }))).toEqual(['b1', 'l1', 'b2']);
  });

  it('neither limits nor counts what people decided', () => {
    const people = [
      lamp('needed', { source: 'REQUIRED_COMPANION' }),
      lamp('pinned', { source: 'PINNED', pinnedSlot: 2 }),
      lamp('ruled', { source: 'RULE' }),
      lamp('approved', { source: 'APPROVED_PAIR' }),
    ];
    const all = ranked(...people, lamp('l1'), lamp('l2'), bulb('b1'));
    expect(idsOf(page(all, { first: 8, sameGroupCap: 0 }))).toEqual(['needed', 'pinned', 'ruled', 'approved', 'b1']);
    expect(idsOf(page(all, { first: 8, sameGroupCap: 0.125 }))).toEqual(['needed', 'pinned', 'ruled', 'approved', 'l1', 'b1']);
  });

  it('concerns the groups of all anchors, and no product without a category', () => {
    const all = ranked(lamp('l1'), bulb('b1'), aCandidate('none', { product: { categoryPath: [] } }));
    expect(idsOf(page(all, { sameGroupCap: 0, anchorGroups: new Set(['lamps', 'bulbs']) }))).toEqual(['none']);
    expect(idsOf(page(all, { sameGroupCap: 0, anchorGroups: new Set(['home']) }))).toEqual(['l1', 'b1', 'none']);
  });

  it('promises no next page where the group may never have a slot', () => {
    expect(page([lamp('l1')], { sameGroupCap: 0.2 })).toEqual({ slots: [], hasNextPage: false });
  });

  it('is never exceeded, on whatever page of whatever list', () =>
    holds((all, asked) => {
      const most = quotaOf(asked.first, asked.sameGroupCap);
      for (const filled of pagesOf(all, asked)) expect(ofAnchorGroups(filled, asked)).toBeLessThanOrEqual(most);
    }));

  it('leaves no slot open that anything left over may fill', () =>
    holds((all, asked) => {
      const filled = fillSlots(all, asked);
      if (filled.slots.length === asked.first) return;
      const shown = new Set(idsOf(filled));
      const learnedIsFull = filled.slots.filter(({ candidate }) => ownerOf(candidate.source) === 'learned').length === quotaOf(asked.first, asked.learnedShareCap);
      const groupIsFull = ofAnchorGroups(filled, asked) === quotaOf(asked.first, asked.sameGroupCap);
      const couldStand = ({ source, popularScore }: Candidate): boolean => ownerOf(source) !== 'learned' || popularScore !== null || !learnedIsFull;
      const left = all.filter(({ productId }) => !shown.has(productId));
      expect(left.filter((candidate) => couldStand(candidate) && !(groupIsFull && isOfAnchorGroup(candidate, asked)))).toEqual([]);
    }));

  it('shows everything that people decided, in the same order, whatever is limited', () =>
    holds((all, asked) => {
      const decided = (sameGroupCap: number) =>
        pagesOf(all, { ...asked, sameGroupCap })
          .flatMap(({ slots }) => slots.map(({ candidate }) => candidate))
          .filter(({ source }) => ownerOf(source) === 'human')
          .map(({ productId }) => productId);
      expect(decided(asked.sameGroupCap)).toEqual(decided(1));
    }));

  it('shows no product twice, and ends a list where nothing more will be let in', () =>
    holds((all, asked) => {
      const pages = pagesOf(all, asked);
      const shown = pages.flatMap(idsOf);
      expect(new Set(shown).size).toBe(shown.length);
      for (const later of pages.slice(1)) expect(later.slots.length).toBeGreaterThan(0);
      const [learns, limits] = [quotaOf(asked.first, asked.learnedShareCap) > 0, quotaOf(asked.first, asked.sameGroupCap) === 0];
      const everLetIn = all.filter(
        (candidate) =>
          (learns || ownerOf(candidate.source) !== 'learned' || candidate.popularScore !== null) && !(limits && isOfAnchorGroup(candidate, asked)),
      );
      expect(shown.toSorted()).toEqual(everLetIn.map(({ productId }) => productId).toSorted());
    }));

  it('changes nothing at 1 or without an anchor’s group: the same list whatever the size of the pages', () =>
    holds((all, asked) => {
      const free = { ...asked, learnedShareCap: 1, sameGroupCap: 1 };
      const whole = idsOf(fillSlots(all, { ...free, first: 100 }));
      expect(pagesOf(all, free).flatMap(idsOf)).toEqual(whole);
      expect(pagesOf(all, { ...free, sameGroupCap: 0, anchorGroups: new Set() }).flatMap(idsOf)).toEqual(whole);
    }));
});
