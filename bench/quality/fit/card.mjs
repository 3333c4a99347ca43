// One card for some shops: the reasons weigh the same in each, what is usual in a shop is its own.
import { fitLogistic } from './logistic.mjs';

/** What the cases of a shop weigh together: a large shop says no more than a small one. */
const SHOP_WEIGHT = 1_000;
/** Moves nothing that the cases tell; keeps a reason that they say nothing about at 0. */
const RIDGE = 0.01;

/** The chosen cases of all shops as rows: every reason but the first, the intercept, and behind them one intercept per shop. */
const rowsOf = (shops) => {
  const chosen = shops.map(({ columns, takesPart }) => Array.from(columns.customers.keys()).filter((at) => takesPart(columns.customers[at])));
  const size = chosen.reduce((sum, { length }) => sum + length, 0);
  const reasons = shops[0].columns.width - 1;
  const width = reasons + shops.length;
  const rows = { width, features: new Float64Array(size * width), labels: new Uint8Array(size), offsets: new Float64Array(size), weights: new Float64Array(size) };
  let row = 0;
  shops.forEach(({ columns }, shop) => {
    for (const at of chosen[shop]) {
      const from = at * columns.width;
      rows.features.set(columns.features.subarray(from + 1, from + columns.width), row * width);
      rows.features[row * width + reasons + shop] = 1;
      rows.labels[row] = columns.labels[at];
      // A chance is multiplied by the wait; where chances are small, so are the odds.
      rows.offsets[row] = Math.log(columns.waits[at]);
      rows.weights[row] = SHOP_WEIGHT / chosen[shop].length;
      row += 1;
    }
  });
  return rows;
};

/**
 * Fits a card. Each shop weighs the same and has an intercept of its own, so that what sells in the one more often than in the other is not laid
 * at the door of a reason; the card's intercept is their mean.
 * @param {readonly { columns: import('./columns.mjs').CaseColumns, takesPart: (customer: number) => boolean }[]} shops
 * @returns {{ card: Float64Array, intercepts: readonly number[] }} The card in the order of its names, the intercept first.
 */
export const fitCard = (shops) => {
  const reasons = shops[0].columns.width - 1;
  const fitted = fitLogistic(rowsOf(shops), { ridge: RIDGE, unpenalised: new Set(shops.map((_, shop) => reasons + shop)) });
  const intercepts = [...fitted.subarray(reasons)];
  const intercept = intercepts.reduce((sum, one) => sum + one, 0) / intercepts.length;
  return { card: Float64Array.from([intercept, ...fitted.subarray(0, reasons)]), intercepts };
};

/** Chances of all cases by a card: the logistic of the sum of reasons, times the wait. */
export const chancesBy = ({ width, size, features, waits }, card) => {
  const chances = new Float64Array(size);
  for (let at = 0; at < size; at += 1) {
    let logOdds = 0;
    for (let reason = 0; reason < width; reason += 1) logOdds += card[reason] * features[at * width + reason];
    chances[at] = waits[at] / (1 + Math.exp(-logOdds));
  }
  return chances;
};
