import type { FactReader } from '../domain/facts/reading.js';
import { FactCollector, type LearningFacts, learningWindows, type LearningWindows } from '../domain/learning/collect-facts.js';
import type { LearningSettings } from '../domain/learning/settings.js';
import type { LearningWindow } from '../domain/learning/window.js';
import type { PhaseClock } from './progress.js';

/** How many facts pass between two reports of progress. */
const REPORT_EVERY = 1000;

/** The windows of what is learned now. */
export const windowsNow = async (facts: FactReader, settings: LearningSettings): Promise<LearningWindows> => {
  const [order, interaction] = await Promise.all([facts.newestOrderAt(), facts.newestInteractionAt()]);
  return learningWindows({ order, interaction }, settings);
};

/** The windows of what the same settings would have learned at an instant of the past. */
export const windowsThen = async (facts: FactReader, settings: LearningSettings, then: Date): Promise<LearningWindows> => {
  const until = new Date(then.getTime() + 1);
  const [order, interaction] = await Promise.all([facts.newestOrderAt(until), facts.newestInteractionAt(until)]);
  return learningWindows({ order, interaction }, { ...settings, asOf: settings.asOf === null ? null : then });
};

/** Hands on each thing of a stream and forgets it, so that memory does not grow with the stream. `report` hears of things. */
export const drain = async <T>(stream: AsyncIterable<T>, take: (thing: T) => void, report: (done: number) => void): Promise<void> => {
  let done = 0;
  for await (const thing of stream) {
    take(thing);
    done += 1;
    if (done % REPORT_EVERY === 0) report(done);
  }
  report(done);
};

/** The stretch that covers both windows; null without any. */
const spanOf = (windows: readonly (LearningWindow | null)[]): readonly [from: Date, until: Date] | null => {
  const [first, ...others] = windows.filter((window) => window !== null);
  if (first === undefined) return null;
  return others.reduce(([from, until], other) => [other.from < from ? other.from : from, other.until > until ? other.until : until], [first.from, first.until]);
};

/** The windows that are learned from. */
export interface WindowsToLearn {
  readonly now: LearningWindows;
  /** Those of the past that a rival of what is published is learned from; null where none is wanted. */
  readonly then: LearningWindows | null;
}

/** Facts to learn from. */
export interface FactsRead {
  readonly now: LearningFacts;
  /** What the same facts were in the windows of the past; null where none were asked for. */
  readonly then: LearningFacts | null;
}

/** Streams the facts inside the windows into columns of numbers, once for now and, where asked, for then. */
export const readFacts = async (
  facts: FactReader,
  windows: WindowsToLearn,
  clock: PhaseClock,
  catalogue: Pick<FactReader, 'products'> = facts,
): Promise<FactsRead> => {
  const [now, then] = [new FactCollector(windows.now), windows.then === null ? null : new FactCollector(windows.then)];
  const orders = spanOf([windows.now.orders, windows.then?.orders ?? null]);
  const interactions = spanOf([windows.now.interactions, windows.then?.interactions ?? null]);
  await clock.run('reading orders', await facts.countOrders(), async (report) => {
    if (orders === null) return;
    await drain(facts.baskets(...orders), (basket) => [now, then].forEach((collector) => collector?.addBasket(basket)), report);
  });
  await clock.run('reading interactions', await facts.countInteractions(), async (report) => {
    if (interactions === null) return;
    await drain(facts.interactions(...interactions), (fact) => [now, then].forEach((collector) => collector?.addInteraction(fact)), report);
  });
  return clock.run('reading catalogue', null, async (report) => {
    const catalogues = { now: now.close(), then: then?.close() ?? null };
    await drain(catalogue.products(), (product) => [catalogues.now, catalogues.then].forEach((step) => step?.addProduct(product)), report);
    return { now: catalogues.now.finish(), then: catalogues.then?.finish() ?? null };
  });
};
