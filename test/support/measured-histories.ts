import fc from 'fast-check';
import type { Interaction } from '../../src/domain/facts/interaction.js';
import type { Order } from '../../src/domain/facts/order.js';
import type { DaySheet } from '../../src/domain/measurement/day-sheet.js';
import type { Exposure } from '../../src/domain/measurement/exposure.js';
import { rollUp } from '../../src/domain/measurement/roll-up.js';
import type { ServedPage } from '../../src/domain/measurement/served-page.js';
import { anOrder, NOW } from './builders.js';
import { InMemoryMeasured } from './in-memory-measured.js';
import { aClick, aServedPage } from './served-lists.js';

/** One thing that happens in a shop whose success is measured. */
export type MeasuredEvent =
  | { readonly order: Order }
  | { readonly act: Interaction }
  | { readonly page: ServedPage }
  | { readonly exposure: Exposure };

const FIRST = Date.UTC(2026, 10, 10);
const HOUR = 3_600_000;
const DAYS = 4;

/** The attribution window of these histories; none of them is longer. */
export const WINDOW_DAYS = 4;

const instant = fc
  .tuple(fc.nat(DAYS - 1), fc.constantFrom(0, 1, 9 * HOUR, 24 * HOUR - 1))
  .map(([day, ofDay]) => new Date(FIRST + day * 24 * HOUR + ofDay));
const visitor = fc.constantFrom(
  { customerId: 'ann', sessionId: 'v1' },
  { customerId: 'bob', sessionId: 'v2' },
  { customerId: 'ann', sessionId: null },
  { customerId: null, sessionId: 'v1' },
);
const productId = fc.constantFrom('mug', 'tea');
const listId = fc.constantFrom('l1', 'l2', 'anns', 'unknown');

const PAGES: readonly ServedPage[] = [
  aServedPage('l1', ['mug'], { servedAt: new Date(FIRST) }),
  aServedPage('l1', ['tea'], { servedAt: new Date(FIRST + 1), firstSlot: 2, sources: ['POPULAR'] }),
  aServedPage('l2', ['tea', 'mug'], { servedAt: new Date(FIRST), placement: 'BASKET', sources: ['PINNED', 'RULE'] }),
  aServedPage('anns', ['mug'], { servedAt: new Date(FIRST), customerId: 'ann', lane: 'PERSONALISATION', placement: 'HOME', anchorIds: [], sources: ['BUY_AGAIN'] }),
];

const lines = fc.array(
  fc.record({ productId, quantity: fc.integer({ min: 1, max: 2 }), unitPriceMinor: fc.constantFrom(100, 250), recommendationId: fc.option(listId, { freq: 2 }) }),
  { minLength: 1, maxLength: 2 },
);
const orderState = fc.record({ placedAt: instant, status: fc.constantFrom<Order['status'][]>('COMPLETED', 'COMPLETED', 'CANCELLED'), lines });

const ordersOf = (id: string): fc.Arbitrary<readonly MeasuredEvent[]> =>
  fc.tuple(visitor, fc.array(orderState, { minLength: 1, maxLength: 3 })).map(([who, states]) =>
    states.map((state, version) => ({ order: anOrder(id, [], { ...who, ...state, updatedAt: new Date(NOW.getTime() + version) }) })),
  );

const acts = fc
  .array(fc.tuple(visitor, fc.record({ kind: fc.constantFrom<Interaction['kind'][]>('CLICK', 'ADD_TO_BASKET', 'IMPRESSION'), at: instant }), productId, listId), { maxLength: 5 })
  .map((some) => some.map(([who, what, product, list], index): MeasuredEvent => ({ act: aClick(`i${index}`, product, list, { ...who, ...what }) })));

const exposures = fc
  .array(
    fc.record({
      unit: fc.constantFrom({ lane: 'CROSS_SELL' as const, unitId: 'v1' }, { lane: 'PERSONALISATION' as const, unitId: 'ann' }),
      arm: fc.constantFrom('TREATMENT' as const, 'HOLDOUT' as const),
      at: instant,
    }),
    { maxLength: 3 },
  )
  .map((some) => some.map(({ unit, arm, at }): MeasuredEvent => ({ exposure: { ...unit, arm, at } })));

/** A few days of a small shop, every version of every order on its own, in the order in which nothing is late. */
export const someHistory: fc.Arbitrary<readonly MeasuredEvent[]> = fc
  .tuple(ordersOf('o1'), ordersOf('o2'), ordersOf('o3'), acts, exposures)
  .map(([first, second, third, ...others]) => [...PAGES.map((page) => ({ page })), ...others.flat(), ...first, ...second, ...third]);

/** Records one event. */
export const record = async (measured: InMemoryMeasured, event: MeasuredEvent): Promise<void> => {
  if ('order' in event) await measured.recordOrders([event.order]);
  else if ('act' in event) await measured.recordInteractions([event.act]);
  else if ('page' in event) await measured.recordServed([event.page]);
  else await measured.recordExposures([event.exposure]);
};

/** Sheets by day, but for those that say nothing. */
export const sayings = ({ kept }: InMemoryMeasured): ReadonlyMap<string, DaySheet> =>
  new Map(
    [...kept.values()]
      .map(({ sheet }) => sheet)
      .filter(({ orders, activity, lists, exposed }) => orders.length + activity.length + lists.length + exposed.length > 0)
      .toSorted((a, b) => (a.day < b.day ? -1 : 1))
      .map((sheet) => [sheet.day, sheet]),
  );

const isLatest = (event: MeasuredEvent, events: readonly MeasuredEvent[]): boolean =>
  !('order' in event) || !events.some((other) => 'order' in other && other.order.id === event.order.id && other.order.updatedAt > event.order.updatedAt);

/** What one roll-up says of the facts as they stand after these events, as if nothing had ever been otherwise. */
export const rolledUpOnce = async (events: readonly MeasuredEvent[], windowDays = WINDOW_DAYS): Promise<ReadonlyMap<string, DaySheet>> => {
  const measured = new InMemoryMeasured();
  for (const event of events) if (isLatest(event, events)) await record(measured, event);
  await rollUp({ measured, sheets: measured, now: NOW, windowDays });
  return sayings(measured);
};
