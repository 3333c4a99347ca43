import { type NeighbourSums, sumNeighbours } from './neighbour-sums.js';
import type { PickEvidence } from './pick-evidence.js';
import { PickRows } from './pick-rows.js';
import { boughtSeeds } from './pick-seeds.js';

/** What a customer's purchases lead to: products in rows, those that are not to be discovered before the row `first`. */
export interface Reached {
  readonly rows: PickRows;
  readonly first: number;
  readonly bought: NeighbourSums;
}

/** What the customer owns or has refused: it takes part in how neighbours compare, and is not discovered. */
const numberKnown = ({ profile, demand }: Pick<PickEvidence, 'profile' | 'demand'>): PickRows => {
  const rows = new PickRows(demand);
  for (const { productId, purchases, notInterested } of profile.products) if (purchases > 0 || notInterested) rows.rowOf(productId);
  return rows;
};

/** Follows a customer's purchases to what others bought with them. */
export const reachedFrom = (evidence: Pick<PickEvidence, 'profile' | 'similarity' | 'demand' | 'now'>): Reached => {
  const { profile, similarity, now } = evidence;
  const rows = numberKnown(evidence);
  const first = rows.size;
  const bought = sumNeighbours(boughtSeeds(profile, now), (id) => similarity.get(id)?.bought, rows);
  return { rows, first, bought };
};
