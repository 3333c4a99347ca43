import fc from 'fast-check';
import { INTERACTION_KINDS, type Interaction } from '../../src/domain/facts/interaction.js';
import type { Order } from '../../src/domain/facts/order.js';
import type { Exposure } from '../../src/domain/measurement/exposure.js';
import type { Period, ScorecardQuestion } from '../../src/domain/measurement/scorecard.js';
import type { ServedPage } from '../../src/domain/measurement/served-page.js';
import { SOURCES } from '../../src/domain/ranking/candidate.js';
import { anInteraction, anOrder } from './builders.js';
import type { ShopLog } from './naive-attribution.js';

const DAY = 86_400_000;
const MINUTE = 60_000;
const START = Date.UTC(2026, 1, 20);
/** Of which a few are around the period, and a few so late that retention can be judged. */
const DAYS = 40;

const CUSTOMERS = ['ann', 'bob', 'cat'];
const VISITS = ['v0', 'v1', 'v2', 'v3', 'v4'];
const PRODUCTS = ['p0', 'p1', 'p2', 'p3', 'p4'];
const LISTS = ['l0', 'l1', 'l2', 'l3', 'l4', 'l5'];
const PLACEMENTS = { CROSS_SELL: ['PRODUCT_PAGE', 'BASKET'], PERSONALISATION: ['HOME', 'CATEGORY'] } as const;

const customerId = fc.option(fc.constantFrom(...CUSTOMERS), { freq: 4 });
const sessionId = fc.option(fc.constantFrom(...VISITS), { freq: 4 });
const productId = fc.constantFrom(...PRODUCTS);
const listId = fc.option(fc.constantFrom(...LISTS, 'unknown'), { freq: 5 });
const currencyCode = fc.constantFrom('GBP', 'GBP', 'EUR');

/** Instants that meet the edges of days often. */
const instant = fc
  .tuple(fc.oneof({ weight: 9, arbitrary: fc.nat(DAYS - 1) }, { weight: 1, arbitrary: fc.integer({ min: DAYS, max: 130 }) }), fc.constantFrom(0, 1, 10 * 60 * MINUTE, DAY - 2 * MINUTE, DAY - 1))
  .map(([day, ofDay]) => new Date(START + day * DAY + ofDay));

const lines = fc.array(
  fc.record({ productId, quantity: fc.integer({ min: 1, max: 3 }), unitPriceMinor: fc.constantFrom(0, 1, 99, 250, 1000), recommendationId: listId }),
  { minLength: 1, maxLength: 4 },
);

const orderState = fc.record({
  customerId,
  sessionId,
  placedAt: instant,
  status: fc.constantFrom<Order['status'][]>('COMPLETED', 'COMPLETED', 'COMPLETED', 'CANCELLED'),
  currencyCode,
  lines,
});

/** An order and what became of it: mostly only its state or lines changed, seldom whose it is and when it was placed. */
const orderHistory = fc
  .record({ first: orderState, moved: fc.array(orderState, { maxLength: 1 }), changed: fc.array(fc.record({ status: orderState.map(({ status }) => status), lines }), { maxLength: 2 }), isMoved: fc.nat(3) })
  .map(({ first, moved, changed, isMoved }) => [first, ...changed.map((change) => ({ ...first, ...change })), ...(isMoved === 0 ? moved : [])]);

const ordersOf = (histories: readonly (readonly Omit<Order, 'id' | 'updatedAt'>[])[]): readonly Order[] =>
  histories.flatMap((states, at) =>
    states.map((state, version) => anOrder(`o${at}`, [], { ...state, updatedAt: new Date(START + 200 * DAY + version * MINUTE) })),
  );

/** Around the edges of the attribution window, of the clock skew that is borne, and of the order's own instant. */
const offsets = (windowDays: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constantFrom(0, 1, -1, -90 * MINUTE, 5 * MINUTE, 5 * MINUTE + 1),
    fc.constantFrom(-windowDays * DAY, -windowDays * DAY - 1, -windowDays * DAY + 1, -(windowDays + 1) * DAY - 1, -(windowDays - 1) * DAY),
  );

const near = (times: readonly Date[], windowDays: number): fc.Arbitrary<Date> =>
  times.length === 0
    ? instant
    : fc.oneof(instant, fc.tuple(fc.constantFrom(...times), offsets(windowDays)).map(([time, offset]) => new Date(time.getTime() + offset)));

const withoutId = ({ id: _, ...interaction }: Interaction): Omit<Interaction, 'id'> => interaction;

const act = (times: readonly Date[], windowDays: number) =>
  fc
    .record({
      kind: fc.constantFrom(...INTERACTION_KINDS, 'CLICK', 'CLICK', 'IMPRESSION', 'ADD_TO_BASKET'),
      customerId,
      sessionId,
      productId,
      at: near(times, windowDays),
      recommendationId: listId,
    })
    .map(({ kind, ...about }): Omit<Interaction, 'id'> => {
      const whole = withoutId(anInteraction('', about.productId, { ...about, kind, slot: about.recommendationId === null ? null : 1 }));
      const owned = whole.customerId === null && whole.sessionId === null ? { ...whole, sessionId: 'v0' } : whole;
      return kind === 'SEARCH' ? { ...owned, productId: null, query: 'lamp' } : owned;
    });

/** What an order's own visitor did before it with what they bought: this is what attribution is about, and chance alone meets it seldom. */
const ownTouches = (orders: readonly Order[], windowDays: number): fc.Arbitrary<readonly Omit<Interaction, 'id'>[]> =>
  fc
    .record({
      order: fc.constantFrom(...orders),
      offset: offsets(windowDays),
      kind: fc.constantFrom('CLICK', 'ADD_TO_BASKET'),
      lists: fc.array(fc.constantFrom(...LISTS), { minLength: 1, maxLength: 2 }),
      line: fc.nat(3),
      who: fc.nat(3),
      other: fc.constantFrom(...CUSTOMERS),
    })
    .map(({ order, offset, kind, lists, line, who, other }) => {
      const bought = order.lines[line % order.lines.length]?.productId ?? 'p0';
      const whose = { customerId: who === 0 ? null : who === 3 ? other : order.customerId, sessionId: who === 1 ? null : order.sessionId };
      const owned = whose.customerId === null && whose.sessionId === null ? { ...whose, sessionId: 'v0' } : whose;
      const at = new Date(order.placedAt.getTime() + offset);
      return lists.map((recommendationId) => withoutId(anInteraction('', bought, { ...owned, kind, recommendationId, slot: 1, at })));
    });

const listOf = (recommendationId: string, times: readonly Date[], windowDays: number): fc.Arbitrary<readonly ServedPage[]> =>
  fc
    .record({
      lane: fc.constantFrom('CROSS_SELL', 'PERSONALISATION'),
      place: fc.nat(1),
      customerId: fc.option(fc.constantFrom(...CUSTOMERS), { freq: 2 }),
      products: fc.shuffledSubarray(PRODUCTS, { minLength: 2 }),
      sources: fc.array(fc.constantFrom(...SOURCES), { minLength: 5, maxLength: 5 }),
      pages: fc.array(fc.record({ at: near(times, windowDays), part: fc.constantFrom('first', 'second', 'whole') }), { minLength: 1, maxLength: 4 }),
    })
    .map(({ lane, place, products, pages, ...list }) => {
      const [anchor = '', ...shown] = products;
      const anchorIds = lane === 'CROSS_SELL' ? [anchor, ...(products.length < 5 ? PRODUCTS.filter((id) => !products.includes(id)).slice(0, 1) : [])] : [];
      const half = Math.ceil(shown.length / 2);
      return pages.map(({ at, part }): ServedPage => {
        const isSecond = part === 'second' && half < shown.length;
        const firstSlot = isSecond ? half + 1 : 1;
        const productIds = isSecond ? shown.slice(half) : part === 'first' ? shown.slice(0, half) : shown;
        const sources = list.sources.slice(firstSlot - 1, firstSlot - 1 + productIds.length);
        return { recommendationId, lane, placement: PLACEMENTS[lane][place] ?? '', customerId: list.customerId, anchorIds, firstSlot, productIds, sources, servedAt: at };
      });
    });

const exposure = (times: readonly Date[]): fc.Arbitrary<Exposure> =>
  fc.tuple(fc.constantFrom('CROSS_SELL', 'PERSONALISATION'), fc.nat(4), fc.constantFrom('TREATMENT', 'HOLDOUT'), near(times, 1)).map(([lane, unit, arm, at]) => ({
    lane,
    unitId: (lane === 'CROSS_SELL' ? VISITS : CUSTOMERS)[unit] ?? 'ann',
    arm,
    at,
  }));

/** What happened in a small shop: few products, customers and visits, so that they meet often. */
export const someLog = (windowDays: number): fc.Arbitrary<ShopLog> =>
  fc.array(orderHistory, { maxLength: 12 }).chain((histories) => {
    const orders = ordersOf(histories);
    const times = orders.map(({ placedAt }) => placedAt);
    const touches = orders.length === 0 ? fc.constant([]) : fc.array(ownTouches(orders, windowDays), { maxLength: 14 }).map((all) => all.flat());
    return fc.record({
      orders: fc.constant(orders),
      interactions: fc
        .tuple(fc.array(act(times, windowDays), { maxLength: 20 }), touches)
        .map((both) => both.flat().map((one, at): Interaction => ({ ...one, id: `i${at}` }))),
      pages: fc.tuple(...LISTS.map((id) => listOf(id, times, windowDays))).map((pages) => pages.flat()),
      exposures: fc.array(exposure(times), { maxLength: 12 }),
    });
  });

/** Whole days around most of what happens. */
const somePeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: -2, max: DAYS }), fc.integer({ min: 1, max: 30 }))
  .map(([first, days]) => ({ from: new Date(START + first * DAY), until: new Date(START + (first + days) * DAY) }));

/** A question about one lane. */
export const someQuestion = (lane: keyof typeof PLACEMENTS): fc.Arbitrary<ScorecardQuestion> =>
  fc.record({
    period: somePeriod,
    placement: fc.option(fc.constantFrom(...PLACEMENTS[lane]), { freq: 2 }),
    currencyCode: fc.option(fc.constantFrom('GBP', 'EUR', 'USD'), { freq: 2 }),
  });
