import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recommendationIdOf } from '../../../src/domain/serving/recommendation-id.js';
import { aCandidate } from '../../support/builders.js';

const LIST = [aCandidate('a'), aCandidate('b')];
const id = recommendationIdOf('CROSS_SELL', { anchors: ['x'] }, LIST, 'salt');

describe('a recommendation id', () => {
  it('is the same wherever and whenever the same was decided', () => {
    expect(recommendationIdOf('CROSS_SELL', { anchors: ['x'] }, [...LIST], 'salt')).toBe(id);
  });

  it('tells its lane, and is short enough for every order line', () => {
    expect(id).toMatch(/^x-[\w-]{22}$/);
    expect(recommendationIdOf('PERSONALISATION', {}, LIST, 'salt')).toMatch(/^p-[\w-]{22}$/);
  });

  it.each([
    ['the question', recommendationIdOf('CROSS_SELL', { anchors: ['y'] }, LIST, 'salt')],
    ['the order', recommendationIdOf('CROSS_SELL', { anchors: ['x'] }, LIST.toReversed(), 'salt')],
    ['a source', recommendationIdOf('CROSS_SELL', { anchors: ['x'] }, [aCandidate('a', { source: 'RULE' }), aCandidate('b')], 'salt')],
    ['a slot', recommendationIdOf('CROSS_SELL', { anchors: ['x'] }, [aCandidate('a', { pinnedSlot: 3 }), aCandidate('b')], 'salt')],
    ['the slot of a pin', recommendationIdOf('CROSS_SELL', { anchors: ['x'] }, [aCandidate('a', { pinnedSlot: 4 }), aCandidate('b')], 'salt')],
    ['which of them a pin is', recommendationIdOf('CROSS_SELL', { anchors: ['x'] }, [aCandidate('a'), aCandidate('b', { pinnedSlot: 3 })], 'salt')],
    ['where one source ends', recommendationIdOf('CROSS_SELL', { anchors: ['x'] }, [aCandidate('a'), aCandidate('b', { source: 'RULE' })], 'salt')],
    ['how much of it there is', recommendationIdOf('CROSS_SELL', { anchors: ['x'] }, [aCandidate('a')], 'salt')],
    ['the lane', recommendationIdOf('PERSONALISATION', { anchors: ['x'] }, LIST, 'salt')],
    ['the salt', recommendationIdOf('CROSS_SELL', { anchors: ['x'] }, LIST, 'pepper')],
  ])('is another one where %s differs', (_, other) => {
    expect(other.slice(2)).not.toBe(id.slice(2));
  });

  it('is the same for no two lists that differ in a product, a source, a slot or the order', () => {
    const candidate = fc
      .record({
        // Ids that look like other parts of a list.
        productId: fc.constantFrom('a', 'b', 'ab', 'RULE', 'a3', '3', '["a"]'),
        source: fc.constantFrom('PINNED' as const, 'RULE' as const, 'POPULAR' as const),
        pinnedSlot: fc.option(fc.constantFrom(3, 33)),
      })
      .map(({ productId, ...changes }) => aCandidate(productId, changes));
    const list = fc.array(candidate, { maxLength: 3 });
    const facts = (all: readonly ReturnType<typeof aCandidate>[]) => JSON.stringify(all.map(({ productId, source, pinnedSlot }) => [productId, source, pinnedSlot]));
    const name = (all: readonly ReturnType<typeof aCandidate>[]) => recommendationIdOf('CROSS_SELL', {}, all, 'salt');
    fc.assert(fc.property(list, list, (one, other) => (name(one) === name(other)) === (facts(one) === facts(other))), { numRuns: 2_000 });
  });
});
