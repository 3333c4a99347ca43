import { floatAt } from '../learning/columns.js';
import type { PickEvidence } from './pick-evidence.js';
import type { ChanceOfFirstPurchase } from './pick-scorecard.js';
import type { Reached } from './purchase-reach.js';

/**
 * What the products that are wanted most owe to that alone: their chance for a customer whom nothing leads to them. It is taken from `shoppers`,
 * what purchases say by row, so that chances stay what they are and the larger part names the reason. Numbers the products it meets.
 */
export const inDemand = (
  { rows, first }: Reached,
  chanceOf: ChanceOfFirstPurchase,
  { wantedIds }: Pick<PickEvidence, 'wantedIds'>,
  shoppers: Float64Array,
): Float64Array => {
  const wantedRows = wantedIds.map((id) => rows.rowOf(id));
  const scores = new Float64Array(rows.size);
  for (const row of wantedRows) {
    if (row < first) continue;
    const chance = chanceOf(0, rows.wantedAt(row));
    scores[row] = chance;
    if (row < shoppers.length && floatAt(shoppers, row) > 0) shoppers[row] = floatAt(shoppers, row) - chance;
  }
  return scores;
};
