import type { FactReader } from '../domain/facts/reading.js';
import type { FactWriter } from '../domain/facts/recording.js';
import type { ProfileWriter } from '../domain/personalisation/profile.js';
import { columnOfPath } from './fields/column-map.js';
import type { ImportSettings } from './import-settings.js';
import { openInput, type OpenInput } from './input/open-input.js';
import { readRows } from './input/read-rows.js';
import { sinkFor } from './kinds/sink-for.js';
import type { RowSink } from './kinds/row-sink.js';
import { DerivedCatalogue } from './orders/derived-catalogue.js';
import type { ImportReport } from './report/import-report.js';
import type { Progress } from './report/progress.js';
import { Rejects, refuseToOverwrite } from './report/rejects.js';
import { Tally } from './report/tally.js';
import { TouchedCustomers } from './touched-customers.js';

/** Where an import writes. */
export interface ImportStores {
  readonly facts: FactReader & FactWriter;
  readonly profiles: ProfileWriter;
}

/** What an import needs besides its settings. */
export interface ImportDeps {
  /** Null for a dry run. */
  readonly stores: ImportStores | null;
  readonly stdin: NodeJS.ReadableStream;
  readonly now: Date;
  readonly progress: Progress;
}

const PRODUCT_BATCH = 500;

const readAll = async (input: OpenInput, settings: ImportSettings, sink: RowSink, tally: Tally, progress: Progress): Promise<void> => {
  progress.begin('reading', input.size);
  for await (const rows of readRows(input, settings)) {
    await sink.take(rows);
    progress.at(input.bytesRead(), tally.rows);
  }
  await sink.finish(input.failure() !== null);
};

const addProducts = async (catalogue: DerivedCatalogue, facts: FactWriter | undefined): Promise<number> => {
  const products = catalogue.products();
  if (facts === undefined) return 0;
  let added = 0;
  for (let from = 0; from < products.length; from += PRODUCT_BATCH) {
    const outcomes = await facts.recordUnknownProducts(products.slice(from, from + PRODUCT_BATCH));
    added += outcomes.filter(({ kind }) => kind === 'accepted').length;
  }
  return added;
};

/**
 * Imports one file: reads it in a stream, writes what is valid, then computes the profiles of the customers it touched once.
 * What was read before an input broke off is kept, and the report says so. Throws ImportRefused when the file as a whole cannot be
 * taken, and whatever a store throws when it is down; importing the same file again is safe after either.
 */
export const importFile = async (settings: ImportSettings, deps: ImportDeps): Promise<ImportReport> => {
  const { stores, progress } = deps;
  refuseToOverwrite(settings);
  const input = openInput(settings.file, deps.stdin);
  const rejects = new Rejects(settings.rejectsFile);
  const tally = new Tally((row) => rejects.add(row));
  const customers = new TouchedCustomers();
  const catalogue = settings.deriveCatalogue ? new DerivedCatalogue() : null;
  const columnOf = (path: string): string => columnOfPath(settings.kind, settings.map, path);
  const context = { tally, progress, now: deps.now, columnOf, touched: (id: string) => customers.add(id) };
  const { sink, orders } = sinkFor(settings, { writer: stores?.facts ?? null, catalogue, context });
  try {
    await readAll(input, settings, sink, tally, progress);
    const productsAdded = catalogue === null ? null : await addProducts(catalogue, stores?.facts);
    if (stores !== null) await customers.refresh({ facts: stores.facts, profiles: stores.profiles }, progress);
    const { kind, file } = settings;
    return {
      ...{ kind, file, dryRun: stores === null },
      ...{ rows: tally.rows, accepted: tally.accepted, duplicates: tally.duplicates, rejected: tally.rejected, skipped: tally.skipped },
      ...{ rejectedByReason: tally.rejectedByReason(), skippedByReason: tally.skippedByReason(), firstRejected: rejects.first },
      ...{ orders: orders(), productsAdded, customers: stores === null ? 0 : customers.size, failure: input.failure() },
    };
  } finally {
    progress.end();
    rejects.close();
  }
};
