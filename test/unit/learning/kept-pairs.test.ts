import { describe, expect, it } from 'vitest';
import { createPairCounter, type PairCounter } from '../../../src/domain/learning/count-pairs.js';
import { groupByOccasion } from '../../../src/domain/learning/groups.js';
import { PairKeeper, placesOf } from '../../../src/domain/learning/kept-pairs.js';
import { bought, collect } from '../../support/learning-facts.js';

/** Tents (3) meet lamps (0) twice, mugs (1) and pegs (2) once each; mugs are in one order, lamps in three, pegs in four. */
const counterOf = (): PairCounter => {
  const baskets = [['tent', 'lamp'], ['tent', 'lamp'], ['tent', 'mug'], ['tent', 'pegs'], ['pegs'], ['pegs'], ['pegs', 'lamp']];
  const { productIds, orders, windows } = collect({ orders: baskets.map((ids, at) => bought(`o${at}`, `c${at}`, ids)) });
  return createPairCounter(groupByOccasion(orders, { productIds, asOf: windows.orders?.asOf.getTime() ?? 0, halfLifeDays: 30, cap: 10 }));
};

const keep = (most: number, supported: (neighbours: Uint32Array) => Uint32Array = (neighbours) => neighbours) => {
  const counter = counterOf();
  const keeper = new PairKeeper(counter.occurrences, most);
  for (let product = 0; product < counter.groups.products; product += 1) {
    const row = counter.row(product);
    keeper.add(row, supported(row.neighbours));
  }
  return keeper.finish();
};

describe('the pairs that are kept of a product', () => {
  it('are those with what it meets most closely, the closest first, with their counts', () => {
    const kept = keep(10);
    const { from, to } = placesOf(kept, 3);
    // Cosines of tents, which are in four orders: lamps 2/√12 = 0.58, mugs 1/√4 = 0.5, pegs 1/√16 = 0.25.
    expect([...kept.neighbours.subarray(from, to)]).toEqual([0, 1, 2]);
    expect([...kept.together.subarray(from, to)]).toEqual([2, 1, 1]);
    expect([...kept.weights.subarray(from, to)]).toEqual([2, 1, 1]);
  });

  it('are as many as are asked for at most', () => {
    const kept = keep(1);
    // Pegs meet tents (1/√16 = 0.25) and lamps (1/√12 = 0.29).
    expect([...kept.offsets]).toEqual([0, 1, 2, 3, 4]);
    expect([...kept.neighbours]).toEqual([3, 3, 0, 0]);
  });

  it('are none but those that may be published', () => {
    const kept = keep(10, (neighbours) => neighbours.filter((product) => product === 1));
    expect([...kept.neighbours]).toEqual([1]);
    expect([...kept.offsets]).toEqual([0, 0, 0, 0, 1]);
  });
});
