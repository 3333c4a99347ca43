// Pair counting beside scipy and beside a map of maps, and all statistics: node bench/learn/run.mjs [--lines 100000,1000000] [--products 50000] [--rounds 3] [--pairs]
// --pairs leaves out all statistics. Runs the compiled program: build first. One process per cell, cells in turns; all begin with the same orders, read from a file of numbers.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { machine, median, number, spread, table } from '../figures.mjs';
import { optionsOf } from '../options.mjs';
import { onlineRetailFile } from './online-retail.mjs';

const { values: given } = optionsOf('node bench/learn/run.mjs [--lines 100000,1000000] [--products 50000] [--rounds 3] [--pairs]', {
  lines: { type: 'numbers', default: [100_000, 1_000_000, 10_000_000] },
  products: { type: 'number', default: 50_000 },
  rounds: { type: 'number', default: 3 },
  pairs: { type: 'flag' },
});
const { rounds } = given;
const MOST_LINES_NAIVE = 1_000_000;

const fileOf = (name) => fileURLToPath(new URL(name, import.meta.url));

const ask = (program, args) => {
  const { status, stdout, stderr } = spawnSync(program, args.map(String), { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${[program, ...args].join(' ')} failed:\n${stderr}`);
  return JSON.parse(stdout);
};

const findPython = () =>
  ['python3', '/usr/bin/python3'].find((program) => spawnSync(program, ['-c', 'import scipy.sparse']).status === 0) ?? null;

const python = findPython();
const node = (way) => (file, asOf) => ask(process.execPath, [fileOf('./count.mjs'), way, file, String(asOf)]);
const scipy = (way) => (file) => ask(python, [fileOf('./scipy_pairs.py'), way, file]);
const WAYS = {
  tandem: node('tandem'),
  'tandem, 2 threads': node('threads'),
  ...(python === null ? {} : { 'scipy, counts': scipy('counts'), 'scipy, weighted': scipy('weighted') }),
  'map of maps': node('naive'),
};
/** Not compared with: it does much more. */
const ALL = { 'all statistics': '1', 'all statistics, 2 threads': '2' };

const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
const prepare = (...source) => {
  const file = join(folder, 'orders');
  return { file, ...ask(process.execPath, [fileOf('./prepare.mjs'), file, ...source]) };
};

/** Every way in turns, so that the machine's moods fall on all of them alike. */
const measure = ({ file, asOf, lines }) => {
  const ways = Object.entries(WAYS).filter(([name]) => name !== 'map of maps' || lines <= MOST_LINES_NAIVE);
  const cells = new Map(ways.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of ways) cells.get(name).push(run(file, asOf));
  }
  return cells;
};

const learnAll = (lines, threads) => [ask(process.execPath, [fileOf('./statistics.mjs'), lines, given.products, threads])];

const rowOf = (name, cells, base) => {
  const ratio = (key) => spread(cells.map((cell, round) => cell[key] / base[round][key]));
  return [
    name,
    number(median(cells.map(({ cpuSeconds }) => cpuSeconds)), 2),
    ratio('cpuSeconds'),
    number(median(cells.map(({ wallSeconds }) => wallSeconds)), 2),
    number(median(cells.map(({ peakMb }) => peakMb))),
    ratio('peakMb'),
    number(cells[0].pairs),
  ];
};

const HEAD = ['way', 'CPU s', 'ratio', 'wall s', 'peak MB', 'ratio', 'pairs'];

const show = (title, prepared, asked) => {
  const cells = measure(prepared);
  if (asked !== undefined) for (const [name, threads] of Object.entries(ALL)) cells.set(name, learnAll(asked, threads));
  const base = cells.get('scipy, counts') ?? cells.get('tandem');
  const { orders, lines, products } = prepared;
  console.log(`\n${title}: ${number(lines)} lines, ${number(orders)} orders, ${number(products)} products\n`);
  console.log(table(HEAD, [...cells].map(([name, all]) => rowOf(name, all, base))));
  if (lines > MOST_LINES_NAIVE) console.log(`\nSkipped: the map of maps, which is not measured with more than ${number(MOST_LINES_NAIVE)} lines.`);
  return { lines, cells };
};

const cpuOf = (cells, name) => median((cells.get(name) ?? []).map(({ cpuSeconds }) => cpuSeconds));

const COLUMNS = [...Object.keys(WAYS), ...Object.keys(ALL)];

/** By which power of the lines the time grows from one size to the next. */
const exponents = (sizes) =>
  sizes.slice(1).map((size, before) => {
    const smaller = sizes[before];
    const of = (name) =>
      smaller.cells.has(name) && size.cells.has(name)
        ? number(Math.log(cpuOf(size.cells, name) / cpuOf(smaller.cells, name)) / Math.log(size.lines / smaller.lines), 2)
        : '';
    return [`${number(smaller.lines)} to ${number(size.lines)} lines`, ...COLUMNS.map(of)];
  });

console.log(`${machine()}; medians of ${rounds} rounds in turns, ratios to ${python === null ? 'tandem' : 'scipy, counts'} in the same round: median [least–most]

All ways begin with the same orders in columns, and keep the 50 best neighbours of each product among those in 3 orders with a lift above 1.
- tandem: what learning does with orders. Groups with their weights (age, size), of each pair the orders, their weight and their distinct customers, at
  least 3 of these, no variants and no substitutes; by the size-weighted score.
- tandem, 2 threads: the same, half of the products each.
- scipy, counts: A.T @ A by blocks of 2,000 products, whole numbers; of each pair the orders. No weights, no customers. By G2 in numpy.
- scipy, weighted: that, and A.T @ W @ A; of each pair the orders and their weight. No customers. By the size-weighted score in numpy.
- map of maps: of each pair the orders, in a Map for each product; by the number of orders.
- all statistics: everything that tandem learn publishes but profiles, from facts that are read one at a time: neighbours of orders and of customers,
  weights for baskets, popularity, demand. Made-up orders have no visits. One round.`);
if (python === null) console.log('\nSkipped: scipy, since no python3 here can import it (Debian: python3-scipy).');

try {
  const sizes = given.lines.map((lines) => show('Made-up orders', prepare('synthetic', lines, given.products), given.pairs ? undefined : lines));
  console.log(`\nGrowth of processor time, as a power of the lines\n\n${table(['from, to', ...COLUMNS], exponents(sizes))}`);
  const csv = onlineRetailFile();
  if (csv === null) console.log('\nSkipped: Online Retail, whose file is not here (TANDEM_DATA_DIR).');
  else show('Online Retail', prepare('online-retail', csv));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
