import type { ProductFacts } from '../catalogue/product.js';
import type { Candidate, Proposal } from './candidate.js';

/** The proposals whose products the catalogue knows, with those products. */
export const attachProducts = (
  proposals: readonly Proposal[],
  products: ReadonlyMap<string, ProductFacts>,
): readonly Candidate[] =>
  proposals.flatMap((proposal) => {
    const product = products.get(proposal.productId);
    return product === undefined ? [] : [{ ...proposal, product }];
  });
