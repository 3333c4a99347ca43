import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { parse } from 'csv-parse/sync';

import { QualityProblem } from '../problem.mjs';
import { customerDays, knownProducts, productsOf, productsOnly } from './baskets.mjs';
import { readComplementCases, readScoredCustomers, withCases } from './case-files.mjs';
import { drawCases, sampleOf } from './draw-cases.mjs';
import { retailGroups } from './retail-groups.mjs';

/** The file that tells a folder with Online Retail in it. */
export const ONLINE_RETAIL_FILE = 'online-retail.csv.gz';

const PREFIX = 'or';
const PRODUCT = /^\d{5}[A-Z]{0,2}$/;
/** Validation complements take at most so many baskets. */
const MOST_VALIDATION_BASKETS = 3_000;
/** A day of 2011, by month. */
const day = (month, date) => Date.UTC(2011, month - 1, date);
const dateOf = (at) => new Date(at).toISOString().slice(0, 10);
/** Months before validation that leave something to train on. */
const MOST_EARLIER = 8;

/** Where training ends and until when is scored, by part. */
const CUTS = {
  test: () => ({ complements: [day(11, 1), Number.POSITIVE_INFINITY], picks: [day(11, 9), day(12, 10)] }),
  validation: (earlier) => ({ complements: [day(10 - earlier, 1), day(11 - earlier, 1)], picks: [day(10 - earlier, 10), day(11 - earlier, 9)] }),
};

/** The plain sales: no returns, no missing prices, no postage, fees or samples. */
const isSale = ({ InvoiceNo, StockCode, Quantity, UnitPrice }) =>
  !InvoiceNo.startsWith('C') && Number(Quantity) > 0 && Number(UnitPrice) > 0 && PRODUCT.test(StockCode.trim().toUpperCase());

const lineOf = ({ StockCode, Description, Quantity, UnitPrice }) => ({
  productId: StockCode.trim().toUpperCase(),
  title: Description.trim(),
  quantity: Number(Quantity),
  unitPrice: UnitPrice,
});

/** Reads and cleans the invoices. */
const readOrders = (file) => {
  const rows = parse(gunzipSync(readFileSync(file)), { columns: true, skip_empty_lines: true });
  const orders = new Map();
  for (const row of rows) {
    if (!isSale(row)) continue;
    const at = Date.parse(`${row.InvoiceDate.replace(' ', 'T')}Z`);
    const held = orders.get(row.InvoiceNo) ?? { id: row.InvoiceNo, customerId: row.CustomerID.replace(/\.0$/, '') || null, at, currency: 'GBP', lines: [] };
    orders.set(row.InvoiceNo, held);
    held.at = Math.min(held.at, at);
    held.lines.push(lineOf(row));
  }
  return [...orders.values()];
};

const trainingBefore = (orders, from) => ({ orders: orders.filter(({ at }) => at < from), interactions: [], catalogue: null });

const complementsOf = (orders, folder, part, [from, until]) => {
  const training = trainingBefore(orders, from);
  const held = orders.filter(({ at }) => at >= from && at < until).map((order) => ({ id: order.id, productIds: productsOf([order]) }));
  const known = knownProducts(training.orders);
  const cases = part === 'test' ? readComplementCases(join(folder, 'xsell_or_cases.tsv.gz')) : null;
  const baskets = cases === null ? drawCases(held, known, PREFIX) : withCases(held, known, cases);
  return { training, baskets: part === 'test' ? baskets : sampleOf(baskets, MOST_VALIDATION_BASKETS, PREFIX), now: new Date(from) };
};

const picksOf = (orders, folder, part, [from, until]) => {
  const training = trainingBefore(orders, from);
  const known = knownProducts(training.orders);
  const histories = productsOnly(customerDays(training.orders));
  const listed = part === 'test' ? readScoredCustomers(join(folder, 'picks_or_time_2011-11-09_users.tsv.gz')) : null;
  const customers = [];
  for (const [id, [first]] of customerDays(orders.filter(({ at }) => at >= from && at < until))) {
    const history = histories.get(id) ?? [];
    const truth = first.productIds.filter((product) => known.has(product));
    if (history.length < 2 || truth.length === 0 || listed?.has(id) === false) continue;
    customers.push({ id, truth, now: new Date(from) });
  }
  return { training, histories, customers: customers.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
};

const protocolOf = (part, { complements, picks }) => [
  'Online Retail (UCI), cleaned: no returns, no missing prices, product codes of five digits and up to two letters only',
  part === 'test'
    ? 'complements: training before 2011-11-01, held-out invoices after; picks: history before 2011-11-09, first customer-day up to 2011-12-09'
    : `validation: complements: training before ${dateOf(complements[0])}, held-out invoices of the month from then on; picks: history before ${dateOf(picks[0])}, first customer-day before ${dateOf(picks[1])}`,
];

/**
 * UCI Online Retail with the cases beside it. Throws QualityProblem where nothing is left to score.
 * @param {string} folder
 * @param {{ part: 'test' | 'validation', earlier: number, groups: 'colours' | 'kinds' | null }} options `earlier` in months.
 * @returns {import('../shapes.mjs').Dataset}
 */
export const openOnlineRetail = (folder, { part, earlier, groups }) => {
  if (earlier > MOST_EARLIER) throw new QualityProblem(`--earlier goes up to ${MOST_EARLIER} months: before that is nothing to train on`);
  const orders = readOrders(join(folder, ONLINE_RETAIL_FILE));
  if (orders.length === 0) throw new QualityProblem(`${join(folder, ONLINE_RETAIL_FILE)} holds no plain sales`);
  const cuts = CUTS[part](earlier);
  return {
    name: 'Online Retail',
    key: 'online-retail',
    part,
    protocol: protocolOf(part, cuts),
    complements: complementsOf(orders, folder, part, cuts.complements),
    picks: picksOf(orders, folder, part, cuts.picks),
    ...retailGroups(groups ?? 'colours', orders),
  };
};
