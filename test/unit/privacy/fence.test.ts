import { describe, expect, it } from 'vitest';

import {
  ABOUT_A_FORGOTTEN_PRODUCT,
  interactionRefusal,
  OF_AN_ERASED_CUSTOMER,
  orderRefusal,
  tracesOfInteractions,
  tracesOfOrders,
  visitsToErase,
  withVisits,
  type Tombstones,
} from '../../../src/domain/privacy/fence.js';
import { anInteraction, anOrder, NOW } from '../../support/builders.js';

const later = new Date(NOW.getTime() + 1);
const tombstones: Tombstones = {
  isErased: (customerId) => customerId === 'erased',
  isErasedVisit: (sessionId) => sessionId === 'theirs',
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


  it('looks for everybody whom facts name, each once', () => {
    const facts = [
      anInteraction('1', 'p1', { customerId: 'ada', sessionId: 's1' }),
      anInteraction('2', 'p1', { customerId: 'ada', sessionId: 's1' }),
      anInteraction('3', 'p2', { customerId: null, sessionId: 's2' }),
    ];
    expect(tracesOfInteractions(facts)).toEqual({ customerIds: ['ada'], sessionIds: ['s1', 's2'], wishes: [{ customerId: 'ada', productId: 'p1' }] });
    expect(tracesOfOrders([anOrder('o', ['p1'], { customerId: 'ben' })])).toEqual({ customerIds: ['ben'], sessionIds: [], wishes: [] });
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
