import { bucketOf } from '../datasets/bucket.mjs';
import { preparePicks } from '../picks/measure.mjs';
import { QualityProblem } from '../problem.mjs';
import { importShop } from '../product/shop.mjs';
import { casesOf } from './cases.mjs';
import { caseCollector } from './columns.mjs';

const PREFIX = 'fit:';
/** Customers of one request, as where lists are asked for: the loaders join their reads. */
const AT_ONCE = 40;

/** Which half of the customers one belongs to, 0 or 1, always the same. */
export const halfOf = (customerId) => bucketOf(PREFIX, customerId) % 2;

const collect = async (serving, { customers, facts }, program, report) => {
  const ofCustomer = casesOf(program);
  const again = caseCollector(Object.keys(program.BUY_AGAIN_CARD).length);
  const first = caseCollector(Object.keys(program.FIRST_TIME_CARD).length);
  for (let from = 0; from < customers.length; from += AT_ONCE) {
    const some = customers.slice(from, from + AT_ONCE);
    const reader = serving.freshReader();
    const evidence = await Promise.all(some.map(({ id, now }) => serving.pickEvidence({ customerId: id, now }, reader)));
    some.forEach(({ truth }, at) => {
      if (evidence[at] === null) return;
      const cases = ofCustomer(evidence[at], new Set([...truth].map((product) => facts.ids[product])));
      again.add(from + at, cases.again, facts.numbers);
      first.add(from + at, cases.first, facts.numbers);
    });
    report(from + some.length);
  }
  return { again: again.columns(), first: first.columns() };
};

/**
 * The cases of one shop's validation part, on the product's own path: import, learning, and its own reasons. Throws QualityProblem for the test
 * part and where there is nobody to learn from.
 * @param {import('../shapes.mjs').Dataset} dataset
 */
export const shopCases = async (dataset, program, { quick, learn, say, progress }) => {
  if (dataset.part !== 'validation') throw new QualityProblem('Nothing is fitted on the test part');
  if (dataset.picks === null) throw new QualityProblem(`${dataset.name} has no customers to fit picks on`);
  const pickFacts = preparePicks(dataset.picks, quick);
  const shop = await importShop(dataset.picks.training, say);
  try {
    const { serving } = await shop.learn(learn);
    try {
      const cases = await collect(serving, pickFacts, program, progress(`cases of ${dataset.name}`, pickFacts.customers.length));
      return { name: dataset.name, pickFacts, customers: pickFacts.customers.length, halves: pickFacts.customers.map(({ id }) => halfOf(id)), ...cases };
    } finally {
      await serving.close();
    }
  } finally {
    await shop.close();
  }
};
