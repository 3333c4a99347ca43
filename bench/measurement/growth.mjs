// What measuring costs as a shop grows, beside computing the same from the facts each time: node bench/measurement/growth.mjs [LINES ...]
// Runs the compiled program: build first. The store is an embedded one in another process, or the MongoDB of MONGODB_URI.
import { performance } from 'node:perf_hooks';

import { built } from '../built.mjs';
import { machine, median, number, table } from '../figures.mjs';
import { newestOrderAt } from '../learn/synthetic-shop.mjs';
import { optionsOf } from '../options.mjs';
import { openPlace } from '../store/places.mjs';
import { addUpOrders, sheetsFromFacts } from './from-facts.mjs';
import { recordListedShop } from './listed-shop.mjs';

const { positionals: asked } = optionsOf('node bench/measurement/growth.mjs [LINES ...]', {}, { name: 'LINES', type: 'number' });

const { openStores } = await built('stores/open.js');
const { rollUp } = await built('domain/measurement/roll-up.js');
const { crossSellScorecardFor } = await built('domain/measurement/scorecards/cross-sell-scorecard.js');
const { personalisationScorecardFor } = await built('domain/measurement/scorecards/personalisation-scorecard.js');

const SIZES = [10_000, 100_000, 1_000_000];
const ROUNDS = 3;
const WINDOW_DAYS = 7;
const DAY_MS = 86_400_000;
const PERIODS = { '30 days': 30, '90 days': 90, all: 366 };

const midnight = (at) => new Date(Math.ceil(at.getTime() / DAY_MS) * DAY_MS);
const periodOf = (days) => ({ from: new Date(midnight(newestOrderAt).getTime() - days * DAY_MS), until: midnight(newestOrderAt) });

const timed = async (run) => {
  const began = performance.now();
  const result = await run();
  return { ms: performance.now() - began, result };
};

const roll = ({ measured, sheets }) => timed(() => rollUp({ measured, sheets, now: new Date(), windowDays: WINDOW_DAYS }));

/** One order of the middle of the year, as if it had been recorded late. */
const lateOrder = (round) => {
  const placedAt = new Date(newestOrderAt.getTime() - 180 * DAY_MS);
  const lines = [{ productId: 'product-1', quantity: 1, unitPriceMinor: 1_000, recommendationId: null }];
  return { id: `late-${round}`, customerId: null, sessionId: null, placedAt, updatedAt: placedAt, status: 'COMPLETED', currencyCode: 'GBP', lines };
};

const lateClick = (round) => ({
  id: `late-${round}`,
  kind: 'CLICK',
  customerId: null,
  sessionId: 'visit-3',
  productId: 'product-1',
  categoryId: null,
  query: null,
  at: new Date(newestOrderAt.getTime() - 180 * DAY_MS),
  recommendationId: 'x-3',
  slot: 1,
});

/** The median milliseconds of rolling up again after each of some changes. */
const rollAfter = async (stores, change) => {
  const times = [];
  let days = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await change(round);
    const { ms, result } = await roll(stores);
    times.push(ms);
    days = result.days;
  }
  return { ms: median(times), days };
};

/** The medians of one scorecard from sheets and from facts, and of adding up the orders, all in the same rounds. */
const compare = async (scorecardFor, stores, period) => {
  const question = { period, placement: null, currencyCode: null };
  const [kept, scanned, added] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const fromSheets = await timed(() => scorecardFor(question, stores.sheets));
    const fromFacts = await timed(() => scorecardFor(question, sheetsFromFacts(stores.measured, WINDOW_DAYS)));
    const orders = await timed(() => addUpOrders(stores.measured, period));
    if (fromSheets.result.orders !== fromFacts.result.orders) throw new Error('Sheets and facts disagree');
    kept.push(fromSheets.ms);
    scanned.push(fromFacts.ms);
    added.push(orders.ms);
  }
  return { kept: median(kept), scanned: median(scanned), added: median(added) };
};

const measureScorecards = async (stores, lines) => {
  const rows = [];
  for (const [name, scorecardFor] of Object.entries({ 'cross-sell': crossSellScorecardFor, personalisation: personalisationScorecardFor })) {
    for (const [period, days] of Object.entries(PERIODS)) {
      const { kept, scanned, added } = await compare(scorecardFor, stores, periodOf(days));
      rows.push([name, period, number(lines), number(kept, 1), number(scanned, 1), number(scanned / kept, 1), number(added, 1), number(added / kept, 1)]);
    }
  }
  return rows;
};

const measure = async (lines) => {
  const place = await openPlace();
  try {
    const recorded = await timed(() => recordListedShop(place.address, lines));
    const stores = openStores(place.address);
    try {
      const first = await roll(stores);
      const oneOrder = await rollAfter(stores, (round) => stores.facts.recordOrders([lateOrder(round)]));
      const oneClick = await rollAfter(stores, (round) => stores.facts.recordInteractions([lateClick(round)]));
      return { lines, recorded, first, oneOrder, oneClick, rows: await measureScorecards(stores, lines) };
    } finally {
      await stores.close();
    }
  } finally {
    await place.close();
  }
};

const rollUpRow = ({ lines, recorded, first, oneOrder, oneClick }) => [
  number(lines),
  number(recorded.result.orders),
  number(recorded.result.interactions),
  number(recorded.ms / 1000, 1),
  number(first.ms / 1000, 2),
  number(oneOrder.ms, 1),
  number(oneClick.ms, 1),
  number(first.ms / oneOrder.ms),
];

const runs = [];
for (const lines of asked.length > 0 ? asked : SIZES) runs.push(await measure(lines));

console.log(`${machine()}\n`);
console.log(`Rolling up a year, then again after one late order (1 day) and after one late click (${WINDOW_DAYS + 1} days)\n`);
const head = ['order lines', 'orders', 'interactions', 'recording s', 'first s', 'late order ms', 'late click ms', 'first : late order'];
console.log(table(head, runs.map(rollUpRow)));
console.log('\nA scorecard from sheets, the same from the facts, and only adding up the orders of the period; milliseconds and ratios to sheets\n');
const columns = ['scorecard', 'period', 'order lines', 'sheets ms', 'facts ms', 'facts : sheets', 'adding up ms', 'adding up : sheets'];
console.log(table(columns, runs.flatMap(({ rows }) => rows)));
