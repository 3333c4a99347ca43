/** How two products met in `orders` orders: the counts that the measures of association are made of. */
export interface AssociationCounts {
  /** Orders with both. */
  readonly together: number;
  /** Orders with the anchor. */
  readonly anchorOrders: number;
  /** Orders with the neighbour. */
  readonly neighbourOrders: number;
  /** All orders. */
  readonly orders: number;
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** Share of all orders that hold both products, 0 to 1. Source: Agrawal, Imieliński, Swami, SIGMOD 1993. */
export const support = ({ together, orders }: AssociationCounts): number => ratio(together, orders);

/** Share of the anchor's orders that hold the neighbour too, 0 to 1: it has a direction. Source: Agrawal et al., SIGMOD 1993. */
export const confidence = ({ together, anchorOrders }: AssociationCounts): number => ratio(together, anchorOrders);

/**
 * How many times more often the two meet than if they were independent: 1 is independence, above 1 attraction, below 1 avoidance.
 * Never the effect of an experiment. Source: Brin, Motwani, Ullman, Tsur, SIGMOD 1997 ("interest").
 */
export const lift = ({ together, anchorOrders, neighbourOrders, orders }: AssociationCounts): number =>
  ratio(orders * together, anchorOrders * neighbourOrders);

const xLogX = (x: number): number => (x > 0 ? x * Math.log(x) : 0);

/**
 * Dunning's G² of a two-by-two table: how surprising the meeting is, 0 when independent, and large for avoidance too, so ask for a lift
 * above 1 beside it. 3.84 is the 5 % level of chance for one pair looked at alone.
 * Source: Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19 (1993), in the form
 * 2·(H(rows) + H(columns) − H(cells)) over unnormalised entropies.
 */
export const logLikelihoodRatio = (both: number, firstOnly: number, secondOnly: number, neither: number): number => {
  const all = xLogX(both + firstOnly + secondOnly + neither);
  const rows = all - xLogX(both + firstOnly) - xLogX(secondOnly + neither);
  const columns = all - xLogX(both + secondOnly) - xLogX(firstOnly + neither);
  // The two in one sum, so that both directions of a pair are equal to the last bit.
  const cells = all - xLogX(both) - (xLogX(firstOnly) + xLogX(secondOnly)) - xLogX(neither);
  // Rounding can leave a tiny negative number where the truth is 0.
  return Math.max(0, 2 * (rows + columns - cells));
};

/** The log-likelihood ratio of the orders that hold two products. */
export const logLikelihoodRatioOf = ({ together, anchorOrders, neighbourOrders, orders }: AssociationCounts): number =>
  logLikelihoodRatio(
    together,
    anchorOrders - together,
    neighbourOrders - together,
    orders - anchorOrders - neighbourOrders + together,
  );

/** Cosine of two products' occurrence vectors, 0 to 1; the counts may be weighted. Source: Sarwar et al., WWW 2001. */
export const cosine = (together: number, first: number, second: number): number =>
  ratio(together, Math.sqrt(first * second));
