import { ownerOf, SOURCES, type Proposal, type RecommendationSource } from './candidate.js';

/** Learned sources compete by score; everything else goes in the order of sources, and what only shares a trait comes after all that was learned of products. */
const tierOf = (source: RecommendationSource): number =>
  SOURCES.indexOf(ownerOf(source) === 'learned' && source !== 'SHARED_TRAIT' ? 'CO_PURCHASE' : source);

const TIERS: ReadonlyMap<RecommendationSource, number> = new Map(SOURCES.map((source) => [source, tierOf(source)]));

const tier = (source: RecommendationSource): number => TIERS.get(source) ?? SOURCES.length;

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order in which slots are filled: source, then score, then id, so that equal inputs in any order give the same list. */
export const inSlotOrder = (a: Proposal, b: Proposal): number =>
  (a.source === b.source ? 0 : tier(a.source) - tier(b.source)) || b.score - a.score || byId(a.productId, b.productId);

const isInSlotOrder = (proposals: readonly Proposal[]): boolean => {
  let [before] = proposals;
  for (const proposal of proposals) {
    if (before !== undefined && inSlotOrder(before, proposal) > 0) return false;
    before = proposal;
  }
  return true;
};

/** The step that sorts candidates into slot order. Most lists are in it already. */
export const sortIntoSlotOrder = <P extends Proposal>(proposals: readonly P[]): readonly P[] =>
  isInSlotOrder(proposals) ? proposals : proposals.toSorted(inSlotOrder);
