// Learning time and peak memory by number of order lines, beside the obvious map of maps: node bench/learn/run.mjs [LINES ...]
// Runs the compiled program: build first. One process per cell; the facts are made up while they are read, so no database takes part.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SIZES = [10_000, 100_000, 1_000_000];
const script = fileURLToPath(new URL('./measure.mjs', import.meta.url));

const measure = (way, lines) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, way, String(lines)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`measuring ${way} with ${lines} lines failed:\n${stderr}`);
  return JSON.parse(stdout);
};

const number = (value, digits = 0) => value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const row = (cells) => `| ${cells.map((cell) => String(cell).padStart(11)).join(' | ')} |`;

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : SIZES;

console.log('Learning (co-purchases, bought-alike, popularity; profiles left out) beside naive (co-purchases only, map of maps)\n');
console.log(row(['order lines', 'orders', 'products', 'pairs', 'learn s', 'learn MB', 'naive s', 'naive MB', 'time ratio', 'MB ratio']));
console.log(row(Array.from({ length: 10 }, () => '----------:')));
for (const lines of sizes) {
  const learned = measure('learn', lines);
  const naive = measure('naive', lines);
  console.log(
    row([
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
    ]),
  );
}
