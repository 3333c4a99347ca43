import type { ByKind } from './anchor-learner.js';
import { floatAt, uintAt } from './columns.js';
import type { CountedGroups } from './pair-groups.js';
import { sum } from './sum.js';

/** Consecutive anchors, or products. */
export interface AnchorRange {
  readonly from: number;
  /** The first one after the range. */
  readonly until: number;
}

/** More threads than this, with a range each, would mostly count what others count as well. */
export const MOST_THREADS = 8;

/** How many products a group holds beside each of its members, on average. */
const meetingsPerMember = ({ groups: { offsets, count } }: CountedGroups): number => (count === 0 ? 0 : uintAt(offsets, count) / count);

/**
 * Cuts the anchors into so many ranges that take about the same time. A range's first anchors count all that they meet, its later ones are told
 * what they met before; so that ranges with as many meetings take as long, wherever they lie.
 */
export const rangesOfEqualWork = (kinds: ByKind<CountedGroups>, count: number): readonly AnchorRange[] => {
  const products = kinds.orders.groups.products;
  const work = new Float64Array(products);
  for (const kind of [kinds.orders, kinds.visits, kinds.customers]) {
    const each = meetingsPerMember(kind);
    for (let anchor = 0; anchor < products; anchor += 1) work[anchor] = floatAt(work, anchor) + uintAt(kind.occurrences.counts, anchor) * each;
  }
  const whole = sum(work);
  const edges = [0];
  let done = 0;
  for (let anchor = 0; anchor < products; anchor += 1) {
    if (done >= (whole * edges.length) / count && edges.length < count) edges.push(anchor);
    done += floatAt(work, anchor);
  }
  return edges.map((from, place) => ({ from, until: edges[place + 1] ?? products }));
};
