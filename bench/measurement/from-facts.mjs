// The alternatives to sheets that are kept: the same figures computed from the facts for each question, and the least that any scan of the facts must do.
import { built } from '../built.mjs';

const { rollUp } = await built('domain/measurement/roll-up.js');

/** Sheets that are made while they are read, from the facts, and forgotten: what a scorecard says is the same. */
export const sheetsFromFacts = (measured, windowDays) => ({
  measuredAt: async () => new Date(),
  async *sheets(from, until) {
    const made = [];
    const wanted = async () => (await measured.dayChanges()).filter(({ day }) => (from === null || day >= from) && day < until);
    await rollUp({
      measured: { ...measured, dayChanges: wanted },
      sheets: { bases: async () => new Map(), put: async (sheet) => made.push(sheet), noteMeasured: async () => undefined },
      now: new Date(),
      windowDays,
    });
    yield* made;
  },
});

/** Reads the orders of a period and adds up what they are worth, and no more. */
export const addUpOrders = async (measured, { from, until }) => {
  let [orders, revenueMinor] = [0, 0];
  for await (const { lines } of measured.completedOrders(from, until)) {
    orders += 1;
    for (const { quantity, unitPriceMinor } of lines) revenueMinor += quantity * unitPriceMinor;
  }
  return { orders, revenueMinor };
};
