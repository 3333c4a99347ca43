import { sampleOf } from '../datasets/draw-cases.mjs';
import { productNovelPicks, productPicks } from '../product/pick-lists.mjs';
import { timeLists } from '../product/timing.mjs';
import { pickBaselines } from './baselines.mjs';
import { pickFactsOf } from './facts.mjs';
import { baselineLists, scorePicks } from './score.mjs';

const TIMED_FIRST = 10;

/** The cases in numbers, or a sample of them. */
export const preparePicks = (task, quick) =>
  pickFactsOf(quick === null ? task : { ...task, customers: sampleOf(task.customers, quick, 'quick') });

/** Measures the product and the baselines on picks. */
export const measurePicks = async (dataset, shop, serving, { quick, say, progress }) => {
  const pickFacts = preparePicks(dataset.picks, quick);
  const { facts, customers } = pickFacts;
  say('preparing the baselines of picks');
  const methods = pickBaselines(pickFacts, dataset).map((baseline) => {
    say(`picks: ${baseline.name}`);
    return { name: baseline.name, ...scorePicks(pickFacts, baselineLists(pickFacts, baseline)) };
  });
  const lists = await productPicks(serving, pickFacts, progress);
  const novelLists = await productNovelPicks(serving, pickFacts, progress);
  methods.push({ name: 'Tandem', ...scorePicks(pickFacts, lists.map((list, at) => ({ list, novelList: novelLists[at] }))) });
  const ask = ({ id, now }, reader) => serving.picks({ customerId: id, excludeIds: [], first: TIMED_FIRST, now }, reader);
  return {
    customers: customers.length,
    products: facts.products,
    methods,
    serving: { picks: await timeLists(customers, ask, serving.freshReader, shop.usage) },
  };
};
