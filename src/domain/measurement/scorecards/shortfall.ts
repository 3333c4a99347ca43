import type { MeasurementArm } from '../arm.js';
import type { ByArm } from './arms.js';

/** Below this many units in an arm there is no uplift: one large order decides what the arm is worth. */
export const ENOUGH_UNITS = 100;

/**
 * Below this many units with an order in an arm there is no uplift in money: a handful of baskets is no sample. From here on the interval holds the
 * truth in 93 to 98 % of comparisons, whatever share is held out (bench/measurement/minimum.mjs).
 */
export const ENOUGH_BUYERS = 10;

/** Why nothing is compared where the arms differ by when their units began. */
export const SHARE_CHANGED = 'The share that is held out changed in this time: ask for a period after the change';

/** Whose orders a lane is judged by: those of guests are nobody's relationship. */
export type JudgedOrders = 'orders' | 'orders of known customers';

/** Why nothing is judged in a period that has none of them. */
export const withoutOrders = (whose: JudgedOrders): string => `There are no completed ${whose} in this period`;

/** What is counted, in the singular and the plural: "visit with an order", "visits with an order". */
export interface UnitName {
  readonly one: string;
  readonly many: string;
}

/** Units of the comparisons. */
export const VISITS: UnitName = { one: 'visit', many: 'visits' };
export const ORDERS: UnitName = { one: 'order', many: 'orders' };
export const CUSTOMERS: UnitName = { one: 'customer', many: 'customers' };

/** Those of them that ordered. */
export const BUYING_VISITS: UnitName = { one: 'visit with an order', many: 'visits with an order' };
export const BUYING_CUSTOMERS: UnitName = { one: 'customer with an order', many: 'customers with an order' };

const ARM_WORDS: ByArm<string> = { TREATMENT: 'treatment', HOLDOUT: 'holdout' };

/** The smaller arm is the one to wait for. */
const ARMS: readonly MeasurementArm[] = ['HOLDOUT', 'TREATMENT'];

/** "3 visits are in the holdout, at least 100 are needed"; null when both arms have enough. */
export const tooFew = (counts: ByArm<number>, name: UnitName, least: number): string | null => {
  const arm = ARMS.find((side) => counts[side] < least);
  if (arm === undefined) return null;
  const count = counts[arm];
  return `${String(count)} ${count === 1 ? `${name.one} is` : `${name.many} are`} in the ${ARM_WORDS[arm]}, at least ${String(least)} are needed`;
};

/** Where the orders or customers of an arm are all worth the same; null when both arms vary. */
export const nothingVaries = (variances: ByArm<number>, name: UnitName): string | null => {
  const arm = ARMS.find((side) => variances[side] === 0);
  return arm === undefined ? null : `All ${name.many} in the ${ARM_WORDS[arm]} are worth the same, so nothing can be told from chance`;
};
