import { describe, expect, it } from 'vitest';

import { heldOf } from '../support/bounded-facts.js';
import { aProduct, NOW } from '../support/builders.js';
import { tokenOf, useSubgraph } from '../support/subgraph.js';
import { allDocumentsOf } from '../support/store.js';

const ERASE = `mutation ($customerId: ID!) { eraseCustomer(input: { customerId: $customerId }) {
  __typename
  ... on ErasureReceipt { id erasedAt interactions orders profiles consents servedLists exposures learningGroups }
  ... on InvalidInputError { problems { path message } }
} }`;
const FORGET = `mutation ($customerId: ID!, $productId: ID!) { forgetProduct(input: { customerId: $customerId, productId: $productId }) {
  __typename
  ... on ProductForgotten { interactions customer { id behaviourProfile { interactions recentProducts { id } } } }
  ... on InvalidInputError { problems { path } }
} }`;
const CONSENT = `mutation ($customerId: ID!, $consent: Boolean!) { setPersonalisationConsent(input: { customerId: $customerId, consent: $consent }) {
  __typename
  ... on InvalidInputError { problems { path message } }
} }`;
const INTERACTIONS = `mutation ($interactions: [InteractionInput!]!) { recordInteractions(input: { interactions: $interactions }) {
  ... on RecordingReport { accepted duplicates rejected { id message } }
} }`;
const ORDERS = `mutation ($orders: [OrderInput!]!) { recordOrders(input: { orders: $orders }) { ... on RecordingReport { accepted rejected { id message } } } }`;
const CUSTOMER = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Customer {
  personalisedPicks(first: 6) { personalisation { applied reason } edges { node { id } provenance { source } } }
  behaviourProfile { consent interactions since recentProducts { id } }
} } }`;

const ERASED = 'belongs to a customer who was erased';

const view = (customerId: string, eventId: string, changes: Record<string, unknown> = {}) => ({
  ...{ eventId: `${customerId}-${eventId}`, kind: 'VIEW', customerId, sessionId: `${customerId}-visit`, productId: 'a', at: '2026-11-20T11:00:00Z' },
  ...changes,
});
const order = (customerId: string, orderId: string, changes: Record<string, unknown> = {}) => ({
  ...{ orderId: `${customerId}-${orderId}`, customerId, placedAt: '2026-11-19T11:00:00Z', updatedAt: '2026-11-19T11:00:00Z', currencyCode: 'GBP' },
  lines: [{ productId: 'b', quantity: 1, unitPrice: '9.99' }],
  ...changes,
});

const PRODUCTS = ['a', 'b', 'c', 'd'];

describe('a customer’s data', () => {
  const subgraph = useSubgraph(async ({ facts }) => {
    await facts.recordProducts(PRODUCTS.map((id) => aProduct(id)));
  });
  const record = async (interactions: readonly unknown[], orders: readonly unknown[] = []) => {
    const feed = await tokenOf('feed', 'events:write');
    const acted = interactions.length === 0 ? null : (await subgraph().ask(INTERACTIONS, { interactions }, feed)).data.recordInteractions;
    const ordered = orders.length === 0 ? null : (await subgraph().ask(ORDERS, { orders }, feed)).data.recordOrders;
    return { acted, ordered };
  };
  const consent = async (customerId: string, given: boolean) =>
    (await subgraph().ask(CONSENT, { customerId, consent: given }, await tokenOf(customerId))).data.setPersonalisationConsent;
  const seenBy = async (customerId: string) =>
    (await subgraph().ask(CUSTOMER, { r: [{ __typename: 'Customer', id: customerId }] }, await tokenOf(customerId))).data._entities[0];
  const picksOf = async (customerId: string) => (await seenBy(customerId)).personalisedPicks;
  const profilesOf = async (customerId: string) =>
    (await allDocumentsOf(subgraph().address))['behaviour_profiles']?.filter((profile) => (profile as { _id: string })._id === customerId);
  const everywhere = async () => JSON.stringify(await allDocumentsOf(subgraph().address));

  it('is gone when the customer asks for it, and the receipt names nobody and stays the same', async () => {
    await consent('ada-marked', true);
    await record([view('ada-marked', 'e1'), view('ada-marked', 'e2', { customerId: null })], [order('ada-marked', 'o1')]);
    expect((await picksOf('ada-marked')).personalisation.reason).toBe('PERSONALISED');
    const token = await tokenOf('ada-marked');
    const { data, headers } = await subgraph().ask(ERASE, { customerId: 'ada-marked' }, token);
    expect(data.eraseCustomer).toMatchObject({ __typename: 'ErasureReceipt', erasedAt: NOW.toISOString(), interactions: 2, orders: 1, profiles: 1, consents: 1 });
    expect(headers['cache-control']).toContain('no-store');
    expect(JSON.stringify(data)).not.toContain('ada');
    subgraph().clock.now = new Date(NOW.getTime() + 60_000);
    expect((await subgraph().ask(ERASE, { customerId: 'ada-marked' }, token)).data).toEqual(data);
    subgraph().clock.now = NOW;
    expect(await everywhere()).not.toContain('ada-marked');
  });

  it('does not come back by recording, and each refusal says why without naming anybody', async () => {
    await record([view('ben-marked', 'e1')]);
    await subgraph().ask(ERASE, { customerId: 'ben-marked' }, await tokenOf('dpo', 'privacy:write'));
    const { acted, ordered } = await record([view('ben-marked', 'e1'), view('ben-marked', 'e9', { customerId: null }), view('cat', 'e1')], [order('ben-marked', 'o1'), order('cat', 'o1')]);
    expect(acted).toEqual({ accepted: 1, duplicates: 0, rejected: [{ id: 'ben-marked-e1', message: ERASED }, { id: 'ben-marked-e9', message: ERASED }] });
    expect(ordered).toEqual({ accepted: 1, rejected: [{ id: 'ben-marked-o1', message: ERASED }] });
    const refused = await consent('ben-marked', true);
    expect(refused).toEqual({ __typename: 'InvalidInputError', problems: [{ path: 'customerId', message: `customerId ${ERASED}` }] });
    expect(await everywhere()).not.toContain('ben-marked');
  });

  it('takes nothing of others with it: an erased customer who names their visits is refused, and that is all', async () => {
    const guest = (at: number, changes: Record<string, unknown> = {}) => order('guest', `o${String(at)}`, { customerId: null, sessionId: `guest-${String(at)}`, ...changes });
    const held = async () => (await allDocumentsOf(subgraph().address))['orders']?.filter((document) => (document as { _id: string })._id.startsWith('guest-o')).length;
    await record([], Array.from({ length: 20 }, (_, at) => guest(at)));
    await record([view('guest', 'e1', { customerId: null, sessionId: 'guest-1' })]);
    const token = await tokenOf('mallory-marked');
    await subgraph().ask(ERASE, { customerId: 'mallory-marked' }, token);
    const forged = Array.from({ length: 20 }, (_, at) => view('mallory-marked', `m${String(at)}`, { sessionId: `guest-${String(at)}` }));
    expect((await subgraph().ask(INTERACTIONS, { interactions: forged }, token)).data.recordInteractions.rejected).toHaveLength(20);
    expect(await held()).toBe(20);
    const { acted, ordered } = await record([view('guest', 'e1', { customerId: null, sessionId: 'guest-1' })], [guest(1), guest(20, { sessionId: 'guest-1' })]);
    expect([acted.duplicates, ordered.accepted]).toEqual([1, 1]);
  });

  it('looks the same, erased or never there: to the customer and to everybody else', async () => {
    await consent('eve-marked', true);
    await record([view('eve-marked', 'e1')], [order('eve-marked', 'o1')]);
    await subgraph().ask(ERASE, { customerId: 'eve-marked' }, await tokenOf('eve-marked'));
    expect(await seenBy('eve-marked')).toEqual(await seenBy('never-there'));
    const stranger = await tokenOf('mallory');
    const asked = async (customerId: string) => {
      subgraph().commands.length = 0;
      const answers = [
        await subgraph().ask(ERASE, { customerId }, stranger),
        await subgraph().ask(FORGET, { customerId, productId: 'a' }, stranger),
        await subgraph().ask(CONSENT, { customerId, consent: true }, stranger),
        await subgraph().ask(CUSTOMER, { r: [{ __typename: 'Customer', id: customerId }] }, stranger),
      ].map(({ data, errors }) => ({ data, errors }));
      return { answers, commands: [...subgraph().commands] };
    };
    const [erased, absent, foreign] = [await asked('eve-marked'), await asked('never-there'), await asked('cat')];
    expect(erased).toEqual(absent);
    expect(foreign).toEqual(absent);
    expect(absent.answers[0]?.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(absent.commands).toEqual([]);
  });

  it('is kept out although it was never there', async () => {
    const { data } = await subgraph().ask(ERASE, { customerId: 'nobody-yet' }, await tokenOf('dpo', 'privacy:write'));
    expect(data.eraseCustomer).toMatchObject({ interactions: 0, orders: 0, profiles: 0, consents: 0, servedLists: 0, exposures: 0, learningGroups: 0 });
    expect((await record([view('nobody-yet', 'e1')])).acted.rejected).toHaveLength(1);
  });

  it('is refused to be removed by an id that is none, naming it', async () => {
    const token = await tokenOf('dpo', 'privacy:write');
    expect((await subgraph().ask(ERASE, { customerId: '' }, token)).data.eraseCustomer).toMatchObject({ problems: [{ path: 'customerId' }] });
    const forgotten = (await subgraph().ask(FORGET, { customerId: 'x'.repeat(129), productId: '$p' }, token)).data.forgetProduct;
    expect(forgotten).toEqual({ __typename: 'InvalidInputError', problems: [{ path: 'customerId' }, { path: 'productId' }] });
  });

  it('loses one product that the customer wants forgotten, at once and for replays, but not what comes later', async () => {
    const token = await tokenOf('fay');
    await consent('fay', true);
    await record([view('fay', 'e1'), view('fay', 'e2', { productId: 'c' })], [order('fay', 'o1', { lines: [{ productId: 'a', quantity: 1, unitPrice: '1' }] })]);
    const { data } = await subgraph().ask(FORGET, { customerId: 'fay', productId: 'c' }, token);
    const customer = { id: 'fay', behaviourProfile: { interactions: 1, recentProducts: [{ id: 'a' }] } };
    expect(data.forgetProduct).toEqual({ __typename: 'ProductForgotten', interactions: 1, customer });
    const again = await record([view('fay', 'e2', { productId: 'c' }), view('fay', 'e3', { productId: 'c', at: '2026-11-20T12:00:01Z' })]);
    expect(again.acted).toMatchObject({ accepted: 1, rejected: [{ id: 'fay-e2', message: 'about a product that its customer wanted forgotten' }] });
    expect((await heldOf(subgraph().stores.facts, 'fay')).orders).toHaveLength(1);
  });

  it('says NOT_INTERESTED, and the product is hidden from the picks', async () => {
    await consent('gil', true);
    await record([view('gil', 'e1')], [order('gil', 'o1')]);
    const idsOf = async () => (await picksOf('gil')).edges.map(({ node }: { node: { id: string } }) => node.id);
    expect(await idsOf()).toContain('b');
    await subgraph().ask(INTERACTIONS, { interactions: [view('gil', 'e2', { kind: 'NOT_INTERESTED', productId: 'b' })] }, await tokenOf('gil'));
    expect(await idsOf()).not.toContain('b');
    expect((await picksOf('gil')).personalisation.reason).toBe('PERSONALISED');
  });

  describe('and consent', () => {
    it('is personal with it and the full list for everybody without it, with the next request each time', async () => {
      await record([view('hal', 'e1')], [order('hal', 'o1')]);
      const nobodys = await picksOf('never-there');
      expect(nobodys.edges).toHaveLength(PRODUCTS.length);
      for (let turn = 0; turn < 3; turn += 1) {
        subgraph().clock.now = new Date(NOW.getTime() + turn * 2_000);
        await consent('hal', true);
        expect((await picksOf('hal')).personalisation).toEqual({ applied: true, reason: 'PERSONALISED' });
        subgraph().clock.now = new Date(NOW.getTime() + turn * 2_000 + 1_000);
        await consent('hal', false);
        expect(await picksOf('hal')).toEqual({ ...nobodys, personalisation: { applied: false, reason: 'NO_CONSENT' } });
      }
      subgraph().clock.now = NOW;
    });

    it('takes the profile away when it is withdrawn, none is made while it is, and it is made of all facts when it is given again', async () => {
      await consent('ida', true);
      await record([view('ida', 'e1')]);
      expect(await profilesOf('ida')).toHaveLength(1);
      subgraph().clock.now = new Date(NOW.getTime() + 1_000);
      await consent('ida', false);
      expect(await profilesOf('ida')).toEqual([]);
      await record([view('ida', 'e2', { productId: 'c' })], [order('ida', 'o1')]);
      expect(await profilesOf('ida')).toEqual([]);
      expect((await seenBy('ida')).behaviourProfile).toMatchObject({ consent: false, interactions: 0 });
      subgraph().clock.now = new Date(NOW.getTime() + 2_000);
      await consent('ida', true);
      expect(await profilesOf('ida')).toMatchObject([{ interactions: 2, orders: 1 }]);
      subgraph().clock.now = NOW;
    });

    it('leaves a profile to those who never decided', async () => {
      await record([view('jon', 'e1')]);
      expect(await profilesOf('jon')).toHaveLength(1);
    });
  });
});
