import type { FactReader } from '../domain/facts/reading.js';
import {
  DEFAULT_SCORERS,
  type LearningOutcome,
  type LearningReport,
  type LearningScorers,
  learnStatistics,
} from '../domain/learning/learn-statistics.js';
import type { LearnedStatistics, Model, ModelWriter } from '../domain/learning/model.js';
import { DEFAULT_VERSIONS_KEPT } from '../domain/learning/model-history.js';
import type { LearningSettings } from '../domain/learning/settings.js';
import type { DaySheets, MeasuredFacts } from '../domain/measurement/measured-facts.js';
import { rollUp } from '../domain/measurement/roll-up.js';
import type { ProfileWriter } from '../domain/personalisation/profile.js';
import { PROFILE_BATCH, refreshProfiles } from '../domain/personalisation/refresh-profiles.js';
import type { Erasures } from '../domain/privacy/erasure.js';
import { type OnLearningProgress, PhaseClock, type PhaseTime } from './progress.js';
import { readFacts } from './read-facts.js';
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
  readonly scorers?: LearningScorers;
  readonly onProgress?: OnLearningProgress;
}

/** What a learning run did. */
export interface LearningResult {
  /** What is published now. */
  readonly model: Model;
  /** These very statistics were published before the run: nothing new was learned, profiles were built again. */
  readonly alreadyPublished: boolean;
  readonly report: LearningReport;
  /** Customers whose profiles were built. */
  readonly profiles: number;
  /** Days that were rolled up, because their facts had changed; null where nothing was to be measured. */
  readonly daysMeasured: number | null;
  readonly phases: readonly PhaseTime[];
}

/** Stands for the newest fact of a shop without any. */
const NO_FACTS_AT = new Date(0);

const documentsIn = ({ coPurchase, similarity, popularity }: LearnedStatistics): number =>
  coPurchase.length + similarity.length + popularity.length;

const modelOf = (outcome: LearningOutcome, asOf: Date, deps: LearningDeps): Model => ({
  version: versionOf(asOf, outcome.statistics, deps.settings, deps.scorers ?? DEFAULT_SCORERS),
  asOf,
  publishedAt: deps.now(),
  windowDays: deps.settings.windowDays,
  ...outcome.counts,
});

interface Publication {
  readonly model: Model;
  readonly alreadyPublished: boolean;
}

/** Writes beside what is published and moves the pointer last: readers see one version or the other, and a killed run leaves nothing to repair. */
const publish = async (learned: Model, statistics: LearnedStatistics, deps: LearningDeps, clock: PhaseClock): Promise<Publication> => {
  const published = await deps.models.published();
  if (published?.version === learned.version) {
    await deps.models.complete(published.version, statistics);
    return { model: published, alreadyPublished: true };
  }
  await clock.run('writing statistics', documentsIn(statistics), async (report) => {
    await deps.models.stage(learned.version, statistics, report);
    report(documentsIn(statistics));
  });
  return clock.run('publishing', 1, async (report) => {
    // Not the time of learning: what was published before is served until this very moment.
    const model = { ...learned, publishedAt: deps.now() };
    await deps.models.publish(model);
    report(1);
    return { model, alreadyPublished: false };
  });
};

const buildProfiles = async (deps: LearningDeps, report: (done: number) => void): Promise<number> => {
  let done = 0;
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    await refreshProfiles(batch, { facts: deps.facts, profiles: deps.profiles });
    done += batch.length;
    batch = [];
    report(done);
  };
  for await (const customerId of deps.facts.customerIds()) {
    batch.push(customerId);
    if (batch.length === PROFILE_BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return done;
};

/** Takes place after the model is published: what waits for it is not kept waiting by figures. */
const measure = async ({ measured, sheets, windowDays }: Measuring, now: Date, clock: PhaseClock): Promise<number> =>
  clock.run('measuring', null, async (report) => {
    const { days } = await rollUp({ measured, sheets, now, windowDays, onProgress: ({ done }) => report(done) });
    return days;
  });

const learn = async (deps: LearningDeps, clock: PhaseClock): Promise<{ outcome: LearningOutcome; model: Model }> => {
  const facts = await readFacts(deps.facts, deps.settings, clock);
  return clock.run('counting pairs', facts.productIds.length, (report) => {
    const outcome = learnStatistics(facts, deps.settings, deps.scorers, report);
    return { outcome, model: modelOf(outcome, facts.windows.asOf ?? NO_FACTS_AT, deps) };
  });
};

/**
 * Learns from all facts in the window, publishes the statistics and builds every profile again. Can be killed at any point and run again: the
 * same facts and settings give the same version, and one that is published already is not written twice. A shop without orders publishes a
 * model that counts none. In the end the days whose facts have changed are rolled up.
 */
export const runLearning = async (deps: LearningDeps): Promise<LearningResult> => {
  const clock = new PhaseClock(deps.now, deps.onProgress ?? (() => undefined));
  await clock.run('keeping out the erased', null, async (report) => report((await deps.erasures?.sweep()) ?? 0));
  const { outcome, model: learned } = await learn(deps, clock);
  const { model, alreadyPublished } = await publish(learned, outcome.statistics, deps, clock);
  const profiles = await clock.run('building profiles', null, (report) => buildProfiles(deps, report));
  const daysMeasured = deps.measuring === undefined ? null : await measure(deps.measuring, deps.now(), clock);
  await clock.run('sweeping up', 1, async (report) => {
    await deps.models.sweep(deps.now(), deps.versionsKept ?? DEFAULT_VERSIONS_KEPT);
    await deps.erasures?.reclaim();
    report(1);
  });
  return {
    model,
    alreadyPublished,
    report: outcome.report,
    profiles,
    daysMeasured,
    phases: clock.times,
  };
};
