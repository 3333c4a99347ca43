import { join } from 'node:path';

import { QualityProblem } from '../problem.mjs';
import { knownProducts } from './baskets.mjs';
import { bucketOf } from './bucket.mjs';
import { readComplementCases, readGzip, readScoredCustomers, withCases } from './case-files.mjs';
import { drawCases, sampleOf } from './draw-cases.mjs';

/** The file that tells a folder with Ta-Feng in it. */
export const TA_FENG_FILE = 'tafeng.json.gz';

const PREFIX = 'tafeng';
const VALIDATION_PERCENT = 10;
const MOST_VALIDATION_BASKETS = 3_000;
const WEEK_MS = 7 * 86_400_000;
/** The file has no dates: the last basket of every history is put on this day, those before a week apart, and lists are asked for a week later. */
const LAST_DAY = Date.parse('2001-02-21T12:00:00Z');

const readCustomers = (file) => {
  const customers = Object.entries(JSON.parse(readGzip(file)));
  if (customers.length === 0) throw new QualityProblem(`${file} holds no customers`);
  return customers.map(([id, [history, last]]) => ({ id, history: history.map((basket) => basket.map(String)), last: last.map(String) }));
};

const ordersOf = ({ id, history }) =>
  history.map((basket, at) => ({
    id: `${id}-${at + 1}`,
    customerId: id,
    at: LAST_DAY - (history.length - 1 - at) * WEEK_MS,
    currency: 'TWD',
    lines: basket.map((productId) => ({ productId, title: `Product ${productId}`, quantity: 1, unitPrice: '1' })),
  }));

/** All that came that many baskets ago is as if it had not been: the last one before it is held out. */
const asOfEarlier = (customers, earlier) =>
  customers.map(({ id, history }) => ({ id, history: history.slice(0, -earlier), last: history.at(-earlier) ?? [] }));

/** Somebody without a history is nobody's case. */
const FEWEST_BASKETS = 2;

/** Who is scored: of the last baskets a fixed part of the customers each, of earlier ones everybody who had bought something before. */
const scoredOf = (customers, part, earlier) =>
  customers.filter(({ id, history }) =>
    earlier > 0 ? history.length >= FEWEST_BASKETS : (bucketOf(PREFIX, id) < VALIDATION_PERCENT) === (part === 'validation'),
  );

const complementsOf = (scored, { training, known, now }, folder, part) => {
  const held = scored.map(({ id, last }) => ({ id, productIds: last }));
  const cases = part === 'test' ? readComplementCases(join(folder, 'xsell_tafeng_cases.tsv.gz')) : null;
  const baskets = cases === null ? drawCases(held, known, PREFIX) : withCases(held, known, cases);
  return { training, baskets: part === 'test' ? baskets : sampleOf(baskets, MOST_VALIDATION_BASKETS, PREFIX), now };
};

const picksOf = (customers, scored, { training, known, now }, folder, { part, earlier }) => {
  // The listed parts are of the last baskets.
  const parts = earlier > 0 ? null : readScoredCustomers(join(folder, 'picks_tafeng_users.tsv.gz'));
  const wanted = part === 'test' ? 'test' : 'val';
  return {
    training,
    histories: new Map(customers.map(({ id, history }) => [id, history])),
    customers: scored
      .filter(({ id }) => parts === null || parts.get(id) === wanted)
      .map(({ id, last }) => ({ id, truth: last.filter((product) => known.has(product)), now }))
      .filter(({ truth }) => truth.length > 0),
  };
};

const SCORED = { test: '90 % of the customers by hash', validation: '10 % of the customers by hash' };

const protocolOf = (part, earlier) => [
  earlier > 0
    ? `Ta-Feng, in the form of the Reality Check, with the newest ${earlier} of each history left out: the first of these is held out`
    : 'Ta-Feng, in the form of the Reality Check: histories of all customers are training, the last basket is held out and never imported',
  `${earlier > 0 ? 'all customers with two baskets before' : SCORED[part]} are scored; the file has no dates, so that each customer's baskets are put a week apart`,
];

/**
 * Ta-Feng in the form of the Reality Check with the cases beside it: histories are training, last baskets are held out.
 * @param {string} folder
 * @param {{ part: 'test' | 'validation', earlier: number }} options `earlier` in baskets of each customer.
 * @returns {import('../shapes.mjs').Dataset}
 */
export const openTaFeng = (folder, { part, earlier }) => {
  const all = readCustomers(join(folder, TA_FENG_FILE));
  const customers = earlier > 0 ? asOfEarlier(all, earlier) : all;
  const training = { orders: customers.flatMap(ordersOf), interactions: [], catalogue: null };
  const around = { training, known: knownProducts(training.orders), now: new Date(LAST_DAY + WEEK_MS) };
  const scored = scoredOf(customers, part, earlier);
  if (scored.length === 0) throw new QualityProblem(`No customer of Ta-Feng has ${earlier} baskets and ${FEWEST_BASKETS} before them`);
  return {
    name: 'Ta-Feng',
    key: 'ta-feng',
    part,
    protocol: protocolOf(part, earlier),
    complements: complementsOf(scored, around, folder, part),
    picks: picksOf(customers, scored, around, folder, { part, earlier }),
    groups: null,
    groupOf: () => null,
  };
};
