import type { ByKind, LearningScorers } from './anchor-learner.js';
import type { LearningFacts } from './collect-facts.js';
import { floatAt, uintAt } from './columns.js';
import type { PairTotals } from './count-pairs.js';
import { keptPair, placesOf } from './kept-pairs.js';
import type { LearnedPairs } from './learn-pairs.js';
import type { CoPurchaseStats, ScoredNeighbours, SimilarityStats } from './model.js';
import type { NeighbourWeights } from './neighbour-weights.js';
import { SHELF } from './places-for-all.js';
import { idAt } from './product-numbers.js';
import type { BestPairs, ScoredPairs } from './scored-pairs.js';

interface Published {
  readonly product: number;
  readonly together: number;
  readonly score: number;
  readonly basketScore: number;
}

/** Best first; ties by product number, so by id. */
const bestFirst = (a: Published, b: Published): number => b.score - a.score || a.product - b.product;

const weightsOf = (all: NeighbourWeights, anchor: number): ReadonlyMap<number, number> => {
  const { from, to } = placesOf(all, anchor);
  return new Map([...all.neighbours.subarray(from, to)].map((product, place) => [product, floatAt(all.weights, from + place)]));
};

const bestOf = (best: BestPairs, anchor: number, basket: ReadonlyMap<number, number>): Published[] => {
  const { neighbours, together, scores } = best;
  const { from, to } = placesOf(best, anchor);
  return [...neighbours.subarray(from, to)].map((product, place) => ({
    product,
    together: uintAt(together, from + place),
    score: floatAt(scores, from + place),
    basketScore: basket.get(product) ?? 0,
  }));
};

/** A score that puts a product on the shelf and its last one off it: between the last two, or in front of both where nothing lies between. */
const shelfScore = (published: readonly Published[]): number => {
  const [before, last] = [published[SHELF - 2]?.score ?? 0, published[SHELF - 1]?.score ?? 0];
  const between = last + (before - last) / 2;
  return between > last && between < before ? between : before * (1 + Number.EPSILON);
};

/** What is known of orders and of customers as a whole. */
type PairTotalsOfBuyers = Pick<ByKind<Pick<PairTotals, 'occurrences'>>, 'orders' | 'customers'>;

/** Puts learned pairs into the form in which they are published: products by id, one entry per anchor that has any. */
export const publishedCoPurchases = (
  { productIds }: Pick<LearningFacts, 'productIds'>,
  { best, kept, keptCustomers, basketWeights, guests }: LearnedPairs,
  { orders, customers }: PairTotalsOfBuyers,
  scorers: LearningScorers,
): readonly CoPurchaseStats[] => {
  const guestOf = new Map(guests.map((guest) => [guest.anchor, guest]));
  const { counts } = orders.occurrences;
  const [byOrders, byCustomers] = [scorers.coPurchase.over(counts), scorers.coOwnership.over(customers.occurrences.counts)];

  const fromKept = (anchor: number, product: number, basketScore: number): readonly Published[] => {
    const pair = keptPair(kept, anchor, product);
    if (pair === null) return [];
    const owned = keptPair(keptCustomers, anchor, product);
    // It comes after all that is listed for the anchor alone, whether or not the pair was close enough to be kept of customers as well.
    const added = owned === null ? 0 : byCustomers(anchor, product, owned.together, owned.weight);
    return [{ product, together: pair.together, score: byOrders(anchor, product, pair.together, pair.weight) + added, basketScore }];
  };

  const withGuest = (anchor: number, published: readonly Published[]): readonly Published[] => {
    const guest = guestOf.get(anchor);
    if (guest === undefined) return published;
    const { product, together } = guest;
    const basketScore = published.find((one) => one.product === product)?.basketScore ?? 0;
    const others = published.filter((one) => one.product !== product);
    return [...others, { product, together, basketScore, score: shelfScore(published) }].toSorted(bestFirst);
  };

  const ofAnchor = (anchor: number): readonly Published[] => {
    const basket = weightsOf(basketWeights, anchor);
    const alone = bestOf(best, anchor, basket);
    const held = new Set(alone.map(({ product }) => product));
    const inBasketsOnly = [...basket].filter(([product]) => !held.has(product)).flatMap(([product, weight]) => fromKept(anchor, product, weight));
    return withGuest(anchor, [...alone, ...inBasketsOnly].toSorted(bestFirst));
  };

  return productIds.flatMap((productId, anchor) => {
    const published = ofAnchor(anchor);
    if (published.length === 0) return [];
    return [{
      productId,
      orders: uintAt(counts, anchor),
      neighbourIds: published.map(({ product }) => idAt(productIds, product)),
      ordersTogether: published.map(({ together }) => together),
      neighbourOrders: published.map(({ product }) => uintAt(counts, product)),
      scores: published.map(({ score }) => score),
      basketScores: published.map(({ basketScore }) => basketScore),
    }];
  });
};

interface NeighbourColumns extends Pick<ScoredPairs, 'offsets' | 'neighbours'> {
  readonly values: Float64Array;
}

const neighboursOf = (productIds: readonly string[], { offsets, neighbours, values }: NeighbourColumns, product: number): ScoredNeighbours => {
  const { from, to } = placesOf({ offsets }, product);
  return {
    ids: [...neighbours.subarray(from, to)].map((neighbour) => idAt(productIds, neighbour)),
    scores: [...values.subarray(from, to)],
  };
};

/** What is alike, one entry per product that is like any other. */
export const publishedSimilarities = (
  { productIds }: Pick<LearningFacts, 'productIds'>,
  viewedAlike: ScoredPairs,
  boughtAlike: NeighbourWeights,
): readonly SimilarityStats[] =>
  productIds.flatMap((productId, product) => {
    const viewed = neighboursOf(productIds, { ...viewedAlike, values: viewedAlike.scores }, product);
    const bought = neighboursOf(productIds, { ...boughtAlike, values: boughtAlike.weights }, product);
    return viewed.ids.length + bought.ids.length > 0 ? [{ productId, viewed, bought }] : [];
  });
