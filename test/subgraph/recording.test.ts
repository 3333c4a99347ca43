import { describe, expect, it } from 'vitest';

import { heldOf } from '../support/bounded-facts.js';
import { aProduct } from '../support/builders.js';
import { tokenOf, useSubgraph } from '../support/subgraph.js';

const INTERACTIONS = `mutation ($interactions: [InteractionInput!]!) {
  recordInteractions(input: { interactions: $interactions }) {
    __typename
    ... on RecordingReport { accepted duplicates rejected { id message } }
    ... on InvalidInputError { message problems { path message } }
  }
}`;
const ORDERS = INTERACTIONS.replace('InteractionInput', 'OrderInput').replaceAll('nteractions', 'rders').replaceAll('Irders', 'Orders').replaceAll('irders', 'orders');
const CONSENT = `mutation ($customerId: ID!, $consent: Boolean!) {
  setPersonalisationConsent(input: { customerId: $customerId, consent: $consent }) {
    ... on PersonalisationConsentSaved { customer { id personalisedPicks { personalisation { applied reason } edges { node { id } provenance { source } } } } }
  }
}`;
const PICKS = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Customer { personalisedPicks { personalisation { reason } edges { node { id } provenance { source } } } } } }`;

const view = (eventId: string, changes: Record<string, unknown> = {}) => ({
  eventId,
  kind: 'VIEW',
  customerId: 'ada',
  productId: 'a',
  at: '2026-11-20T11:00:00Z',
  ...changes,
});
const order = (orderId: string, changes: Record<string, unknown> = {}) => ({
  orderId,
  customerId: 'ada',
  placedAt: '2026-11-19T11:00:00Z',
  updatedAt: '2026-11-19T11:00:00Z',
  currencyCode: 'GBP',
  lines: [{ productId: 'a', quantity: 1, unitPrice: '9.99' }],
  ...changes,
});

describe('recording', () => {
  const subgraph = useSubgraph(async ({ facts }) => {
    await facts.recordProducts(['a', 'b', 'c', 'd'].map((id) => aProduct(id)));
  });
  const picksOf = async (id: string) => {
    const { data } = await subgraph().ask(PICKS, { r: [{ __typename: 'Customer', id }] }, await tokenOf(id));
    return data._entities[0].personalisedPicks;
  };

  it('answers every interaction by itself and does each once', async () => {
    const token = await tokenOf('feed', 'events:write');
    const interactions = [view('e1'), view('e2', { productId: null }), view('e3', { at: '2030-01-01T00:00:00Z' }), view('e1')];
    const { data } = await subgraph().ask(INTERACTIONS, { interactions }, token);
    expect(data.recordInteractions).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(data.recordInteractions.rejected.map(({ id }: { id: string }) => id)).toEqual(['e2', 'e3']);
    const again = await subgraph().ask(INTERACTIONS, { interactions: [view('e1'), view('e1', { productId: 'b' })] }, token);
    expect(again.data.recordInteractions).toMatchObject({ accepted: 0, duplicates: 1, rejected: [{ id: 'e1' }] });
  });

  it('changes that customer’s picks at once', async () => {
    const token = await tokenOf('feed', 'events:write');
    const { data } = await subgraph().ask(CONSENT, { customerId: 'ben', consent: true }, await tokenOf('ben'));
    expect(data.setPersonalisationConsent.customer.personalisedPicks.personalisation).toEqual({ applied: false, reason: 'NEW_CUSTOMER' });
    await subgraph().ask(ORDERS, { orders: [order('o1', { customerId: 'ben', lines: [{ productId: 'd', quantity: 1, unitPrice: '1.00' }] })] }, token);
    const picks = await picksOf('ben');
    expect(picks.personalisation.reason).toBe('PERSONALISED');
    expect(picks.edges[0]).toEqual({ node: { id: 'd' }, provenance: { source: 'BUY_AGAIN' } });
    const cancelled = order('o1', { customerId: 'ben', status: 'CANCELLED', updatedAt: '2026-11-19T12:00:00Z', lines: [{ productId: 'd', quantity: 1, unitPrice: '1.00' }] });
    await subgraph().ask(ORDERS, { orders: [cancelled] }, token);
    expect((await picksOf('ben')).personalisation.reason).toBe('NEW_CUSTOMER');
  });

  it('changes the picks of both customers when an order changes hands', async () => {
    const token = await tokenOf('feed', 'events:write');
    for (const id of ['guest', 'owner']) await subgraph().ask(CONSENT, { customerId: id, consent: true }, await tokenOf(id));
    await subgraph().ask(ORDERS, { orders: [order('moved', { customerId: 'guest' })] }, token);
    expect((await picksOf('guest')).personalisation.reason).toBe('PERSONALISED');
    await subgraph().ask(ORDERS, { orders: [order('moved', { customerId: 'owner', updatedAt: '2026-11-19T12:00:00Z' })] }, token);
    expect((await picksOf('owner')).personalisation.reason).toBe('PERSONALISED');
    expect((await picksOf('guest')).personalisation.reason).toBe('NEW_CUSTOMER');
  });

  it('refuses a consent of somebody who cannot be', async () => {
    const query = CONSENT.replace('... on PersonalisationConsentSaved', '... on InvalidInputError { problems { path } } ... on PersonalisationConsentSaved');
    const { data } = await subgraph().ask(query, { customerId: 'a\u0000b', consent: true }, await tokenOf('shop', 'privacy:write'));
    expect(data.setPersonalisationConsent).toEqual({ problems: [{ path: 'customerId' }] });
  });

  it('puts a withdrawn consent in force with the next request', async () => {
    const token = await tokenOf('ada');
    await subgraph().ask(CONSENT, { customerId: 'ada', consent: true }, token);
    expect((await picksOf('ada')).personalisation.reason).toBe('PERSONALISED');
    await subgraph().ask(CONSENT, { customerId: 'ada', consent: false }, token);
    expect((await picksOf('ada')).personalisation.reason).toBe('NO_CONSENT');
  });

  it('lets customers record what they did themselves and nothing else', async () => {
    const token = await tokenOf('ada');
    const own = await subgraph().ask(INTERACTIONS, { interactions: [view('own-1')] }, token);
    expect(own.data.recordInteractions.accepted).toBe(1);
    const refused = [
      subgraph().ask(INTERACTIONS, { interactions: [view('own-2'), view('foreign', { customerId: 'ben' })] }, token),
      subgraph().ask(INTERACTIONS, { interactions: [view('nobody', { customerId: null, sessionId: 's' })] }, token),
      subgraph().ask(INTERACTIONS, { interactions: [view('anonymous')] }),
      subgraph().ask(ORDERS, { orders: [order('own-order')] }, token),
      subgraph().ask(CONSENT, { customerId: 'ben', consent: true }, token),
    ];
    for (const { data, errors } of await Promise.all(refused)) {
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const again = await subgraph().ask(INTERACTIONS, { interactions: [view('own-2')] }, token);
    expect(again.data.recordInteractions.accepted).toBe(1);
  });

  it('refuses an empty call and one of more than 500 as a whole', async () => {
    const token = await tokenOf('feed', 'events:write');
    for (const orders of [[], Array.from({ length: 501 }, (_, index) => order(`many-${String(index)}`))]) {
      const { data } = await subgraph().ask(ORDERS, { orders }, token);
      expect(data.recordOrders).toMatchObject({ __typename: 'InvalidInputError', problems: [{ path: expect.stringContaining('orders') }] });
    }
  });

  it('takes orders whatever order their changes arrive in', async () => {
    const token = await tokenOf('feed', 'events:write');
    const newer = order('late', { updatedAt: '2026-11-20T10:00:00Z', lines: [{ productId: 'c', quantity: 2, unitPrice: '1' }] });
    await subgraph().ask(ORDERS, { orders: [newer] }, token);
    const { data } = await subgraph().ask(ORDERS, { orders: [order('late')] }, token);
    expect(data.recordOrders).toMatchObject({ accepted: 0, duplicates: 1, rejected: [] });
    const held = await heldOf(subgraph().stores.facts, 'ada');
    expect(held.orders.find(({ id }) => id === 'late')?.lines).toMatchObject([{ productId: 'c' }]);
  });

  it('refuses instants and decimals that are none', async () => {
    const token = await tokenOf('feed', 'events:write');
    const wrong = [
      subgraph().ask(INTERACTIONS, { interactions: [view('bad', { at: '2026-02-30T00:00:00Z' })] }, token),
      subgraph().ask(INTERACTIONS, { interactions: [view('bad', { at: 'yesterday' })] }, token),
      subgraph().ask(ORDERS, { orders: [order('bad', { lines: [{ productId: 'a', quantity: 1, unitPrice: 'free' }] })] }, token),
    ];
    for (const { data, errors } of await Promise.all(wrong)) {
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});
