// Every measurement, or those named, one after another: node bench/run.mjs [serve] [decide] [commands] [rules] [learn] [measurement]. Build first. Nothing is asserted: the tables are for people.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { optionsOf, refuse } from './options.mjs';

const PARTS = { serve: ['serve/run.mjs'], decide: ['serve/decide.mjs'], commands: ['commands/run.mjs'], rules: ['rules/run.mjs', 'rules/refresh.mjs'], learn: ['learn/run.mjs', 'learn/whole.mjs'], measurement: ['measurement/simulate.mjs', 'measurement/minimum.mjs', 'measurement/growth.mjs'] };

const USAGE = `node bench/run.mjs ${Object.keys(PARTS).map((part) => `[${part}]`).join(' ')}`;
const named = optionsOf(USAGE, {}, { name: 'measurements', type: 'text' }).positionals;
const unknown = named.filter((part) => !Object.hasOwn(PARTS, part));
if (unknown.length > 0) refuse(USAGE, `There is no ${unknown.join(', ')} to measure.`);

for (const script of (named.length > 0 ? named : Object.keys(PARTS)).flatMap((part) => PARTS[part])) {
  console.log(`\n## bench/${script}\n`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
