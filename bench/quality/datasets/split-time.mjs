import { QualityProblem } from '../problem.mjs';
import { customerDays, knownProducts, productsOf, productsOnly } from './baskets.mjs';
import { drawCases } from './draw-cases.mjs';

const PREFIX = 'any';
/** The newest part of the orders that is held out where no date is given. */
const TEST_SHARE = 0.1;
/** Baskets that a customer's picks are learned from at least. */
const FEWEST_BASKETS = 2;

const spanOf = (orders) => {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at } of orders) [first, last] = [Math.min(first, at), Math.max(last, at)];
  return { first, last };
};

/** The held-out window, `[from, until)`: of the validation part the equally long one before. */
const windowOf = (orders, { part, testFrom }) => {
  const { first, last } = spanOf(orders);
  const from = testFrom ?? Math.ceil(last - (last - first) * TEST_SHARE);
  if (from <= first || from > last) {
    const days = [first, last].map((at) => new Date(at).toISOString().slice(0, 10));
    throw new QualityProblem(`--test-from must lie after the first order and not after the last: ${days.join(' to ')}`);
  }
  const until = last + 1;
  return part === 'test' ? { from, until } : { from: from - (until - from), until: from };
};

const day = (at) => new Date(at).toISOString().slice(0, 16);

/** Training is what came before a moment, held out is what came in the window after it. */
export const splitByTime = ({ orders, interactions, catalogue }, options) => {
  const { from, until } = windowOf(orders, options);
  const training = {
    orders: orders.filter(({ at }) => at < from),
    interactions: interactions.filter(({ at }) => at.getTime() < from),
    catalogue,
  };
  const held = orders.filter(({ at }) => at >= from && at < until);
  const known = knownProducts(training.orders);
  const histories = productsOnly(customerDays(training.orders));
  const now = new Date(from);
  const customers = [...customerDays(held)].flatMap(([id, [first]]) => {
    const truth = first.productIds.filter((product) => known.has(product));
    return (histories.get(id)?.length ?? 0) < FEWEST_BASKETS || truth.length === 0 ? [] : [{ id, truth, now }];
  });
  return {
    complements: { training, baskets: drawCases(held.map((order) => ({ id: order.id, productIds: productsOf([order]) })), known, PREFIX), now },
    picks: { training, histories, customers: customers.toSorted((a, b) => (a.id < b.id ? -1 : 1)) },
    protocol: [
      `split by time: training before ${day(from)} (UTC), held out up to ${day(until)}; complements: every order of two known products; picks: the first customer-day of customers with ${FEWEST_BASKETS} before`,
    ],
  };
};
