import type { AnchorRange } from './anchor-ranges.js';
import { FloatColumn, floatAt, intAt, UintColumn, uintAt } from './columns.js';
import { joinFloats, joinUints } from './join-columns.js';
import { type KeptPairs, placesOf } from './kept-pairs.js';
import { TopNeighbours } from './top-neighbours.js';

/** What each product adds to the case for others, in columns: weights from 0 to 1, above 0, that a basket or a customer's products sum. */
export interface NeighbourWeights {
  /** Where each product's neighbours begin; one more than there are products. */
  readonly offsets: Uint32Array;
  /** Product numbers, the largest weight first. */
  readonly neighbours: Uint32Array;
  readonly weights: Float64Array;
}

/** How the weights are worked out. */
export interface WeighingSettings {
  /** How many of its closest neighbours explain a product, and how many weights of each product are kept. */
  readonly neighbours: number;
  /** How much evidence a weight needs, as a share of the average product's: more keeps the weights of rare products smaller. */
  readonly ridge: number;
}

/** Sweeps of coordinate descent at most, and the change below which they end. */
const MOST_SWEEPS = 40;
const SETTLED = 1e-5;

const meanOf = (values: Float64Array): number => {
  const positive = values.filter((value) => value > 0);
  return positive.length === 0 ? 0 : positive.reduce((sum, value) => sum + value, 0) / positive.length;
};

/** Solves one product's regression on its neighbours; the arrays are used again for every product, as there are too many for some each. */
class Regression {
  readonly #size: number;
  readonly #gram: Float64Array;
  readonly #residual: Float64Array;
  /** The weights of the neighbours, in the order in which they were given. */
  readonly weights: Float64Array;

  constructor(size: number) {
    this.#size = size;
    this.#gram = new Float64Array(size * size);
    this.#residual = new Float64Array(size);
    this.weights = new Float64Array(size);
  }

  clear(count: number): void {
    this.#gram.fill(0, 0, count * this.#size);
    this.weights.fill(0, 0, count);
  }

  /** What two neighbours share, or a neighbour's own weight with the ridge. */
  set(row: number, column: number, value: number): void {
    this.#gram[row * this.#size + column] = value;
    this.#gram[column * this.#size + row] = value;
  }

  /** What a neighbour shares with the product. */
  aim(neighbour: number, value: number): void {
    this.#residual[neighbour] = value;
  }

  /** Coordinate descent over weights of 0 or more: what is shared is never negative, so that each step is bounded and the sweeps settle. */
  solve(count: number): void {
    for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
      let change = 0;
      for (let row = 0; row < count; row += 1) change = Math.max(change, Math.abs(this.#step(row, count)));
      if (change < SETTLED) return;
    }
  }

  #step(row: number, count: number): number {
    const from = row * this.#size;
    const before = floatAt(this.weights, row);
    const after = Math.max(0, before + floatAt(this.#residual, row) / floatAt(this.#gram, from + row));
    const step = after - before;
    if (step === 0) return 0;
    this.weights[row] = after;
    for (let column = 0; column < count; column += 1) {
      this.#residual[column] = floatAt(this.#residual, column) - step * floatAt(this.#gram, from + column);
    }
    return step;
  }
}

/** What products are worked out from. */
export interface Weighing {
  readonly pairs: KeptPairs;
  /** Weight of the groups with each product. */
  readonly occurrenceWeights: Float64Array;
  readonly settings: WeighingSettings;
}

/** How far products are explained by their neighbours, in columns of equal length: which product, by which neighbour, and how far. */
export interface Explained {
  readonly targets: Uint32Array;
  readonly sources: Uint32Array;
  readonly values: Float64Array;
}

/** Explains consecutive products by their closest neighbours each; what comes out belongs to the neighbours. */
export const explainProducts = ({ pairs, occurrenceWeights, settings }: Weighing, range: AnchorRange): Explained => {
  const { neighbours, ridge } = settings;
  const found = { sources: new UintColumn(), targets: new UintColumn(), values: new FloatColumn() };
  const regression = new Regression(neighbours);
  const shrinkage = ridge * meanOf(occurrenceWeights);
  const places = new Int32Array(occurrenceWeights.length).fill(-1);
  for (let product = range.from; product < range.until; product += 1) {
    const { from, to } = placesOf(pairs, product);
    const count = Math.min(to - from, neighbours);
    const closest = pairs.neighbours.subarray(from, from + count);
    regression.clear(count);
    closest.forEach((neighbour, place) => {
      places[neighbour] = place;
      regression.set(place, place, floatAt(occurrenceWeights, neighbour) + shrinkage);
      regression.aim(place, floatAt(pairs.weights, from + place));
    });
    for (const [place, neighbour] of closest.entries()) {
      const { from: first, to: last } = placesOf(pairs, neighbour);
      for (let pair = first; pair < last; pair += 1) {
        const other = intAt(places, uintAt(pairs.neighbours, pair));
        if (other >= 0) regression.set(place, other, floatAt(pairs.weights, pair));
      }
    }
    regression.solve(count);
    closest.forEach((neighbour, place) => {
      places[neighbour] = -1;
      const weight = floatAt(regression.weights, place);
      if (weight <= 0) return;
      found.sources.push(neighbour);
      found.targets.push(product);
      found.values.push(weight);
    });
  }
  return { sources: found.sources.take(), targets: found.targets.take(), values: found.values.take() };
};

/** Puts together what was explained of ranges of products that follow one another. */
export const joinExplained = (parts: readonly Explained[]): Explained => ({
  targets: joinUints(parts.map(({ targets }) => targets)),
  sources: joinUints(parts.map(({ sources }) => sources)),
  values: joinFloats(parts.map(({ values }) => values)),
});

/** Gathers what belongs to each of so many products, the largest weights first, `most` of them. */
export const weightsFrom = ({ sources, targets, values }: Explained, products: number, most: number): NeighbourWeights => {
  const starts = new Uint32Array(products + 1);
  for (const source of sources) starts[source + 1] = uintAt(starts, source + 1) + 1;
  for (let product = 0; product < products; product += 1) starts[product + 1] = uintAt(starts, product + 1) + uintAt(starts, product);
  const next = starts.slice();
  const order = new Uint32Array(sources.length);
  sources.forEach((source, index) => {
    order[uintAt(next, source)] = index;
    next[source] = uintAt(next, source) + 1;
  });
  const offsets = new Uint32Array(products + 1);
  const neighbours = new UintColumn();
  const weights = new FloatColumn();
  const top = new TopNeighbours(most);
  for (let product = 0; product < products; product += 1) {
    top.clear();
    for (const index of order.subarray(uintAt(starts, product), uintAt(starts, product + 1))) {
      top.offer(uintAt(targets, index), floatAt(values, index));
    }
    neighbours.pushAll(top.products());
    weights.pushAll(top.scores());
    offsets[product + 1] = neighbours.length;
  }
  return { offsets, neighbours: neighbours.values(), weights: weights.values() };
};

/**
 * How much each product speaks for each of its neighbours when others speak too: every product is explained by its closest neighbours with a
 * ridge regression over weights of 0 or more, so that two neighbours that always come together share one voice. That is what sums over a basket
 * need, where plain co-counts count the same evidence again and again. `occurrenceWeights` is the weight of the groups with each product.
 * Source: the neighbourhood form of SLIM (Ning and Karypis, ICDM 2011, "fsSLIM") with the ridge of EASE (Steck, WWW 2019); solved by
 * coordinate descent (Friedman, Hastie and Tibshirani, Journal of Statistical Software 33, 2010). Time grows with the products.
 */
export const neighbourWeights = (weighing: Weighing): NeighbourWeights => {
  const products = weighing.occurrenceWeights.length;
  return weightsFrom(explainProducts(weighing, { from: 0, until: products }), products, weighing.settings.neighbours);
};
