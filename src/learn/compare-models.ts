import type { FactReader } from '../domain/facts/reading.js';
import type { LearningFacts, LearningWindows } from '../domain/learning/collect-facts.js';
import { compareOnOrders, FEWEST_ORDERS_COMPARED, firstNeighboursOf, type ModelComparison, notCompared } from '../domain/learning/drift-guard.js';
import { ordersAfter, productsOf } from '../domain/learning/drift-questions.js';
import type { Model, ModelWriter } from '../domain/learning/model.js';
import { SHELF } from '../domain/learning/places-for-all.js';
import type { LearningSettings } from '../domain/learning/settings.js';
import type { Learner } from './learner.js';
import { type FactsRead, windowsThen } from './read-facts.js';

/** What a newly learned model is to be compared with. */
export interface Baseline {
  readonly published: Model;
  /** Orders of two products or more that are newer than what the published version was learned from; counted no further than there need to be. */
  readonly newerOrders: number;
  /** What its rival is learned from; null where newer orders are too few to compare the two. */
  readonly windows: LearningWindows | null;
}

const countNewer = async (facts: FactReader, since: Date, until: Date): Promise<number> => {
  let found = 0;
  for await (const { productIds } of facts.baskets(new Date(since.getTime() + 1), until)) {
    if (new Set(productIds).size > 1) found += 1;
    if (found === FEWEST_ORDERS_COMPARED) break;
  }
  return found;
};

/** Looks at what is published before facts are read; null where there is nothing to compare with. */
export const baselineOf = async (
  { facts, models, settings }: { readonly facts: FactReader; readonly models: ModelWriter; readonly settings: LearningSettings },
  { orders }: LearningWindows,
): Promise<Baseline | null> => {
  const published = await models.published();
  if (published === null || published.pairs === 0) return null;
  const newerOrders = orders === null ? 0 : await countNewer(facts, published.asOf, orders.until);
  const isEnough = newerOrders === FEWEST_ORDERS_COMPARED;
  return { published, newerOrders, windows: isEnough ? await windowsThen(facts, settings, published.asOf) : null };
};

/** What comparing takes beside the facts. */
export interface ComparingDeps {
  readonly models: Pick<ModelWriter, 'firstNeighbours'>;
  readonly settings: LearningSettings;
  readonly learner: Learner;
  /** Hears of the products that the rival has learned about. */
  readonly onProgress: (done: number) => void;
}

const compareOn = async (now: LearningFacts, then: LearningFacts, { version, asOf }: Model, deps: ComparingDeps): Promise<ModelComparison> => {
  const { models, settings, learner, onProgress } = deps;
  const rival = firstNeighboursOf(await learner.learnCoPurchases(then, settings, onProgress));
  const places = ordersAfter(now, asOf);
  const published = await models.firstNeighbours(version, productsOf(now, places), SHELF);
  return compareOnOrders(now, places, { published, rival });
};

/**
 * Compares what is learned now with what is published, on orders that neither has seen: the published version was learned up to its `asOf`, so
 * its rival is learned up to there too, with today's facts and settings.
 */
export const compareWithPublished = async ({ now, then }: FactsRead, baseline: Baseline | null, deps: ComparingDeps): Promise<ModelComparison> => {
  if (baseline === null) return notCompared('NOTHING_PUBLISHED');
  return then === null ? notCompared('TOO_FEW_ORDERS', baseline.newerOrders) : compareOn(now, then, baseline.published, deps);
};
