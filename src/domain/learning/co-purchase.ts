import type { PairScorer } from '../cross-sell/score-pair.js';
import { floatAt, intAt, uintAt } from './columns.js';
import type { PairRow, PairTotals } from './count-pairs.js';
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

/** How well each pair of an anchor goes together by groups of one kind, where products occur so often; 0 for what it did not meet there. */
export const pairScores = (occurrences: ArrayLike<number>, scorer: PairScorer): ((row: PairRow, neighbour: number) => number) => {
  const scoreOf = scorer.over(occurrences);
  return (row, neighbour) => {
    const together = intAt(row.together, neighbour);
    return together === 0 ? 0 : scoreOf(row.anchor, neighbour, together, floatAt(row.weights, neighbour));
  };
};

/**
 * Makes the function that finds an anchor's publishable neighbours: bought in one order at least, both bought by enough distinct customers
 * (in one order or in several), a lift above 1, not of the anchor's family, no substitute.
 */
export const supportedPairs = (context: CoPurchaseContext, keptOut: KeptOut): SupportedOf => {
  const { families, orders, visits, minCustomers } = context;
  const { counts } = orders.occurrences;
  const found = new Uint32Array(families.length);

  const isSupported = ({ bought, owned }: AnchorRows, neighbour: number): boolean => {
    // Of customers with very many products only a part is counted as owned, so that the orders may know more of them.
    if (intAt(owned.together, neighbour) >= minCustomers || intAt(bought.owners, neighbour) >= minCustomers) return true;
    if (intAt(bought.together, neighbour) >= minCustomers) keptOut.tooFewCustomers += 1;
    return false;
  };

  /** A lift above 1, without a division for every pair. */
  const attracts = ({ anchor, together }: PairRow, neighbour: number): boolean =>
    orders.groups.count * intAt(together, neighbour) > uintAt(counts, anchor) * uintAt(counts, neighbour);

  const standsInFor = ({ bought, viewed }: AnchorRows, neighbour: number): boolean => {
    if (uintAt(families, bought.anchor) === uintAt(families, neighbour)) {
      keptOut.variants += 1;
      return true;
    }
    // Most anchors of most shops were looked at with few products or none.
    if (viewed.neighbours.length === 0) return false;
    const instead = isSubstitute(
      neighbour,
      { row: bought, occurrences: orders.occurrences },
      { row: viewed, occurrences: visits.occurrences },
    );
    if (instead) keptOut.substitutes += 1;
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
