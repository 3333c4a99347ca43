import type { FactReader } from '../domain/facts/reading.js';
import type { LearnedStatistics, StatisticsOfFacts } from '../domain/learning/model.js';
import { TraitCollector } from '../domain/learning/trait-affinity.js';

/** How many products pass between two reports of progress. */
const REPORT_EVERY = 1_000;

/** Adds to what was learned of facts what its pairs tell of the catalogue, which is read once more. `report` hears of products. */
export const withTraits = async (
  statistics: StatisticsOfFacts,
  catalogue: Pick<FactReader, 'products'>,
  report: (done: number) => void,
): Promise<LearnedStatistics> => {
  const collector = new TraitCollector(statistics.demand.ids);
  let done = 0;
  for await (const product of catalogue.products()) {
    collector.add(product);
    done += 1;
    if (done % REPORT_EVERY === 0) report(done);
  }
  report(done);
  return { ...statistics, traits: collector.finish(statistics.coPurchase) };
};
