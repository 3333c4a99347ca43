import type { FactReader } from '../../domain/facts/reading.js';
import type { LearningScorers } from '../../domain/learning/anchor-learner.js';
import type { SliceLimits } from '../../domain/learning/anchor-slices.js';
import type { LearningWindows } from '../../domain/learning/collect-facts.js';
import { RepeatCollector } from '../../domain/learning/counted-repeats.js';
import { type CountingEngine, type CountingPlan, type DatabaseGroups, GROUPING_STEPS } from '../../domain/learning/database-counting.js';
import { type OnAnchor, weigh } from '../../domain/learning/learn-pairs.js';
import { type CountedPairs, coPurchasesFrom, type LearningOutcome, outcomeOf, type ProductStatistics } from '../../domain/learning/learn-statistics.js';
import type { CoPurchaseStats } from '../../domain/learning/model.js';
import { popularityFrom } from '../../domain/learning/popularity.js';
import { demandOf } from '../../domain/learning/product-demand.js';
import type { LearningSettings } from '../../domain/learning/settings.js';
import type { Rival } from '../compare-models.js';
import type { PhaseClock } from '../progress.js';
import type { LearnedWithRival } from '../publish-learned.js';
import type { WindowsToLearn } from '../read-facts.js';
import { countedTotals } from './counted-totals.js';
import { learnAnchorsCounted } from './learn-anchors-counted.js';
import { newestOrders } from './newest-orders.js';
import { type NumberedProducts, numberProducts } from './numbered-products.js';

/** What learning on a database takes. */
export interface DatabaseLearning {
  readonly engine: CountingEngine;
  readonly facts: Pick<FactReader, 'baskets'>;
  readonly catalogue: Pick<FactReader, 'products'>;
  readonly settings: LearningSettings;
  readonly scorers: LearningScorers;
  readonly now: () => Date;
  /** How much is counted at once; the usual where nothing is said. */
  readonly limits?: SliceLimits;
}

const planOf = ({ settings, now }: DatabaseLearning, windows: LearningWindows): CountingPlan => ({ settings, windows, startedAt: now() });

interface Counted {
  readonly products: NumberedProducts;
  readonly pairs: CountedPairs;
  readonly counts: Pick<ProductStatistics, 'orders' | 'customers' | 'orderLines' | 'visits'>;
}

const countPairs = async (groups: DatabaseGroups, products: NumberedProducts, learning: DatabaseLearning, onAnchor: OnAnchor): Promise<Counted> => {
  const { settings, scorers, limits } = learning;
  const { productIds, numbers, catalogue } = products;
  const kinds = await groups.totals();
  const totals = await countedTotals(groups, kinds, numbers);
  const work = kinds.orders.meetings + kinds.visits.meetings + kinds.customers.meetings;
  const anchorLearning = { totals, families: catalogue.families, settings, scorers, productIds, numbers, work, ...(limits === undefined ? {} : { limits }) };
  const anchors = await learnAnchorsCounted(groups, anchorLearning, onAnchor);
  const counts = { orders: kinds.orders.groups, customers: kinds.customers.known, orderLines: kinds.orders.products, visits: kinds.visits.groups };
  return { products, pairs: { totals, anchors, basketWeights: weigh(anchors.kept, totals.orders, settings) }, counts };
};

const readDemand = async (groups: DatabaseGroups, { productIds, numbers, weights }: NumberedProducts) => {
  const repeats = new RepeatCollector(numbers);
  for await (const repeat of groups.repeats()) repeats.add(repeat);
  return demandOf(productIds, weights, repeats.finish());
};

const outcomeFrom = async (groups: DatabaseGroups, products: NumberedProducts, learning: DatabaseLearning, onAnchor: OnAnchor): Promise<LearningOutcome> => {
  const { settings, scorers } = learning;
  const { productIds, weights, catalogue } = products;
  const { pairs, counts } = await countPairs(groups, products, learning, onAnchor);
  const boughtAlike = weigh(pairs.anchors.keptCustomers, pairs.totals.customers, settings);
  const popularity = popularityFrom(weights.usual, productIds, catalogue.categories);
  return outcomeOf({ productIds, popularity, demand: await readDemand(groups, products), ...counts }, { ...pairs, boughtAlike }, settings, scorers);
};

const learnNow = async (windows: LearningWindows, learning: DatabaseLearning, clock: PhaseClock): Promise<LearningOutcome> => {
  const { engine, catalogue } = learning;
  const groups = await clock.run('grouping facts', GROUPING_STEPS, async (report) => engine.group(planOf(learning, windows), report));
  try {
    const products = await clock.run('reading catalogue', null, async () => numberProducts(groups, catalogue));
    return await clock.run('counting pairs', products.productIds.length, async (report) => outcomeFrom(groups, products, learning, report));
  } finally {
    await groups.close();
  }
};

const coPurchasesThen = async (windows: LearningWindows, learning: DatabaseLearning, onAnchor: OnAnchor): Promise<readonly CoPurchaseStats[]> => {
  const { engine, catalogue, settings, scorers } = learning;
  const groups = await engine.group(planOf(learning, windows));
  try {
    const products = await numberProducts(groups, catalogue);
    const { pairs } = await countPairs(groups, products, learning, onAnchor);
    return coPurchasesFrom(products, pairs, settings, scorers);
  } finally {
    await groups.close();
  }
};

const rivalOf = ({ now, then }: WindowsToLearn, learning: DatabaseLearning): Rival | null => {
  if (then === null) return null;
  const learn: Rival['learn'] = async (onProgress) => coPurchasesThen(then, learning, onProgress);
  return { products: null, newerOrders: async () => newestOrders(learning.facts, now.orders, then.asOf), learn };
};

/**
 * Learns everything that is published from what the database counts: what learning from columns comes to, but for the last digits of weights, which
 * are added up in another order. Throws CannotCount, before anything else, where the database is not able to.
 */
export const learnOnDatabase = async (windows: WindowsToLearn, learning: DatabaseLearning, clock: PhaseClock): Promise<LearnedWithRival> => {
  await clock.run('trying the database', 1, async (report) => {
    await learning.engine.check();
    report(1);
  });
  return { outcome: await learnNow(windows.now, learning, clock), rival: rivalOf(windows, learning) };
};
