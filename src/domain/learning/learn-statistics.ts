import { scaledScorer, shrunkCosineScorer, sizeWeightedScorer } from '../cross-sell/score-pair.js';
import type { ByKind, LearnedAnchors, LearningScorers } from './anchor-learner.js';
import type { LearningFacts } from './collect-facts.js';
import { uintAt } from './columns.js';
import type { PairTotals } from './count-pairs.js';
import type { Groups } from './groups.js';
import { learnAnchors, type OnAnchor, pairsFrom, weigh } from './learn-pairs.js';
import type { CoPurchaseStats, Model, StatisticsOfFacts } from './model.js';
import type { NeighbourWeights } from './neighbour-weights.js';
import { countersOf, groupsOf } from './pair-groups.js';
import { orderWeights, popularityFrom } from './popularity.js';
import { demandFrom } from './product-demand.js';
import { publishedCoPurchases, publishedSimilarities } from './published-pairs.js';
import type { LearningSettings } from './settings.js';
import { strongestPairs } from './strongest-pairs.js';

/** How loudly customers speak beside orders; chosen on months and baskets before those that docs/quality.md scores. */
const CO_OWNERSHIP = 0.5;

/** The formulas in use. */
export const scorersOf = ({ popularityExponent }: Pick<LearningSettings, 'popularityExponent'>): LearningScorers => ({
  coPurchase: sizeWeightedScorer(popularityExponent),
  coOwnership: scaledScorer(CO_OWNERSHIP, shrunkCosineScorer(1)),
  similarity: shrunkCosineScorer(),
});

/** What happened while learning, for the person who asked for it. */
export interface LearningReport {
  readonly orderLines: number;
  readonly visits: number;
  /** Orders, visits and customers with more products than the cap, counted by a part of them. */
  readonly cappedOrders: number;
  readonly cappedVisits: number;
  readonly cappedCustomers: number;
  /** Directed pairs with enough customers that were kept out as variants of one family. */
  readonly variantsKeptOut: number;
  /** Directed pairs with enough customers that were kept out as substitutes. */
  readonly substitutesKeptOut: number;
  /** Directed pairs in as many orders as customers are asked for, but of fewer customers. */
  readonly tooFewCustomersKeptOut: number;
}

/** What learning makes of facts. */
export interface LearningOutcome {
  readonly statistics: StatisticsOfFacts;
  readonly counts: Pick<Model, 'orders' | 'products' | 'pairs' | 'customers'>;
  readonly report: LearningReport;
}

const EPOCH = new Date(0);

const learnPopularity = ({ orders, productIds, windows, catalogue }: LearningFacts, settings: LearningSettings) =>
  popularityFrom(
    orderWeights(orders, productIds.length, (windows.orders?.asOf ?? EPOCH).getTime(), settings.halfLifeDays),
    productIds,
    catalogue.categories,
  );

const learnDemand = ({ orders, productIds, windows }: LearningFacts, { demandHalfLifeDays, halfLifeDays }: LearningSettings) =>
  demandFrom(orders, { productIds, asOf: (windows.orders?.asOf ?? EPOCH).getTime(), demandHalfLifeDays, halfLifeDays });

/** Groups as far as what is learned of them tells of them. */
export interface GroupTotals extends PairTotals {
  readonly groups: Pick<Groups, 'count' | 'capped'>;
}

/** What was learned of all anchors, by whoever counted their pairs. */
export interface CountedPairs {
  readonly totals: ByKind<GroupTotals>;
  readonly anchors: LearnedAnchors;
  readonly basketWeights: NeighbourWeights;
}

/** The same with what takes as much work as all else and is for who asks what is bought alike. */
export interface CountedStatistics extends CountedPairs {
  readonly boughtAlike: NeighbourWeights;
}

const countPairs = (facts: LearningFacts, settings: LearningSettings, scorers: LearningScorers, onProgress: OnAnchor): CountedPairs => {
  const totals = countersOf(groupsOf(facts, settings), settings);
  const learning = { families: facts.catalogue.families, settings, scorers };
  const anchors = learnAnchors(totals, learning, { from: 0, until: facts.productIds.length }, onProgress);
  return { totals, anchors, basketWeights: weigh(anchors.kept, totals.orders, settings) };
};

/** The co-purchases that are published of what was counted. */
export const coPurchasesFrom = (
  facts: Pick<LearningFacts, 'productIds'>,
  { totals, anchors, basketWeights }: CountedPairs,
  settings: LearningSettings,
  scorers: LearningScorers = scorersOf(settings),
): readonly CoPurchaseStats[] =>
  publishedCoPurchases(facts, pairsFrom(anchors, basketWeights, settings), totals, scorers);

/** The co-purchases that learnStatistics would publish, without all the rest. */
export const learnCoPurchases = (
  facts: LearningFacts,
  settings: LearningSettings,
  scorers: LearningScorers = scorersOf(settings),
  onProgress: OnAnchor = () => undefined,
): readonly CoPurchaseStats[] => coPurchasesFrom(facts, countPairs(facts, settings, scorers, onProgress), settings, scorers);

/** What is learned of products one by one, and how much there was to learn from. */
export interface ProductStatistics extends Pick<StatisticsOfFacts, 'popularity' | 'demand'> {
  readonly productIds: readonly string[];
  readonly orders: number;
  /** Known customers among those who ordered. */
  readonly customers: number;
  readonly orderLines: number;
  readonly visits: number;
}

const reportOf = ({ orderLines, visits }: ProductStatistics, { totals, anchors: { keptOut } }: CountedPairs): LearningReport => ({
  orderLines,
  visits,
  cappedOrders: totals.orders.groups.capped,
  cappedVisits: totals.visits.groups.capped,
  cappedCustomers: totals.customers.groups.capped,
  variantsKeptOut: keptOut.variants,
  substitutesKeptOut: keptOut.substitutes,
  tooFewCustomersKeptOut: keptOut.tooFewCustomers,
});

/** Everything that is published of what was counted, by whoever counted it. */
export const outcomeOf = (
  products: ProductStatistics,
  counted: CountedStatistics,
  settings: LearningSettings,
  scorers: LearningScorers = scorersOf(settings),
): LearningOutcome => {
  const { productIds, popularity, demand, orders, customers } = products;
  const coPurchase = coPurchasesFrom(products, counted, settings, scorers);
  return {
    statistics: {
      coPurchase,
      similarity: publishedSimilarities(products, counted.anchors.viewedAlike, counted.boughtAlike),
      popularity,
      demand,
      strongest: strongestPairs(coPurchase, orders),
    },
    counts: {
      orders,
      products: productIds.filter((_, product) => uintAt(counted.totals.orders.occurrences.counts, product) > 0).length,
      pairs: coPurchase.reduce((sum, { neighbourIds }) => sum + neighbourIds.length, 0),
      customers,
    },
    report: reportOf(products, counted),
  };
};

/** Everything that is published, once the pairs are counted. */
export const statisticsFrom = (
  facts: LearningFacts,
  counted: CountedStatistics,
  settings: LearningSettings,
  scorers: LearningScorers = scorersOf(settings),
): LearningOutcome => {
  const { productIds, orders, visits } = facts;
  const learned = { popularity: learnPopularity(facts, settings), demand: learnDemand(facts, settings) };
  const counts = { orders: orders.count, customers: orders.customers, orderLines: orders.products.length, visits: visits.count };
  return outcomeOf({ productIds, ...learned, ...counts }, counted, settings, scorers);
};

/**
 * Learns everything that is published from facts: a pure function of the facts (not of their order or repeats) and the settings. Time and memory
 * grow with the order lines; `onProgress` hears of each product.
 */
export const learnStatistics = (
  facts: LearningFacts,
  settings: LearningSettings,
  scorers: LearningScorers = scorersOf(settings),
  onProgress: OnAnchor = () => undefined,
): LearningOutcome => {
  const counted = countPairs(facts, settings, scorers, onProgress);
  const boughtAlike = weigh(counted.anchors.keptCustomers, counted.totals.customers, settings);
  return statisticsFrom(facts, { ...counted, boughtAlike }, settings, scorers);
};
