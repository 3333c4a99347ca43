import { lift } from '../cross-sell/association.js';
import type { CountedPair, PairScorer } from '../cross-sell/score-pair.js';
import { floatAt, intAt, uintAt } from './columns.js';
import type { Occurrences, PairCounter, PairRow } from './count-pairs.js';
import type { CoPurchaseStats } from './model.js';
import { idAt } from './product-numbers.js';
import { isSubstitute } from './substitutes.js';
import { TopNeighbours } from './top-neighbours.js';

/** What decides which pairs are published as co-purchases. */
export interface CoPurchaseContext {
  readonly productIds: readonly string[];
  readonly families: Uint32Array;
  readonly orders: PairCounter;
  readonly visits: PairCounter;
  readonly scorer: PairScorer;
  readonly minCustomers: number;
  readonly neighbours: number;
}

/** Pairs with enough customers that were kept out because one product is chosen instead of the other. */
export interface KeptOut {
  variants: number;
  substitutes: number;
  /** In as many orders as customers are asked for, but of fewer customers. */
  tooFewCustomers: number;
}

/** Answers what goes with one anchor, from its rows of orders and visits; null when nothing may be published. */
export type CoPurchaseOf = (bought: PairRow, viewed: PairRow) => CoPurchaseStats | null;

const NOTHING_COUNTED: CountedPair = { together: 0, togetherWeight: 0, anchorWeight: 0, neighbourWeight: 0 };

/** Reads a pair's counts into an object that is used again for every pair, as there are too many for one each. */
export const countReader = ({ weights }: Occurrences): ((row: PairRow, neighbour: number) => Readonly<CountedPair>) => {
  const counted = { ...NOTHING_COUNTED };
  return (row, neighbour) => {
    counted.together = intAt(row.together, neighbour);
    counted.togetherWeight = floatAt(row.weights, neighbour);
    counted.anchorWeight = floatAt(weights, row.anchor);
    counted.neighbourWeight = floatAt(weights, neighbour);
    return counted;
  };
};

/**
 * Makes the function that picks an anchor's neighbours: enough distinct customers, a lift above 1, not of the anchor's family, no substitute;
 * of those the best by score.
 */
export const coPurchaseFrom = (context: CoPurchaseContext, keptOut: KeptOut): CoPurchaseOf => {
  const { productIds, families, orders, visits, scorer, minCustomers } = context;
  const { counts } = orders.occurrences;
  const countedOf = countReader(orders.occurrences);
  const top = new TopNeighbours(context.neighbours);

  const attracts = (row: PairRow, neighbour: number): boolean =>
    lift({
      together: intAt(row.together, neighbour),
      anchorOrders: uintAt(counts, row.anchor),
      neighbourOrders: uintAt(counts, neighbour),
      orders: orders.groups.count,
    }) > 1;

  const isSupported = (row: PairRow, neighbour: number): boolean => {
    if (intAt(row.owners, neighbour) >= minCustomers) return true;
    if (intAt(row.together, neighbour) >= minCustomers) keptOut.tooFewCustomers += 1;
    return false;
  };

  const standsInFor = (bought: PairRow, viewed: PairRow, neighbour: number): boolean => {
    const isVariant = uintAt(families, bought.anchor) === uintAt(families, neighbour);
    if (isVariant) keptOut.variants += 1;
    const instead = isVariant || isSubstitute(
      neighbour,
      { row: bought, occurrences: orders.occurrences },
      { row: viewed, occurrences: visits.occurrences },
    );
    if (instead && !isVariant) keptOut.substitutes += 1;
    return instead;
  };

  return (bought, viewed) => {
    top.clear();
    for (const neighbour of bought.neighbours) {
      if (!isSupported(bought, neighbour) || !attracts(bought, neighbour)) continue;
      if (!standsInFor(bought, viewed, neighbour)) top.offer(neighbour, scorer.score(countedOf(bought, neighbour)));
    }
    const products = top.products();
    return products.length === 0 ? null : {
      productId: idAt(productIds, bought.anchor),
      orders: uintAt(counts, bought.anchor),
      neighbourIds: products.map((product) => idAt(productIds, product)),
      ordersTogether: products.map((product) => intAt(bought.together, product)),
      neighbourOrders: products.map((product) => uintAt(counts, product)),
      scores: top.scores(),
    };
  };
};
