import type { FactWriter, RecordingOutcome } from '../../domain/facts/recording.js';
import type { ServingLog } from '../../domain/measurement/measured-facts.js';
import type { SampleShop } from './sample-shop.js';

const BATCH = 500;

/** Where a sample shop's facts are written, and what it served. */
export interface LoadedStores {
  readonly facts: FactWriter;
  readonly servingLog: ServingLog;
}

/** How far loading is: of how many records. */
export type LoadProgress = (written: number, total: number) => void;

const batchesOf = <T>(facts: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(facts.length / BATCH) }, (_, at) => facts.slice(at * BATCH, (at + 1) * BATCH));

/** A batch of records: how many, and how it is written, which answers how many were new facts. */
interface Batch {
  readonly size: number;
  write(): Promise<number>;
}

const accepted = (outcomes: readonly RecordingOutcome[]): number => outcomes.filter(({ kind }) => kind === 'accepted').length;

const part = <T>(facts: readonly T[], write: (batch: readonly T[]) => Promise<readonly RecordingOutcome[]>): readonly Batch[] =>
  batchesOf(facts).map((batch) => ({ size: batch.length, write: async () => accepted(await write(batch)) }));

const logged = <T>(records: readonly T[], write: (batch: readonly T[]) => Promise<void>): readonly Batch[] =>
  part(records, async (batch) => {
    await write(batch);
    return [];
  });

/**
 * Writes the sample shop's facts, and what it served. What is there already changes nothing, so an interrupted load is finished by loading
 * again. Answers how many facts were accepted.
 */
export const loadSampleShop = async (shop: SampleShop, { facts, servingLog }: LoadedStores, onProgress: LoadProgress = () => {}): Promise<number> => {
  const batches = [
    ...part(shop.products, (batch) => facts.recordProducts(batch)),
    ...part(shop.consents, (batch) => facts.recordConsents(batch)),
    ...logged(shop.servedPages, (batch) => servingLog.recordServed(batch)),
    ...logged(shop.exposures, (batch) => servingLog.recordExposures(batch)),
    ...part(shop.orders, (batch) => facts.recordOrders(batch)),
    ...part(shop.interactions, (batch) => facts.recordInteractions(batch)),
  ];
  const total = batches.reduce((sum, { size }) => sum + size, 0);
  let [written, added] = [0, 0];
  for (const { size, write } of batches) {
    added += await write();
    written += size;
    onProgress(written, total);
  }
  return added;
};
