import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownerOf, SOURCES } from '../../../src/domain/ranking/candidate.js';
import { mergeDuplicates } from '../../../src/domain/ranking/merge-duplicates.js';
import { inSlotOrder, sortIntoSlotOrder } from '../../../src/domain/ranking/order.js';
import { aCandidate } from '../../support/builders.js';

const anyCandidate = fc
  .record({ id: fc.constantFrom('a', 'b', 'c'), source: fc.constantFrom(...SOURCES), score: fc.constantFrom(1, 2) })
  .map(({ id, ...changes }) => aCandidate(id, changes));

describe('the order of slots', () => {
  it('is the order of sources where people decided, whatever the scores', () => {
    const sources = ['POPULAR', 'CO_PURCHASE', 'APPROVED_PAIR', 'RULE', 'PINNED', 'REQUIRED_COMPANION'] as const;
    const candidates = sources.map((source, index) => aCandidate(source, { source, score: 10 - index }));
    expect(sortIntoSlotOrder(candidates).map(({ source }) => source)).toEqual(sources.toReversed());
  });

  it('is by score among all that was learned', () => {
    const list = [aCandidate('a', { source: 'BUY_AGAIN', score: 1 }), aCandidate('b', { source: 'FAVOURITE_CATEGORY', score: 2 })];
    expect(sortIntoSlotOrder(list).map(({ productId }) => productId)).toEqual(['b', 'a']);
  });

  it('puts what only shares a trait behind all that was learned of products, and before what is popular', () => {
    const list = (['POPULAR', 'SHARED_TRAIT', 'CO_PURCHASE'] as const).map((source, index) => aCandidate(source, { source, score: 9 - index }));
    expect(sortIntoSlotOrder(list).map(({ source }) => source)).toEqual(['CO_PURCHASE', 'SHARED_TRAIT', 'POPULAR']);
  });

  it('is by id where nothing else decides, and the same in whatever order candidates come', () => {
    expect(inSlotOrder(aCandidate('b'), aCandidate('a'))).toBe(1);
    expect(inSlotOrder(aCandidate('a'), aCandidate('a'))).toBe(0);
    fc.assert(
      fc.property(fc.array(anyCandidate, { maxLength: 8 }), (candidates) => {
        const key = ({ productId, source, score }: (typeof candidates)[number]) => `${source} ${score} ${productId}`;
        const tiers = (list: typeof candidates) => mergeDuplicates(list).map(({ productId, score }) => [productId, score]);
        expect(tiers(candidates.toReversed())).toEqual(tiers(candidates));
        expect(new Set(sortIntoSlotOrder(candidates).map(key))).toEqual(new Set(candidates.map(key)));
      }),
    );
  });

  it('credits every source to people, learning or popularity', () => {
    expect(SOURCES.map(ownerOf)).toEqual([
      ...Array<string>(4).fill('human'),
      ...Array<string>(7).fill('learned'),
      'fallback',
    ]);
  });
});

describe('merging duplicates', () => {
  it('keeps the strongest source of a product', () => {
    const merged = mergeDuplicates([aCandidate('p', { source: 'POPULAR', score: 9 }), aCandidate('p', { source: 'RULE' })]);
    expect(merged).toEqual([aCandidate('p', { source: 'RULE' })]);
  });

  it('keeps the larger quantity of a companion that several rules require, and of that source only', () => {
    const needed = (quantity: number, score: number) => aCandidate('p', { source: 'REQUIRED_COMPANION', quantity, score });
    expect(mergeDuplicates([needed(1, 2), needed(4, 1)])).toEqual([needed(4, 2)]);
    expect(mergeDuplicates([needed(4, 2), needed(1, 1)])).toEqual([needed(4, 2)]);
    expect(mergeDuplicates([needed(1, 1), aCandidate('p', { source: 'RULE', quantity: 9 })])).toEqual([needed(1, 1)]);
  });

  it('remembers of a learned product that it is popular too', () => {
    const merged = mergeDuplicates([aCandidate('p', { source: 'POPULAR', score: 7 }), aCandidate('p', { score: 2 })]);
    expect(merged).toEqual([aCandidate('p', { score: 2, popularScore: 7 })]);
  });
});
