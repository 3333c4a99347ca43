import { sampleOf } from '../datasets/draw-cases.mjs';
import { groupsOf, varietyOf } from '../complements/groups.mjs';
import { productNovelPicks, productPicks } from '../product/pick-lists.mjs';
import { eachPolicy, SHIPPED_NAME } from '../product/policies.mjs';
import { timeLists } from '../product/timing.mjs';
import { pickBaselines } from './baselines.mjs';
import { pickFactsOf } from './facts.mjs';
import { baselineLists, scorePicks } from './score.mjs';

const TIMED_FIRST = 10;
/** Places of a list of picks that are looked at for how mixed they are. */
const SEEN = 10;

/** The cases in numbers, or a sample of them. */
export const preparePicks = (task, quick) =>
  pickFactsOf(quick === null ? task : { ...task, customers: sampleOf(task.customers, quick, 'quick') });

/** Measures the product and the baselines on picks. */
export const measurePicks = async (dataset, shop, serving, { quick, policies, say, progress }) => {
  const pickFacts = preparePicks(dataset.picks, quick);
  const { facts, customers } = pickFacts;
  say('preparing the baselines of picks');
  const groups = dataset.groups === null ? null : groupsOf(facts, dataset.groupOf);
  const methods = [];
  const add = (name, lists) =>
    methods.push({ name, ...scorePicks(pickFacts, lists), variety: groups === null ? null : varietyOf(lists.map(({ list }) => list), groups, SEEN) });
  for (const baseline of pickBaselines(pickFacts, dataset)) {
    say(`picks: ${baseline.name}`);
    add(baseline.name, baselineLists(pickFacts, baseline));
  }
  const measure = async (name) => {
    const lists = await productPicks(serving, pickFacts, progress);
    const novelLists = await productNovelPicks(serving, pickFacts, progress);
    add(name, lists.map((list, at) => ({ list, novelList: novelLists[at] })));
  };
  await measure(SHIPPED_NAME);
  // A limit on the anchor's group is refused for picks, which have no anchor.
  await eachPolicy(serving, policies.filter(({ diversity }) => diversity !== 'NONE'), measure);
  const ask = ({ id, now }, reader) => serving.picks({ customerId: id, excludeIds: [], first: TIMED_FIRST, now }, reader);
  return {
    customers: customers.length,
    products: facts.products,
    methods,
    serving: { picks: await timeLists(customers, ask, serving.freshReader, shop.usage) },
  };
};
