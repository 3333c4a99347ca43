import type { ByKind } from '../../domain/learning/anchor-learner.js';
import type { DatabaseGroups, KindTotals } from '../../domain/learning/database-counting.js';
import type { GroupTotals } from '../../domain/learning/learn-statistics.js';

/** Reads in how many groups of each kind every product is, and how many groups there are. */
export const countedTotals = async (
  groups: DatabaseGroups,
  kinds: ByKind<KindTotals>,
  numbers: ReadonlyMap<string, number>,
): Promise<ByKind<GroupTotals>> => {
  const totalsOf = ({ groups: count, capped }: KindTotals): GroupTotals => ({
    groups: { count, capped },
    occurrences: { counts: new Uint32Array(numbers.size), weights: new Float64Array(numbers.size) },
  });
  const totals = { orders: totalsOf(kinds.orders), visits: totalsOf(kinds.visits), customers: totalsOf(kinds.customers) };
  for await (const { kind, productId, groups: count, weight } of groups.occurrences()) {
    const product = numbers.get(productId);
    if (product === undefined) continue;
    totals[kind].occurrences.counts[product] = count;
    totals[kind].occurrences.weights[product] = weight;
  }
  return totals;
};
