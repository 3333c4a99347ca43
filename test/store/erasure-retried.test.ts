import { beforeAll, describe, expect, it } from 'vitest';

import type { Collections } from '../../src/stores/collections.js';
import { NOW } from '../support/builders.js';
import { holding, markedCustomer, personalStoresOver, type MarkedCustomer } from '../support/fenced-stores.js';
import { useShopProcesses } from '../support/shop-processes.js';

type Stores = ReturnType<typeof personalStoresOver>;

/** What is written, and the command that writes it. */
const WRITES: Readonly<Record<string, { readonly collection: keyof Collections; readonly write: (stores: Stores, customer: MarkedCustomer) => Promise<unknown> }>> = {
  orders: { collection: 'orders', write: async ({ facts }, { order }) => facts.recordOrders([order('1'), order('guest', { customerId: null })]) },
  interactions: { collection: 'interactions', write: async ({ facts }, { view }) => facts.recordInteractions([view('1'), view('nameless', { customerId: null })]) },
  consents: { collection: 'consents', write: async ({ facts }, { consent }) => facts.recordConsents([consent]) },
  'pages that were served': { collection: 'served', write: async ({ servingLog }, { page }) => servingLog.recordServed([page('1')]) },
  'parts in comparisons': {
    collection: 'exposures',
    write: async ({ servingLog }, { customerId, sessionId }) =>
      servingLog.recordExposures([
        { lane: 'PERSONALISATION', unitId: customerId, arm: 'HOLDOUT', at: NOW },
        { lane: 'CROSS_SELL', unitId: sessionId, arm: 'HOLDOUT', at: NOW },
      ]),
  },
};

describe('a write that an erasure overtook, that failed after it wrote, and that is tried again', () => {
  const { open } = useShopProcesses();
  let collections: Collections;
  beforeAll(() => {
    collections = open();
  });

  /** Collections in which one writes after the erasure has ended, and then hears that it failed. */
  const failingOnce = (name: keyof Collections, erase: () => Promise<unknown>): Collections => {
    let failed = false;
    const collection = new Proxy(collections[name], {
      get: (target, member) => {
        const value: unknown = Reflect.get(target, member, target);
        if (typeof value !== 'function' || !['insertMany', 'bulkWrite'].includes(String(member))) return value;
        return async (...args: unknown[]): Promise<unknown> => {
          if (failed) return Reflect.apply(value, target, args);
          failed = true;
          await erase();
          await Reflect.apply(value, target, args);
          throw new Error('the connection was lost');
        };
      },
    });
    return { ...collections, [name]: collection };
  };

  it.each(Object.entries(WRITES))('leaves nothing: %s', async (name, { collection, write }) => {
    const customer = markedCustomer(`retried-${collection}`);
    const stores = personalStoresOver(collections);
    if (collection === 'exposures') await stores.facts.recordInteractions([customer.view('0')]);
    const writer = personalStoresOver(failingOnce(collection, async () => stores.erasures.erase(customer.customerId, NOW)));
    await expect(write(writer, customer), name).rejects.toThrow('the connection was lost');
    expect(await holding(collections, customer.mark)).not.toEqual([]);
    await write(writer, customer);
    expect(await holding(collections, customer.mark)).toEqual([]);
  });

  it('takes nothing of what others hold under the ids of what it refuses', async () => {
    const [customer, { facts, erasures }] = [markedCustomer('foreign'), personalStoresOver(collections)];
    await facts.recordInteractions([customer.view('1', { customerId: 'sister' }), customer.view('2', { customerId: null, sessionId: 'of-a-stranger' })]);
    await facts.recordOrders([customer.order('1', { customerId: 'sister' })]);
    await erasures.erase(customer.customerId, NOW);
    await facts.recordInteractions([customer.view('1'), customer.view('2')]);
    await facts.recordOrders([customer.order('1')]);
    expect(await holding(collections, 'foreign')).toHaveLength(3);
  });
});
