import type { FactReader } from '../domain/facts/reading.js';
import type { LearningWindows } from '../domain/learning/collect-facts.js';
import { compareOnOrders, FEWEST_ORDERS_COMPARED, firstNeighboursOf, type ModelComparison, notCompared } from '../domain/learning/drift-guard.js';
import { ordersAfter, type PlacedOrders, productsOf } from '../domain/learning/drift-questions.js';
import type { CoPurchaseStats, Model, ModelWriter } from '../domain/learning/model.js';
import { SHELF } from '../domain/learning/places-for-all.js';
import type { LearningSettings } from '../domain/learning/settings.js';
import { windowsThen } from './read-facts.js';

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

/** What a published version is compared with: the same way of learning, as of when that version was learned. */
export interface Rival {
  /** Products that it learns about, for a progress bar; null where that is not known before. */
  readonly products: number | null;
  /** Orders that were placed since the published version was learned, the newest at least. */
  newerOrders(): Promise<PlacedOrders>;
  /** `onProgress` hears of products. */
  learn(onProgress: (done: number) => void): Promise<readonly CoPurchaseStats[]>;
}

/** What comparing takes beside the rival. */
export interface ComparingDeps {
  readonly models: Pick<ModelWriter, 'firstNeighbours'>;
  /** Hears of the products that the rival has learned about. */
  readonly onProgress: (done: number) => void;
}

const compareOn = async (rival: Rival, { version, asOf }: Model, { models, onProgress }: ComparingDeps): Promise<ModelComparison> => {
  const rivals = firstNeighboursOf(await rival.learn(onProgress));
  const newer = await rival.newerOrders();
  const places = ordersAfter(newer, asOf);
  const published = await models.firstNeighbours(version, productsOf(newer, places), SHELF);
  return compareOnOrders(newer, places, { published, rival: rivals });
};

/**
 * Compares what is learned now with what is published, on orders that neither has seen: the published version was learned up to its `asOf`, so
 * its rival is learned up to there too, with today's facts and settings.
 */
export const compareWithPublished = async (rival: Rival | null, baseline: Baseline | null, deps: ComparingDeps): Promise<ModelComparison> => {
  if (baseline === null) return notCompared('NOTHING_PUBLISHED');
  return rival === null ? notCompared('TOO_FEW_ORDERS', baseline.newerOrders) : compareOn(rival, baseline.published, deps);
};
