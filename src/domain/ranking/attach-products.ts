import type { ProductFacts } from '../catalogue/product.js';
import { candidateOf, type Candidate, type Proposal } from './candidate.js';

/** The proposals whose products the catalogue knows, with those products. */
export const attachProducts = (
  proposals: readonly Proposal[],
  products: ReadonlyMap<string, ProductFacts>,
): readonly Candidate[] => {
  const candidates: Candidate[] = [];
  for (const proposal of proposals) {
    const product = products.get(proposal.productId);
    if (product !== undefined) candidates.push(candidateOf(proposal, product));
  }
  return candidates;
};
