import { FloatColumn, intAt, UintColumn } from './columns.js';
import type { PairRow } from './count-pairs.js';
import type { TopNeighbours } from './top-neighbours.js';

/** The best neighbours of consecutive anchors, in columns. */
export interface ScoredPairs {
  /** Where each anchor's neighbours begin; one more than there are anchors. */
  readonly offsets: Uint32Array;
  /** Product numbers, best first. */
  readonly neighbours: Uint32Array;
  readonly scores: Float64Array;
}

/** The same with how often they met. */
export interface BestPairs extends ScoredPairs {
  /** Groups with both. */
  readonly together: Uint32Array;
}

/** Takes the best neighbours of one anchor after another. */
export class ScoredColumns {
  readonly #offsets = new UintColumn();
  readonly #neighbours = new UintColumn();
  readonly #scores = new FloatColumn();

  constructor() {
    this.#offsets.push(0);
  }

  add(top: TopNeighbours): void {
    for (const product of top.products()) this.#neighbours.push(product);
    for (const score of top.scores()) this.#scores.push(score);
    this.#offsets.push(this.#neighbours.length);
  }

  /** Hands over what was taken: to be called once. */
  finish(): ScoredPairs {
    return { offsets: this.#offsets.take(), neighbours: this.#neighbours.take(), scores: this.#scores.take() };
  }
}

/** Takes the same, with how often they met. */
export class BestColumns {
  readonly #scored = new ScoredColumns();
  readonly #together = new UintColumn();

  add(top: TopNeighbours, { together }: Pick<PairRow, 'together'>): void {
    this.#scored.add(top);
    for (const product of top.products()) this.#together.push(intAt(together, product));
  }

  /** Hands over what was taken: to be called once. */
  finish(): BestPairs {
    return { ...this.#scored.finish(), together: this.#together.take() };
  }
}
