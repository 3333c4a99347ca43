import { type ModelComparison, notCompared } from '../domain/learning/drift-guard.js';
import type { LearningOutcome } from '../domain/learning/learn-statistics.js';
import type { LearnedStatistics, Model, ModelWriter } from '../domain/learning/model.js';
import type { LearningSettings } from '../domain/learning/settings.js';
import { type Baseline, compareWithPublished } from './compare-models.js';
import type { Learner } from './learner.js';
import type { PhaseClock } from './progress.js';
import type { FactsRead } from './read-facts.js';

/** What a learning run learned, as its pointer would name it. */
export type LearnedModel = Omit<Model, 'publishedAt'>;

/** What was learned, from what, and what it is to be held against. */
export interface Learned {
  readonly facts: FactsRead;
  readonly baseline: Baseline | null;
  readonly outcome: LearningOutcome;
  readonly model: LearnedModel;
}

/** What became of what was learned. */
export interface Publication {
  /** What is published now. */
  readonly model: Model;
  /** These very statistics were published before the run: nothing new was learned. */
  readonly alreadyPublished: boolean;
  /** They are worse than what was published before, which is published still: nothing of them was written. */
  readonly withheld: boolean;
  readonly comparison: ModelComparison;
}

/** What publishing writes to and is told. */
export interface PublishingDeps {
  readonly models: ModelWriter;
  readonly now: () => Date;
  readonly settings: LearningSettings;
  readonly learner: Learner;
  readonly force?: boolean;
}

const documentsIn = ({ coPurchase, similarity, popularity }: LearnedStatistics): number =>
  coPurchase.length + similarity.length + popularity.length;

/** Writes beside what is published and moves the pointer last: readers see one version or the other, and a killed run leaves nothing to repair. */
const publish = async ({ model: learned, outcome: { statistics } }: Learned, deps: PublishingDeps, clock: PhaseClock): Promise<Model> => {
  await clock.run('writing statistics', documentsIn(statistics), async (report) => {
    await deps.models.stage(learned.version, statistics, report);
    report(documentsIn(statistics));
  });
  return clock.run('publishing', 1, async (report) => {
    // Not the time of learning: what was published before is served until this very moment.
    const model = { ...learned, publishedAt: deps.now() };
    await deps.models.publish(model);
    report(1);
    return model;
  });
};

const compare = async ({ facts, baseline }: Learned, { models, settings, learner }: PublishingDeps, clock: PhaseClock): Promise<ModelComparison> =>
  clock.run('comparing', facts.then?.productIds.length ?? 0, (onProgress) =>
    compareWithPublished(facts, baseline, { models, settings, learner, onProgress }),
  );

/** Publishes what was learned, unless it is published already, or is worse than what is and not forced. */
export const publishUnlessWorse = async (learned: Learned, deps: PublishingDeps, clock: PhaseClock): Promise<Publication> => {
  const published = await deps.models.published();
  if (published?.version === learned.model.version) {
    await deps.models.complete(published.version, learned.outcome.statistics);
    return { model: published, alreadyPublished: true, withheld: false, comparison: notCompared('UNCHANGED') };
  }
  const comparison = await compare(learned, deps, clock);
  if (published !== null && comparison.verdict === 'WORSE' && deps.force !== true)
    return { model: published, alreadyPublished: false, withheld: true, comparison };
  return { model: await publish(learned, deps, clock), alreadyPublished: false, withheld: false, comparison };
};
