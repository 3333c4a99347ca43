import type { FactWriter, RecordingOutcome } from '../../domain/facts/recording.js';
import type { SampleShop } from './sample-shop.js';

const BATCH = 500;

/** How far loading is: of how many facts. */
export type LoadProgress = (written: number, total: number) => void;

const batchesOf = <T>(facts: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(facts.length / BATCH) }, (_, at) => facts.slice(at * BATCH, (at + 1) * BATCH));

/** A part of the shop, and how a batch of it is written. */
const part = <T>(facts: readonly T[], write: (batch: readonly T[]) => Promise<readonly RecordingOutcome[]>) => ({
  size: facts.length,
  batches: batchesOf(facts).map((batch) => () => write(batch)),
});

/**
 * Writes the sample shop's facts. Facts that are there already are duplicates and change nothing, so an interrupted load is finished by
 * loading again. Answers how many were accepted.
 */
export const loadSampleShop = async (shop: SampleShop, facts: FactWriter, onProgress: LoadProgress = () => {}): Promise<number> => {
  const parts = [
    part(shop.products, (batch) => facts.recordProducts(batch)),
    part(shop.consents, (batch) => facts.recordConsents(batch)),
    part(shop.orders, (batch) => facts.recordOrders(batch)),
    part(shop.interactions, (batch) => facts.recordInteractions(batch)),
  ];
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  let [written, accepted] = [0, 0];
  for (const write of parts.flatMap(({ batches }) => batches)) {
    const outcomes = await write();
    written += outcomes.length;
    accepted += outcomes.filter(({ kind }) => kind === 'accepted').length;
    onProgress(written, total);
  }
  return accepted;
};
