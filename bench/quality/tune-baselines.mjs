// Chooses the parameters of the baselines of picks on the validation part, by NDCG@10. What was chosen stands in baselines/chosen.mjs.
import { number, table } from '../figures.mjs';
import { tifuKnn } from './baselines/tifu-knn.mjs';
import { cosineNeighbours, hybridBaseline } from './picks/baselines.mjs';
import { preparePicks } from './picks/measure.mjs';
import { baselineLists, scorePicks } from './picks/score.mjs';
import { QualityProblem } from './problem.mjs';

/** Every combination of some parameters. */
const combinations = (values) =>
  Object.entries(values).reduce((some, [name, of]) => some.flatMap((one) => of.map((value) => ({ ...one, [name]: value }))), [{}]);

const ofHistory = (add) => ({ history }, scores) => add(history, scores);

const GRIDS = [
  {
    name: 'TIFU-KNN',
    settings: combinations({ neighbours: [100, 300, 900], groups: [3, 7], basketDecay: [0.9, 1], groupDecay: [0.7, 0.9], own: [0.2, 0.5, 0.7, 0.9] }),
    prepare: ({ facts, histories }) => (setting) => {
      const nearest = tifuKnn(histories, facts.products, setting);
      return ({ id }, scores) => nearest(id, scores);
    },
  },
  {
    name: 'item-kNN cosine',
    settings: combinations({ of: ['baskets', 'customers'], shrinkage: [0, 10, 50], neighbours: [50, 100], decay: [0.85] }),
    prepare: (pickFacts) => (setting) => ofHistory(cosineNeighbours(pickFacts, setting)),
  },
  {
    name: 'hybrid',
    settings: combinations({ decay: [0.7, 0.85, 0.95], neighbours: [0.1, 0.2, 0.5, 1, 2], popular: [0.02, 0.05, 0.2] }),
    prepare: (pickFacts) => {
      const of = hybridBaseline(pickFacts);
      return (setting) => ofHistory(of(setting));
    },
  },
];

/** Tries every setting. Answers the report and its numbers. Throws QualityProblem for the test part or without picks. */
export const tuneBaselines = (dataset, { quick, say }) => {
  if (dataset.part !== 'validation') throw new QualityProblem('Nothing is tuned on the test part');
  if (dataset.picks === null) throw new QualityProblem('There are no picks to score');
  const pickFacts = preparePicks(dataset.picks, quick);
  const tuned = GRIDS.map(({ name, settings, prepare }) => {
    say(`${name}: ${settings.length} settings`);
    const addOf = prepare(pickFacts);
    const rows = settings.map((setting) => {
      const lists = baselineLists(pickFacts, { add: addOf(setting), isPadded: true });
      return { setting, ndcg10: scorePicks(pickFacts, lists).ndcg10.mean };
    });
    return { name, rows: rows.toSorted((a, b) => b.ndcg10 - a.ndcg10) };
  });
  const rows = tuned.flatMap(({ name, rows: some }) => some.slice(0, 3).map(({ setting, ndcg10 }) => [name, JSON.stringify(setting), number(ndcg10, 4)]));
  const text = `# ${dataset.name}: the best three of each baseline by NDCG@10, ${number(pickFacts.customers.length)} validation customers\n\n${table(['baseline', 'setting', 'NDCG@10'], rows)}`;
  return { text, numbers: { dataset: dataset.name, part: dataset.part, tuned } };
};
