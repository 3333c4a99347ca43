import type { FactReader } from '../domain/facts/reading.js';
import type { LearningSettings } from '../domain/learning/settings.js';
import type { Learner } from './learner.js';
import type { PhaseClock } from './progress.js';
import type { LearnedWithRival } from './publish-learned.js';
import { readFacts, type WindowsToLearn } from './read-facts.js';

/** What learning from columns takes. */
export interface ColumnLearning {
  readonly facts: FactReader;
  readonly catalogue: Pick<FactReader, 'products'>;
  readonly settings: LearningSettings;
  readonly learner: Learner;
}

/** Reads the facts of the windows into columns of numbers, and learns from these; the rival learns later, from the same reading. */
export const learnFromColumns = async (windows: WindowsToLearn, { facts, catalogue, settings, learner }: ColumnLearning, clock: PhaseClock): Promise<LearnedWithRival> => {
  const { now, then } = await readFacts(facts, windows, clock, catalogue);
  const outcome = await clock.run('counting pairs', now.productIds.length, async (report) => learner.learnStatistics(now, settings, report));
  if (then === null) return { outcome, rival: null };
  const learn = async (onProgress: (done: number) => void) => learner.learnCoPurchases(then, settings, onProgress);
  return { outcome, rival: { products: then.productIds.length, newerOrders: async () => now, learn } };
};
