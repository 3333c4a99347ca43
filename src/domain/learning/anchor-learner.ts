import type { PairScorer } from '../cross-sell/score-pair.js';
import { type AnchorRows, type KeptOut, pairScores, supportedPairs, type SupportedOf } from './co-purchase.js';
import { floatAt, intAt } from './columns.js';
import type { PairRow, PairTotals } from './count-pairs.js';
import { type KeptPairs, PairKeeper } from './kept-pairs.js';
import { type Places, PlacesForAll, SHELF } from './places-for-all.js';
import { BestColumns, type BestPairs, ScoredColumns, type ScoredPairs } from './scored-pairs.js';
import type { LearningSettings } from './settings.js';
import { similarFrom } from './similarity.js';
import { TopNeighbours } from './top-neighbours.js';

/** How many pairs of a product take part in working out weights: more costs memory and changes little. */
const CLOSEST = 100;

/** The formulas that rank pairs. */
export interface LearningScorers {
  /** Of a complement, by the orders that hold both. */
  readonly coPurchase: PairScorer;
  /** What the customers add to it who bought both, in one order or in several. */
  readonly coOwnership: PairScorer;
  readonly similarity: PairScorer;
}

/** One thing for each kind of groups that pairs are counted in. */
export interface ByKind<T> {
  readonly orders: T;
  readonly visits: T;
  /** Each customer is one group. */
  readonly customers: T;
}

/** What anchors are learned with, beside what they met. */
export interface AnchorLearning {
  readonly totals: ByKind<PairTotals>;
  /** A number for each product's family, by product number. */
  readonly families: Uint32Array;
  readonly settings: Pick<LearningSettings, 'minCustomers' | 'neighbours'>;
  readonly scorers: LearningScorers;
}

/** What is learned of consecutive anchors, in plain columns that can be handed to another thread. Columns with offsets begin with the first anchor. */
export interface LearnedAnchors {
  readonly best: BestPairs;
  /** Pairs of orders, for the counts behind a weight. */
  readonly kept: KeptPairs;
  /** Pairs of customers, for who asks what is bought alike. */
  readonly keptCustomers: KeptPairs;
  readonly viewedAlike: ScoredPairs;
  /** By product number, of the whole shop. */
  readonly places: Places;
  readonly keptOut: KeptOut;
}

/** Learns of one anchor after another: memory grows with the products that are kept of each, and not with the pairs. */
export class AnchorLearner {
  readonly #weights: Float64Array;
  readonly #supportedOf: SupportedOf;
  readonly #byOrders: (row: PairRow, neighbour: number) => number;
  readonly #byCustomers: (row: PairRow, neighbour: number) => number;
  readonly #viewedLike: (row: PairRow) => TopNeighbours;
  readonly #top: TopNeighbours;
  readonly #scores: Float64Array;
  readonly #best = new BestColumns();
  readonly #kept: PairKeeper;
  readonly #keptCustomers: PairKeeper;
  readonly #viewedAlike = new ScoredColumns();
  readonly #places: PlacesForAll;
  readonly #keptOut: KeptOut = { variants: 0, substitutes: 0, tooFewCustomers: 0 };

  constructor({ totals: { orders, visits, customers }, families, settings, scorers }: AnchorLearning) {
    const { minCustomers, neighbours } = settings;
    this.#weights = orders.occurrences.weights;
    this.#supportedOf = supportedPairs({ families, orders, visits, minCustomers }, this.#keptOut);
    this.#byOrders = pairScores(orders.occurrences.counts, scorers.coPurchase);
    this.#byCustomers = pairScores(customers.occurrences.counts, scorers.coOwnership);
    this.#viewedLike = similarFrom({ occurrences: visits.occurrences, scorer: scorers.similarity, minCustomers, neighbours });
    this.#top = new TopNeighbours(neighbours);
    this.#scores = new Float64Array(families.length);
    this.#kept = new PairKeeper(orders.occurrences, CLOSEST);
    this.#keptCustomers = new PairKeeper(customers.occurrences, CLOSEST);
    this.#places = new PlacesForAll(families.length);
  }

  /** Learns of the next anchor from what it met in each kind of groups; the rows may be forgotten afterwards. */
  learn(rows: AnchorRows): void {
    const { bought, viewed, owned } = rows;
    const supported = this.#supportedOf(rows);
    this.#top.clear();
    for (const neighbour of supported) {
      const score = this.#byOrders(bought, neighbour) + this.#byCustomers(owned, neighbour);
      this.#scores[neighbour] = score;
      this.#top.offer(neighbour, score);
    }
    this.#best.add(this.#top, bought);
    this.#findPlaces(bought, supported);
    this.#kept.add(bought, supported);
    this.#keptCustomers.add(owned, owned.neighbours);
    this.#viewedAlike.add(this.#viewedLike(viewed));
  }

  /** Hands over what was learned: to be called once. */
  finish(): LearnedAnchors {
    return {
      best: this.#best.finish(),
      kept: this.#kept.finish(),
      keptCustomers: this.#keptCustomers.finish(),
      viewedAlike: this.#viewedAlike.finish(),
      places: this.#places.finish(),
      keptOut: this.#keptOut,
    };
  }

  #findPlaces({ anchor, together }: PairRow, supported: Uint32Array): void {
    const shelf = Array.from(this.#top.products().subarray(0, SHELF));
    const scores = this.#top.scores();
    const offer = { anchor, anchorWeight: floatAt(this.#weights, anchor), shelf, lastScore: scores[SHELF - 1] ?? 0 };
    this.#places.addShelf(offer, scores);
    if (shelf.length < SHELF) return;
    for (const neighbour of supported) {
      const score = floatAt(this.#scores, neighbour);
      const isShown = score >= offer.lastScore && shelf.includes(neighbour);
      if (!isShown) this.#places.offer(offer, neighbour, score, intAt(together, neighbour));
    }
  }
}
