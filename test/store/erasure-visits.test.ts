import { beforeAll, describe, expect, it } from 'vitest';

import { OF_AN_ERASED_CUSTOMER } from '../../src/domain/privacy/fence.js';
import type { Collections } from '../../src/stores/collections.js';
import { NOW } from '../support/builders.js';
import { holding, markedCustomer, personalStoresOver, type MarkedCustomer } from '../support/fenced-stores.js';
import { useShopProcesses } from '../support/shop-processes.js';

const ACCEPTED = { kind: 'accepted' };
const REJECTED = { kind: 'rejected', message: OF_AN_ERASED_CUSTOMER };

describe('orders without a name in a visit of somebody who is erased', () => {
  const { open } = useShopProcesses();
  let collections: Collections;
  let stores: ReturnType<typeof personalStoresOver>;
  beforeAll(() => {
    collections = open();
    stores = personalStoresOver(collections);
  });

  const guests = ({ order }: MarkedCustomer, count: number, from = 0) =>
    Array.from({ length: count }, (_, at) => order(`guest-${String(from + at)}`, { customerId: null }));
  const guestsHeld = async ({ mark }: MarkedCustomer) => collections.orders.countDocuments({ _id: { $gt: `${mark}-order-guest`, $lt: `${mark}-order-guesu` } });

  it('go with an order of theirs that names the visit, and stay out', async () => {
    const customer = markedCustomer('buyer');
    await stores.facts.recordOrders([customer.order('1'), ...guests(customer, 10)]);
    expect(await stores.erasures.erase(customer.customerId, NOW)).toMatchObject({ orders: 11 });
    expect(await stores.facts.recordOrders(guests(customer, 10))).toEqual(guests(customer, 10).map(() => REJECTED));
    expect(await holding(collections, 'buyer')).toEqual([]);
  });

  it('stay where they only looked around: to have seen a till is not to have bought there', async () => {
    const customer = markedCustomer('looker');
    await stores.facts.recordInteractions([customer.view('1'), customer.view('nameless', { customerId: null })]);
    await stores.facts.recordOrders(guests(customer, 2));
    expect(await stores.erasures.erase(customer.customerId, NOW)).toMatchObject({ orders: 0, interactions: 2 });
    expect(await guestsHeld(customer)).toBe(2);
    expect(await stores.facts.recordOrders(guests(customer, 1, 2))).toEqual([ACCEPTED]);
  });

  it.each(['order', 'interaction'])('stay where another known customer has an %s', async (kind) => {
    const customer = markedCustomer(`shared-${kind}`);
    const sister = { customerId: `sister-${kind}` };
    await stores.facts.recordOrders([customer.order('1'), ...guests(customer, 2)]);
    if (kind === 'order') await stores.facts.recordOrders([customer.order('sister', sister)]);
    else await stores.facts.recordInteractions([customer.view('sister', sister)]);
    expect(await stores.erasures.erase(customer.customerId, NOW)).toMatchObject({ orders: 1 });
    expect(await guestsHeld(customer)).toBe(2);
    expect(await stores.facts.recordOrders([customer.order('1'), ...guests(customer, 1, 2)])).toEqual([REJECTED, ACCEPTED]);
  });

  it('stay where there are more than ten: it is a till', async () => {
    const customer = markedCustomer('till');
    await stores.facts.recordOrders([customer.order('1'), ...guests(customer, 11)]);
    expect(await stores.erasures.erase(customer.customerId, NOW)).toMatchObject({ orders: 1 });
    expect(await stores.facts.recordOrders([customer.order('2'), ...guests(customer, 1, 11)])).toEqual([REJECTED, ACCEPTED]);
    expect(await guestsHeld(customer)).toBe(12);
  });

  it('are let in again where it turns out to be a till, all of them when they are sent again', async () => {
    const customer = markedCustomer('new-till');
    await stores.facts.recordOrders([customer.order('1'), ...guests(customer, 3)]);
    expect(await stores.erasures.erase(customer.customerId, NOW)).toMatchObject({ orders: 4 });
    expect(await stores.facts.recordOrders(guests(customer, 7, 3))).toEqual(guests(customer, 7).map(() => REJECTED));
    expect(await stores.facts.recordOrders(guests(customer, 7, 3))).toEqual(guests(customer, 7).map(() => REJECTED));
    expect(await stores.facts.recordOrders(guests(customer, 1, 10))).toEqual([ACCEPTED]);
    expect(await stores.facts.recordOrders([customer.order('1'), ...guests(customer, 11)])).toEqual([REJECTED, ...guests(customer, 10).map(() => ACCEPTED), { kind: 'duplicate' }]);
    expect(await stores.erasures.erase(customer.customerId, NOW)).toMatchObject({ orders: 4 });
    expect(await stores.erasures.sweep()).toBe(0);
    expect(await guestsHeld(customer)).toBe(11);
  });

  it('of a till are taken in by an import into an empty shop that knows of the erasure', async () => {
    const customer = markedCustomer('history');
    await stores.erasures.erase(customer.customerId, NOW);
    const outcomes = await stores.facts.recordOrders([customer.order('1'), ...guests(customer, 300)]);
    expect(outcomes).toEqual([REJECTED, ...guests(customer, 300).map(() => ACCEPTED)]);
  });

  it('are found by the next learning after a writer that was killed', async () => {
    const customer = markedCustomer('swept');
    await stores.facts.recordOrders([customer.order('1')]);
    await stores.erasures.erase(customer.customerId, NOW);
    await stores.unfenced.facts.recordOrders(guests(customer, 1));
    expect(await stores.erasures.sweep()).toBe(1);
    expect(await guestsHeld(customer)).toBe(0);
  });

  it('and interactions are left alone by what an erased customer says of themself', async () => {
    const customer = markedCustomer('mallory');
    await stores.facts.recordInteractions([customer.view('nameless', { customerId: null })]);
    await stores.facts.recordOrders(guests(customer, 1));
    await stores.erasures.erase(customer.customerId, NOW);
    expect(await stores.facts.recordInteractions([customer.view('1')], 'themself')).toEqual([REJECTED]);
    expect(await stores.facts.recordInteractions([customer.view('nameless-2', { customerId: null })])).toEqual([ACCEPTED]);
    expect(await stores.facts.recordOrders(guests(customer, 1, 1))).toEqual([ACCEPTED]);
    expect(await guestsHeld(customer)).toBe(2);
  });
});
