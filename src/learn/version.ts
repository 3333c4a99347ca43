import { createHash } from 'node:crypto';
import type { LearningScorers } from '../domain/learning/anchor-learner.js';
import type { LearnedStatistics, ProductDemand, ScoredNeighbours } from '../domain/learning/model.js';
import { type LearningSettings, NUMERIC_LEARNING_SETTINGS } from '../domain/learning/settings.js';

/** Hexadecimal digits of the digest that a version ends in. */
const DIGEST_DIGITS = 10;

const columnsOf = ({ ids, scores }: ScoredNeighbours): readonly unknown[] => [ids, scores];

/** Products per line of demand: the line of a large shop would be longer than a string may be. */
const PRODUCTS_PER_LINE = 5_000;

function* demandLines({ ids, demand, trend, repeatRate, intervalDays }: ProductDemand): Iterable<string> {
  for (let start = 0; start < ids.length; start += PRODUCTS_PER_LINE) {
    const columns = [ids, demand, trend, repeatRate, intervalDays].map((column) => column.slice(start, start + PRODUCTS_PER_LINE));
    yield JSON.stringify(['demand', ...columns]);
  }
}

/** One line of text per published document, always in the same order: what "the same bytes" means. */
export function* canonicalLines(statistics: LearnedStatistics): Iterable<string> {
  for (const stats of statistics.coPurchase) {
    yield JSON.stringify([
      'co-purchase',
      stats.productId,
      stats.orders,
      stats.neighbourIds,
      stats.ordersTogether,
      stats.neighbourOrders,
      stats.scores,
      stats.basketScores,
    ]);
  }
  for (const { productId, viewed, bought } of statistics.similarity) {
    yield JSON.stringify(['similarity', productId, columnsOf(viewed), columnsOf(bought)]);
  }
  for (const { categoryId, ids, scores } of statistics.popularity) yield JSON.stringify(['popularity', categoryId, ids, scores]);
  yield* demandLines(statistics.demand);
  for (const { trait, weight, productIds, relativeDemand } of statistics.traits) {
    yield JSON.stringify(['trait', trait, weight, productIds, relativeDemand]);
  }
}

const compactTime = (time: Date): string => time.toISOString().replace(/[-:]|\.\d+/g, '');

/** Names statistics by what is in them and how they were learned, as `20111209T125000Z-0123456789`: the same facts and settings, the same name. */
export const versionOf = (
  asOf: Date,
  statistics: LearnedStatistics,
  settings: LearningSettings,
  scorers: LearningScorers,
): string => {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([asOf, NUMERIC_LEARNING_SETTINGS.map((name) => settings[name])]));
  hash.update(JSON.stringify([scorers.coPurchase.name, scorers.coOwnership.name, scorers.similarity.name]));
  for (const line of canonicalLines(statistics)) hash.update(`${line}\n`);
  return `${compactTime(asOf)}-${hash.digest('hex').slice(0, DIGEST_DIGITS)}`;
};
