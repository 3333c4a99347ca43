import type { ProductFacts } from '../catalogue/product.js';
import { traitsOf } from '../catalogue/traits.js';
import type { TraitIndex } from '../learning/trait-affinity.js';
import { propose, type Proposal } from '../ranking/candidate.js';
import { inSlotOrder } from '../ranking/order.js';

/** How much what is wanted more is preferred, against what shares more: docs/decisions/0025-shared-traits.md says where it is from. */
const DEMAND_EXPONENT = 0.5;

interface Sharing {
  /** What the shared traits weigh together, over all anchors: a natural logarithm, as all here. */
  weight: number;
  /** How much it is wanted beside what is wanted most. */
  readonly demand: number;
  /** What the anchor that speaks loudest says. */
  loudest: number;
  becauseId: string;
}

/** What an anchor's traits weigh for each product that shares any. */
const weightsOf = (anchor: ProductFacts, traits: TraitIndex): ReadonlyMap<string, { readonly weight: number; readonly demand: number }> => {
  const weights = new Map<string, { weight: number; readonly demand: number }>();
  for (const trait of traitsOf(anchor)) {
    const affinity = traits.get(trait);
    affinity?.productIds.forEach((id, place) => {
      const met = weights.get(id);
      if (met === undefined) weights.set(id, { weight: affinity.weight, demand: affinity.demand[place] ?? Number.NEGATIVE_INFINITY });
      else met.weight += affinity.weight;
    });
  }
  return weights;
};

const addAnchor = (all: Map<string, Sharing>, anchor: ProductFacts, traits: TraitIndex): void => {
  for (const [id, { weight, demand }] of weightsOf(anchor, traits)) {
    const held = all.get(id);
    if (held === undefined) all.set(id, { weight, demand, loudest: weight, becauseId: anchor.id });
    else {
      held.weight += weight;
      if (weight > held.loudest) [held.loudest, held.becauseId] = [weight, anchor.id];
    }
  }
};

/** Sharing makes it as many times likelier as its traits say: enough to be bought with the anchors as often as what everybody wants most. */
const isLikelyEnough = ({ weight, demand }: Sharing): boolean => weight + demand >= 0;

const scoreOf = ({ weight, demand }: Sharing): number => Math.exp(weight + DEMAND_EXPONENT * demand);

/**
 * What shares traits with the anchors that make products go together here, as far as that makes it likelier than what everybody wants most: for
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
  const all = new Map<string, Sharing>();
  // A basket has no order, and sums do.
  for (const anchor of anchors.toSorted((a, b) => (a.id < b.id ? -1 : 1))) addAnchor(all, anchor, traits);
  for (const { id } of anchors) all.delete(id);
  for (const id of dismissed) all.delete(id);
  return [...all]
    .filter(([, sharing]) => isLikelyEnough(sharing))
    .map(([productId, sharing]) => propose({ productId, source: 'SHARED_TRAIT', score: scoreOf(sharing), becauseId: sharing.becauseId }))
    .sort(inSlotOrder)
    .slice(0, most);
};
