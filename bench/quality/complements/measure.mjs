import { easeLists } from '../baselines/ease.mjs';
import { PAIR_SCORES } from '../baselines/pair-scores.mjs';
import { sameThreshold } from '../baselines/same-threshold.mjs';
import { neighbourLists, popularityLists, STORED, storeNeighbours } from '../baselines/stored-neighbours.mjs';
import { productsOf } from '../datasets/baskets.mjs';
import { sampleOf } from '../datasets/draw-cases.mjs';
import { factsOf } from '../facts.mjs';
import { productComplements } from '../product/complement-lists.mjs';
import { eachPolicy, policyName, SHIPPED_NAME } from '../product/policies.mjs';
import { timeLists } from '../product/timing.mjs';
import { groupsOf, sameGroupRates, sameGroupShare, varietyOf } from './groups.mjs';
import { listsOf, pairedHitZ, questionsOf, scoreComplements, SEEN } from './score.mjs';

/** Places that a timed list is asked for. */
const TIMED_FIRST = 10;
const COMPARED_WITH = 'co-count';

/** The cases in numbers. A sample leaves out the lists of products that no case asks for, and with them coverage; groups are then of those asked for. */
export const prepareComplements = ({ training, baskets }, quick) => {
  const facts = factsOf(training.orders.map((order) => productsOf([order])), training.unsold?.map(({ productId }) => productId));
  const scored = quick === null ? baskets : sampleOf(baskets, quick, 'quick');
  const questions = questionsOf(scored, facts);
  const everyProduct = Array.from({ length: facts.products }, (_, product) => product);
  return { facts, questions: quick === null ? { ...questions, anchors: everyProduct } : questions, isWhole: quick === null };
};

const baselinesOf = async ({ orders }, facts, { learn, withEase, say }) => {
  say('counting pairs for the baselines');
  const listsBy = (stored) => Object.entries(stored).map(([name, neighbours]) => [name, neighbourLists(neighbours, facts)]);
  const kept = await sameThreshold(orders, facts, learn);
  return new Map([
    ['popularity', popularityLists(facts)],
    ...listsBy(storeNeighbours(facts, PAIR_SCORES)),
    ...(withEase ? [['EASE^R', easeLists(facts, say)]] : []),
    ...(kept === null ? [] : listsBy(storeNeighbours(facts, kept.scores, STORED, kept.keptOf))),
  ]);
};

const timing = (shop, serving, { questions, facts }, now) => {
  const asking = (placement) => (products, reader) =>
    serving.complements({ placement, anchorIds: products.map((product) => facts.ids[product]), first: TIMED_FIRST, now }, reader);
  const time = (some, placement) => timeLists(some, asking(placement), serving.freshReader, shop.usage);
  return async () => ({
    one: await time(questions.anchors.map((anchor) => [anchor]), 'PRODUCT_PAGE'),
    ...(questions.rests.length === 0 ? {} : { basket: await time(questions.rests, 'BASKET') }),
  });
};

/** Measures the product and the baselines on complements. */
export const measureComplements = async (dataset, shop, serving, options) => {
  const { quick, say, progress } = options;
  const prepared = prepareComplements(dataset.complements, quick);
  const { facts, questions, isWhole } = prepared;
  const groups = groupsOf(facts, dataset.groupOf);
  const hasGroups = dataset.groups !== null;
  const scored = new Map();
  const score = (name, lists) => {
    const { one, figures } = scoreComplements(questions, lists, facts);
    const grouped = hasGroups ? { sameGroup: sameGroupShare(lists.one, groups, SEEN), variety: varietyOf([...lists.one.values()], groups, SEEN) } : null;
    scored.set(name, { one, figures: { ...figures, coverage: isWhole ? figures.coverage : null, ...grouped } });
  };
  for (const [name, baseline] of await baselinesOf(dataset.complements.training, facts, options)) {
    say(`complements: ${name}`);
    score(name, listsOf(baseline, questions));
  }
  const ask = () => productComplements(serving, questions, facts, dataset.complements.now, progress);
  score(SHIPPED_NAME, await ask());
  await eachPolicy(serving, options.policies, async (name) => score(name, await ask()));
  const base = scored.get(COMPARED_WITH).one;
  const { one: shipped, figures: shippedFigures } = scored.get(SHIPPED_NAME);
  return {
    baskets: questions.baskets.length,
    products: facts.products,
    sameGroupRates: hasGroups ? sameGroupRates(facts, groups) : null,
    methods: [...scored].map(([name, { one, figures }]) => ({ name, ...figures, z: name === COMPARED_WITH ? null : pairedHitZ(one, base) })),
    cost: options.policies.map((policy) => {
      const { one, figures } = scored.get(policyName(policy));
      return { name: policyName(policy), hr4: figures.one.hr4.mean / shippedFigures.one.hr4.mean - 1, z: pairedHitZ(one, shipped) };
    }),
    serving: await timing(shop, serving, prepared, dataset.complements.now)(),
  };
};
