import { floatAt, uintAt } from '../learning/columns.js';
import type { ScoredNeighbours } from '../learning/model.js';
import type { PickRows } from './pick-rows.js';
import type { Seed } from './pick-seeds.js';

/** What the neighbours of a customer's seeds add up to, by row; rows beyond the columns were not met. */
export interface NeighbourSums {
  readonly sums: Float64Array;
  /** The seed that speaks loudest for the product of a row that was met. */
  becauseOf(row: number): string | null;
}

type NeighboursOf = (productId: string) => ScoredNeighbours | undefined;

/** Sums the neighbours of the seeds, each by its score times its seed's weight. Numbers the products it meets. */
export const sumNeighbours = (seeds: readonly Seed[], neighboursOf: NeighboursOf, rows: PickRows): NeighbourSums => {
  const most = seeds.reduce((all, { productId }) => all + (neighboursOf(productId)?.ids.length ?? 0), rows.size);
  const sums = new Float64Array(most);
  const loudest = new Float64Array(most);
  const loudestSeed = new Uint32Array(most);
  for (const [place, { productId, weight }] of seeds.entries()) {
    const neighbours = neighboursOf(productId);
    if (neighbours === undefined) continue;
    const { ids, scores } = neighbours;
    for (let index = 0; index < ids.length; index += 1) {
      const score = weight * (scores[index] ?? 0);
      if (!(score > 0)) continue;
      const row = rows.rowOf(ids[index] ?? '');
      sums[row] = floatAt(sums, row) + score;
      if (score <= floatAt(loudest, row)) continue;
      loudest[row] = score;
      loudestSeed[row] = place;
    }
  }
  return { sums, becauseOf: (row) => seeds[uintAt(loudestSeed, row)]?.productId ?? null };
};
