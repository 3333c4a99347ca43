import { groupOf } from '../catalogue/product.js';
import type { Diversity } from '../merchandising/policy.js';
import { ownerOf, type Candidate, type ListStep } from './candidate.js';
import { sortIntoSlotOrder } from './order.js';
import { scaled } from './stand-in.js';

/**
 * What a score is multiplied by for each better candidate of the same leaf category: measured in shares, not in shops. LOW cost less than 2 % of
 * the hits of a real shop's lists, picks included, where one of 0.9 cost more: docs/quality.md has the figures.
 */
const DAMPING: Readonly<Record<Diversity, number>> = { NONE: 1, LOW: 0.95, MEDIUM: 0.7, HIGH: 0.4 };

const leafOf = ({ product, productId }: Candidate): string => groupOf(product) ?? productId;

/**
 * Damps each candidate's score by how many better ones of its leaf category stand before it (a greedy form of maximal marginal relevance,
 * Carbonell and Goldstein 1998, with category as similarity). People's decisions are left alone. The list must be in slot order, and is afterwards.
 */
export const diversify: ListStep<{ readonly diversity: Diversity }> = (candidates, { diversity }) => {
  if (diversity === 'NONE') return candidates;
  const damping = DAMPING[diversity];
  const seen = new Map<string, number>();
  const damped = candidates.map((candidate) => {
    if (ownerOf(candidate.source) === 'human') return candidate;
    const leaf = leafOf(candidate);
    const before = seen.get(leaf) ?? 0;
    seen.set(leaf, before + 1);
    return scaled(candidate, damping ** before);
  });
  return sortIntoSlotOrder(damped);
};
