// Whether the intervals of the scorecards hold: simulated shops whose true effects are known. node bench/measurement/simulate.mjs [--shops N] [--customers N,N] [--holdouts N,N]
// Runs the compiled program: build first. The same every time, on any machine.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

import { machine, number, table } from '../figures.mjs';
import { seeded } from '../learn/synthetic-shop.mjs';
import { optionsOf } from '../options.mjs';
import { otherIntervals } from './alternatives.mjs';
import { samplesOf, sheetsOf, upliftsOf } from './measured-shop.mjs';
import { simulateShop } from './simulated-shop.mjs';
import { EFFECTS, trueEffects } from './true-effects.mjs';

const MEASURES = { perOrder: 'value of an order', perVisit: 'revenue of a visit', value: 'revenue of a customer', repeat: 'share that ordered twice' };
const WAYS = { ours: 'reported', welch: 'Welch', zhouDinh: 'Zhou & Dinh', percentile: 'percentile', bootstrapT: 'bootstrap-t' };

const seedOf = ({ customers, holdout, kind, shop }) => shop + 1 + customers * 10 + holdout * 1_000_000 + (kind === 'none' ? 500_000 : 0);

/** Of one shop, each measure's intervals by way; a measure that the scorecards do not report is absent. */
const judge = async ({ customers, holdout, kind, shop }) => {
  const seed = seedOf({ customers, holdout, kind, shop });
  const facts = simulateShop({ customers, holdout, effects: EFFECTS[kind], seed });
  const uplifts = await upliftsOf(sheetsOf(facts));
  const samples = samplesOf(facts);
  const random = seeded(seed);
  const reported = Object.entries(uplifts).filter(([, uplift]) => uplift !== null);
  return Object.fromEntries(
    reported.map(([measure, { low, high, difference }]) => {
      const others = samples[measure] === undefined ? {} : otherIntervals(samples[measure], random);
      return [measure, { difference, ours: [low, high], ...others }];
    }),
  );
};

/** All shops of a scenario, on as many threads as there are processors. */
const judgeAll = async (workers, scenario, shops) => {
  const results = new Array(shops);
  let next = 0;
  const work = async (worker) => {
    while (next < shops) {
      const shop = next;
      next += 1;
      worker.postMessage({ ...scenario, shop });
      results[shop] = await new Promise((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
      });
      worker.removeAllListeners('error');
    }
  };
  await Promise.all(workers.map(work));
  return results;
};

const percent = (part, whole) => (whole === 0 ? '–' : `${number((100 * part) / whole, 1)}`);

const rowsOf = ({ customers, holdout, kind }, results) => {
  const truth = trueEffects(EFFECTS[kind], holdout);
  return Object.keys(MEASURES).map((measure) => {
    const told = results.flatMap((result) => result[measure] ?? []);
    const within = (way) => told.filter((one) => one[way] !== undefined && one[way][0] <= truth[measure] && truth[measure] <= one[way][1]).length;
    const ours = told.filter(({ ours: [low, high] }) => low > 0 || high < 0).length;
    const width = (way) => told.reduce((sum, one) => sum + (one[way]?.[1] ?? NaN) - (one[way]?.[0] ?? NaN), 0);
    const cells = Object.keys(WAYS).map((way) => (told.every((one) => one[way] !== undefined) ? percent(within(way), told.length) : ''));
    const ratio = width('ours') / width('welch');
    return [
      `${number(customers)} customers, ${holdout * 100} % held out: ${MEASURES[measure]}`,
      told.length,
      ...cells,
      told.length === 0 || Number.isNaN(ratio) ? '' : number(ratio, 2),
      percent(ours, told.length),
    ];
  });
};

const report = async (workers, { shops, sizes, holdouts }) => {
  const kinds = { effect: 'With an effect: how often the interval covers it', none: 'Without an effect: how often the interval covers 0' };
  for (const [kind, title] of Object.entries(kinds)) {
    const rows = [];
    for (const customers of sizes)
      for (const holdout of holdouts) {
        const scenario = { customers, holdout, kind };
        rows.push(...rowsOf(scenario, await judgeAll(workers, scenario, shops)));
        console.error(`… ${number(customers)} customers, ${holdout * 100} % held out, ${kind}`);
      }
    console.log(`### ${title}, %\n`);
    const last = kind === 'none' ? 'falsely told, %' : 'told apart from 0, %';
    console.log(`${table(['shop', 'shops told', ...Object.values(WAYS), 'width to Welch', last], rows)}\n`);
  }
};

const main = async () => {
  const { values } = optionsOf('node bench/measurement/simulate.mjs [--shops N] [--customers N,N] [--holdouts N,N]', {
    shops: { type: 'number', default: 200 },
    customers: { type: 'numbers', default: [2_000, 20_000] },
    holdouts: { type: 'numbers', default: [0.05, 0.1] },
  });
  const { shops, customers: sizes, holdouts } = values;
  console.log(`${machine()}; ${shops} shops each\n`);
  const workers = Array.from({ length: availableParallelism() }, () => new Worker(fileURLToPath(import.meta.url)));
  try {
    await report(workers, { shops, sizes, holdouts });
  } finally {
    for (const worker of workers) await worker.terminate();
  }
  console.log('"shops told": how many scorecards report this uplift at all; the others say what is missing.');
};

if (isMainThread) await main();
else parentPort.on('message', async (task) => parentPort.postMessage(await judge(task)));
