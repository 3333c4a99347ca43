import type { LearnedStatistics, StrongestPairs } from '../../domain/learning/model.js';
import type { CoPurchaseDocument, PopularityDocument, ProposedPairsDocument, SimilarityDocument } from './learned-documents.js';

/** Pairs per document: what one read of a page of proposed pairs brings. */
export const PAIRS_PER_PART = 500;

/** The key of a versioned document. */
export const versioned = (version: string, id: string): string => `${version}:${id}`;

/** What is bought together, one document per anchor. */
export const coPurchaseDocuments = (version: string, { coPurchase }: LearnedStatistics): CoPurchaseDocument[] =>
  coPurchase.map((stats) => ({ _id: versioned(version, stats.productId), version, ...stats }));

/** What is alike, one document per product. */
export const similarityDocuments = (version: string, { similarity }: LearnedStatistics): SimilarityDocument[] =>
  similarity.map(({ productId, viewed, bought }) => ({
    _id: versioned(version, productId),
    version,
    productId,
    viewedIds: viewed.ids,
    viewedScores: viewed.scores,
    boughtIds: bought.ids,
    boughtScores: bought.scores,
  }));

/** What sells, one document per category. */
export const popularityDocuments = (version: string, { popularity }: LearnedStatistics): PopularityDocument[] =>
  popularity.map((sells) => ({ _id: versioned(version, sells.categoryId), version, ...sells }));

const partOf = (version: string, part: number, strongest: StrongestPairs): ProposedPairsDocument => {
  const within = <T>(column: readonly T[]): readonly T[] => column.slice(part * PAIRS_PER_PART, (part + 1) * PAIRS_PER_PART);
  const logLikelihoodRatios = within(strongest.logLikelihoodRatios);
  return {
    _id: versioned(version, String(part)),
    version,
    part,
    weakest: logLikelihoodRatios.at(-1) ?? 0,
    anchorIds: within(strongest.anchorIds),
    complementIds: within(strongest.complementIds),
    logLikelihoodRatios,
    ordersTogether: within(strongest.ordersTogether),
    anchorOrders: within(strongest.anchorOrders),
    neighbourOrders: within(strongest.neighbourOrders),
  };
};

/** The strongest pairs in parts, so that a page needs to read few of them. */
export const proposedPairsDocuments = (version: string, { strongest }: LearnedStatistics): ProposedPairsDocument[] => {
  const parts = Math.ceil(strongest.anchorIds.length / PAIRS_PER_PART);
  return Array.from({ length: parts }, (_, part) => partOf(version, part, strongest));
};
