// Chooses settings of `tandem learn` on the validation part: every combination is learned, asked and scored, and the best is named.
import { number, table } from '../figures.mjs';
import { prepareComplements } from './complements/measure.mjs';
import { scoreComplements } from './complements/score.mjs';
import { surfacesByTraining } from './measure.mjs';
import { preparePicks } from './picks/measure.mjs';
import { scorePicks } from './picks/score.mjs';
import { QualityProblem } from './problem.mjs';
import { productComplements } from './product/complement-lists.mjs';
import { productPicks } from './product/pick-lists.mjs';
import { importShop } from './product/shop.mjs';

/** Every combination of the flags' values, as words. */
export const gridOf = (tuned) =>
  tuned.reduce((settings, { flag, values }) => settings.flatMap((words) => values.map((value) => [...words, flag, value])), [[]]);

/** What is chosen by: one number per surface, higher is better. */
const SELECTION = {
  complements: {
    name: 'MRR one + MRR basket',
    prepare: ({ complements }, quick) => {
      // Only what is asked about needs a list here, whether all baskets are scored or some.
      const all = prepareComplements(complements, quick ?? complements.baskets.length);
      return async (serving, progress) => {
        const lists = await productComplements(serving, all.questions, all.facts, complements.now, progress);
        const { one, basket } = scoreComplements(all.questions, lists, all.facts).figures;
        return one.mrr.mean + basket.mrr.mean;
      };
    },
  },
  picks: {
    name: 'NDCG@10',
    prepare: ({ picks }, quick) => {
      const pickFacts = preparePicks(picks, quick);
      return async (serving, progress) => {
        const lists = await productPicks(serving, pickFacts, progress);
        return scorePicks(pickFacts, lists.map((list) => ({ list, novelList: null }))).ndcg10.mean;
      };
    },
  },
};

const tuneShop = async (dataset, training, surfaces, { tune, learn, quick, say, progress }) => {
  const shop = await importShop(training, say);
  const scorers = surfaces.map((surface) => SELECTION[surface].prepare(dataset, quick));
  const rows = [];
  try {
    for (const words of gridOf(tune)) {
      const { serving } = await shop.learn([...learn, ...words]);
      try {
        const values = [];
        for (const score of scorers) values.push(await score(serving, progress));
        rows.push({ setting: words.join(' '), values });
      } finally {
        await serving.close();
      }
    }
  } finally {
    await shop.close();
  }
  return { surfaces, rows };
};

const best = (rows, at) => rows.reduce((one, other) => (other.values[at] > one.values[at] ? other : one)).setting;

const text = ({ surfaces, rows }) =>
  [
    table(['setting', ...surfaces.map((surface) => `${surface}: ${SELECTION[surface].name}`)], rows.map(({ setting, values }) => [setting, ...values.map((value) => number(value, 4))])),
    '',
    ...surfaces.map((surface, at) => `Best for ${surface}: ${best(rows, at)}`),
  ].join('\n');

/** Tunes `tandem learn` on the validation part. Answers the report and its numbers. Throws QualityProblem for the test part. */
export const tuneQuality = async (dataset, options) => {
  if (dataset.part !== 'validation') throw new QualityProblem('Nothing is tuned on the test part');
  const tuned = [];
  for (const [training, surfaces] of surfacesByTraining(dataset, options.only)) tuned.push(await tuneShop(dataset, training, surfaces, options));
  return { text: [`# ${dataset.name}: settings by the validation part`, ...tuned.map(text)].join('\n\n'), numbers: { dataset: dataset.name, part: dataset.part, tuned } };
};
