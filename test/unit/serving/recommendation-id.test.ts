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
    ['the lane', recommendationIdOf('PERSONALISATION', { anchors: ['x'] }, LIST, 'salt')],
    ['the salt', recommendationIdOf('CROSS_SELL', { anchors: ['x'] }, LIST, 'pepper')],
  ])('is another one where %s differs', (_, other) => {
    expect(other.slice(2)).not.toBe(id.slice(2));
  });
});
