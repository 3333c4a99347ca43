import { shrunkCosineScorer, sizeWeightedScorer } from '../cross-sell/score-pair.js';
import type { LearningFacts } from './collect-facts.js';
import type { KeptOut } from './co-purchase.js';
import { uintAt } from './columns.js';
import { createPairCounter } from './count-pairs.js';
import { groupByCustomer } from './customer-groups.js';
import { groupByOccasion, type Grouping } from './groups.js';
import { boughtAlikeOf, type Counters, learnPairs, type LearnedPairs, type LearningScorers } from './learn-pairs.js';
import type { CoPurchaseStats, LearnedStatistics, Model } from './model.js';
import { orderWeights, popularityFrom } from './popularity.js';
import { demandFrom } from './product-demand.js';
import { publishedCoPurchases, publishedSimilarities } from './published-pairs.js';
import type { LearningSettings } from './settings.js';
import { strongestPairs } from './strongest-pairs.js';
import { SUBSTITUTE_MIN_VISITS } from './substitutes.js';

/** The formulas in use. */
export const scorersOf = ({ popularityExponent }: Pick<LearningSettings, 'popularityExponent'>): LearningScorers => ({
  coPurchase: sizeWeightedScorer(popularityExponent),
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
  readonly statistics: LearnedStatistics;
  readonly counts: Pick<Model, 'orders' | 'products' | 'pairs' | 'customers'>;
  readonly report: LearningReport;
}

const EPOCH = new Date(0);

const countersOf = ({ productIds, windows, orders, visits }: LearningFacts, settings: LearningSettings): Counters => {
  const shared = { productIds, cap: settings.basketCap };
  const ofOrders: Grouping = {
    ...shared,
    asOf: (windows.orders?.asOf ?? EPOCH).getTime(),
    halfLifeDays: settings.halfLifeDays,
  };
  const ofVisits: Grouping = {
    ...shared,
    asOf: (windows.interactions?.asOf ?? EPOCH).getTime(),
    halfLifeDays: settings.interactionHalfLifeDays,
  };
  // Rarer pairs can neither be published nor keep one out, so that they need not be remembered.
  const atLeast = settings.minCustomers;
  return {
    orders: createPairCounter(groupByOccasion(orders, ofOrders), { atLeast }),
    visits: createPairCounter(groupByOccasion(visits, ofVisits), { atLeast: Math.min(atLeast, SUBSTITUTE_MIN_VISITS) }),
    customers: createPairCounter(groupByCustomer(orders, ofOrders), { atLeast }),
  };
};

const learnPopularity = ({ orders, productIds, windows, catalogue }: LearningFacts, settings: LearningSettings) =>
  popularityFrom(
    orderWeights(orders, productIds.length, (windows.orders?.asOf ?? EPOCH).getTime(), settings.halfLifeDays),
    productIds,
    catalogue.categories,
  );

const learnDemand = ({ orders, productIds, windows }: LearningFacts, { demandHalfLifeDays, halfLifeDays }: LearningSettings) =>
  demandFrom(orders, { productIds, asOf: (windows.orders?.asOf ?? EPOCH).getTime(), demandHalfLifeDays, halfLifeDays });

interface CountedPairs {
  readonly counters: Counters;
  readonly keptOut: KeptOut;
  readonly pairs: LearnedPairs;
}

type OnAnchor = (done: number, total: number) => void;

const countPairs = (facts: LearningFacts, settings: LearningSettings, scorers: LearningScorers, onProgress: OnAnchor): CountedPairs => {
  const counters = countersOf(facts, settings);
  const keptOut: KeptOut = { variants: 0, substitutes: 0, tooFewCustomers: 0 };
  return { counters, keptOut, pairs: learnPairs(facts, counters, { settings, scorers, keptOut, onProgress }) };
};

/** The co-purchases that learnStatistics would publish, without all the rest. */
export const learnCoPurchases = (
  facts: LearningFacts,
  settings: LearningSettings,
  scorers: LearningScorers = scorersOf(settings),
  onProgress: OnAnchor = () => undefined,
): readonly CoPurchaseStats[] => {
  const { counters, pairs } = countPairs(facts, settings, scorers, onProgress);
  return publishedCoPurchases(facts, pairs, counters.orders.occurrences, scorers);
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
  const { counters, keptOut, pairs } = countPairs(facts, settings, scorers, onProgress);
  const coPurchase = publishedCoPurchases(facts, pairs, counters.orders.occurrences, scorers);
  return {
    statistics: {
      coPurchase,
      similarity: publishedSimilarities(facts, pairs.viewedAlike, boughtAlikeOf(pairs, counters, settings)),
      popularity: learnPopularity(facts, settings),
      demand: learnDemand(facts, settings),
      strongest: strongestPairs(coPurchase, facts.orders.count),
    },
    counts: {
      orders: facts.orders.count,
      products: facts.productIds.filter((_, product) => uintAt(counters.orders.occurrences.counts, product) > 0).length,
      pairs: coPurchase.reduce((sum, { neighbourIds }) => sum + neighbourIds.length, 0),
      customers: facts.orders.customers,
    },
    report: {
      orderLines: facts.orders.products.length,
      visits: facts.visits.count,
      cappedOrders: counters.orders.groups.capped,
      cappedVisits: counters.visits.groups.capped,
      cappedCustomers: counters.customers.groups.capped,
      variantsKeptOut: keptOut.variants,
      substitutesKeptOut: keptOut.substitutes,
      tooFewCustomersKeptOut: keptOut.tooFewCustomers,
    },
  };
};
