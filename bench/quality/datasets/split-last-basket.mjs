import { QualityProblem } from '../problem.mjs';
import { customerDays, knownProducts, productsOnly } from './baskets.mjs';
import { bucketOf } from './bucket.mjs';
import { drawCases } from './draw-cases.mjs';

const PREFIX = 'any';
const VALIDATION_PERCENT = 10;
/** A customer's baskets: two to learn from and one to find. */
const FEWEST_BASKETS = 3;
const DAY_MS = 86_400_000;

const startOfDay = (at) => Math.floor(at / DAY_MS) * DAY_MS;

/** When each customer's newest basket begins, of customers with three; the day, so that what was looked at on it is held out as well. */
const hiddenFrom = (days) =>
  new Map([...days].flatMap(([id, own]) => (own.length < FEWEST_BASKETS ? [] : [[id, startOfDay(own.at(-1).at)]])));

/** Each customer's newest customer-day is held out; baskets of others that are later stay in training. */
export const splitLastBaskets = ({ orders, interactions, catalogue }, { part, testFrom }) => {
  if (testFrom !== null) throw new QualityProblem('--test-from goes with --split time');
  const days = customerDays(orders);
  const hidden = hiddenFrom(days);
  const isTraining = ({ customerId, at }) => Number(at) < (hidden.get(customerId) ?? Number.POSITIVE_INFINITY);
  const training = { orders: orders.filter(isTraining), interactions: interactions.filter(isTraining), catalogue };
  const known = knownProducts(training.orders);
  const scored = [...hidden.keys()].filter((id) => (bucketOf(PREFIX, id) < VALIDATION_PERCENT) === (part === 'validation')).toSorted();
  const held = scored.map((id) => ({ id, productIds: days.get(id).at(-1).productIds }));
  return {
    complements: { training, baskets: drawCases(held, known, PREFIX), now: new Date(training.orders.reduce((newest, { at }) => Math.max(newest, at), 0) + 1) },
    picks: {
      training,
      histories: productsOnly(customerDays(training.orders)),
      customers: held
        .map(({ id, productIds }) => ({ id, truth: productIds.filter((product) => known.has(product)), now: new Date(hidden.get(id)) }))
        .filter(({ truth }) => truth.length > 0),
    },
    protocol: [
      `last basket out: the newest customer-day of each customer with ${FEWEST_BASKETS} is held out, with what the customer did on that day; ${part === 'test' ? '90 %' : '10 %'} of them by hash are scored`,
      'baskets of other customers that are later than a held-out one stay in training, so that seasons and new products leak a little; prefer --split time',
    ],
  };
};
