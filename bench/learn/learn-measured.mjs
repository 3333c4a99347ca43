// Runs `tandem learn` in a process of its own and tells, for each step, the time on the clock, the processor time of this process and of the
// store's, and what the first thread did in it: computing of its own, transfer (driver, BSON, stores), waiting, clearing up.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { mainFile } from '../built.mjs';

const observer = new URL('./measured-phases.mjs', import.meta.url).href;

/** Answers each of the child's messages with how much processor time the store had used by then noted. */
const storeTimes = (child, place) => {
  const times = new Map();
  let [phase, began] = [null, 0];
  child.on('message', async (message) => {
    const cpu = ((await place.usage())?.cpuMs ?? 0) / 1000;
    if (message.phase === null) times.set(phase, cpu - began);
    else [phase, began] = [message.phase, cpu];
    child.send('go');
  });
  return times;
};

/** Learns once from what is in this place. */
export const learnMeasured = async (place) => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-phases-'));
  const file = join(folder, 'phases.json');
  const { uri, database } = place.address;
  const env = { ...process.env, NODE_ENV: 'production', MONGODB_URI: uri, MONGODB_DATABASE: database, TANDEM_PHASES_FILE: file };
  const child = fork(fileURLToPath(mainFile), ['learn', '--json'], { env, execArgv: ['--import', observer], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const stores = storeTimes(child, place);
  try {
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    if (code !== 0) throw new Error(`learning failed:\n${err}`);
    const phases = JSON.parse(readFileSync(file, 'utf8')).map((phase) => ({ ...phase, storeCpuSeconds: stores.get(phase.phase) ?? 0 }));
    return { result: { ...JSON.parse(out), storeMb: (await place.usage())?.peakMb ?? 0 }, phases };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
