import { type ModelComparison, notCompared } from '../domain/learning/drift-guard.js';
import type { LearningOutcome } from '../domain/learning/learn-statistics.js';
import type { LearnedStatistics, Model, ModelWriter } from '../domain/learning/model.js';
import { withheldBy } from '../domain/learning/withheld-model.js';
import { type Baseline, compareWithPublished, type Rival } from './compare-models.js';
import type { PhaseClock } from './progress.js';

/** What a learning run learned, as its pointer would name it. */
export type LearnedModel = Omit<Model, 'publishedAt'>;

/** What was learned, and what is held against what is published; no rival where nothing is to be compared. */
export interface LearnedWithRival {
  readonly outcome: LearningOutcome;
  readonly rival: Rival | null;
}

/** What is to be published, with its name, and what it is held against. */
export interface Learned extends Pick<LearningOutcome, 'report'>, Pick<LearnedWithRival, 'rival'> {
  readonly statistics: LearnedStatistics;
  readonly baseline: Baseline | null;
  readonly model: LearnedModel;
}

/** What became of what was learned. */
export interface Publication {
  /** What is published now. */
  readonly model: Model;
  /** These very statistics were published before the run: nothing new was learned. */
  readonly alreadyPublished: boolean;
  /** They are worse than what was published before, which is published still: nothing of them was written but that it is so. */
  readonly withheld: boolean;
  readonly comparison: ModelComparison;
}

/** What publishing writes to and is told. */
export interface PublishingDeps {
  readonly models: ModelWriter;
  readonly now: () => Date;
  readonly force?: boolean;
}

const documentsIn = ({ coPurchase, similarity, popularity, traits }: LearnedStatistics): number =>
  coPurchase.length + similarity.length + popularity.length + traits.length;

/** Writes beside what is published and moves the pointer last: readers see one version or the other, and a killed run leaves nothing to repair. */
const publish = async ({ model: learned, statistics }: Learned, deps: PublishingDeps, clock: PhaseClock): Promise<Model> => {
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

const compare = async ({ rival, baseline }: Learned, { models }: PublishingDeps, clock: PhaseClock): Promise<ModelComparison> =>
  clock.run('comparing', rival === null ? 0 : rival.products, (onProgress) => compareWithPublished(rival, baseline, { models, onProgress }));

/** Publishes what was learned, unless it is published already, or is worse than what is and not forced. */
export const publishUnlessWorse = async (learned: Learned, deps: PublishingDeps, clock: PhaseClock): Promise<Publication> => {
  const published = await deps.models.published();
  if (published?.version === learned.model.version) {
    await deps.models.complete(published.version, learned.statistics);
    return { model: published, alreadyPublished: true, withheld: false, comparison: notCompared('UNCHANGED') };
  }
  const comparison = await compare(learned, deps, clock);
  if (published !== null && comparison.verdict === 'WORSE' && deps.force !== true) {
    const withheld = withheldBy(learned.model.version, comparison, deps.now());
    if (withheld !== null) await deps.models.withhold(published.version, withheld);
    return { model: published, alreadyPublished: false, withheld: true, comparison };
  }
  return { model: await publish(learned, deps, clock), alreadyPublished: false, withheld: false, comparison };
};
