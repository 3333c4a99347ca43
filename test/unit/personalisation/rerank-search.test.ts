import { describe, expect, it } from 'vitest';
import { findSuiting } from '../../../src/domain/personalisation/rerank-search.js';
import { propose } from '../../../src/domain/ranking/candidate.js';

const GIVEN = ['a', 'b', 'c'].map((productId, index) => propose({ productId, source: 'POPULAR', score: 3 - index }));
const suits = (productId: string, score: number) => propose({ productId, source: 'BUY_AGAIN', score, personalised: true });

describe('what suits among search results', () => {
  it('adds nothing that the search did not find', () => {
    expect(findSuiting(GIVEN, [suits('b', 2), suits('elsewhere', 4)]).map(({ productId }) => productId)).toEqual(['b']);
    expect(findSuiting(GIVEN, [])).toEqual([]);
  });

  it('is scored against what suits best, and by the search where it suits equally', () => {
    const [b, c, elsewhere] = findSuiting(GIVEN, [suits('b', 2), suits('c', 2), suits('elsewhere', 4)]);
    expect(elsewhere).toBeUndefined();
    expect(b?.score).toBeCloseTo(0.5, 4);
    expect(b?.score).toBeGreaterThan(c?.score ?? 1);
  });
});
