import { ownerOf, SOURCES, type Candidate, type Proposal, type RecommendationSource } from './candidate.js';

/** Learned sources compete by score; everything else goes in the order of sources. */
const tier = (source: RecommendationSource): number =>
  ownerOf(source) === 'learned' ? SOURCES.indexOf('CO_PURCHASE') : SOURCES.indexOf(source);

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order in which slots are filled: source, then score, then id, so that equal inputs in any order give the same list. */
export const inSlotOrder = (a: Proposal, b: Proposal): number =>
  tier(a.source) - tier(b.source) || b.score - a.score || byId(a.productId, b.productId);

/** The step that sorts candidates into slot order. */
export const sortIntoSlotOrder = (candidates: readonly Candidate[]): readonly Candidate[] => candidates.toSorted(inSlotOrder);
