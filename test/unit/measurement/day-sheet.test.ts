import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/domain/learning/fingerprint.js';
import { type DayFacts, daySheetOf } from '../../../src/domain/measurement/day-sheet-of.js';
import type { Exposure } from '../../../src/domain/measurement/exposure.js';
import { knownListsOf } from '../../../src/domain/measurement/known-list.js';
import { indexTouches } from '../../../src/domain/measurement/touch-index.js';
import { anOrder } from '../../support/builders.js';
import { shuffledWithRepeats } from '../../support/random-shops.js';
import { aClick, aServedPage, knownAs } from '../../support/served-lists.js';

const DAY = '2026-11-10';
const at = (time: string): Date => new Date(`2026-11-${time}Z`);

const LISTS = knownAs(
  [aServedPage('l1', ['mug', 'tea'], { sources: ['PINNED', 'POPULAR'] })],
  [aServedPage('l2', ['mug'])],
  [aServedPage('anns', ['mug'], { lane: 'PERSONALISATION', placement: 'HOME', customerId: 'ann', anchorIds: [], sources: ['BUY_AGAIN'] })],
);

const exposure = (unitId: string, changes: Partial<Exposure> = {}): Exposure => ({ lane: 'CROSS_SELL', unitId, arm: 'TREATMENT', at: at('10T08:00:00'), ...changes });

const sheetOf = (facts: Partial<DayFacts>) =>
  daySheetOf({
    day: DAY,
    orders: [],
    touches: indexTouches(facts.acts ?? []),
    acts: [],
    lists: LISTS,
    visitExposures: new Map(),
    customerExposures: new Map(),
    newlyExposed: [],
    windowDays: 7,
    ...facts,
  });

const order = (id: string, changes: Parameters<typeof anOrder>[2] = {}) => anOrder(id, ['mug'], { customerId: 'ann', sessionId: 'v1', ...changes });

describe('the orders of a day sheet', () => {
  it('say what was bought, by numbers that stand for customer and visit, and what lists led to', () => {
    const bought = order('o1', {
      lines: [
        { productId: 'tea', quantity: 3, unitPriceMinor: 250, recommendationId: 'l1' },
        { productId: 'pan', quantity: 1, unitPriceMinor: 4000, recommendationId: null },
      ],
    });
    expect(sheetOf({ orders: [bought] }).orders).toEqual([
      {
        customer: fingerprint('customer ann'),
        visit: fingerprint('visit v1'),
        placedAt: at('10T10:00:00'),
        currencyCode: 'GBP',
        revenueMinor: 4750,
        units: 4,
        crossSell: null,
        personalisation: null,
        credits: [{ lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', source: 'POPULAR', anchorId: 'anchor', productId: 'tea', units: 3, revenueMinor: 750 }],
      },
    ]);
  });

  it('leave out what is cancelled, and what is of another day', () => {
    expect(
      sheetOf({
        orders: [
          order('cancelled', { status: 'CANCELLED' }),
          order('a millisecond early', { placedAt: at('09T23:59:59.999') }),
          order('a millisecond late', { placedAt: at('11T00:00:00') }),
        ],
      }).orders,
    ).toEqual([]);
    expect(sheetOf({ orders: [order('first', { placedAt: at('10T00:00:00') }), order('last', { placedAt: at('10T23:59:59.999') })] }).orders).toHaveLength(2);
  });

  it.each([
    ['is cancelled', { status: 'CANCELLED' as const }],
    ['is on another day', { placedAt: at('12T10:00:00') }],
  ])('go by the latest word on an order: one that %s by then is gone', (_, change) => {
    const [first, then] = [order('o1'), order('o1', { ...change, updatedAt: at('20T10:00:00') })];
    for (const orders of [[first, then], [then, first], [first, then, first]]) expect(sheetOf({ orders }).orders).toEqual([]);
  });

  it.each([
    ['at the instant of the order', '10T10:00:00', true],
    ['a millisecond later', '10T10:00:00.001', false],
    ['long before', '01T00:00:00', true],
  ])('know the arms of a visit and a customer who took part since %s, if that is no later than the order', (_, since, counts) => {
    const visitExposures = new Map([['v1', exposure('v1', { at: at(since) })]]);
    const customerExposures = new Map([['ann', exposure('ann', { lane: 'PERSONALISATION', arm: 'HOLDOUT', at: at(since) })]]);
    const [row] = sheetOf({ orders: [order('o1')], visitExposures, customerExposures }).orders;
    expect(row?.crossSell).toEqual(counts ? { arm: 'TREATMENT', at: at(since) } : null);
    expect(row?.personalisation).toEqual(counts ? { arm: 'HOLDOUT', at: at(since) } : null);
  });

  it('hold guests, who have no number, before others of the same instant', () => {
    const orders = [order('o1'), order('o2', { customerId: null, sessionId: null }), order('o3', { placedAt: at('10T09:00:00') })];
    expect(sheetOf({ orders }).orders.map(({ customer, placedAt }) => [customer === null, placedAt.getUTCHours()])).toEqual([[false, 9], [true, 10], [false, 10]]);
  });
});

describe('the activity of a day sheet', () => {
  const click = (id: string, list: string, changes: Parameters<typeof aClick>[3] = {}) => aClick(id, 'mug', list, { customerId: 'ann', sessionId: 'v1', ...changes });

  it('counts impressions, clicks and basket adds by lane, placement and source, and nothing else', () => {
    const kinds = ['IMPRESSION', 'IMPRESSION', 'CLICK', 'ADD_TO_BASKET', 'VIEW', 'REMOVE_FROM_BASKET', 'NOT_INTERESTED'] as const;
    const acts = [...kinds.map((kind, index) => click(String(index), 'l1', { kind })), click('by ann', 'anns')];
    expect(sheetOf({ acts }).activity).toEqual([
      { lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', source: 'PINNED', impressions: 2, clicks: 1, basketAdds: 1 },
      { lane: 'PERSONALISATION', placement: 'HOME', source: 'BUY_AGAIN', impressions: 0, clicks: 1, basketAdds: 0 },
    ]);
  });

  it('counts nothing of lists that are unknown, of somebody else or without the product, nor of other days', () => {
    const acts = [
      click('unknown', 'nobody knows'),
      click('by bob', 'anns', { customerId: 'bob' }),
      click('by nobody known', 'anns', { customerId: null }),
      click('no such product', 'l2', { productId: 'tea' }),
      click('the day before', 'l1', { at: at('09T23:59:59.999') }),
      click('without a list', 'l1', { recommendationId: null }),
      click('without a product', 'l1', { productId: null }),
    ];
    expect(sheetOf({ acts })).toMatchObject({ activity: [], lists: [] });
  });

  it.each([
    ['07:55:00', 1],
    ['07:54:59.999', 0],
  ])('counts what was done at %s with a list that was first served at eight: clocks differ by five minutes at most', (time, count) => {
    const sheet = sheetOf({ acts: [click('early', 'l1', { at: at(`10T${time}`) })] });
    expect([sheet.activity.length, sheet.lists.length]).toEqual([count, count]);
  });

  it('counts nothing that was done with a product before the page that held it was served', () => {
    const second = aServedPage('l1', ['tea'], { firstSlot: 2, servedAt: at('12T08:00:00') });
    const lists = knownListsOf([aServedPage('l1', ['mug']), second]);
    expect(sheetOf({ lists, acts: [click('1', 'l1', { productId: 'tea' })] }).activity).toEqual([]);
    expect(sheetOf({ lists, acts: [click('1', 'l1')] }).activity).toHaveLength(1);
  });

  it('counts a list once per visitor, a visitor being a visit where there is one', () => {
    const acts = [
      click('1', 'l1'),
      click('2', 'l1', { customerId: null }),
      click('3', 'l1', { productId: 'tea', kind: 'IMPRESSION' }),
      click('4', 'l1', { sessionId: 'v2' }),
      click('5', 'l1', { sessionId: null }),
      click('6', 'l2'),
      click('7', 'anns'),
    ];
    expect(sheetOf({ acts }).lists).toEqual([
      { lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', lists: 4 },
      { lane: 'PERSONALISATION', placement: 'HOME', lists: 1 },
    ]);
  });
});

describe('the exposures of a day sheet', () => {
  it('count units by lane and arm, each by the earliest that is known of it', () => {
    const newlyExposed = [
      exposure('v1'),
      exposure('v2', { at: at('10T08:00:01') }),
      exposure('v2', { arm: 'HOLDOUT' }),
      exposure('v3'),
      exposure('ann', { lane: 'PERSONALISATION' }),
      exposure('v4', { at: at('11T00:00:00') }),
    ];
    expect(sheetOf({ newlyExposed }).exposed).toEqual([
      { lane: 'CROSS_SELL', arm: 'HOLDOUT', units: 1 },
      { lane: 'CROSS_SELL', arm: 'TREATMENT', units: 2 },
      { lane: 'PERSONALISATION', arm: 'TREATMENT', units: 1 },
    ]);
  });
});

describe('a day sheet', () => {
  const orders = [
    order('customer-ann-order', { lines: [{ productId: 'mug', quantity: 1, unitPriceMinor: 5, recommendationId: 'l1' }, { productId: 'tea', quantity: 1, unitPriceMinor: 5, recommendationId: null }] }),
    order('alike 1', { customerId: null }),
    order('alike 2', { customerId: null }),
    order('dearer', { customerId: null, lines: [{ productId: 'mug', quantity: 2, unitPriceMinor: 5, recommendationId: 'l2' }] }),
    order('moved', { placedAt: at('10T12:00:00'), updatedAt: at('10T12:00:00') }),
    order('moved', { placedAt: at('10T09:00:00'), updatedAt: at('10T13:00:00') }),
    order('changed', { placedAt: at('10T11:00:00'), customerId: 'bob' }),
  ];
  const acts = ['l1', 'l2', 'anns'].flatMap((list, index) => [
    aClick(`${list} clicked`, 'mug', list, { customerId: 'ann', sessionId: 'v1', at: at(`10T09:0${index}:00`) }),
    aClick(`${list} shown`, 'mug', list, { kind: 'IMPRESSION', customerId: 'bob', sessionId: 'v2' }),
  ]);
  const newlyExposed = [exposure('v1'), exposure('v1', { arm: 'HOLDOUT' }), exposure('v2'), exposure('ann', { lane: 'PERSONALISATION' })];
  const parts = { visitExposures: new Map([['v1', exposure('v1')]]), customerExposures: new Map([['bob', exposure('bob', { lane: 'PERSONALISATION' })]]) };

  it('is the same to the last byte in whatever order its facts come, and however often', () => {
    const expected = JSON.stringify(sheetOf({ orders, acts, newlyExposed, ...parts }));
    const disordered = fc.record({ orders: shuffledWithRepeats(orders), acts: shuffledWithRepeats(acts), newlyExposed: shuffledWithRepeats(newlyExposed) });
    fc.assert(
      fc.property(disordered, (facts) => {
        expect(JSON.stringify(sheetOf({ ...facts, ...parts }))).toBe(expected);
      }),
    );
  });

  it('names no customer, visit, order, interaction or list', () => {
    const text = JSON.stringify(sheetOf({ orders, acts, newlyExposed, ...parts }));
    const ids = [...orders.map(({ id }) => id), ...acts.map(({ id }) => id), ...LISTS.keys(), 'ann', 'bob', 'v1', 'v2'];
    for (const id of ids) expect(text).not.toContain(JSON.stringify(id));
    expect(text).toContain('"mug"');
  });

  it('is empty without facts', () => {
    expect(sheetOf({})).toEqual({ day: DAY, orders: [], activity: [], lists: [], exposed: [] });
  });
});
