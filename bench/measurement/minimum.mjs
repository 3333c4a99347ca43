// From what size of an arm on the interval of a difference in money holds: one comparison at a time, from units alone. node bench/measurement/minimum.mjs [--rounds N]
// Runs the compiled program: build first. The same every time, on any machine.
import { built } from '../built.mjs';
import { number, table } from '../figures.mjs';
import { seeded } from '../learn/synthetic-shop.mjs';
import { optionsOf } from '../options.mjs';
import { closedIntervals } from './alternatives.mjs';
import { binomial, lognormal, lognormalMean } from './draws.mjs';

const { rounds } = optionsOf('node bench/measurement/minimum.mjs [--rounds N]', { rounds: { type: 'number', default: 500 } }).values;

const { momentsOf } = await built('domain/measurement/interval/moments.js');
const { differenceOfMeans } = await built('domain/measurement/interval/difference-of-means.js');

const MEDIAN = 3_000;
const HELD_OUT = [0.05, 0.1, 0.5];
const SIZES = [100, 200, 500];
const BUYERS = [0.03, 0.1, 0.3];
const SPREADS = [0.7, 1.1];
/** What the effect multiplies the treatment's number of buyers with. */
const EFFECTS = [0.8, 1, 1.3];

const sampleOf = (random, size, share, sigma) => {
  const spent = Array.from({ length: binomial(random, size, share) }, () => lognormal(random, { median: MEDIAN, sigma }));
  return { values: spent, zeros: size - spent.length };
};

const isReported = ({ values: spent }) => spent.length >= 2;

/** How many of the comparisons hold the truth, by way, over all effects; of how many. */
const judge = ({ heldOut, size, buyers, sigma }) => {
  const random = seeded(size * 1_000 + buyers * 100 + sigma * 10 + heldOut);
  const held = { told: 0, ours: 0, welch: 0, zhouDinh: 0 };
  for (const effect of EFFECTS) {
    const truth = buyers * (effect - 1) * lognormalMean({ median: MEDIAN, sigma });
    for (let round = 0; round < rounds; round += 1) {
      const samples = {
        TREATMENT: sampleOf(random, Math.round((size * (1 - heldOut)) / heldOut), effect * buyers, sigma),
        HOLDOUT: sampleOf(random, size, buyers, sigma),
      };
      if (!isReported(samples.HOLDOUT) || !isReported(samples.TREATMENT)) continue;
      held.told += 1;
      const { low, high } = differenceOfMeans(...['TREATMENT', 'HOLDOUT'].map((arm) => momentsOf(samples[arm].values, samples[arm].zeros)));
      const intervals = { ours: [low, high], ...closedIntervals(samples) };
      for (const [way, [least, most]] of Object.entries(intervals)) if (least <= truth && truth <= most) held[way] += 1;
    }
  }
  return held;
};

const rows = [];
for (const heldOut of HELD_OUT)
  for (const size of SIZES)
    for (const buyers of BUYERS)
      for (const sigma of SPREADS) {
        const held = judge({ heldOut, size, buyers, sigma });
        const percent = (way) => number((100 * held[way]) / held.told, 1);
        rows.push([`${heldOut * 100} % held out, ${size} of them`, number(size * buyers), sigma, ...['ours', 'welch', 'zhouDinh'].map(percent)]);
      }
console.log('How often a 95 % interval of the difference in money per unit holds the truth, %: effects × 0.8, 1 and 1.3 together\n');
console.log(table(['holdout', 'buyers in it', 'σ of ln spend', 'used', 'Welch', 'Zhou & Dinh'], rows));
