import type { PairScorer } from '../cross-sell/score-pair.js';
import type { LearningFacts } from './collect-facts.js';
import { type AnchorRows, type KeptOut, pairScores, supportedPairs } from './co-purchase.js';
import { FloatColumn, floatAt, intAt, UintColumn } from './columns.js';
import type { PairCounter } from './count-pairs.js';
import { type KeptPairs, PairKeeper } from './kept-pairs.js';
import { type NeighbourWeights, neighbourWeights } from './neighbour-weights.js';
import { type Guest, PlacesForAll, SHELF } from './places-for-all.js';
import type { LearningSettings } from './settings.js';
import { similarFrom } from './similarity.js';
import type { ScoredNeighbours } from './model.js';
import { TopNeighbours } from './top-neighbours.js';

/** How many pairs of a product take part in working out weights: more costs memory and changes little. */
const CLOSEST = 100;
/** How much evidence a weight needs, as a share of the average product's; chosen on the validation parts of docs/quality.md. */
const RIDGE = 0.1;

/** The formulas that rank pairs. */
export interface LearningScorers {
  readonly coPurchase: PairScorer;
  readonly similarity: PairScorer;
}

/** Pairs by kind. */
export interface Counters {
  readonly orders: PairCounter;
  readonly visits: PairCounter;
  /** Counts only what enough distinct customers bought both of: each customer is one group. */
  readonly customers: PairCounter;
}

/** The best neighbours of every anchor, in columns. */
export interface BestPairs {
  /** Where each anchor's neighbours begin; one more than there are anchors. */
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly together: Uint32Array;
  readonly scores: Float64Array;
}

/** All that is learned about pairs, by product number. */
export interface LearnedPairs {
  readonly best: BestPairs;
  /** Pairs of orders, for the counts behind a weight. */
  readonly kept: KeptPairs;
  readonly basketWeights: NeighbourWeights;
  /** Pairs of customers, for who asks what is bought alike. */
  readonly keptCustomers: KeptPairs;
  readonly viewedAlike: readonly ScoredNeighbours[];
  readonly guests: readonly Guest[];
}

/** What pairs are learned with. */
export interface PairsContext {
  readonly settings: LearningSettings;
  readonly scorers: LearningScorers;
  /** Counts what was kept out, for the report. */
  readonly keptOut: KeptOut;
  readonly onProgress: (done: number, total: number) => void;
}

class BestColumns {
  readonly #offsets = new UintColumn();
  readonly #neighbours = new UintColumn();
  readonly #together = new UintColumn();
  readonly #scores = new FloatColumn();

  constructor() {
    this.#offsets.push(0);
  }

  add(together: Int32Array, products: readonly number[], scores: readonly number[]): void {
    products.forEach((product, place) => {
      this.#neighbours.push(product);
      this.#together.push(intAt(together, product));
      this.#scores.push(scores[place] ?? 0);
    });
    this.#offsets.push(this.#neighbours.length);
  }

  finish(): BestPairs {
    return {
      offsets: this.#offsets.values(),
      neighbours: this.#neighbours.values(),
      together: this.#together.values(),
      scores: this.#scores.values(),
    };
  }
}

const weigh = (kept: KeptPairs, { occurrences }: PairCounter, { neighbours }: LearningSettings): NeighbourWeights =>
  neighbourWeights(kept, occurrences.weights, { neighbours, ridge: RIDGE });

/** What products say of each other by who bought them: as much work as all else, so that it is done for who asks. */
export const boughtAlikeOf = ({ keptCustomers }: LearnedPairs, { customers }: Counters, settings: LearningSettings): NeighbourWeights =>
  weigh(keptCustomers, customers, settings);

/** Goes through all anchors once: memory grows with the products that are kept of each, and not with the pairs. */
export const learnPairs = ({ productIds, catalogue }: LearningFacts, counters: Counters, context: PairsContext): LearnedPairs => {
  const { orders, visits, customers } = counters;
  const { settings, scorers, keptOut, onProgress } = context;
  const { minCustomers, neighbours, spreadShare } = settings;
  const supportedOf = supportedPairs({ families: catalogue.families, orders, visits, minCustomers }, keptOut);
  const scoreOf = pairScores(orders.occurrences, scorers.coPurchase);
  const viewedLike = similarFrom({ productIds, counter: visits, scorer: scorers.similarity, minCustomers, neighbours });
  const top = new TopNeighbours(neighbours);
  const best = new BestColumns();
  const [keptOrders, keptCustomers] = [new PairKeeper(orders.occurrences, CLOSEST), new PairKeeper(customers.occurrences, CLOSEST)];
  const places = new PlacesForAll(productIds.length);
  const scoreByProduct = new Float64Array(productIds.length);
  const viewedAlike: ScoredNeighbours[] = [];
  for (let anchor = 0; anchor < productIds.length; anchor += 1) {
    const owned = customers.row(anchor);
    // What the same customers bought needs to have met in one order only.
    const rows: AnchorRows = { bought: orders.row(anchor, owned), viewed: visits.row(anchor), owned };
    const supported = supportedOf(rows);
    top.clear();
    for (const neighbour of supported) {
      const score = scoreOf(rows.bought, neighbour);
      scoreByProduct[neighbour] = score;
      top.offer(neighbour, score);
    }
    const [products, scores] = [top.products(), top.scores()];
    best.add(rows.bought.together, products, scores);
    const shelf = products.slice(0, SHELF);
    const offer = { anchor, anchorWeight: floatAt(orders.occurrences.weights, anchor), shelf, lastScore: scores[SHELF - 1] ?? 0 };
    places.addShelf(offer, scores);
    if (shelf.length === SHELF) {
      for (const neighbour of supported) {
        if (shelf.includes(neighbour)) continue;
        places.offer(offer, neighbour, floatAt(scoreByProduct, neighbour), intAt(rows.bought.together, neighbour));
      }
    }
    keptOrders.add(rows.bought, supported);
    keptCustomers.add(owned, owned.neighbours);
    viewedAlike.push(viewedLike(rows.viewed));
    onProgress(anchor + 1, productIds.length);
  }
  const kept = keptOrders.finish();
  return {
    best: best.finish(),
    kept,
    basketWeights: weigh(kept, orders, settings),
    keptCustomers: keptCustomers.finish(),
    viewedAlike,
    guests: places.guests(spreadShare),
  };
};
