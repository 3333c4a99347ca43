import type { LearnedStatistics, ProductDemand, StrongestPairs } from '../../domain/learning/model.js';
import { packed, unpacked } from '../measurement/packed-numbers.js';
import type { TraitAffinity } from '../../domain/learning/trait-affinity.js';
import type { CoPurchaseDocument, PopularityDocument, ProductDemandDocument, ProposedPairsDocument, TraitAffinityDocument } from './learned-documents.js';

/** Pairs per document: what one read of a page of proposed pairs brings. */
export const PAIRS_PER_PART = 500;

/** Products per document of demand: some 300 kB, and a few milliseconds to read. */
export const PRODUCTS_PER_PART = 5_000;

/** Products whose demand is kept, the strongest: some 25 MB of a server's memory. All others count as the weakest of these. */
export const MOST_PRODUCTS_IN_DEMAND = 200_000;

/** The key of a versioned document. */
export const versioned = (version: string, id: string): string => `${version}:${id}`;

/** What is bought together, one document per anchor. */
export const coPurchaseDocuments = (version: string, { coPurchase }: LearnedStatistics): CoPurchaseDocument[] =>
  coPurchase.map((stats) => ({ _id: versioned(version, stats.productId), version, ...stats }));

/** What sells, one document per category. */
export const popularityDocuments = (version: string, { popularity }: LearnedStatistics): PopularityDocument[] =>
  popularity.map((sells) => ({ _id: versioned(version, sells.categoryId), version, ...sells }));

/** Which traits go together, one document per trait. */
export const traitDocuments = (version: string, { traits }: LearnedStatistics): TraitAffinityDocument[] =>
  traits.map((affinity) => ({ _id: versioned(version, affinity.trait), version, ...affinity }));

/** A trait as the domain knows it. */
export const toTrait = ({ trait, weight, productIds, relativeDemand = [] }: TraitAffinityDocument): TraitAffinity => ({
  trait,
  weight,
  productIds,
  relativeDemand,
});

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

const UNKNOWN_INTERVAL = 0;

const demandPart = (version: string, part: number, demand: ProductDemand): ProductDemandDocument => {
  const end = Math.min((part + 1) * PRODUCTS_PER_PART, MOST_PRODUCTS_IN_DEMAND);
  const within = <T>(column: readonly T[]): readonly T[] => column.slice(part * PRODUCTS_PER_PART, end);
  return {
    _id: versioned(version, String(part)),
    version,
    part,
    ids: within(demand.ids),
    demand: packed(within(demand.demand)),
    trend: packed(within(demand.trend)),
    repeatRate: packed(within(demand.repeatRate)),
    intervalDays: packed(within(demand.intervalDays).map((days) => days ?? UNKNOWN_INTERVAL)),
  };
};

/** The demand for the shop's products in parts, the strongest products only. */
export const demandDocuments = (version: string, { demand }: LearnedStatistics): ProductDemandDocument[] => {
  const parts = Math.ceil(Math.min(demand.ids.length, MOST_PRODUCTS_IN_DEMAND) / PRODUCTS_PER_PART);
  return Array.from({ length: parts }, (_, part) => demandPart(version, part, demand));
};

/** A part of the demand as the domain knows it. Throws where somebody has changed the document. */
export const toDemand = ({ ids, demand, trend, repeatRate, intervalDays }: ProductDemandDocument): ProductDemand => ({
  ids,
  demand: unpacked(demand, ids.length),
  trend: unpacked(trend, ids.length),
  repeatRate: unpacked(repeatRate, ids.length),
  intervalDays: unpacked(intervalDays, ids.length).map((days) => (days === UNKNOWN_INTERVAL ? null : days)),
});
