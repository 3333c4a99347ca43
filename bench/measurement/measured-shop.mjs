// What is measured of a simulated shop: its two scorecards, and the values of each arm's units for the other ways to an interval.
import { built } from '../built.mjs';
import { LIST } from './simulated-shop.mjs';
import { PERIOD } from './true-effects.mjs';

const { daySheetOf } = await built('domain/measurement/day-sheet-of.js');
const { dayOf } = await built('domain/measurement/day.js');
const { indexTouches } = await built('domain/measurement/touch-index.js');
const { linearised } = await built('domain/measurement/interval/ratio.js');
const { crossSellScorecardFor } = await built('domain/measurement/scorecards/cross-sell-scorecard.js');
const { personalisationScorecardFor } = await built('domain/measurement/scorecards/personalisation-scorecard.js');

const NO_TOUCHES = indexTouches([]);
const QUESTION = { period: PERIOD, placement: null, currencyCode: null };
const ARMS = ['TREATMENT', 'HOLDOUT'];

const byDay = (things, at) => {
  const days = new Map();
  for (const thing of things) {
    const day = dayOf(at(thing));
    if (days.has(day)) days.get(day).push(thing);
    else days.set(day, [thing]);
  }
  return days;
};

/** Every day's sheet, ascending. */
export const sheetsOf = ({ orders, visitExposures, customerExposures }) => {
  const ordersByDay = byDay(orders, ({ placedAt }) => placedAt);
  const exposedByDay = byDay([...visitExposures.values(), ...customerExposures.values()], ({ at }) => at);
  const days = [...new Set([...ordersByDay.keys(), ...exposedByDay.keys()])].sort();
  return days.map((day) =>
    daySheetOf({
      day,
      orders: ordersByDay.get(day) ?? [],
      touches: NO_TOUCHES,
      acts: [],
      lists: new Map([[LIST.recommendationId, LIST]]),
      visitExposures,
      customerExposures,
      newlyExposed: exposedByDay.get(day) ?? [],
      windowDays: 7,
    }),
  );
};

/** Sheets held in memory, as the scorecards read them. */
export const heldSheets = (sheets) => ({
  measuredAt: async () => PERIOD.until,
  async *sheets(from, until) {
    for (const sheet of sheets) if ((from === null || sheet.day >= from) && sheet.day < until) yield sheet;
  },
});

/** The uplifts that the scorecards report; null where they report none. */
export const upliftsOf = async (sheets) => {
  const crossSell = await crossSellScorecardFor(QUESTION, heldSheets(sheets));
  const personal = await personalisationScorecardFor(QUESTION, heldSheets(sheets));
  return {
    perOrder: crossSell.uplift,
    perVisit: crossSell.upliftPerVisit,
    value: personal.lifetimeValueUplift,
    repeat: personal.repeatPurchaseUplift,
  };
};

const revenueOf = ({ lines }) => lines.reduce((sum, { quantity, unitPriceMinor }) => sum + quantity * unitPriceMinor, 0);
const isJudged = (at) => at >= PERIOD.from && at < PERIOD.until;

/** Per unit the revenue and orders of the period, from the facts. */
const spendBy = (orders, unitOf) => {
  const sums = new Map();
  for (const order of orders) {
    if (!isJudged(order.placedAt)) continue;
    const sum = sums.get(unitOf(order)) ?? { value: 0, count: 0 };
    sums.set(unitOf(order), { value: sum.value + revenueOf(order), count: sum.count + 1 });
  }
  return sums;
};

const sample = (values, size) => ({ values, zeros: size - values.length });
const wholeSample = (values) => sample(values, values.length);

const armsOf = (make) => Object.fromEntries(ARMS.map((arm) => [arm, make(arm)]));

/** The same values by arm that the scorecards compare: what each unit spent, and how many more spent nothing. */
export const samplesOf = ({ orders, visitExposures, customerExposures }) => {
  const visits = spendBy(orders, ({ sessionId }) => sessionId);
  const customers = spendBy(orders, ({ customerId }) => customerId);
  const units = (exposures, arm) => [...exposures.values()].filter((exposure) => exposure.arm === arm);
  const spent = (spend, exposures) => exposures.flatMap(({ unitId }) => spend.get(unitId) ?? []);
  return {
    perOrder: armsOf((arm) => wholeSample(linearised(spent(visits, units(visitExposures, arm))))),
    perVisit: armsOf((arm) => {
      const judged = units(visitExposures, arm).filter(({ at }) => isJudged(at));
      return sample(spent(visits, judged).map(({ value }) => value), judged.length);
    }),
    value: armsOf((arm) => {
      const exposed = units(customerExposures, arm);
      return sample(spent(customers, exposed).map(({ value }) => value), exposed.length);
    }),
  };
};
