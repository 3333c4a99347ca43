import type { FactReader } from '../domain/facts/reading.js';
import { FactCollector, type LearningFacts, learningWindows, type LearningWindows } from '../domain/learning/collect-facts.js';
import type { LearningSettings } from '../domain/learning/settings.js';
import type { PhaseClock } from './progress.js';

/** How many facts pass between two reports of progress. */
const REPORT_EVERY = 1000;

const windowsOf = async (facts: FactReader, settings: LearningSettings): Promise<LearningWindows> => {
  const [order, interaction] = await Promise.all([facts.newestOrderAt(), facts.newestInteractionAt()]);
  return learningWindows({ order, interaction }, settings);
};

/** Hands on each thing of a stream and forgets it, so that memory does not grow with the stream. */
const drain = async <T>(stream: AsyncIterable<T>, take: (thing: T) => void, report: (done: number) => void): Promise<void> => {
  let done = 0;
  for await (const thing of stream) {
    take(thing);
    done += 1;
    if (done % REPORT_EVERY === 0) report(done);
  }
  report(done);
};

/** Streams the facts inside the windows into columns of numbers. */
export const readFacts = async (facts: FactReader, settings: LearningSettings, clock: PhaseClock): Promise<LearningFacts> => {
  const windows = await windowsOf(facts, settings);
  const collector = new FactCollector(windows);
  const { orders, interactions } = windows;
  await clock.run('reading orders', await facts.countOrders(), async (report) => {
    if (orders !== null) await drain(facts.baskets(orders.from, orders.until), (basket) => collector.addBasket(basket), report);
  });
  await clock.run('reading interactions', await facts.countInteractions(), async (report) => {
    if (interactions === null) return;
    await drain(facts.interactions(interactions.from, interactions.until), (fact) => collector.addInteraction(fact), report);
  });
  return clock.run('reading catalogue', null, async (report) => {
    const catalogue = collector.close();
    await drain(facts.products(), (product) => catalogue.addProduct(product), report);
    return catalogue.finish();
  });
};
