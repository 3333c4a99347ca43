import type { Interaction } from '../../src/domain/facts/interaction.js';
import type { Order } from '../../src/domain/facts/order.js';
import type { DaySheets, MeasuredFacts, ServingLog } from '../../src/domain/measurement/measured-facts.js';
import { rollUp } from '../../src/domain/measurement/roll-up.js';
import type { ShopLog } from './naive-attribution.js';

const DAY = 86_400_000;

/** The longest attribution window of any test. */
const LONGEST_WINDOW_DAYS = 7;

/** One thing that a shop tells. */
export type Told = { readonly [K in keyof ShopLog]: { readonly about: K; readonly fact: ShopLog[K][number] } }[keyof ShopLog];

/** Where what is told is kept, and what sheets are made from and kept in. */
export interface ToldShop {
  readonly facts: {
    recordOrders(orders: readonly Order[]): Promise<unknown>;
    recordInteractions(interactions: readonly Interaction[]): Promise<unknown>;
  };
  readonly servingLog: ServingLog;
  readonly measured: MeasuredFacts;
  readonly sheets: DaySheets;
}

/** Everything of a log, one by one. */
export const allOf = (log: ShopLog): readonly Told[] => [
  ...log.orders.map((fact): Told => ({ about: 'orders', fact })),
  ...log.interactions.map((fact): Told => ({ about: 'interactions', fact })),
  ...log.pages.map((fact): Told => ({ about: 'pages', fact })),
  ...log.exposures.map((fact): Told => ({ about: 'exposures', fact })),
];

/** Records everything in the sequence given, in calls of so many at once. */
export const tell = async ({ facts, servingLog }: ToldShop, told: readonly Told[], atOnce: number): Promise<void> => {
  for (let from = 0; from < told.length; from += atOnce) {
    const part = told.slice(from, from + atOnce);
    const orders = part.flatMap((one) => (one.about === 'orders' ? [one.fact] : []));
    const interactions = part.flatMap((one) => (one.about === 'interactions' ? [one.fact] : []));
    const pages = part.flatMap((one) => (one.about === 'pages' ? [one.fact] : []));
    const exposures = part.flatMap((one) => (one.about === 'exposures' ? [one.fact] : []));
    if (orders.length > 0) await facts.recordOrders(orders);
    if (interactions.length > 0) await facts.recordInteractions(interactions);
    if (pages.length > 0) await servingLog.recordServed(pages);
    if (exposures.length > 0) await servingLog.recordExposures(exposures);
  }
};

/** Rolls a shop up as learning does. */
export const rollUpShop = async ({ measured, sheets }: ToldShop, windowDays: number, now: Date): Promise<{ readonly days: number }> =>
  rollUp({ measured, sheets, now, windowDays });

/** Whether the day of an effect is looked at again when something of this instant is noted: its own day and those of the window after it are. Nothing bears upon what was done before. */
const isTooLate = (at: Date, effect: Date, windowDays: number): boolean =>
  Math.floor(effect.getTime() / DAY) > Math.floor(at.getTime() / DAY) + windowDays;

/** Everything that what a server noted may bear upon: what names a list, and the orders that follow. */
const effectsOf = ({ orders, interactions }: ShopLog, { about, fact }: Told, windowDays: number): readonly Date[] => {
  if (about === 'pages') {
    const acts = interactions.filter(({ recommendationId }) => recommendationId === fact.recommendationId).map(({ at }) => at);
    const follows = (placedAt: Date): boolean => acts.some((at) => at <= placedAt && placedAt.getTime() <= at.getTime() + windowDays * DAY);
    const isNamed = ({ lines }: Order): boolean => lines.some(({ recommendationId }) => recommendationId === fact.recommendationId);
    return [...acts, ...orders.filter((order) => isNamed(order) || follows(order.placedAt)).map(({ placedAt }) => placedAt)];
  }
  if (about === 'exposures') return orders.filter(({ customerId, sessionId }) => fact.unitId === (fact.lane === 'CROSS_SELL' ? sessionId : customerId)).map(({ placedAt }) => placedAt);
  return [];
};

const instantOf = ({ about, fact }: Told): Date | null => (about === 'pages' ? fact.servedAt : about === 'exposures' ? fact.at : null);

/**
 * The same sequence, but what a server notes itself, at once, comes before what it bears upon many days later: orders and interactions come
 * when they please, but no server notes today what it served weeks ago.
 */
export const inTurn = (log: ShopLog, told: readonly Told[], windowDays: number, noted: readonly Told['about'][] = ['pages', 'exposures']): readonly Told[] => {
  const isNotedFirst = (one: Told): boolean => {
    const at = instantOf(one);
    return noted.includes(one.about) && at !== null && effectsOf(log, one, LONGEST_WINDOW_DAYS).some((effect) => isTooLate(at, effect, windowDays));
  };
  return [...told.filter(isNotedFirst), ...told.filter((one) => !isNotedFirst(one))];
};
