import { availableParallelism } from 'node:os';
import type { LearningScorers } from '../domain/learning/anchor-learner.js';
import type { LearningFacts } from '../domain/learning/collect-facts.js';
import { MOST_THREADS } from '../domain/learning/anchor-ranges.js';
import { mostPairs } from '../domain/learning/count-pairs.js';
import type { OnAnchor } from '../domain/learning/learn-pairs.js';
import { coPurchasesFrom, learnCoPurchases, type LearningOutcome, learnStatistics, statisticsFrom } from '../domain/learning/learn-statistics.js';
import type { CoPurchaseStats } from '../domain/learning/model.js';
import type { LearningSettings } from '../domain/learning/settings.js';
import { countPairsTogether, countTogether } from './count-together.js';
import { type PairTeam, teamOfThreads } from './pair-team.js';

/** Starting threads costs more than they save where there are fewer pairs than this. */
const WORTH_THREADS = 1_000_000;

/** Learns what is published, wherever it has it counted: the same facts and settings give the same to the last bit. */
export interface Learner {
  learnStatistics(facts: LearningFacts, settings: LearningSettings, onProgress: OnAnchor): Promise<LearningOutcome>;
  /** The co-purchases that learnStatistics would publish, without all the rest. */
  learnCoPurchases(facts: LearningFacts, settings: LearningSettings, onProgress: OnAnchor): Promise<readonly CoPurchaseStats[]>;
}

/** Learns in the thread that asks, which does nothing else meanwhile. */
export const learnerInThisThread = (scorers?: LearningScorers): Learner => ({
  learnStatistics: async (facts, settings, onProgress) => learnStatistics(facts, settings, scorers, onProgress),
  learnCoPurchases: async (facts, settings, onProgress) => learnCoPurchases(facts, settings, scorers, onProgress),
});

/** Learns with a team that is made for each question and sent home after it. */
export const learnerWithTeam = (teamOf: () => PairTeam): Learner => {
  const withTeam = async <T>(work: (team: PairTeam) => Promise<T>): Promise<T> => {
    const team = teamOf();
    try {
      return await work(team);
    } finally {
      await team.end();
    }
  };
  return {
    learnStatistics: async (facts, settings, onProgress) =>
      statisticsFrom(facts, await withTeam((team) => countTogether(team, { facts, settings, onProgress })), settings),
    learnCoPurchases: async (facts, settings, onProgress) =>
      coPurchasesFrom(facts, await withTeam((team) => countPairsTogether(team, { facts, settings, onProgress })), settings),
  };
};

/** Whether there is enough to count for threads to be worth starting. */
const isWorthThreads = ({ orders, visits }: LearningFacts): boolean => mostPairs(orders) + mostPairs(visits) >= WORTH_THREADS;

/** As many threads as the machine runs at once, within what is of use. */
export const threadsOfMachine = (): number => Math.min(MOST_THREADS, availableParallelism());

/** Learns with so many threads beside the one that asks; a small shop, and 1, in the one that asks. */
export const learnerInThreads = (threads: number): Learner => {
  const [alone, together] = [learnerInThisThread(), learnerWithTeam(() => teamOfThreads(threads))];
  const forFacts = (facts: LearningFacts): Learner => (threads > 1 && isWorthThreads(facts) ? together : alone);
  return {
    learnStatistics: async (facts, settings, onProgress) => forFacts(facts).learnStatistics(facts, settings, onProgress),
    learnCoPurchases: async (facts, settings, onProgress) => forFacts(facts).learnCoPurchases(facts, settings, onProgress),
  };
};
