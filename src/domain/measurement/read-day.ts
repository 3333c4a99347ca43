import type { Interaction } from '../facts/interaction.js';
import type { Order } from '../facts/order.js';
import { daysAfter, startOf } from './day.js';
import type { DayFacts } from './day-sheet-of.js';
import type { MeasuredFacts } from './measured-facts.js';
import { standingOn } from './order-rows.js';
import type { TouchWindow } from './touch-window.js';
import type { Touch, Touches } from './touch.js';

/** Most ids that are asked for together. */
const MOST_IDS = 1000;

const collected = async <T>(stream: AsyncIterable<T>): Promise<readonly T[]> => {
  const things: T[] = [];
  for await (const thing of stream) things.push(thing);
  return things;
};

/** Looks up many ids, so many at a time. */
const lookedUp = async <T>(ids: Iterable<string | null>, find: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>): Promise<ReadonlyMap<string, T>> => {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const found = new Map<string, T>();
  for (let from = 0; from < wanted.length; from += MOST_IDS) {
    for (const [id, thing] of await find(wanted.slice(from, from + MOST_IDS))) found.set(id, thing);
  }
  return found;
};

function* listsTouched(orders: readonly Order[], touches: Touches): Generator<string> {
  const seen = new Set<readonly Touch[]>();
  for (const order of orders) {
    for (const { productId } of order.lines) {
      for (const own of touches.of(productId, order)) {
        if (!seen.has(own)) yield* own.map(({ recommendationId }) => recommendationId);
        seen.add(own);
      }
    }
  }
}

function* listsNamed(orders: readonly Order[], acts: readonly Interaction[], touches: Touches): Generator<string | null> {
  for (const { recommendationId } of acts) yield recommendationId;
  for (const { lines } of orders) for (const { recommendationId } of lines) yield recommendationId;
  yield* listsTouched(orders, touches);
}

/** Reads all that the sheet of a day depends on; the window moves on to that day. What does not wait for each other is read side by side. */
export const readDay = async (day: string, window: TouchWindow, measured: MeasuredFacts, windowDays: number): Promise<DayFacts> => {
  const [from, until] = [startOf(day), startOf(daysAfter(day, 1))];
  const [acts, placed, newlyExposed] = await Promise.all([
    window.enter(day),
    collected(measured.completedOrders(from, until)),
    collected(measured.exposures(from, until)),
  ]);
  const { touches } = window;
  const orders = standingOn(day, placed);
  const [lists, visitExposures, customerExposures] = await Promise.all([
    lookedUp(listsNamed(orders, acts, touches), (ids) => measured.knownLists(ids)),
    lookedUp(orders.map(({ sessionId }) => sessionId), (ids) => measured.exposuresOf('CROSS_SELL', ids)),
    lookedUp(orders.map(({ customerId }) => customerId), (ids) => measured.exposuresOf('PERSONALISATION', ids)),
  ]);
  return { day, orders, touches, acts, lists, visitExposures, customerExposures, newlyExposed, windowDays };
};
