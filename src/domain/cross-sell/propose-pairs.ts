import type { CoPurchaseStats, Model } from '../learning/model.js';
import type { DecidedPair } from '../merchandising/decided-pair.js';
import { propose, type PairEvidence, type Proposal } from '../ranking/candidate.js';
import { pairEvidence } from './pair-evidence.js';
import { countsAt } from './pair-strength.js';

/** How many learned proposals one list looks at: enough to refill what filtering takes. */
const MOST_PROPOSALS = 200;

type DecidedPairs = ReadonlyMap<string, readonly DecidedPair[]>;

const decidedAs = (pairs: DecidedPairs, anchorId: string, decision: DecidedPair['decision']): ReadonlySet<string> =>
  new Set((pairs.get(anchorId) ?? []).filter((pair) => pair.decision === decision).map((pair) => pair.complementId));

/** Complements that a person dismissed for any of these anchors. */
export const dismissedFor = (anchorIds: readonly string[], pairs: DecidedPairs): ReadonlySet<string> =>
  new Set(anchorIds.flatMap((anchorId) => [...decidedAs(pairs, anchorId, 'DISMISS')]));

const evidenceAt = (stats: CoPurchaseStats, index: number, model: Model): PairEvidence =>
  pairEvidence(countsAt(stats, index, model.orders), model.windowDays);

interface Sum {
  readonly productId: string;
  score: number;
  strongest: number;
  anchor: CoPurchaseStats;
  index: number;
}

/**
 * What a neighbour adds to others, and how well it goes with the anchor alone: the latter orders what a basket's weights say nothing of, and carries a
 * shop whose pairs are too few to tell them apart. Measured in docs/quality.md.
 */
const inBasket = ({ scores, basketScores }: CoPurchaseStats, index: number): number => (basketScores[index] ?? 0) + (scores[index] ?? 0);

/** Adds one anchor's neighbours to the sums, remembering which anchor speaks loudest for each. */
const addNeighbours = (sums: Map<string, Sum>, anchor: CoPurchaseStats, dismissed: ReadonlySet<string>): void => {
  anchor.neighbourIds.forEach((id, index) => {
    if (dismissed.has(id)) return;
    const score = inBasket(anchor, index);
    const sum = sums.get(id);
    if (sum === undefined) sums.set(id, { productId: id, score, strongest: score, anchor, index });
    else {
      sum.score += score;
      if (score <= sum.strongest) return;
      sum.strongest = score;
      sum.anchor = anchor;
      sum.index = index;
    }
  });
};

const sumsOf = (anchors: readonly CoPurchaseStats[], dismissed: ReadonlySet<string>): Sum[] => {
  const sums = new Map<string, Sum>();
  for (const anchor of anchors) addNeighbours(sums, anchor, dismissed);
  return [...sums.values()];
};

const byScoreThenId = (a: Sum, b: Sum): number =>
  b.score - a.score || (a.productId < b.productId ? -1 : 1);

const proposeLearned = (productId: string, score: number, anchor: CoPurchaseStats, index: number, model: Model): Proposal =>
  propose({ productId, source: 'CO_PURCHASE', score, evidence: evidenceAt(anchor, index, model), becauseId: anchor.productId });

const proposeForBasket = (anchors: readonly CoPurchaseStats[], dismissed: ReadonlySet<string>, model: Model): readonly Proposal[] =>
  sumsOf(anchors, dismissed)
    .sort(byScoreThenId)
    .slice(0, MOST_PROPOSALS)
    .map(({ productId, score, anchor, index }) => proposeLearned(productId, score, anchor, index, model));

/** A product's neighbours are different ones: there is nothing to add up. */
const proposeForOne = (anchor: CoPurchaseStats, dismissed: ReadonlySet<string>, model: Model): readonly Proposal[] => {
  const { neighbourIds, scores } = anchor;
  const idAt = (index: number): string => neighbourIds[index] ?? '';
  const scoreAt = (index: number): number => scores[index] ?? 0;
  const indices: number[] = [];
  for (let index = 0; index < neighbourIds.length; index += 1) if (!dismissed.has(idAt(index))) indices.push(index);
  return indices
    .sort((a, b) => scoreAt(b) - scoreAt(a) || (idAt(a) < idAt(b) ? -1 : 1))
    .slice(0, MOST_PROPOSALS)
    .map((index) => proposeLearned(idAt(index), scoreAt(index), anchor, index, model));
};

/**
 * What learning proposes: for one product its neighbours by score; for a basket the sum of what each of its products adds, the evidence that
 * of the product that adds most.
 * `dismissed` holds what people dismissed for any anchor of the basket: whichever other anchor would propose it, it would stand beside
 * the very product that it was found not to go with.
 */
export const proposeLearnedPairs = (
  anchors: readonly CoPurchaseStats[],
  dismissed: ReadonlySet<string>,
  model: Model | null,
): readonly Proposal[] => {
  if (model === null) return [];
  const [only] = anchors;
  return only !== undefined && anchors.length === 1 ? proposeForOne(only, dismissed, model) : proposeForBasket(anchors, dismissed, model);
};

/** What people approved for these anchors, with the evidence where learning still holds it. */
export const proposeApprovedPairs = (
  anchorIds: readonly string[],
  stats: ReadonlyMap<string, CoPurchaseStats>,
  pairs: DecidedPairs,
  model: Model | null,
): readonly Proposal[] =>
  anchorIds.flatMap((anchorId) => {
    const learned = stats.get(anchorId);
    return [...decidedAs(pairs, anchorId, 'APPROVE')].map((productId) => {
      const index = learned?.neighbourIds.indexOf(productId) ?? -1;
      const held = learned !== undefined && model !== null && index !== -1;
      return propose({
        productId,
        source: 'APPROVED_PAIR',
        score: held ? (learned.scores[index] ?? 0) : 0,
        evidence: held ? evidenceAt(learned, index, model) : null,
        becauseId: anchorId,
      });
    });
  });
