import { weightedCounts } from './pair-rows.mjs';

/** Keeps the rarest products from winning by a small denominator. */
const SMOOTHING = 2;

const xLogX = (x) => (x > 0 ? x * Math.log(x) : 0);

/** Dunning's G² of a two-by-two table of counts. */
const gSquared = (both, firstOnly, secondOnly, neither) =>
  2 *
  (xLogX(both) + xLogX(firstOnly) + xLogX(secondOnly) + xLogX(neither) +
    xLogX(both + firstOnly + secondOnly + neither) -
    xLogX(both + firstOnly) - xLogX(secondOnly + neither) - xLogX(both + secondOnly) - xLogX(firstOnly + neither));

/** Baskets with both. */
const coCount = () => ({ together }, other) => together[other];

/** Share of the anchor's baskets that hold the other. */
const confidence = ({ counts }) => ({ anchor, together }, other) => together[other] / counts[anchor];

/** Size-weighted baskets with both over n_anchor^(1 − b) · (n_other + 2)^b, both size-weighted. */
const sizeWeighted = (b) => (facts) => {
  const n = weightedCounts(facts);
  return ({ anchor, weight }, other) => weight[other] / (Math.pow(n[anchor], 1 - b) * Math.pow(n[other] + SMOOTHING, b));
};

/** Surprise of the meeting; only pairs that meet more often than by chance. */
const llr = ({ counts, baskets }) => ({ anchor, together }, other) => {
  const [both, first, second, all] = [together[other], counts[anchor], counts[other], baskets.length];
  return both * all <= first * second ? 0 : gSquared(both, first - both, second - both, all - first - second + both);
};

const cosine = ({ counts }) => ({ anchor, together }, other) => together[other] / Math.sqrt(counts[anchor] * counts[other]);

/** How each pair baseline ranks the neighbours of an anchor: from the facts to a score of (row, other). */
export const PAIR_SCORES = {
  'co-count': coCount,
  confidence,
  'size-weighted b=0': sizeWeighted(0),
  'size-weighted b=.2': sizeWeighted(0.2),
  LLR: llr,
  cosine,
};
