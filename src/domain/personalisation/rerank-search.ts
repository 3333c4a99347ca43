import type { Proposal } from '../ranking/candidate.js';

/**
 * The candidates of a search that suit the customer, to stand before the others, best first; those others keep the search's own order.
 * Nothing is added: what suits the customer but was not found by the search stays out.
 */
export const findSuiting = (asGiven: readonly Proposal[], personal: readonly Proposal[]): readonly Proposal[] => {
  const searchScores = new Map(asGiven.map(({ productId, score }) => [productId, score]));
  const most = Math.max(0, ...personal.map(({ score }) => score));
  return personal.flatMap((proposal) => {
    const searchScore = searchScores.get(proposal.productId);
    // The search's own order decides between products that suit equally well.
    return searchScore === undefined ? [] : [{ ...proposal, score: proposal.score / most + searchScore * 1e-6 }];
  });
};
