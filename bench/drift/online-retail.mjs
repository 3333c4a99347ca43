// What the drift guard notices on a real shop: learned up to November 2011, then again with all facts, some of them damaged or with other settings.
// node bench/drift/online-retail.mjs [FILE]. Runs the compiled program: build first.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { parse } from 'csv-parse/sync';

import { built } from '../built.mjs';
import { optionsOf, refuse } from '../options.mjs';
import { seeded } from '../learn/synthetic-shop.mjs';

const USAGE = 'node bench/drift/online-retail.mjs [FILE]';
const [given] = optionsOf(USAGE, {}, { name: 'FILE', type: 'text', most: 1 }).positionals;
const FILE = given ?? join(process.env.TANDEM_DATA_DIR ?? '../shared/data', 'online-retail/online-retail.csv.gz');
if (!existsSync(FILE)) refuse(USAGE, `There is no file ${FILE}.`);

const { runLearning } = await built('learn/run-learning.js');
const { DEFAULT_LEARNING_SETTINGS } = await built('domain/learning/settings.js');
const { firstNeighboursOf } = await built('domain/learning/drift-guard.js');

const CUT = new Date('2011-11-01T00:00:00Z');
const PRODUCT = /^\d{5}/;

const readOrders = () => {
  const orders = new Map();
  for (const { InvoiceNo, StockCode, Quantity, InvoiceDate, CustomerID } of parse(gunzipSync(readFileSync(FILE)), { columns: true, skip_empty_lines: true })) {
    if (InvoiceNo.startsWith('C') || !(Number(Quantity) > 0) || !PRODUCT.test(StockCode)) continue;
    const order = orders.get(InvoiceNo) ?? { orderId: InvoiceNo, customerId: CustomerID || null, placedAt: new Date(`${InvoiceDate.replace(' ', 'T')}Z`), productIds: [] };
    orders.set(InvoiceNo, order);
    order.productIds.push(StockCode);
  }
  return [...orders.values()];
};

/** Nothing but orders, in an array. */
const factsOf = (orders) => ({
  newestOrderAt: async (until) => orders.reduce((newest, { placedAt }) => ((until === undefined || placedAt < until) && placedAt > (newest ?? 0) ? placedAt : newest), null),
  newestInteractionAt: async () => null,
  countOrders: async () => orders.length,
  countInteractions: async () => 0,
  baskets: async function* (from, until) { yield* orders.filter(({ placedAt }) => placedAt >= from && placedAt < until); },
  interactions: async function* () {},
  products: async function* () {},
  productsByIds: async () => new Map(),
  customerIds: async function* () {},
  customerFacts: async function* () {},
});

/** Learns beside what was published, and publishes nothing; answers the lists that it would have published too. */
const learn = async (published, orders, changes = {}) => {
  let lists = new Map();
  const models = {
    published: async () => published?.model ?? null,
    firstNeighbours: async (_version, ids) => new Map(ids.flatMap((id) => (published.lists.has(id) ? [[id, published.lists.get(id)]] : []))),
    stage: async (_version, { coPurchase }) => { lists = firstNeighboursOf(coPurchase); },
    publish: async () => {},
    sweep: async () => {},
  };
  const profiles = { revisions: async () => new Map(), swap: async () => [] };
  const settings = { ...DEFAULT_LEARNING_SETTINGS, ...changes };
  const result = await runLearning({ facts: factsOf(orders), models, profiles, now: () => new Date(), settings });
  return { ...result, lists };
};

const all = readOrders();
const [before, after] = [all.filter(({ placedAt }) => placedAt < CUT), all.filter(({ placedAt }) => placedAt >= CUT)];
const random = seeded(20_111_101);
const some = (things, share) => things.filter(() => random() < share);
const withLines = (change) => before.map((order, place) => ({ ...order, productIds: change(order.productIds, place) }));
const within = (from, until) => before.filter(({ placedAt }) => placedAt < new Date(from) || placedAt >= new Date(until));

const CASES = [
  ['nothing', before],
  ['a quarter of the orders, strewn, are lost', some(before, 0.75)],
  ['half of the orders, strewn, are lost', some(before, 0.5)],
  ['three quarters of the orders, strewn, are lost', some(before, 0.25)],
  ['half of the lines are lost', withLines((ids) => some(ids, 0.5))],
  ['June to October is lost', within('2011-06-01', '2011-11-01')],
  ['December to May is lost', within('2010-12-01', '2011-06-01')],
  ['the products of every second order have other ids', withLines((ids, place) => (place % 2 === 0 ? ids : ids.map((id) => `0${id}`)))],
  ['all products have other ids', withLines((ids) => ids.map((id) => `0${id}`))],
  ['lines are put into the wrong order every third time', withLines((ids, place) => ids.map((id, line) => (line % 3 === 0 ? (before[(place + 7_919) % before.length].productIds[0] ?? id) : id)))],
  ['nothing; half-life 30 days', before, { halfLifeDays: 30 }],
  ['nothing; a window of 60 days', before, { windowDays: 60 }],
  ['nothing; 10 customers for a pair', before, { minCustomers: 10 }],
  ['nothing; 50 customers for a pair', before, { minCustomers: 50 }],
  ['nothing; 10 products of an order counted', before, { basketCap: 10 }],
];

const published = await learn(null, before);
console.log('| what is wrong with the facts of before November | published | rival | margin | verdict | comparing / counting |\n| --- | --: | --: | --: | --- | --: |');
for (const [name, damaged, changes] of CASES) {
  const { comparison, phases } = await learn(published, [...damaged, ...after], changes);
  const secondsOf = (wanted) => phases.find(({ phase }) => phase === wanted)?.seconds ?? 0;
  const shares = [comparison.published, comparison.rival, comparison.margin].map((share) => `${(100 * share).toFixed(2)} %`);
  console.log(`| ${name} | ${shares.join(' | ')} | ${comparison.verdict} | ${(secondsOf('comparing') / secondsOf('counting pairs')).toFixed(2)} |`);
}
