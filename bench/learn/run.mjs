// Learning time and peak memory by number of order lines, beside the obvious map of maps: node bench/learn/run.mjs [LINES ...]
// Runs the compiled program: build first. One process per cell; the facts are made up while they are read, so no database takes part.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { number, table } from '../figures.mjs';

const SIZES = [10_000, 100_000, 1_000_000];
const script = fileURLToPath(new URL('./measure.mjs', import.meta.url));

const measure = (way, lines) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, way, String(lines)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`measuring ${way} with ${lines} lines failed:\n${stderr}`);
  return JSON.parse(stdout);
};

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : SIZES;

const rows = sizes.map((lines) => {
  const learned = measure('learn', lines);
  const naive = measure('naive', lines);
  return [
    number(lines),
    number(learned.orders),
    number(learned.products),
    number(learned.pairs),
    number(learned.seconds, 2),
    number(learned.peakMb),
    number(naive.seconds, 2),
    number(naive.peakMb),
    number(learned.seconds / naive.seconds, 2),
    number(learned.peakMb / naive.peakMb, 2),
  ];
});
const head = ['order lines', 'orders', 'products', 'pairs', 'learn s', 'learn MB', 'naive s', 'naive MB', 'time ratio', 'MB ratio'];
console.log('Learning (co-purchases, bought-alike, popularity; profiles left out) beside naive (co-purchases only, map of maps)\n');
console.log(table(head, rows));
