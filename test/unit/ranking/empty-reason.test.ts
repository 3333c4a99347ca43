import { describe, expect, it } from 'vitest';
import { emptyReasonOf, type ListCourse } from '../../../src/domain/ranking/empty-reason.js';

const COURSE: ListCourse = { knownAnchors: 1, heldOut: false, proposed: 3, eligible: 2, belowMinimum: false, curatedOnly: false, shown: 2 };

describe('the reason of an empty list', () => {
  it.each<[string, Partial<ListCourse>, ReturnType<typeof emptyReasonOf>]>([
    ['is absent where something is shown', {}, null],
    ['is that no anchor is known', { knownAnchors: 0, proposed: 0, eligible: 0, shown: 0 }, 'UNKNOWN_ANCHOR'],
    ['is that nothing goes with it', { proposed: 0, eligible: 0, shown: 0 }, 'NO_EVIDENCE'],
    ['is that people have chosen nothing where only they may', { proposed: 0, eligible: 0, shown: 0, curatedOnly: true }, 'CURATED_ONLY'],
    ['is that everything was taken out', { eligible: 0, shown: 0, belowMinimum: true }, 'ALL_FILTERED'],
    ['is that too few were left', { eligible: 2, shown: 0, belowMinimum: true }, 'BELOW_MINIMUM'],
    ['is that nothing is left to show', { eligible: 2, shown: 0 }, 'ALL_FILTERED'],
    ['is that it is held back', { heldOut: true, proposed: 0, eligible: 0, shown: 0 }, 'HOLDOUT'],
    ['is that no anchor is known, held back or not', { heldOut: true, knownAnchors: 0, proposed: 0, eligible: 0, shown: 0 }, 'UNKNOWN_ANCHOR'],
    ['is absent where something of what is held back is shown', { heldOut: true }, null],
    ['does not need anchors', { knownAnchors: null, proposed: 0, eligible: 0, shown: 0 }, 'NO_EVIDENCE'],
  ])('%s', (_, changes, expected) => {
    expect(emptyReasonOf({ ...COURSE, ...changes })).toBe(expected);
  });
});
