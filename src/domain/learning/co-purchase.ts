import { lift } from '../cross-sell/association.js';
import type { PairScorer } from '../cross-sell/score-pair.js';
import { floatAt, intAt, uintAt } from './columns.js';
import type { Occurrences, PairRow, PairTotals } from './count-pairs.js';
import { isSubstitute } from './substitutes.js';

/** What decides which pairs may be published as co-purchases. */
export interface CoPurchaseContext {
  readonly families: Uint32Array;
  readonly orders: PairTotals;
  readonly visits: Pick<PairTotals, 'occurrences'>;
  readonly minCustomers: number;
}

/** Pairs with enough customers that were kept out because one product is chosen instead of the other. */
export interface KeptOut {
  variants: number;
  substitutes: number;
  /** In as many orders as customers are asked for, but of fewer customers. */
  tooFewCustomers: number;
}

/** One anchor's rows of all three kinds. */
export interface AnchorRows {
  readonly bought: PairRow;
  readonly viewed: PairRow;
  /** Of customers: who bought both, in one order or in several. */
  readonly owned: PairRow;
}

/** Answers which of the products that an anchor was bought with may be published beside it; valid until the next call. */
export type SupportedOf = (rows: AnchorRows) => Uint32Array;

/** How well each pair of an anchor goes together, by its counts. */
export const pairScores = ({ weights }: Occurrences, scorer: PairScorer): ((row: PairRow, neighbour: number) => number) => {
  const scoreOf = scorer.over(weights);
  return (row, neighbour) => scoreOf(row.anchor, neighbour, intAt(row.together, neighbour), floatAt(row.weights, neighbour));
};

/**
 * Makes the function that finds an anchor's publishable neighbours: bought in one order at least, both bought by enough distinct customers
 * (in one order or in several), a lift above 1, not of the anchor's family, no substitute.
 */
export const supportedPairs = (context: CoPurchaseContext, keptOut: KeptOut): SupportedOf => {
  const { families, orders, visits, minCustomers } = context;
  const { counts } = orders.occurrences;
  const found = new Uint32Array(families.length);

  const attracts = (row: PairRow, neighbour: number): boolean =>
    lift({
      together: intAt(row.together, neighbour),
      anchorOrders: uintAt(counts, row.anchor),
      neighbourOrders: uintAt(counts, neighbour),
      orders: orders.groups.count,
    }) > 1;

  const isSupported = ({ bought, owned }: AnchorRows, neighbour: number): boolean => {
    // Of customers with very many products only a part is counted as owned, so that the orders may know more of them.
    if (intAt(owned.together, neighbour) >= minCustomers || intAt(bought.owners, neighbour) >= minCustomers) return true;
    if (intAt(bought.together, neighbour) >= minCustomers) keptOut.tooFewCustomers += 1;
    return false;
  };

  const standsInFor = ({ bought, viewed }: AnchorRows, neighbour: number): boolean => {
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

  return (rows) => {
    let size = 0;
    for (const neighbour of rows.bought.neighbours) {
      if (!isSupported(rows, neighbour) || !attracts(rows.bought, neighbour) || standsInFor(rows, neighbour)) continue;
      found[size] = neighbour;
      size += 1;
    }
    return found.subarray(0, size);
  };
};
