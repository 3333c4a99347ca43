import type { ProductFacts } from '../catalogue/product.js';
import { traitsOf } from '../catalogue/traits.js';
import type { TraitIndex } from '../learning/trait-affinity.js';
import { propose, type Proposal } from '../ranking/candidate.js';
import { inSlotOrder } from '../ranking/order.js';

/** How much what sells more is preferred, against what shares more: docs/decisions/0025-shared-traits.md says where it is from. */
const SALES_EXPONENT = 0.3;

interface Sharing {
  /** What the shared traits weigh together, over all anchors. */
  weight: number;
  /** The best place among the products of a shared trait, from 0. */
  place: number;
  /** What the anchor that speaks loudest says. */
  loudest: number;
  becauseId: string;
}

const addAnchor = (all: Map<string, Sharing>, anchor: ProductFacts, traits: TraitIndex): void => {
  const own = new Map<string, { weight: number; place: number }>();
  for (const trait of traitsOf(anchor)) {
    const affinity = traits.get(trait);
    affinity?.productIds.forEach((id, place) => {
      const met = own.get(id);
      if (met === undefined) own.set(id, { weight: affinity.weight, place });
      else {
        met.weight += affinity.weight;
        met.place = Math.min(met.place, place);
      }
    });
  }
  for (const [id, { weight, place }] of own) {
    const held = all.get(id);
    if (held === undefined) all.set(id, { weight, place, loudest: weight, becauseId: anchor.id });
    else {
      held.weight += weight;
      held.place = Math.min(held.place, place);
      if (weight > held.loudest) [held.loudest, held.becauseId] = [weight, anchor.id];
    }
  }
};

/** Above 0; products that share a trait as such are as many times likelier bought together as the trait's density says. */
const scoreOf = ({ weight, place }: Sharing): number => Math.exp(weight) / (1 + place) ** SALES_EXPONENT;

/**
 * What shares traits with the anchors that make products go together here: for products of which little or nothing was learned, also those that
 * came in after learning. At most `most`, best first, ties by id; nothing that people dismissed for any of the anchors.
 */
export const proposeSharedTraits = (
  anchors: readonly ProductFacts[],
  traits: TraitIndex,
  dismissed: ReadonlySet<string>,
  most: number,
): readonly Proposal[] => {
  if (most <= 0 || traits.size === 0) return [];
  const all = new Map<string, Sharing>();
  // A basket has no order, and sums do.
  for (const anchor of anchors.toSorted((a, b) => (a.id < b.id ? -1 : 1))) addAnchor(all, anchor, traits);
  for (const { id } of anchors) all.delete(id);
  for (const id of dismissed) all.delete(id);
  return [...all]
    .map(([productId, sharing]) => propose({ productId, source: 'SHARED_TRAIT', score: scoreOf(sharing), becauseId: sharing.becauseId }))
    .sort(inSlotOrder)
    .slice(0, most);
};
