import type { FactReader } from '../domain/facts/reading.js';
import { scorersOf, type LearningOutcome, type LearningReport } from '../domain/learning/learn-statistics.js';
import type { LearningScorers } from '../domain/learning/anchor-learner.js';
import type { CountingEngine } from '../domain/learning/database-counting.js';
import type { LearnedStatistics, ModelWriter } from '../domain/learning/model.js';
import { DEFAULT_VERSIONS_KEPT } from '../domain/learning/model-history.js';
import type { LearningSettings } from '../domain/learning/settings.js';
import type { DaySheets, MeasuredFacts } from '../domain/measurement/measured-facts.js';
import { rollUp } from '../domain/measurement/roll-up.js';
import type { ProfileWriter } from '../domain/personalisation/profile.js';
import type { Erasures } from '../domain/privacy/erasure.js';
import { buildProfiles } from './build-profiles.js';
import { baselineOf } from './compare-models.js';
import { withTraits } from './find-traits.js';
import { learnOnDatabase } from './engine/learn-on-database.js';
import { learnFromColumns } from './learn-from-columns.js';
import { type Learner, learnerInThisThread } from './learner.js';
import { type OnLearningProgress, PhaseClock, type PhaseTime } from './progress.js';
import { type Learned, type LearnedModel, type LearnedWithRival, type Publication, publishUnlessWorse } from './publish-learned.js';
import { type WindowsToLearn, windowsNow } from './read-facts.js';
import { type RememberedProducts, rememberProducts } from './remembered-products.js';
import { versionOf } from './version.js';

/** What is measured along with learning. */
export interface Measuring {
  readonly measured: MeasuredFacts;
  readonly sheets: DaySheets;
  /** How long before an order a touch still counts for it. */
  readonly windowDays: number;
}

/** What a learning run reads, writes and is told. */
export interface LearningDeps {
  readonly facts: FactReader;
  readonly models: ModelWriter;
  readonly profiles: ProfileWriter;
  readonly now: () => Date;
  /** Checked by the caller with learningSettingsProblems. */
  readonly settings: LearningSettings;
  /** How many versions stay, the published one included: what lists of the past can be replayed with. Checked with isVersionsKept. */
  readonly versionsKept?: number;
  /** Absent where nothing is to be measured. */
  readonly measuring?: Measuring;
  /** Removes what must not be learned from before anything is read, and gives back its space in the end; absent where nothing is ever erased. */
  readonly erasures?: Pick<Erasures, 'sweep' | 'reclaim'>;
  /** Formulas other than the product's, with which learning stays in this thread. */
  readonly scorers?: LearningScorers;
  /** Where pairs are counted; in this thread where nothing is said. */
  readonly learner?: Learner;
  /** Has the database count what is learned; absent where facts are read and counted here. */
  readonly engine?: CountingEngine;
  /** Removes what runs that had the database count left when they were stopped; absent where none ever did. */
  readonly leftBehind?: Pick<CountingEngine, 'sweep'>;
  /** Publishes also what is worse than what is published. */
  readonly force?: boolean;
  readonly onProgress?: OnLearningProgress;
}

/** What a learning run did. */
export interface LearningResult extends Publication {
  /** What this run learned; published, unless it was withheld. */
  readonly learned: LearnedModel;
  readonly report: LearningReport;
  /** Words and brands whose products were found to be bought together. */
  readonly traits: number;
  /** Customers whose profiles were built. */
  readonly profiles: number;
  /** Days that were rolled up, because their facts had changed; null where nothing was to be measured. */
  readonly daysMeasured: number | null;
  readonly phases: readonly PhaseTime[];
}

/** Stands for the newest fact of a shop without any. */
const NO_FACTS_AT = new Date(0);

const modelOf = (statistics: LearnedStatistics, counts: LearningOutcome['counts'], asOf: Date, deps: LearningDeps): LearnedModel => ({
  version: versionOf(asOf, statistics, deps.settings, deps.scorers ?? scorersOf(deps.settings)),
  asOf,
  windowDays: deps.settings.windowDays,
  ...counts,
});

/** Takes place after the model is published: what waits for it is not kept waiting by figures. */
const measure = async ({ measured, sheets, windowDays }: Measuring, now: Date, clock: PhaseClock): Promise<number> =>
  clock.run('measuring', null, async (report) => {
    const { days } = await rollUp({ measured, sheets, now, windowDays, onProgress: ({ done }) => report(done) });
    return days;
  });

const learnerOf = ({ scorers, learner }: LearningDeps): Learner =>
  scorers === undefined && learner !== undefined ? learner : learnerInThisThread(scorers);

const learnBy = async (windows: WindowsToLearn, catalogue: RememberedProducts, deps: LearningDeps, clock: PhaseClock): Promise<LearnedWithRival> => {
  const { engine, facts, settings, scorers = scorersOf(settings), now } = deps;
  if (engine === undefined) return learnFromColumns(windows, { facts, catalogue, settings, learner: learnerOf(deps) }, clock);
  return learnOnDatabase(windows, { engine, facts, catalogue, settings, scorers, now }, clock);
};

const learn = async (deps: LearningDeps, catalogue: RememberedProducts, clock: PhaseClock): Promise<Learned> => {
  const now = await windowsNow(deps.facts, deps.settings);
  const baseline = await baselineOf(deps, now);
  const { outcome, rival } = await learnBy({ now, then: baseline?.windows ?? null }, catalogue, deps, clock);
  const statistics = await clock.run('finding traits', null, async (report) => withTraits(outcome.statistics, catalogue, report));
  return { report: outcome.report, rival, baseline, statistics, model: modelOf(statistics, outcome.counts, now.asOf ?? NO_FACTS_AT, deps) };
};

/**
 * Learns from all facts in the window, publishes the statistics and builds every profile again. Can be killed at any point and run again: the
 * same facts and settings give the same version, and one that is published already is not written twice. A shop without orders publishes a
 * model that counts none. Statistics that are worse than the published ones are withheld unless forced; profiles are built in any case, as they
 * are folded from facts alone. In the end the days whose facts have changed are rolled up.
 */
export const runLearning = async (deps: LearningDeps): Promise<LearningResult> => {
  const clock = new PhaseClock(deps.now, deps.onProgress ?? (() => undefined));
  await clock.run('keeping out the erased', null, async (report) => report((await deps.erasures?.sweep()) ?? 0));
  const products = rememberProducts(deps.facts);
  const learned = await learn(deps, products, clock);
  const publication = await publishUnlessWorse(learned, deps, clock);
  const profiles = await clock.run('building profiles', null, (report) =>
    buildProfiles({ facts: deps.facts, products, profiles: deps.profiles }, report),
  );
  const daysMeasured = deps.measuring === undefined ? null : await measure(deps.measuring, deps.now(), clock);
  await clock.run('sweeping up', 1, async (report) => {
    await deps.models.sweep(deps.now(), deps.versionsKept ?? DEFAULT_VERSIONS_KEPT);
    await deps.leftBehind?.sweep(deps.now());
    await deps.erasures?.reclaim();
    report(1);
  });
  return { ...publication, learned: learned.model, report: learned.report, traits: learned.statistics.traits.length, profiles, daysMeasured, phases: clock.times };
};
