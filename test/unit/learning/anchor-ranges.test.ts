import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangesOfEqualWork } from '../../../src/domain/learning/anchor-ranges.js';
import type { Groups } from '../../../src/domain/learning/groups.js';
import { countOccurrences } from '../../../src/domain/learning/occurrences.js';
import { groupsFrom, someGroups } from '../../support/random-groups.js';

const counted = (groups: Groups) => ({ groups, occurrences: countOccurrences(groups) });

const PRODUCTS = 24;
const NONE = counted(groupsFrom([]));

const rangesOf = (groups: Groups, count: number) => rangesOfEqualWork({ orders: counted(groups), visits: NONE, customers: NONE }, count);

describe('the ranges that anchors are cut into', () => {
  it('follow one another from the first anchor to the last, so many at most', () => {
    fc.assert(
      fc.property(someGroups, fc.integer({ min: 1, max: 30 }), (groups, count) => {
        const ranges = rangesOf(groups, count);
        expect(ranges.length).toBeLessThanOrEqual(count);
        expect(ranges.map(({ from }) => from)).toEqual([0, ...ranges.slice(0, -1).map(({ until }) => until)]);
        expect(ranges.at(-1)?.until).toBe(PRODUCTS);
      }),
    );
  });

  it('hold as many occurrences each', () => {
    const even = groupsFrom(Array.from({ length: 12 }, (_, owner) => ({ owner, members: [owner * 2, owner * 2 + 1], weight: 1 })));
    expect(rangesOf(even, 3)).toEqual([{ from: 0, until: 8 }, { from: 8, until: 16 }, { from: 16, until: 24 }]);
    // The first two products are in all orders.
    const steep = groupsFrom(Array.from({ length: 22 }, (_, owner) => ({ owner, members: [0, 1, owner + 2], weight: 1 })));
    expect(rangesOf(steep, 2)).toEqual([{ from: 0, until: 2 }, { from: 2, until: 24 }]);
  });

  it('are cut by all kinds of groups together', () => {
    const [first, last] = [groupsFrom([{ owner: 0, members: [0, 1], weight: 1 }]), groupsFrom([{ owner: 0, members: [22, 23], weight: 1 }])];
    expect(rangesOfEqualWork({ orders: counted(first), visits: counted(last), customers: NONE }, 2)).toEqual([{ from: 0, until: 2 }, { from: 2, until: 24 }]);
  });

  it('are one empty one in a shop without products', () => {
    expect(rangesOf(groupsFrom([], 0), 4)).toEqual([{ from: 0, until: 0 }]);
  });
});
