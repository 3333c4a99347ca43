// The program's own commands, as processes of their own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { mainFile } from '../../built.mjs';
import { QualityProblem } from '../problem.mjs';

/** Settings of the shop that runs the harness must not leak into the shop that is measured. */
const { DATA_DIR: _, PORT: __, ...surroundings } = process.env;

/**
 * Runs `tandem` with some words on a store. Answers its JSON and the seconds that it took. Throws QualityProblem with what it said.
 * @param {readonly string[]} words
 * @param {{ uri: string, database: string }} address
 */
export const tandem = async (words, { uri, database }) => {
  const env = { ...surroundings, NODE_ENV: 'production', MONGODB_URI: uri, MONGODB_DATABASE: database };
  const began = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(mainFile), ...words, '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  if (code !== 0) throw new QualityProblem(`tandem ${words.join(' ')} failed:\n${err.trim()}`);
  return { answer: JSON.parse(out), seconds: (performance.now() - began) / 1000 };
};
