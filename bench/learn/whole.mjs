// The whole `tandem learn` against a database, by number of order lines, and where its time goes:
//   node bench/learn/whole.mjs [LINES ...] [--customers N] [--lines-per-order N] [--again] [--shops FOLDER]
// --customers makes a shop with so many customers, who order in turn. --again learns once more, when every profile is there already.
// --shops keeps the shops that were recorded in a folder for the next time; each run works on a copy.
// Runs the compiled program: build first. The store is an embedded one in another process, or the MongoDB of MONGODB_URI.
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { machine, number, table } from '../figures.mjs';
import { optionsOf } from '../options.mjs';
import { isRealMongo, openPlace } from '../store/places.mjs';
import { learnMeasured } from './learn-measured.mjs';
import { recordSyntheticShop } from './record.mjs';
import { sizesOf } from './synthetic-shop.mjs';

const SIZES = [10_000, 100_000, 1_000_000];

const { values: options, positionals } = optionsOf(
  'node bench/learn/whole.mjs [LINES ...] [--customers N] [--lines-per-order N] [--again] [--shops FOLDER]',
  { customers: { type: 'number' }, 'lines-per-order': { type: 'number' }, again: { type: 'flag' }, shops: { type: 'text' } },
  { name: 'LINES', type: 'number' },
);

const shopOf = (lines) => ({
  ...sizesOf(lines),
  ...(options.customers === undefined ? {} : { customers: options.customers, inTurn: true }),
  ...(options['lines-per-order'] === undefined ? {} : { linesPerOrder: options['lines-per-order'] }),
});

const recordInto = async (folder, shop) => {
  const place = await openPlace(folder);
  await recordSyntheticShop(place.address, shop);
  await place.close();
};

/** Puts a shop's facts into the folder: recorded anew, or copied from where the last time kept them. */
const furnish = async (folder, shop) => {
  if (options.shops === undefined) return recordInto(folder, shop);
  const kept = join(options.shops, `${shop.lines}-${shop.customers}-${shop.linesPerOrder ?? 'default'}${shop.inTurn ? '-in-turn' : ''}`);
  if (!existsSync(kept)) {
    const unfinished = `${kept}.unfinished`;
    mkdirSync(unfinished, { recursive: true });
    await recordInto(unfinished, shop);
    renameSync(unfinished, kept);
  }
  cpSync(kept, folder, { recursive: true });
};

const measure = async (shop) => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  // A scratch database is made and dropped with its place: what another place recorded is not in it.
  if (!isRealMongo) await furnish(folder, shop);
  const place = await openPlace(folder);
  try {
    if (isRealMongo) await recordSyntheticShop(place.address, shop);
    const runs = [{ ...(await learnMeasured(place)), name: `${number(shop.lines)}` }];
    if (options.again) runs.push({ ...(await learnMeasured(place)), name: `${number(shop.lines)} again` });
    return runs;
  } finally {
    await place.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const sumOf = (phases, of) => phases.reduce((sum, phase) => sum + (of(phase) ?? 0), 0);

/** The part of the learning process's work that is computing of its own, with its share of clearing up; the rest is driver, BSON and stores. */
const ownShare = ({ computing, transfer }) => computing / Math.max(1e-9, computing + transfer);

const COUNTING = 'counting pairs';
/** Not learning: days are rolled up in the same command, so that figures of measurement are there. */
const MEASURING = 'measuring';

// Processor seconds, which the machine's other tenants stretch less than those on the clock. Counting is the step as a whole, whatever threads it has.
const ownSeconds = (phase) => (phase.phase === COUNTING ? phase.cpuSeconds : phase.cpuSeconds * ownShare(phase));

const ratioOf = (phases) => sumOf(phases, ownSeconds) / sumOf(phases.filter(({ phase }) => phase === COUNTING), ownSeconds);

const learningOf = (phases) => phases.filter(({ phase }) => phase !== MEASURING);

const summary = ({ name, result, phases }) => {
  const learning = learningOf(phases);
  const { model, profiles, peakMemoryMb } = result;
  return [
    name,
    number(model.orders),
    number(model.products),
    number(model.pairs),
    number(profiles),
    number(sumOf(learning, ({ seconds }) => seconds), 1),
    number(sumOf(learning, ({ cpuSeconds }) => cpuSeconds), 1),
    number(sumOf(learning, ({ storeCpuSeconds }) => storeCpuSeconds), 1),
    number(peakMemoryMb),
    number(result.storeMb),
    number(ratioOf(learning), 2),
  ];
};

const totalOf = (phases) => {
  const sums = ['seconds', 'cpuSeconds', 'storeCpuSeconds', 'waiting'].map((field) => [field, sumOf(phases, (phase) => phase[field])]);
  const own = sumOf(phases, ownSeconds);
  const total = Object.fromEntries(sums);
  return { ...total, phase: `all but ${MEASURING}`, computing: own, transfer: total.cpuSeconds - own };
};

const phaseRow = (phase) => [
  phase.phase,
  number(phase.seconds, 2),
  number(phase.waiting, 2),
  number(phase.cpuSeconds, 2),
  number(ownSeconds(phase), 2),
  number(phase.cpuSeconds - ownSeconds(phase), 2),
  number(phase.storeCpuSeconds, 2),
];

console.log(`The whole \`tandem learn\` against a database in another process; recording the facts beforehand is not part of it\n${machine()}\n`);
const runs = [];
for (const lines of positionals.length > 0 ? positionals : SIZES) runs.push(...(await measure(shopOf(lines))));

const head = ['order lines', 'orders', 'products', 'pairs', 'profiles', 'seconds', 'CPU s', 'store CPU s', 'MB', 'store MB', 'ratio'];
console.log(table(head, runs.map(summary)));
console.log(`\nratio: (${COUNTING} + own computing of all other steps) / ${COUNTING}, in processor seconds; without ${MEASURING}, which is not learning`);
for (const { name, phases } of runs) {
  console.log(`\n${name}: seconds by step\n`);
  console.log(table(['step', 'clock', 'waiting', 'CPU', 'own', 'driver', 'store CPU'], [...phases, totalOf(learningOf(phases))].map(phaseRow)));
}
