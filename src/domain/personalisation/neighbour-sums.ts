import { floatAt, uintAt } from '../learning/columns.js';
import { countOf, type LoadedNeighbours } from '../serving/similar-products.js';
import type { PickRows } from './pick-rows.js';
import type { Seed } from './pick-seeds.js';

/** What the neighbours of a customer's seeds add up to, by row; rows beyond the columns were not met. */
export interface NeighbourSums {
  readonly sums: Float64Array;
  /** The seed that speaks loudest for the product of a row that was met. */
  becauseOf(row: number): string | null;
}

type NeighboursOf = (productId: string) => LoadedNeighbours | undefined;

/** Sums in columns by row, and the place of the seed that speaks loudest for each. */
class SeedSums {
  readonly sums: Float64Array;
  readonly #loudest: Float64Array;
  readonly #loudestSeed: Uint32Array;

  constructor(rows: number) {
    this.sums = new Float64Array(rows);
    this.#loudest = new Float64Array(rows);
    this.#loudestSeed = new Uint32Array(rows);
  }

  add(row: number, score: number, seed: number): void {
    this.sums[row] = floatAt(this.sums, row) + score;
    if (score <= floatAt(this.#loudest, row)) return;
    this.#loudest[row] = score;
    this.#loudestSeed[row] = seed;
  }

  loudestAt(row: number): number {
    return uintAt(this.#loudestSeed, row);
  }
}

const NOTHING_MET: NeighbourSums = { sums: new Float64Array(), becauseOf: () => null };

/** Sums the neighbours of the seeds, each by its score times its seed's weight. Numbers the products it meets. */
export const sumNeighbours = (seeds: readonly Seed[], neighboursOf: NeighboursOf, rows: PickRows): NeighbourSums => {
  const found = seeds.map(({ productId }) => neighboursOf(productId));
  const met = found.reduce((all, neighbours) => all + (neighbours === undefined ? 0 : countOf(neighbours)), 0);
  if (met === 0) return NOTHING_MET;
  const summed = new SeedSums(rows.size + met);
  for (const [place, { weight }] of seeds.entries()) {
    const neighbours = found[place];
    if (neighbours === undefined) continue;
    const { ids, scores, numbered } = neighbours;
    for (let index = 0; index < ids.length; index += 1) {
      const score = weight * (scores[index] ?? 0);
      if (score > 0) summed.add(rows.rowOf(ids[index] ?? ''), score, place);
    }
    if (numbered === undefined) continue;
    for (let index = 0; index < numbered.numbers.length; index += 1) {
      const score = weight * floatAt(numbered.scores, index);
      if (score > 0) summed.add(rows.rowOfNumber(uintAt(numbered.numbers, index)), score, place);
    }
  }
  return { sums: summed.sums, becauseOf: (row) => seeds[summed.loudestAt(row)]?.productId ?? null };
};
