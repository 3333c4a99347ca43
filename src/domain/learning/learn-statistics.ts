import { type PairScorer, shrunkCosineScorer, sizeWeightedScorer } from '../cross-sell/score-pair.js';
import type { LearningFacts } from './collect-facts.js';
import { coPurchaseFrom, type KeptOut } from './co-purchase.js';
import { uintAt } from './columns.js';
import { createPairCounter, type PairCounter } from './count-pairs.js';
import { groupByCustomer } from './customer-groups.js';
import { groupByOccasion, type Grouping } from './groups.js';
import type { CoPurchaseStats, LearnedStatistics, Model, SimilarityStats } from './model.js';
import { orderWeights, popularityFrom } from './popularity.js';
import type { LearningSettings } from './settings.js';
import { similarFrom } from './similarity.js';
import { strongestPairs } from './strongest-pairs.js';

/** The formulas that rank pairs. */
export interface LearningScorers {
  readonly coPurchase: PairScorer;
  readonly similarity: PairScorer;
}

/** The formulas in use. */
export const DEFAULT_SCORERS: LearningScorers = {
  coPurchase: sizeWeightedScorer(),
  similarity: shrunkCosineScorer(),
};

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

interface Counters {
  readonly orders: PairCounter;
  readonly visits: PairCounter;
  readonly customers: PairCounter;
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
  return {
    orders: createPairCounter(groupByOccasion(orders, ofOrders)),
    visits: createPairCounter(groupByOccasion(visits, ofVisits)),
    customers: createPairCounter(groupByCustomer(orders, ofOrders)),
  };
};

const learnPopularity = ({ orders, productIds, windows, catalogue }: LearningFacts, settings: LearningSettings) =>
  popularityFrom(
    orderWeights(orders, productIds.length, (windows.orders?.asOf ?? EPOCH).getTime(), settings.halfLifeDays),
    productIds,
    catalogue.categories,
  );

interface LearnedPairs {
  readonly coPurchase: readonly CoPurchaseStats[];
  readonly similarity: readonly SimilarityStats[];
}

const learnPairs = (
  facts: LearningFacts,
  counters: Counters,
  context: LearningSettings & { readonly scorers: LearningScorers; readonly keptOut: KeptOut },
  onProgress: (done: number, total: number) => void,
): LearnedPairs => {
  const { productIds, catalogue } = facts;
  const { minCustomers, neighbours, scorers } = context;
  const shared = { productIds, minCustomers, neighbours };
  const { orders, visits, customers } = counters;
  const coPurchaseOf = coPurchaseFrom(
    { ...shared, families: catalogue.families, orders, visits, scorer: scorers.coPurchase },
    context.keptOut,
  );
  const viewedLike = similarFrom({ ...shared, counter: visits, scorer: scorers.similarity });
  const boughtLike = similarFrom({ ...shared, counter: customers, scorer: scorers.similarity });
  const coPurchase: CoPurchaseStats[] = [];
  const similarity: SimilarityStats[] = [];
  productIds.forEach((productId, anchor) => {
    const views = visits.row(anchor);
    const stats = coPurchaseOf(orders.row(anchor), views);
    if (stats !== null) coPurchase.push(stats);
    const [viewed, bought] = [viewedLike(views), boughtLike(customers.row(anchor))];
    if (viewed.ids.length + bought.ids.length > 0) similarity.push({ productId, viewed, bought });
    onProgress(anchor + 1, productIds.length);
  });
  return { coPurchase, similarity };
};

/**
 * Learns everything that is published from facts: a pure function of the facts (not of their order or repeats) and the settings. Time and memory
 * grow with the order lines; `onProgress` hears of each product.
 */
export const learnStatistics = (
  facts: LearningFacts,
  settings: LearningSettings,
  scorers: LearningScorers = DEFAULT_SCORERS,
  onProgress: (done: number, total: number) => void = () => undefined,
): LearningOutcome => {
  const counters = countersOf(facts, settings);
  const keptOut: KeptOut = { variants: 0, substitutes: 0, tooFewCustomers: 0 };
  const pairs = learnPairs(facts, counters, { ...settings, scorers, keptOut }, onProgress);
  return {
    statistics: {
      ...pairs,
      popularity: learnPopularity(facts, settings),
      strongest: strongestPairs(pairs.coPurchase, facts.orders.count),
    },
    counts: {
      orders: facts.orders.count,
      products: facts.productIds.filter((_, product) => uintAt(counters.orders.occurrences.counts, product) > 0).length,
      pairs: pairs.coPurchase.reduce((sum, { neighbourIds }) => sum + neighbourIds.length, 0),
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
