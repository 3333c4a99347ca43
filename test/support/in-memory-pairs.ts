import type { ProductFacts } from '../../src/domain/catalogue/product.js';
import type { ProposedPairsReading } from '../../src/domain/cross-sell/proposed-pairs-reading.js';
import type { CoPurchaseStats } from '../../src/domain/learning/model.js';
import { strongestPairs } from '../../src/domain/learning/strongest-pairs.js';
import type { DecidedPair } from '../../src/domain/merchandising/decided-pair.js';
import { pairId } from '../../src/domain/merchandising/kept/decisions.js';
import { aModel } from './builders.js';

/** What a shop holds for those who decide pairs. */
export interface PairHoldings {
  readonly coPurchase: readonly CoPurchaseStats[];
  readonly products: readonly ProductFacts[];
  readonly decided: readonly DecidedPair[];
}

/** What goes with an anchor, each of them in ten orders, by the orders that hold both. */
export const countedNeighbours = (productId: string, together: Readonly<Record<string, number>>): CoPurchaseStats => ({
  productId,
  orders: 10,
  neighbourIds: Object.keys(together),
  ordersTogether: Object.values(together),
  neighbourOrders: Object.keys(together).map(() => 10),
  scores: Object.keys(together).map((_, index) => 1 / (index + 1)),
  basketScores: Object.keys(together).map((_, index) => 1 / (index + 1)),
});

/** A reading of a shop in memory, two pairs in a batch. */
export const aPairReading = ({ coPurchase, products, decided }: PairHoldings): ProposedPairsReading => ({
  async *strongest(_version, notAbove) {
    const columns = strongestPairs(coPurchase, aModel().orders);
    const all = columns.anchorIds.map((anchorId, at) => ({
      anchorId,
      complementId: columns.complementIds[at] ?? '',
      logLikelihoodRatio: columns.logLikelihoodRatios[at] ?? 0,
      ordersTogether: columns.ordersTogether[at] ?? 0,
      anchorOrders: columns.anchorOrders[at] ?? 0,
      neighbourOrders: columns.neighbourOrders[at] ?? 0,
    }));
    const wanted = all.filter(({ logLikelihoodRatio }) => notAbove === null || logLikelihoodRatio <= notAbove);
    for (let start = 0; start < wanted.length; start += 2) yield wanted.slice(start, start + 2);
  },
  coPurchase: async (_version, anchorIds) =>
    new Map(coPurchase.filter(({ productId }) => anchorIds.includes(productId)).map((stats) => [stats.productId, stats])),
  decidedAmong: async (pairs) => {
    const wanted = new Set(pairs.map(pairId));
    return new Set(decided.filter(({ decision }) => decision !== 'REOPEN').map(pairId).filter((id) => wanted.has(id)));
  },
  activeAmong: async (productIds) => new Set(products.filter(({ id, active }) => active && productIds.includes(id)).map(({ id }) => id)),
  sampleOrders: async () => new Map(),
});
