import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interaction } from '../../../src/domain/facts/interaction.js';
import type { Order } from '../../../src/domain/facts/order.js';
import { crediting } from '../../../src/domain/measurement/credit.js';
import { indexTouches } from '../../../src/domain/measurement/touch-index.js';
import type { KnownList } from '../../../src/domain/measurement/served-page.js';
import { anOrder } from '../../support/builders.js';
import { shuffledWithRepeats } from '../../support/random-shops.js';
import { aClick, aServedPage, knownAs } from '../../support/served-lists.js';

const DAY = 86_400_000;
const MINUTE = 60_000;
const PLACED = new Date('2026-11-17T10:00:00.000Z');
const before = (ms: number): Date => new Date(PLACED.getTime() - ms);

const LISTS = knownAs(
  [aServedPage('l1', ['mug', 'tea'], { placement: 'PRODUCT_PAGE' })],
  [aServedPage('l2', ['mug'], { placement: 'BASKET', sources: ['PINNED'] })],
  [aServedPage('anns', ['mug'], { lane: 'PERSONALISATION', placement: 'HOME', customerId: 'ann', anchorIds: [], sources: ['BUY_AGAIN'] })],
);

/** An order of a mug by Ann in visit v1, whose line names a list or none. */
const mugOrder = (recommendationId: string | null = null, changes: Partial<Order> = {}): Order =>
  anOrder('o1', [], {
    customerId: 'ann',
    sessionId: 'v1',
    placedAt: PLACED,
    lines: [{ productId: 'mug', quantity: 1, unitPriceMinor: 500, recommendationId }],
    ...changes,
  });

const clicked = (recommendationId: string, changes: Partial<Interaction> = {}): Interaction =>
  aClick(`click on ${recommendationId}`, 'mug', recommendationId, { customerId: 'ann', at: before(MINUTE), ...changes });

/** The placements that an order's lines are credited to. */
const placements = (order: Order, touches: readonly Interaction[] = [], lists: ReadonlyMap<string, KnownList> = LISTS): readonly (string | null)[] =>
  crediting(indexTouches(touches), lists, 7)(order).map((credit) => credit?.placement ?? null);

describe('an order line that names a list', () => {
  const served = (...servedAt: readonly Date[]) => knownAs([aServedPage('l1', ['mug']), { servedAt }]);

  it('is credited to that list, whatever was clicked since', () => {
    expect(placements(mugOrder('l1'), [clicked('l2')])).toEqual(['PRODUCT_PAGE']);
  });

  it('is credited to what was clicked when the list that it names is unknown, is not its own or never held the product', () => {
    const foreign = knownAs([aServedPage('bobs', ['mug'], { customerId: 'bob' })], [aServedPage('tea only', ['tea'])]);
    const lists = new Map([...LISTS, ...foreign]);
    for (const named of ['nobody knows', 'bobs', 'tea only']) expect(placements(mugOrder(named), [clicked('l2')], lists)).toEqual(['BASKET']);
  });

  it.each([
    ['five minutes after the order, since clocks differ', -5 * MINUTE, ['PRODUCT_PAGE']],
    ['a millisecond more than that after it', -5 * MINUTE - 1, [null]],
  ])('may name a list that was served %s: %s ms', (_, early, expected) => {
    expect(placements(mugOrder('l1'), [], served(before(early)))).toEqual(expected);
  });

  it('may name a list that was last served on a day no more than the window before the order', () => {
    const placedAt = new Date('2026-11-17T23:59:59.999Z');
    const lastServed = served(new Date('2026-11-01T00:00:00.000Z'), new Date('2026-11-10T03:00:00.000Z'));
    expect(placements(mugOrder('l1', { placedAt }), [], lastServed)).toEqual(['PRODUCT_PAGE']);
    expect(placements(mugOrder('l1', { placedAt: new Date(placedAt.getTime() + 1) }), [], lastServed)).toEqual([null]);
  });

  it('may not name a list that was served long before the order and again after it, but not in between', () => {
    const days = served(new Date('2026-10-01T00:00:00.000Z'), new Date('2026-11-30T00:00:00.000Z'));
    expect(placements(mugOrder('l1', { placedAt: new Date('2026-11-01T00:00:00.000Z') }), [], days)).toEqual([null]);
    expect(placements(mugOrder('l1', { placedAt: new Date('2026-12-01T00:00:00.000Z') }), [], days)).toEqual(['PRODUCT_PAGE']);
  });
});

describe('an order line that names no list', () => {
  it.each([
    ['at the instant of the order', 0, ['PRODUCT_PAGE']],
    ['a millisecond after the order', -1, [null]],
    ['at the very beginning of the window', 7 * DAY, ['PRODUCT_PAGE']],
    ['a millisecond before the window', 7 * DAY + 1, [null]],
  ])('is credited, or not, to what was clicked %s', (_, early, expected) => {
    expect(placements(mugOrder(), [clicked('l1', { at: before(early) })])).toEqual(expected);
  });

  it('is credited to the last of several clicks', () => {
    expect(placements(mugOrder(), [clicked('l2', { at: before(2) }), clicked('l1', { at: before(3) })])).toEqual(['BASKET']);
  });

  it('is credited to the last by id of clicks at the same instant, whichever was known by customer and whichever by visit', () => {
    const first = clicked('l1', { id: 'a' });
    const second = clicked('l2', { id: 'b', customerId: null, sessionId: 'v1' });
    expect(placements(mugOrder(), [first, second])).toEqual(['BASKET']);
    expect(placements(mugOrder(), [{ ...first, id: 'c' }, second])).toEqual(['PRODUCT_PAGE']);
  });

  it('is credited to what was put into the basket, and never to what was only shown or viewed', () => {
    expect(placements(mugOrder(), [clicked('l1', { kind: 'ADD_TO_BASKET' })])).toEqual(['PRODUCT_PAGE']);
    for (const kind of ['IMPRESSION', 'VIEW', 'REMOVE_FROM_BASKET'] as const) expect(placements(mugOrder(), [clicked('l1', { kind })])).toEqual([null]);
  });

  it('passes over clicks on lists that are unknown, not its own or never held the product, and takes the one before', () => {
    const others = knownAs([aServedPage('bobs', ['mug'], { customerId: 'bob' })], [aServedPage('tea only', ['tea'])]);
    const misleading = ['nobody knows', 'bobs', 'tea only'].map((list, at) => clicked(list, { at: before(at + 1) }));
    const lists = new Map([...LISTS, ...others]);
    expect(placements(mugOrder(), misleading, lists)).toEqual([null]);
    expect(placements(mugOrder(), [...misleading, clicked('l2', { at: before(MINUTE) })], lists)).toEqual(['BASKET']);
  });

  it.each([
    ['after it was clicked, clocks differing by no more than five minutes', -5 * MINUTE, ['PRODUCT_PAGE']],
    ['a millisecond more than that after it was clicked', -5 * MINUTE - 1, [null]],
    ['long before it was clicked', 40 * DAY, ['PRODUCT_PAGE']],
  ])('is credited, or not, to a click on a list that was first served %s', (_, early, expected) => {
    const click = clicked('l1', { at: before(DAY) });
    const lists = knownAs([aServedPage('l1', ['mug']), { servedAt: [new Date(click.at.getTime() - early), new Date(PLACED.getTime() + 9 * DAY)] }]);
    expect(placements(mugOrder(), [click], lists)).toEqual(expected);
  });

  it('is credited to clicks of the same customer or the same visit only', () => {
    const [stranger, sameVisit] = [{ customerId: 'bob', sessionId: 'v2' }, { customerId: null, sessionId: 'v1' }];
    expect(placements(mugOrder(), [clicked('l1', stranger)])).toEqual([null]);
    expect(placements(mugOrder(), [clicked('l1', sameVisit)])).toEqual(['PRODUCT_PAGE']);
    expect(placements(mugOrder(null, { sessionId: null }), [clicked('l1')])).toEqual(['PRODUCT_PAGE']);
  });

  it('is never taken for a click by nobody: two unknown customers are not the same', () => {
    const nobody = { customerId: null, sessionId: null };
    expect(placements(mugOrder(null, nobody), [clicked('l1', nobody)])).toEqual([null]);
    expect(placements(mugOrder(null, { customerId: null, sessionId: 'ann' }), [clicked('l1')])).toEqual([null]);
  });

  it("is credited to a personal list that was clicked in the customer's own visit before they were known", () => {
    expect(placements(mugOrder(), [clicked('anns', { customerId: null, sessionId: 'v1' })])).toEqual(['HOME']);
    expect(placements(mugOrder(null, { customerId: null }), [clicked('anns', { sessionId: 'v1' })])).toEqual([null]);
  });

  it('is not credited for a click on another product of the same list', () => {
    expect(placements(mugOrder(), [clicked('l1', { productId: 'tea' })])).toEqual([null]);
  });
});

describe('what lines are credited to', () => {
  const line = { quantity: 1, unitPriceMinor: 100, recommendationId: null };

  it('is one list at most, line by line', () => {
    const order = mugOrder('l1', {
      lines: [
        { ...line, productId: 'mug', recommendationId: 'l1' },
        { ...line, productId: 'mug' },
        { ...line, productId: 'tea' },
      ],
    });
    expect(placements(order, [clicked('l1'), clicked('l2', { at: before(1) })])).toEqual(['PRODUCT_PAGE', 'BASKET', null]);
  });

  it('names lane, placement, source and the anchor that was bought too, else the first', () => {
    const lists = knownAs([aServedPage('l1', ['mug'], { anchorIds: ['b', 'c', 'a'], sources: ['RULE'] })]);
    const creditIn = (...bought: readonly string[]) =>
      crediting(indexTouches([]), lists, 7)(mugOrder('l1', { lines: ['mug', ...bought].map((productId) => ({ ...line, productId, recommendationId: 'l1' })) }))[0];
    expect(creditIn()).toEqual({ lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', source: 'RULE', anchorId: 'a' });
    expect(creditIn('c', 'b')?.anchorId).toBe('b');
  });

  it('has no anchor for picks', () => {
    expect(crediting(indexTouches([]), LISTS, 7)(mugOrder('anns'))).toEqual([
      { lane: 'PERSONALISATION', placement: 'HOME', source: 'BUY_AGAIN', anchorId: null },
    ]);
  });

  it('is the same in whatever order touches come, and however often', () => {
    const touches = ['l1', 'l2', 'anns', 'unknown'].flatMap((list, at) => [
      clicked(list, { id: `${list} by customer`, at: before(at % 2) }),
      clicked(list, { id: `${list} in visit`, customerId: null, sessionId: 'v1', at: before(1 - (at % 2)) }),
    ]);
    const expected = placements(mugOrder(), touches);
    expect(expected).toEqual(['BASKET']);
    fc.assert(
      fc.property(shuffledWithRepeats(touches), (disordered) => {
        expect(placements(mugOrder(), disordered)).toEqual(expected);
      }),
    );
  });

  it('costs one visitor with many orders and many touches that do not count no more than both together', () => {
    let looked = 0;
    class Watched extends Map<string, KnownList> {
      override get(id: string): KnownList | undefined {
        looked += 1;
        return super.get(id);
      }
    }
    const touches = Array.from({ length: 1000 }, (_, index) => clicked('anns', { id: `i${index}`, sessionId: 'v1', customerId: 'bob' }));
    const creditsOfOrder = crediting(indexTouches(touches), new Watched(LISTS), 7);
    for (let index = 0; index < 500; index += 1) expect(creditsOfOrder(mugOrder(null, { customerId: 'cat' }))).toEqual([null]);
    expect(looked).toBeLessThan(2000);
  });
});
