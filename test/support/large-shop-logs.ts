import type { MeasurementArm } from '../../src/domain/measurement/arm.js';
import type { Exposure } from '../../src/domain/measurement/exposure.js';
import type { Order } from '../../src/domain/facts/order.js';
import { anInteraction, anOrder } from './builders.js';
import type { ShopLog } from './naive-attribution.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 2, 2);
const SIZE = 420;
const ORDERS = 1200;

/** Fair numbers in [0, 1) that are the same for the same seed. Source: mulberry32 by Tommy Ettinger (public domain). */
const numbersOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** A shop that is large enough for uplifts: over a hundred visits and customers in each arm, some of them with several orders, before and after they began. The share that is held out is that of the day, counted from 0. */
export const largeLog = (seed: number, shareOn: (day: number) => number = () => 0.5): ShopLog => {
  const next = numbersOf(seed);
  const whole = (below: number): number => Math.floor(next() * below);
  const armOn = (day: number): MeasurementArm => (next() < shareOn(day) ? 'HOLDOUT' : 'TREATMENT');
  const instant = (): Date => new Date(START + whole(28 * DAY));
  const exposure = (lane: Exposure['lane'], unitId: string): readonly Exposure[] => {
    const taken = (): Exposure => {
      const at = instant();
      return { lane, unitId, arm: armOn((at.getTime() - START) / DAY), at };
    };
    const first = taken();
    return next() < 0.1 ? [first, taken()] : next() < 0.1 ? [] : [first];
  };
  const order = (_: unknown, at: number): Order => {
    const placedAt = instant();
    const lines = Array.from({ length: 1 + whole(3) }, () => ({
      ...{ productId: `p${whole(6)}`, quantity: 1 + whole(4), unitPriceMinor: whole(5000) },
      recommendationId: next() < 0.2 ? `l${whole(3)}` : null,
    }));
    return anOrder(`o${at}`, [], {
      ...{ placedAt, updatedAt: placedAt, lines },
      customerId: next() < 0.1 ? null : `c${whole(SIZE)}`,
      sessionId: next() < 0.1 ? null : `v${whole(SIZE)}`,
      currencyCode: next() < 0.1 ? 'EUR' : 'GBP',
      status: next() < 0.05 ? 'CANCELLED' : 'COMPLETED',
    });
  };
  return {
    orders: Array.from({ length: ORDERS }, order),
    interactions: Array.from({ length: 24 }, (_, at) =>
      anInteraction(`i${at}`, `p${whole(6)}`, { kind: 'CLICK', customerId: `c${whole(SIZE)}`, sessionId: `v${whole(SIZE)}`, recommendationId: `l${whole(3)}`, at: instant() }),
    ),
    pages: ['CROSS_SELL', 'PERSONALISATION', 'CROSS_SELL'].map((lane, at) => ({
      recommendationId: `l${at}`,
      lane: lane === 'CROSS_SELL' ? 'CROSS_SELL' : 'PERSONALISATION',
      placement: lane === 'CROSS_SELL' ? 'BASKET' : 'HOME',
      customerId: null,
      anchorIds: lane === 'CROSS_SELL' ? ['p5'] : [],
      firstSlot: 1,
      productIds: ['p0', 'p1', 'p2'],
      sources: ['RULE', 'CO_PURCHASE', 'POPULAR'],
      servedAt: new Date(START + 7 * DAY),
    })),
    exposures: Array.from({ length: SIZE }, (_, at) => [...exposure('CROSS_SELL', `v${at}`), ...exposure('PERSONALISATION', `c${at}`)]).flat(),
  };
};

/** A period within which most of it happens. */
export const LARGE_PERIOD = { from: new Date(START + 3 * DAY), until: new Date(START + 26 * DAY) };

/** A share that changes, so that units before and after cannot be compared; from `AFTER_CHANGE` on all is well. */
export const changingShare = (day: number): number => (day < 10 ? 0.1 : 0.5);

/** A period that begins with the change. */
export const AFTER_CHANGE = { from: new Date(START + 10 * DAY), until: new Date(START + 28 * DAY) };
