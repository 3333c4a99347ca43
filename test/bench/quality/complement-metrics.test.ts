import { describe, expect, it } from 'vitest';

import { harness } from './harness.js';

interface Case {
  readonly place: number;
  readonly isTail: boolean;
  readonly anyHit?: boolean;
}
interface Figure {
  readonly mean: number;
  readonly count: number;
}

const { oneAnchorMetrics, basketMetrics, pairedHitZ, placeOf, coverageOf } = await harness<{
  oneAnchorMetrics(baskets: readonly (readonly Case[])[]): Readonly<Record<'hr4' | 'hr10' | 'mrr' | 'anyHit4' | 'tail4', Figure>>;
  basketMetrics(baskets: readonly (readonly Case[])[]): Readonly<Record<'hr4' | 'hr10' | 'mrr', Figure>>;
  pairedHitZ(baskets: readonly (readonly Case[])[], others: readonly (readonly Case[])[]): number;
  placeOf(list: readonly number[], product: number): number;
  coverageOf(lists: readonly (readonly number[])[], products: number): number;
}>('metrics/complement-metrics.mjs');

const aCase = (place: number, more: Partial<Case> = {}): Case => ({ place, isTail: false, ...more });

describe('Figures of complements', () => {
  it('weigh every basket 1, however many cases it has', () => {
    const { hr4, hr10, mrr } = basketMetrics([[aCase(1), aCase(5), aCase(0), aCase(11)], [aCase(2)]]);
    expect(hr4.mean).toBeCloseTo((1 / 4 + 1) / 2, 12);
    expect(hr10.mean).toBeCloseTo((2 / 4 + 1) / 2, 12);
    expect(mrr.mean).toBeCloseTo(((1 + 1 / 5 + 1 / 11) / 4 + 1 / 2) / 2, 12);
    expect(hr4.count).toBe(2);
  });

  it('leave out baskets without a case', () => {
    expect(basketMetrics([[], [aCase(1)]]).hr4).toMatchObject({ mean: 1, count: 1 });
  });

  it('count a tail product for what its case weighs in its basket', () => {
    // The first basket has one of two cases in the tail, found; the second its only one, not found.
    const { tail4 } = oneAnchorMetrics([[aCase(4, { isTail: true }), aCase(1)], [aCase(5, { isTail: true })], [aCase(1)]]);
    expect(tail4).toMatchObject({ mean: 0.5 / 1.5, count: 2 });
  });

  it('say whether one of the first four was bought along, case by case', () => {
    const { anyHit4 } = oneAnchorMetrics([[aCase(0, { anyHit: true }), aCase(0, { anyHit: false })]]);
    expect(anyHit4.mean).toBe(0.5);
  });

  it('compare two methods over the same baskets', () => {
    const found = [[aCase(1)], [aCase(2)], [aCase(0)]];
    const missed = [[aCase(0)], [aCase(2)], [aCase(0)]];
    expect(pairedHitZ(found, missed)).toBeCloseTo(1, 12);
    expect(pairedHitZ(missed, found)).toBeCloseTo(-1, 12);
  });

  it('know places from 1 and 0 for a product that is not in the list', () => {
    expect([placeOf([7, 8, 9], 8), placeOf([7, 8, 9], 1)]).toEqual([2, 0]);
  });

  it('cover the share of the catalogue that is in some list, without products that training does not know', () => {
    expect(coverageOf([[0, 1, -1], [1, 2]], 6)).toBe(0.5);
  });
});
