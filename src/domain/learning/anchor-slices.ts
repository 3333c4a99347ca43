import { uintAt } from './columns.js';
import type { AnchorRange } from './anchor-ranges.js';
import { sum } from './sum.js';

/** What one slice may be at most: so much work, and so many anchors. */
export interface SliceLimits {
  readonly work: number;
  readonly anchors: number;
}

/**
 * Divides anchors into consecutive ranges, so that what is counted of one range fits on disks. An anchor's share of the work is its share of all
 * occurrences. Without anchors there is no range.
 */
export const sliceAnchors = (occurrences: Uint32Array, work: number, limits: SliceLimits): readonly AnchorRange[] => {
  const all = sum(occurrences);
  const perSlice = all / Math.max(1, Math.ceil(work / limits.work));
  const slices: AnchorRange[] = [];
  let [from, held] = [0, 0];
  for (let anchor = 0; anchor < occurrences.length; anchor += 1) {
    held += uintAt(occurrences, anchor);
    if (held < perSlice && anchor + 1 - from < limits.anchors && anchor + 1 < occurrences.length) continue;
    slices.push({ from, until: anchor + 1 });
    [from, held] = [anchor + 1, 0];
  }
  return slices;
};
