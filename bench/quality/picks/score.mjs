import { DenseScores } from '../baselines/dense-scores.mjs';
import { padded, topOf } from '../baselines/top.mjs';
import { pickMetrics } from '../metrics/pick-metrics.mjs';

/** How long a list is asked for. */
export const LONGEST = 20;

/** A baseline's lists for all customers. */
export const baselineLists = ({ facts, customers }, { add, isPadded }) => {
  const scores = new DenseScores(facts.products);
  const scoreOf = (product) => scores.get(product);
  const filled = ({ products }, hidden) => (isPadded ? padded(products, LONGEST, hidden, facts.products) : [...products]);
  return customers.map((customer) => {
    scores.clear();
    add(customer, scores);
    const neverBought = [...scores.touched].filter((product) => !customer.bought.has(product));
    return {
      list: filled(topOf(scores.touched, scoreOf, LONGEST), []),
      novelList: isPadded ? filled(topOf(neverBought, scoreOf, LONGEST), customer.bought) : null,
    };
  });
};

/** The figures of a method's lists, in the order of the customers. */
export const scorePicks = ({ facts, customers }, lists) =>
  pickMetrics(customers.map(({ truth, bought }, at) => ({ truth, bought, ...lists[at] })), facts.products);
