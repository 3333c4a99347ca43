import type { ProductFacts } from '../catalogue/product.js';
import { traitsOf } from '../catalogue/traits.js';
import type { TraitIndex } from '../learning/trait-affinity.js';
import { propose, type Proposal } from '../ranking/candidate.js';

/** How much what is wanted more is preferred, against what shares more: docs/decisions/0025-shared-traits.md says where it is from. */
const DEMAND_EXPONENT = 0.5;

/** A title of a hundred words makes nothing likelier than this: e to its power is still a number. */
const HEAVIEST = 100;

/** What speaks for a product: natural logarithms, as all here. */
interface Sharing {
  /** What the traits that it shares with the anchor that speaks loudest weigh together. */
  weight: number;
  /** How much it is wanted beside what is wanted most. */
  readonly demand: number;
  becauseId: string;
  /** The anchor whose turn it is, by number, and what its traits weigh so far. */
  turn: number;
  ofTurn: number;
}

const hear = (sharing: Sharing, weight: number, anchorId: string, turn: number): void => {
  sharing.ofTurn = sharing.turn === turn ? sharing.ofTurn + weight : weight;
  sharing.turn = turn;
  if (sharing.ofTurn <= sharing.weight) return;
  sharing.weight = sharing.ofTurn;
  sharing.becauseId = anchorId;
};

/** What shares traits with anchors, by id. Of several anchors the one that speaks loudest counts: what is alike says the same again. */
const sharingWith = (anchors: readonly ProductFacts[], traits: TraitIndex): Map<string, Sharing> => {
  const all = new Map<string, Sharing>();
  for (const [turn, anchor] of anchors.toSorted((a, b) => (a.id < b.id ? -1 : 1)).entries()) {
    for (const trait of traitsOf(anchor)) {
      const affinity = traits.get(trait);
      affinity?.productIds.forEach((id, place) => {
        const met = all.get(id);
        if (met !== undefined) hear(met, affinity.weight, anchor.id, turn);
        else {
          const demand = affinity.relativeDemand[place] ?? Number.NEGATIVE_INFINITY;
          all.set(id, { weight: affinity.weight, demand, becauseId: anchor.id, turn, ofTurn: affinity.weight });
        }
      });
    }
  }
  return all;
};

type Scored = Pick<Proposal, 'productId' | 'score' | 'becauseId'>;

/** Sharing makes it as many times likelier as its traits say: enough to be bought with the anchor as often as what everybody wants most. */
const isLikelyEnough = ({ weight, demand }: Sharing): boolean => weight + demand >= 0;

const scoreOf = ({ weight, demand }: Sharing): number => Math.exp(Math.min(weight, HEAVIEST) + DEMAND_EXPONENT * demand);

/**
 * What shares traits with the anchors that make products go together here, as far as that makes it as likely as what everybody wants most: for
 * products of which little or nothing was learned, also those that came in after learning. At most `most`, best first, ties by id; nothing that
 * people dismissed for any of the anchors.
 */
export const proposeSharedTraits = (
  anchors: readonly ProductFacts[],
  traits: TraitIndex,
  dismissed: ReadonlySet<string>,
  most: number,
): readonly Proposal[] => {
  if (traits.size === 0) return [];
  const all = sharingWith(anchors, traits);
  for (const { id } of anchors) all.delete(id);
  for (const id of dismissed) all.delete(id);
  const likely: Scored[] = [];
  for (const [productId, sharing] of all) if (isLikelyEnough(sharing)) likely.push({ productId, score: scoreOf(sharing), becauseId: sharing.becauseId });
  return likely
    .sort((a, b) => b.score - a.score || (a.productId < b.productId ? -1 : 1))
    .slice(0, most)
    .map(({ productId, score, becauseId }) => propose({ productId, source: 'SHARED_TRAIT', score, becauseId }));
};
