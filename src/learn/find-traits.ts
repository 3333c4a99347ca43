import type { FactReader } from '../domain/facts/reading.js';
import type { LearnedStatistics, StatisticsOfFacts } from '../domain/learning/model.js';
import { TraitCollector } from '../domain/learning/trait-collector.js';
import { drain } from './read-facts.js';

/** Adds to what was learned of facts what its pairs tell of the catalogue, which is read once more. `report` hears of products. */
export const withTraits = async (
  statistics: StatisticsOfFacts,
  catalogue: Pick<FactReader, 'products'>,
  report: (done: number) => void,
): Promise<LearnedStatistics> => {
  const collector = new TraitCollector(statistics.demand);
  await drain(catalogue.products(), (product) => collector.add(product), report);
  return { ...statistics, traits: collector.finish(statistics.coPurchase) };
};
