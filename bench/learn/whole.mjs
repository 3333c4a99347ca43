// The whole `tandem learn` against a database, by number of order lines, and where its time goes: node bench/learn/whole.mjs [LINES ...]
// Runs the compiled program: build first. The store is an embedded one in another process, or the MongoDB of MONGODB_URI.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { mainFile } from '../built.mjs';
import { number, table } from '../figures.mjs';
import { openPlace } from '../store/places.mjs';
import { recordSyntheticShop } from './record.mjs';

const SIZES = [10_000, 100_000, 1_000_000];

const learn = async ({ uri, database }) => {
  const env = { ...process.env, NODE_ENV: 'production', MONGODB_URI: uri, MONGODB_DATABASE: database };
  const child = spawn(process.execPath, [fileURLToPath(mainFile), 'learn', '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  if (code !== 0) throw new Error(`learning failed:\n${err}`);
  return JSON.parse(out);
};

const measure = async (lines) => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  const place = await openPlace(folder);
  try {
    const recordSeconds = await recordSyntheticShop(place.address, lines);
    const before = await place.usage();
    const result = await learn(place.address);
    const after = await place.usage();
    return { ...result, lines, recordSeconds, store: after === null ? null : { cpuMs: after.cpuMs - before.cpuMs, peakMb: after.peakMb } };
  } finally {
    await place.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const summary = ({ lines, model, profiles, phases, peakMemoryMb, recordSeconds, store }) => [
  number(lines),
  number(model.orders),
  number(model.products),
  number(model.pairs),
  number(profiles),
  number(phases.reduce((sum, { seconds }) => sum + seconds, 0), 1),
  number(peakMemoryMb),
  store === null ? '' : number(store.cpuMs / 1000, 1),
  store === null ? '' : number(store.peakMb),
  number(recordSeconds, 1),
];

const asked = process.argv.slice(2).map(Number);
const runs = [];
for (const lines of asked.length > 0 ? asked : SIZES) runs.push(await measure(lines));

const head = ['order lines', 'orders', 'products', 'pairs', 'profiles', 'learn s', 'learn MB', 'store CPU s', 'store MB', 'recording s'];
console.log('The whole `tandem learn` against a database in another process; recording the facts beforehand is not part of it\n');
console.log(table(head, runs.map(summary)));
console.log('\nSeconds by phase\n');
const phases = runs[0].phases.map(({ phase }) => phase);
const secondsOf = (phase) => runs.map((run) => number(run.phases.find((one) => one.phase === phase)?.seconds ?? 0, 2));
console.log(table(['phase', ...runs.map(({ lines }) => number(lines))], phases.map((phase) => [phase, ...secondsOf(phase)])));
