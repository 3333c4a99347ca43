import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceAnchors } from '../../../src/domain/learning/anchor-slices.js';
import '../../support/properties.js';

describe('slices of anchors', () => {
  it('follow one another from the first anchor to the last, and none has too many', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 60 }), fc.nat(10_000), fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 20 }), (counts, all, work, anchors) => {
        const slices = sliceAnchors(Uint32Array.from(counts), all, { work, anchors });
        expect(slices.flatMap(({ from, until }) => Array.from({ length: until - from }, (_, place) => from + place))).toEqual([...counts.keys()]);
        for (const { from, until } of slices) expect(until - from).toBeLessThanOrEqual(anchors);
      }),
    );
  });

  it('are one where there is little work, and share out much of it', () => {
    const counts = Uint32Array.from({ length: 100 }, () => 10);
    expect(sliceAnchors(counts, 900, { work: 1_000, anchors: 1_000 })).toEqual([{ from: 0, until: 100 }]);
    expect(sliceAnchors(counts, 3_900, { work: 1_000, anchors: 1_000 }).map(({ until }) => until)).toEqual([25, 50, 75, 100]);
    expect(sliceAnchors(new Uint32Array(0), 0, { work: 1, anchors: 1 })).toEqual([]);
  });
});
