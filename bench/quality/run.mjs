// How good the lists are, on real orders, beside simple methods: node bench/quality/run.mjs --dataset DIR. Build first; --help says more.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { machine } from '../figures.mjs';
import { withColdProducts } from './datasets/cold-products.mjs';
import { openDataset } from './datasets/open.mjs';
import { fitScorecard } from './fit/fit.mjs';
import { measureQuality } from './measure.mjs';
import { readOptions } from './options.mjs';
import { QualityProblem } from './problem.mjs';
import { progress, say } from './progress.mjs';
import { reportText } from './report.mjs';
import { tuneBaselines } from './tune-baselines.mjs';
import { tuneQuality } from './tune.mjs';

const work = async (options) => {
  const datasets = [];
  for (const folder of options.dataset) datasets.push(await openDataset(resolve(folder), options));
  const all = { ...options, say, progress };
  if (options.fit) return fitScorecard(datasets, all);
  const [dataset] = datasets;
  if (options.tuneBaselines) return tuneBaselines(dataset, all);
  if (options.tune.length > 0) return tuneQuality(dataset, all);
  const numbers = await measureQuality(options.cold === null ? dataset : withColdProducts(dataset, options.cold), all);
  return { text: `${reportText(numbers)}\n\n${machine()}`, numbers };
};

try {
  const options = readOptions(process.argv.slice(2));
  const { text, numbers } = await work(options);
  console.log(text);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(numbers, null, 2)}\n`);
} catch (error) {
  if (!(error instanceof QualityProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
