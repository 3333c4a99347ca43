import { describe, expect, it } from 'vitest';

import {
  ABOUT_A_FORGOTTEN_PRODUCT,
  interactionRefusal,
  OF_AN_ERASED_CUSTOMER,
  orderRefusal,
  ordersToErase,
  tracesOfInteractions,
  tracesOfOrders,
  visitsToErase,
  visitsToFence,
  withFenced,
  withOrders,
  withoutFenced,
  withVisits,
  type Tombstones,
} from '../../../src/domain/privacy/fence.js';
import { anInteraction, anOrder, NOW } from '../../support/builders.js';

const later = new Date(NOW.getTime() + 1);
const tombstones: Tombstones = {
  isErased: (customerId) => customerId === 'erased',
  isErasedVisit: (sessionId) => sessionId === 'theirs',
  fencesOrders: (sessionId) => sessionId === 'theirs',
  erasedOrder: (orderId) => (orderId === 'claimed' ? NOW : null),
  forgottenAt: ({ customerId, productId }) => (customerId === 'ada' && productId === 'p1' ? NOW : null),
};

describe('the fence around the erased', () => {
  it.each([
    ['of an erased customer', { customerId: 'erased', sessionId: null }, OF_AN_ERASED_CUSTOMER],
    ['of nobody known in a visit of theirs', { customerId: null, sessionId: 'theirs' }, OF_AN_ERASED_CUSTOMER],
    ['of somebody else in a visit of theirs', { customerId: 'ada', sessionId: 'theirs' }, null],
    ['of nobody known in another visit', { customerId: null, sessionId: 'other' }, null],
    ['of nobody known at all', { customerId: null, sessionId: null }, null],
    ['of somebody else', { customerId: 'ada', sessionId: 'other' }, null],
  ])('judges what is %s', (_, who, refusal) => {
    expect(orderRefusal(anOrder('o', ['p2'], who), tombstones)).toBe(refusal);
    expect(interactionRefusal(anInteraction('i', 'p2', who), tombstones)).toBe(refusal);
  });

  it.each([
    ['up to the wish', { customerId: 'ada', at: NOW }, ABOUT_A_FORGOTTEN_PRODUCT],
    ['after it', { customerId: 'ada', at: later }, null],
    ['by somebody else', { customerId: 'ben', at: NOW }, null],
    ['by nobody known', { customerId: null, sessionId: 's', at: NOW }, null],
  ])('judges what was done with a forgotten product %s', (_, changes, refusal) => {
    expect(interactionRefusal(anInteraction('i', 'p1', changes), tombstones)).toBe(refusal);
  });

  it('lets orders of a forgotten product be: what was bought stays', () => {
    expect(orderRefusal(anOrder('o', ['p1'], { customerId: 'ada' }), tombstones)).toBeNull();
  });

  it('judges orders and interactions without a name by tombstones of their own', () => {
    const nameless = { customerId: null, sessionId: 'looked-around' };
    const looked: Tombstones = { ...tombstones, isErasedVisit: (sessionId) => sessionId === 'looked-around' };
    expect([orderRefusal(anOrder('o', ['p1'], nameless), looked), interactionRefusal(anInteraction('i', 'p1', nameless), looked)]).toEqual([null, OF_AN_ERASED_CUSTOMER]);
  });

  it.each([
    ['before it', -1, OF_AN_ERASED_CUSTOMER],
    ['that it is', 0, OF_AN_ERASED_CUSTOMER],
    ['after it', 1, null],
  ])('judges a version of an order %s by the last that was an erased customer’s', (_, ms, refusal) => {
    const updatedAt = new Date(NOW.getTime() + ms);
    for (const customerId of [null, 'ada']) expect(orderRefusal(anOrder('claimed', ['p1'], { customerId, updatedAt }), tombstones)).toBe(refusal);
  });

  it('lets what is refused keep out older versions of the same order, where that is not known', () => {
    const [order, earlier] = [(id: string, customerId: string, updatedAt: Date) => anOrder(id, [], { customerId, updatedAt }), new Date(NOW.getTime() - 1)];
    const orders = [order('claimed', 'erased', NOW), order('new', 'erased', NOW), order('other', 'ada', NOW)];
    expect(ordersToErase(orders, tombstones)).toEqual(new Map([['new', earlier]]));
    const all = withOrders(tombstones, new Map([['new', earlier]]));
    expect(['new', 'claimed', 'other'].map(all.erasedOrder)).toEqual([earlier, NOW, null]);
  });

  it('finds the visits that orders of the erased name, by customer, and lets tills go', () => {
    const of = (customerId: string | null, sessionId: string | null) => anOrder(`${String(customerId)}-${String(sessionId)}`, [], { customerId, sessionId });
    const orders = [of('erased', 'theirs'), of('erased', 'new'), of('erased', 'new'), of('ada', 'hers'), of(null, 'other'), of('erased', null)];
    expect(visitsToFence(orders, tombstones)).toEqual(new Map([['erased', ['new']]]));
    const all = withFenced(tombstones, ['new']);
    expect(['new', 'theirs', 'hers'].map(all.fencesOrders)).toEqual([true, true, false]);
    expect(['new', 'theirs'].map(withoutFenced(all, new Set(['theirs'])).fencesOrders)).toEqual([true, false]);
  });

  it('looks for everybody whom facts name, each once', () => {
    const facts = [
      anInteraction('1', 'p1', { customerId: 'ada', sessionId: 's1' }),
      anInteraction('2', 'p1', { customerId: 'ada', sessionId: 's1' }),
      anInteraction('3', 'p2', { customerId: null, sessionId: 's2' }),
    ];
    expect(tracesOfInteractions(facts)).toEqual({ customerIds: ['ada'], sessionIds: ['s1', 's2'], orderIds: [], wishes: [{ customerId: 'ada', productId: 'p1' }] });
    expect(tracesOfOrders([anOrder('o', ['p1'], { customerId: 'ben' })])).toEqual({ customerIds: ['ben'], sessionIds: [], orderIds: ['o'], wishes: [] });
  });

  it('finds the visits that facts of the erased name', () => {
    const facts = [
      anOrder('1', [], { customerId: 'erased', sessionId: 'theirs' }),
      anOrder('2', [], { customerId: 'erased', sessionId: 'new' }),
      anOrder('3', [], { customerId: 'ada', sessionId: 'hers' }),
      anOrder('4', [], { customerId: 'erased', sessionId: null }),
    ];
    expect(visitsToErase(facts, tombstones)).toEqual(['new']);
    const all = withVisits(tombstones, ['new']);
    expect(['new', 'theirs', 'hers'].map(all.isErasedVisit)).toEqual([true, true, false]);
  });
});
