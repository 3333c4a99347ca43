// The measured product: its own import, its own learning, its own serving, on an embedded store in another process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openPlace } from '../../store/places.mjs';
import { tandem } from './command.mjs';
import { writeCatalogue, writeInteractions, writeOrders } from './import-file.mjs';
import { openServing } from './serving.mjs';

const NO_GROUPS = () => null;

/** The words that import the catalogue: the shop's own, or else one that knows nothing but titles and groups; null for one that is derived from the orders alone. */
const catalogueOf = async (training, groupOf, folder) => {
  if (training.catalogue !== null || (groupOf === null && training.unsold === undefined)) return training.catalogue;
  const file = join(folder, 'catalogue.jsonl');
  await writeCatalogue(file, training, groupOf ?? NO_GROUPS);
  return ['catalogue', file, '--strict'];
};

/** Writes the training part into a folder. Answers the words of its imports, in turn. */
const importsOf = async (training, groupOf, folder) => {
  const { orders, interactions } = training;
  const [ordersFile, interactionsFile] = [join(folder, 'orders.csv'), join(folder, 'interactions.jsonl')];
  await writeOrders(ordersFile, orders);
  const ofOrders = ['orders', ordersFile, '--derive-catalogue', '--strict'];
  const first = [await catalogueOf(training, groupOf, folder), ofOrders].filter((words) => words !== null);
  if (interactions.length === 0) return first;
  await writeInteractions(interactionsFile, interactions);
  return [...first, ['interactions', interactionsFile, '--retention-days', 'any', '--strict']];
};

const learned = async (flags, place, importSeconds) => {
  const { answer, seconds } = await tandem(['learn', ...flags], place.address);
  const usage = await place.usage();
  return { importSeconds, learnSeconds: seconds, phases: answer.phases, peakMemoryMb: answer.peakMemoryMb, storePeakMb: usage?.peakMb ?? null };
};

/**
 * Imports the training part into a fresh store. `learn` learns with some flags and opens the shop for serving; it may be called again with
 * others. `close` throws everything away. Throws QualityProblem with what the import says where it fails.
 * @param {import('../shapes.mjs').Training} training
 * @param {(text: string) => void} say
 * @param {((productId: string) => string | null) | null} groupOf Leaf categories for a catalogue that has none; null to leave it without.
 */
export const importShop = async (training, say, groupOf = null) => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-quality-'));
  const place = await openPlace(join(folder, 'store'));
  const close = async () => {
    await place.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    say(`tandem import: ${training.orders.length.toLocaleString('en-GB')} orders`);
    let importSeconds = 0;
    for (const words of await importsOf(training, groupOf, folder)) importSeconds += (await tandem(['import', ...words], place.address)).seconds;
    return {
      learn: async (flags) => {
        say(`tandem learn ${flags.join(' ')}`.trimEnd());
        return { cost: await learned(flags, place, importSeconds), serving: await openServing(place.address) };
      },
      usage: place.usage,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
