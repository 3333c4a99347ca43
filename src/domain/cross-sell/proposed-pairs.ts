import type { CoPurchaseStats, Model } from '../learning/model.js';
import { pairId } from '../merchandising/kept/decisions.js';
import type { PairEvidence } from '../ranking/candidate.js';
import { decodePairCursor, encodePairCursor } from './pair-cursor.js';
import { pairEvidence } from './pair-evidence.js';
import { countsAt, type PairStrength, ratioAt, strongestFirst } from './pair-strength.js';
import type { CountedProposal, PairKey, ProposedPairsReading, SampledPair } from './proposed-pairs-reading.js';

/** What proposed pairs are asked for. */
export interface ProposedPairsRequest {
  /** Null for the strongest pairs of the whole shop. */
  readonly anchorId: string | null;
  readonly first: number;
  /** A cursor of an earlier page; null for the first page. */
  readonly after: string | null;
}

/** What proposed pairs are found with. */
export interface ProposedPairsDependencies {
  /** What is published now; null before the first learning. */
  readonly model: Model | null;
  readonly reading: ProposedPairsReading;
}

/** A pair that learning proposes and nobody has decided. */
export interface ProposedPairFacts extends PairStrength, SampledPair {
  readonly id: string;
  readonly evidence: PairEvidence;
  readonly cursor: string;
}

/** One page of proposed pairs, strongest evidence first. */
export interface ProposedPairsPage {
  readonly pairs: readonly ProposedPairFacts[];
  readonly hasNextPage: boolean;
}

const proposalsOf = (stats: CoPurchaseStats, orders: number): readonly CountedProposal[] =>
  stats.neighbourIds
    .map((complementId, place) => {
      const { together, anchorOrders, neighbourOrders } = countsAt(stats, place, orders);
      const logLikelihoodRatio = ratioAt(stats, place, orders);
      return { anchorId: stats.productId, complementId, logLikelihoodRatio, ordersTogether: together, anchorOrders, neighbourOrders };
    })
    .toSorted(strongestFirst);

async function* ofAnchor(anchorId: string, model: Model, reading: ProposedPairsReading): AsyncIterable<readonly CountedProposal[]> {
  const stats = (await reading.coPurchase(model.version, [anchorId])).get(anchorId);
  if (stats !== undefined) yield proposalsOf(stats, model.orders);
}

/** Those of a batch that are still to be decided, and that the shop could sell. */
const undecided = async (batch: readonly CountedProposal[], reading: ProposedPairsReading): Promise<readonly CountedProposal[]> => {
  if (batch.length === 0) return [];
  const productIds = new Set(batch.flatMap(({ anchorId, complementId }) => [anchorId, complementId]));
  const [decided, active] = await Promise.all([reading.decidedAmong(batch), reading.activeAmong([...productIds])]);
  return batch.filter((pair) => !decided.has(pairId(pair)) && active.has(pair.anchorId) && active.has(pair.complementId));
};

const factsOf = (pair: CountedProposal, model: Model): ProposedPairFacts => {
  const { anchorId, complementId, logLikelihoodRatio, ordersTogether, anchorOrders, neighbourOrders } = pair;
  const counts = { together: ordersTogether, anchorOrders, neighbourOrders, orders: model.orders };
  return {
    id: pairId(pair),
    anchorId,
    complementId,
    rarerId: neighbourOrders < anchorOrders ? complementId : anchorId,
    logLikelihoodRatio,
    evidence: pairEvidence(counts, model.windowDays),
    cursor: encodePairCursor(pair),
  };
};

/**
 * Pairs that learning proposes and nobody has approved or dismissed, of products that the catalogue holds as active: the strongest of the
 * shop, or all of one anchor. Null when `after` is no cursor of ours. A model that is published between two pages may repeat or skip pairs.
 */
export const proposedPairs = async (
  { anchorId, first, after }: ProposedPairsRequest,
  { model, reading }: ProposedPairsDependencies,
): Promise<ProposedPairsPage | null> => {
  const position = after === null ? null : decodePairCursor(after);
  if (after !== null && position === null) return null;
  if (model === null) return { pairs: [], hasNextPage: false };
  const batches =
    anchorId === null ? reading.strongest(model.version, position?.logLikelihoodRatio ?? null) : ofAnchor(anchorId, model, reading);
  const found: CountedProposal[] = [];
  for await (const batch of batches) {
    found.push(...(await undecided(batch.filter((pair) => position === null || strongestFirst(position, pair) < 0), reading)));
    if (found.length > first) break;
  }
  return { pairs: found.slice(0, first).map((pair) => factsOf(pair, model)), hasNextPage: found.length > first };
};

/** Ids of those pairs that the published statistics hold: those that there is something to decide about. */
export const learnedPairs = async (
  pairs: readonly PairKey[],
  { model, reading }: ProposedPairsDependencies,
): Promise<ReadonlySet<string>> => {
  if (model === null || pairs.length === 0) return new Set();
  const stats = await reading.coPurchase(model.version, [...new Set(pairs.map(({ anchorId }) => anchorId))]);
  const neighbours = new Map([...stats].map(([anchorId, { neighbourIds }]) => [anchorId, new Set(neighbourIds)]));
  return new Set(pairs.filter(({ anchorId, complementId }) => neighbours.get(anchorId)?.has(complementId) === true).map(pairId));
};
