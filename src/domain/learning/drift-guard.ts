import { type DriftQuestion, type PlacedOrders, questionsOf } from './drift-questions.js';
import type { CoPurchaseStats, FirstNeighbours } from './model.js';
import { pairedDifference } from './paired-difference.js';
import { SHELF } from './places-for-all.js';

/** Fewer orders than this say nothing about two models. */
export const FEWEST_ORDERS_COMPARED = 50;

/** More orders than this, the newest, would say hardly more. */
export const MOST_ORDERS_COMPARED = 2_000;

/** A loss smaller than this share of the published version's hit rate is not worth anybody's attention, however certain it is. */
const LOSS_THAT_COUNTS = 0.05;

const STANDARD_ERRORS_THAT_COUNT = 2;

/**
 * What comparing a newly learned model with the published one came to. UNCHANGED: it is the published one. NOTHING_PUBLISHED: no version was
 * published before, or one without pairs. TOO_FEW_ORDERS: it cannot be told. Only a WORSE one is withheld.
 */
export type DriftVerdict = 'NOT_WORSE' | 'WORSE' | 'TOO_FEW_ORDERS' | 'NOTHING_PUBLISHED' | 'UNCHANGED';

/** How a newly learned model compares with the published one. */
export interface ModelComparison {
  readonly verdict: DriftVerdict;
  /** Newer orders that both were asked about; with TOO_FEW_ORDERS those that there were at most. */
  readonly orders: number;
  /** Share of hidden products that the published version's lists hold, every order weighing the same, 0 to 1; null where nothing was compared. */
  readonly published: number | null;
  /** The same of the lists that today's facts and settings would have given then. */
  readonly rival: number | null;
  /** Worse counts when the rival's share is lower by more than this; null where nothing was compared. */
  readonly margin: number | null;
}

/** A comparison in which nothing was compared. */
export const notCompared = (verdict: Exclude<DriftVerdict, 'WORSE' | 'NOT_WORSE'>, orders = 0): ModelComparison => ({
  verdict,
  orders,
  published: null,
  rival: null,
  margin: null,
});

/** The lists that two models give for the products of newer orders. */
export interface ComparedLists {
  readonly published: FirstNeighbours;
  readonly rival: FirstNeighbours;
}

/** What a shopper sees of every list: the first products, by the stored scores. */
export const firstNeighboursOf = (coPurchase: readonly CoPurchaseStats[]): FirstNeighbours =>
  new Map(coPurchase.map(({ productId, neighbourIds }) => [productId, neighbourIds.slice(0, SHELF)]));

const hitRate = (lists: FirstNeighbours, questions: readonly DriftQuestion[]): number =>
  questions.filter(({ anchorId, hiddenId }) => lists.get(anchorId)?.includes(hiddenId) === true).length / questions.length;

/** The verdict over two columns of hit rates, one entry per order. */
export const judge = (published: readonly number[], rival: readonly number[]): ModelComparison => {
  const orders = published.length;
  if (orders < FEWEST_ORDERS_COMPARED) return notCompared('TOO_FEW_ORDERS', orders);
  const { first, second, standardError } = pairedDifference(published, rival);
  const margin = Math.max(STANDARD_ERRORS_THAT_COUNT * standardError, LOSS_THAT_COUNTS * first);
  return { verdict: first - second > margin ? 'WORSE' : 'NOT_WORSE', orders, published: first, rival: second, margin };
};

/**
 * Asks two models to find hidden products in newer orders, of which neither has seen any: `places` are those of the orders, newest first. A
 * product is known when either has a list for it, so that a model which lost a product is held to it.
 */
export const compareOnOrders = (facts: PlacedOrders, places: Uint32Array, { published, rival }: ComparedLists): ModelComparison => {
  const isKnown = (productId: string): boolean => published.has(productId) || rival.has(productId);
  const rates: Record<keyof ComparedLists, number[]> = { published: [], rival: [] };
  for (const place of places) {
    if (rates.published.length === MOST_ORDERS_COMPARED) break;
    const questions = questionsOf(facts, place, isKnown);
    if (questions.length === 0) continue;
    rates.published.push(hitRate(published, questions));
    rates.rival.push(hitRate(rival, questions));
  }
  return judge(rates.published, rates.rival);
};
