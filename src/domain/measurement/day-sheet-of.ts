import type { Interaction } from '../facts/interaction.js';
import type { Order } from '../facts/order.js';
import { activityOf } from './activity.js';
import { crediting, type KnownLists } from './credit.js';
import type { DaySheet } from './day-sheet.js';
import { dayOf } from './day.js';
import { exposedRowsOf } from './exposed-rows.js';
import type { Exposure } from './exposure.js';
import { inRowOrder, orderRowOf, type Parts, standingOn } from './order-rows.js';
import type { Touches } from './touch.js';

/** Everything that a day's sheet depends on, in any order and with repeats. */
export interface DayFacts extends Parts {
  /** `2026-11-21`. */
  readonly day: string;
  /** Orders; those of other days and cancelled ones are left out. */
  readonly orders: Iterable<Order>;
  /** Touches of the day and of the attribution window before it. */
  readonly touches: Touches;
  /** Interactions that name a list and a product; those of other days are left out. */
  readonly acts: readonly Interaction[];
  /** What is known of the lists that orders, touches and acts name. */
  readonly lists: KnownLists;
  /** Exposures that are their units' earliest; those of other days are left out. */
  readonly newlyExposed: readonly Exposure[];
  readonly windowDays: number;
}

/** The sheet of one day: it depends on the facts and on nothing else, neither on their order nor on how often they came. */
export const daySheetOf = (facts: DayFacts): DaySheet => {
  const { day, touches, lists, windowDays } = facts;
  const isOfDay = ({ at }: { readonly at: Date }): boolean => dayOf(at) === day;
  const creditsOf = crediting(touches, lists, windowDays);
  const rows = standingOn(day, facts.orders).map((order) => orderRowOf(order, creditsOf(order), facts));
  return {
    day,
    orders: inRowOrder(rows),
    ...activityOf(facts.acts.filter(isOfDay), lists),
    exposed: exposedRowsOf(facts.newlyExposed.filter(isOfDay)),
  };
};
