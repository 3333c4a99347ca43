import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll } from 'vitest';

import { builtProgram } from './built-program.js';
import { startProgram, type Ending, type RunningProgram } from './running-program.js';

/** A folder for one test file and the programs that run in it; both are gone when the file's tests have ended, however they ended. */
export interface Workplace {
  /** A path inside the folder, which need not exist. */
  path(name: string): string;
  /** Writes a file and answers its path. */
  write(name: string, contents: string | Uint8Array): Promise<string>;
  /** Starts `tandem …` with nothing in its environment but what is given. */
  start(args: readonly string[], env?: Readonly<Record<string, string>>, input?: string): RunningProgram;
  /** Runs `tandem …` to its end. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>, input?: string): Promise<Ending>;
  /** Runs `tandem …` to its end, which must be a good one, and answers what it wrote to standard output. */
  succeed(args: readonly string[], env?: Readonly<Record<string, string>>, input?: string): Promise<string>;
}

/** What a program needs of the surroundings; no setting of a shop that the surroundings happen to have. */
const surroundings = (): Record<string, string> =>
  Object.fromEntries(['PATH', 'HOME', 'TMPDIR', 'TZ'].map((name) => [name, process.env[name] ?? '']).filter(([, value]) => value !== ''));

/** A workplace for the tests of one file. */
export const useWorkplace = (): Workplace => {
  let [folder, program] = ['', ''];
  const running: RunningProgram[] = [];
  beforeAll(async () => {
    program = await builtProgram();
    folder = await mkdtemp(join(tmpdir(), 'tandem-e2e-'));
  }, 180_000);
  afterAll(async () => {
    for (const one of running) one.signalGroup('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
    if (folder !== '') await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }, 60_000);
  const start: Workplace['start'] = (args, env = {}, input = '') => {
    const started = startProgram(program, args, { ...surroundings(), ...env }, input);
    running.push(started);
    return started;
  };
  const run: Workplace['run'] = async (...how) => start(...how).ended;
  return {
    path: (name) => join(folder, name),
    write: async (name, contents) => {
      await writeFile(join(folder, name), contents);
      return join(folder, name);
    },
    start,
    run,
    succeed: async (args, ...how) => {
      const { code, signal, out, err } = await run(args, ...how);
      if (code === 0) return out;
      throw new Error(`tandem ${args.join(' ')} ended with ${String(signal ?? code)}:\n${out}${err}`);
    },
  };
};
