// Every measurement, or those named, one after another: node bench/run.mjs [serve] [decide] [commands] [rules] [learn] [measurement]. Build first. Nothing is asserted: the tables are for people.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PARTS = { serve: ['serve/run.mjs'], decide: ['serve/decide.mjs'], commands: ['commands/run.mjs'], rules: ['rules/run.mjs', 'rules/refresh.mjs'], learn: ['learn/run.mjs', 'learn/whole.mjs'], measurement: ['measurement/simulate.mjs', 'measurement/minimum.mjs', 'measurement/growth.mjs'] };

const named = process.argv.slice(2);
const unknown = named.filter((part) => !Object.hasOwn(PARTS, part));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')} to measure; there is ${Object.keys(PARTS).join(', ')}`);

for (const script of (named.length > 0 ? named : Object.keys(PARTS)).flatMap((part) => PARTS[part])) {
  console.log(`\n## bench/${script}\n`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
