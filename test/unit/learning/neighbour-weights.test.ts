import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPairCounter } from '../../../src/domain/learning/count-pairs.js';
import type { Groups } from '../../../src/domain/learning/groups.js';
import { type KeptPairs, PairKeeper, placesOf } from '../../../src/domain/learning/kept-pairs.js';
import { type NeighbourWeights, neighbourWeights } from '../../../src/domain/learning/neighbour-weights.js';

/** Baskets of product numbers, each by as many customers as it is listed. */
type Baskets = readonly (readonly number[])[];

const groupsOf = (baskets: Baskets, products: number): Groups => {
  const members = baskets.map((basket) => [...new Set(basket)].sort((a, b) => a - b));
  return {
    count: baskets.length,
    products,
    offsets: Uint32Array.from([0, ...members.map((_, at) => members.slice(0, at + 1).flat().length)]),
    members: Uint32Array.from(members.flat()),
    owners: Uint32Array.from(baskets.keys()),
    weights: new Float64Array(baskets.length).fill(1),
    capped: 0,
  };
};

/** The pairs of baskets as learning keeps them, where all may be published. */
const keptOf = (baskets: Baskets, products: number): { readonly kept: KeptPairs; readonly sold: Float64Array } => {
  const counter = createPairCounter(groupsOf(baskets, products));
  const keeper = new PairKeeper(counter.occurrences, products);
  for (let product = 0; product < products; product += 1) {
    const row = counter.row(product);
    keeper.add(row, row.neighbours);
  }
  return { kept: keeper.finish(), sold: counter.occurrences.weights };
};

type Weights = ReadonlyMap<string, number>;

/** What each product says for each other, by `source>target`. */
const weightsIn = ({ offsets, neighbours, weights }: NeighbourWeights): Weights => {
  const found = new Map<string, number>();
  for (let source = 0; source + 1 < offsets.length; source += 1) {
    const { from, to } = placesOf({ offsets }, source);
    for (let place = from; place < to; place += 1) found.set(`${source}>${neighbours[place] ?? -1}`, weights[place] ?? Number.NaN);
  }
  return found;
};

const weigh = (baskets: Baskets, products: number, ridge: number, neighbours = products): Weights => {
  const { kept, sold } = keptOf(baskets, products);
  return weightsIn(neighbourWeights({ pairs: kept, occurrenceWeights: sold, settings: { neighbours, ridge } }));
};

const says = (weights: Weights, source: number, target: number): number => weights.get(`${source}>${target}`) ?? 0;

const times = <T>(count: number, thing: T): readonly T[] => Array.from({ length: count }, () => thing);

const shared = (baskets: Baskets, a: number, b: number): number => baskets.filter((basket) => basket.includes(a) && basket.includes(b)).length;

/** A target's normal equations, worked out the obvious way: (G + ridge) w = g over the products that it ever meets. */
const normalEquations = (baskets: Baskets, products: number, target: number, ridge: number) => {
  const all = Array.from({ length: products }, (_, product) => product);
  const sold = all.map((product) => shared(baskets, product, product)).filter((count) => count > 0);
  const shrinkage = (ridge * sold.reduce((sum, count) => sum + count, 0)) / sold.length;
  const sources = all.filter((product) => product !== target && shared(baskets, product, target) > 0);
  const gram = sources.map((a) => sources.map((b) => shared(baskets, a, b) + (a === b ? shrinkage : 0)));
  return { sources, gram, aim: sources.map((source) => shared(baskets, source, target)) };
};

/** Gauss and Jordan; the matrices of these tests are positive definite. */
const solve = (matrix: readonly (readonly number[])[], aim: readonly number[]): readonly number[] => {
  const rows = matrix.map((row, at) => [...row, aim[at] ?? 0]);
  rows.forEach((pivot, at) => {
    const by = pivot[at] ?? 1;
    pivot.forEach((value, column) => (pivot[column] = value / by));
    rows.forEach((row, other) => {
      const factor = row[at] ?? 0;
      if (other !== at) row.forEach((value, column) => (row[column] = value - factor * (pivot[column] ?? 0)));
    });
  });
  return rows.map((row) => row.at(-1) ?? Number.NaN);
};

const PRODUCTS = 6;
const someBaskets: fc.Arbitrary<Baskets> = fc.array(fc.array(fc.nat(PRODUCTS - 1), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 25 });
/** Large enough for coordinate descent to settle within its sweeps, whatever was bought. */
const someRidge = fc.constantFrom(0.5, 1, 2);
const targets = Array.from({ length: PRODUCTS }, (_, target) => target);
/** Coordinate descent stops when nothing moves by more than a hundred-thousandth. */
const CLOSE = 1e-3;

describe('what products add to a basket', () => {
  it('is for a single neighbour the orders with both, by those with the neighbour and the ridge', () => {
    // Torches are in 4 orders, batteries in 3 of them and 2 more: 4.5 on average, a tenth of which is the ridge.
    const weights = weigh([...times(3, [0, 1]), [0], ...times(2, [1])], 2, 0.1);
    expect(says(weights, 1, 0)).toBeCloseTo(3 / (5 + 0.45), 12);
    expect(says(weights, 0, 1)).toBeCloseTo(3 / (4 + 0.45), 12);
  });

  it('is the closed-form solution of the ridge regression, wherever nothing in that is negative', () => {
    let compared = 0;
    fc.assert(
      fc.property(someBaskets, someRidge, (baskets, ridge) => {
        const weights = weigh(baskets, PRODUCTS, ridge);
        for (const target of targets) {
          const { sources, gram, aim } = normalEquations(baskets, PRODUCTS, target, ridge);
          const closed = solve(gram, aim);
          if (closed.some((weight) => weight < 0)) continue;
          compared += sources.length > 1 ? 1 : 0;
          sources.forEach((source, at) => expect(Math.abs(says(weights, source, target) - (closed[at] ?? Number.NaN))).toBeLessThan(CLOSE));
        }
      }),
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('is otherwise the best that can be had without negative weights: no weight could be moved for the better', () => {
    fc.assert(
      fc.property(someBaskets, someRidge, (baskets, ridge) => {
        const weights = weigh(baskets, PRODUCTS, ridge);
        for (const target of targets) {
          const { sources, gram, aim } = normalEquations(baskets, PRODUCTS, target, ridge);
          sources.forEach((source, at) => {
            const explained = sources.reduce((sum, other, column) => sum + (gram[at]?.[column] ?? 0) * says(weights, other, target), 0);
            const slope = ((aim[at] ?? 0) - explained) / (gram[at]?.[at] ?? 1);
            expect(says(weights, source, target) > 0 ? Math.abs(slope) : slope).toBeLessThan(CLOSE);
          });
        }
      }),
    );
  });

  it('is shared by two that always come together: both in a basket say what one of them would say alone', () => {
    // Cup and saucer (0 and 1) always come together; in six of ten such orders there is a spoon (2).
    const both = weigh([...times(6, [0, 1, 2]), ...times(4, [0, 1])], 3, 0.1);
    // Orders with each: 10, 10 and 6. By symmetry both weights are w: 10 w + 10 w + ridge · w = 6.
    const each = 6 / (20 + 0.1 * (26 / 3));
    expect(says(both, 0, 2)).toBeCloseTo(each, 2);
    expect(says(both, 1, 2)).toBeCloseTo(each, 2);
    expect(says(both, 0, 2) + says(both, 1, 2)).toBeCloseTo(2 * each, 3);
  });

  it('is one voice of two that always come together also where they sell far more than anything else, whichever of them speaks', () => {
    const rare = Array.from({ length: 50 }, (_, at) => [3 + at]);
    const both = weigh([...times(300, [0, 1, 2]), ...times(200, [0, 1]), ...rare], 53, 0.1);
    expect(says(both, 0, 2) + says(both, 1, 2)).toBeCloseTo(300 / 500, 2);
  });

  it('does not count the same evidence twice: a basket of cup, saucer and tea gets the biscuits, not the spoon', () => {
    // Tea (3) comes with biscuits (4) in eight of ten orders; cup and saucer with a spoon (2) in six of ten.
    const baskets = [...times(6, [0, 1, 2]), ...times(4, [0, 1]), ...times(8, [3, 4]), ...times(2, [3])];
    const shares = (target: number): number => [0, 1, 3].reduce((sum, source) => sum + shared(baskets, source, target) / shared(baskets, source, source), 0);
    expect(shares(2)).toBeGreaterThan(shares(4));
    const weights = weigh(baskets, 5, 0.1);
    const sum = (target: number): number => [0, 1, 3].reduce((total, source) => total + says(weights, source, target), 0);
    expect(sum(4)).toBeGreaterThan(sum(2));
  });

  it('is above 0 and below the share of the orders with the product that hold the other, whatever was bought', () => {
    fc.assert(
      fc.property(someBaskets, someRidge, (baskets, ridge) => {
        for (const [pair, weight] of weigh(baskets, PRODUCTS, ridge)) {
          const [source = -1, target = -1] = pair.split('>').map(Number);
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThan(shared(baskets, source, target) / shared(baskets, source, source));
        }
      }),
    );
  });

  it('does not depend on the order of the baskets, nor on that of the products', () => {
    const reversed = (baskets: Baskets): Baskets => baskets.map((basket) => basket.map((product) => PRODUCTS - 1 - product)).toReversed();
    fc.assert(
      fc.property(someBaskets, someRidge, (baskets, ridge) => {
        const weights = weigh(baskets, PRODUCTS, ridge);
        expect(weigh(baskets.toReversed(), PRODUCTS, ridge)).toEqual(weights);
        const renumbered = weigh(reversed(baskets), PRODUCTS, ridge);
        for (const source of targets) {
          for (const target of targets) {
            const difference = says(weights, source, target) - says(renumbered, PRODUCTS - 1 - source, PRODUCTS - 1 - target);
            expect(Math.abs(difference)).toBeLessThan(CLOSE);
          }
        }
      }),
    );
  });

  it('is kept of the largest weights, as many as are asked for, the largest first', () => {
    fc.assert(
      fc.property(someBaskets, fc.integer({ min: 1, max: 3 }), (baskets, most) => {
        const { kept, sold } = keptOf(baskets, PRODUCTS);
        const { offsets, weights } = neighbourWeights({ pairs: kept, occurrenceWeights: sold, settings: { neighbours: most, ridge: 0.1 } });
        for (const source of targets) {
          const { from, to } = placesOf({ offsets }, source);
          expect(to - from).toBeLessThanOrEqual(most);
          expect([...weights.subarray(from, to)]).toEqual([...weights.subarray(from, to)].sort((a, b) => b - a));
        }
      }),
    );
  });

  it('is nothing in a shop where nothing was bought', () => {
    expect(weigh([], 2, 0.1).size).toBe(0);
    expect(neighbourWeights({ pairs: keptOf([], 0).kept, occurrenceWeights: new Float64Array(0), settings: { neighbours: 5, ridge: 0.1 } }).neighbours).toHaveLength(0);
  });
});
