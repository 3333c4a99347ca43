import { beforeAll, describe, expect, it } from 'vitest';

import { refreshProfiles } from '../../src/domain/personalisation/refresh-profiles.js';
import type { Collections } from '../../src/stores/collections.js';
import { NOW } from '../support/builders.js';
import { dyingCollections, type Death } from '../support/dying-collections.js';
import { holding, markedCustomer, personalStoresOver, type MarkedCustomer } from '../support/fenced-stores.js';
import { useShopProcesses } from '../support/shop-processes.js';

const hold = async (collections: Collections, { order, view, page, consent, customerId, sessionId }: MarkedCustomer): Promise<void> => {
  const { facts, profiles, servingLog } = personalStoresOver(collections);
  await facts.recordOrders([order('1'), order('guest', { customerId: null })]);
  await facts.recordInteractions([view('1'), view('nameless', { customerId: null })]);
  await facts.recordConsents([consent]);
  await refreshProfiles([customerId], { facts, profiles });
  await servingLog.recordServed([page('1')]);
  await servingLog.recordExposures([
    { lane: 'CROSS_SELL', unitId: sessionId, arm: 'TREATMENT', at: NOW },
    { lane: 'PERSONALISATION', unitId: customerId, arm: 'TREATMENT', at: NOW },
  ]);
};

const swallow = async (act: Promise<unknown>): Promise<void> => {
  await act.catch(() => undefined);
};

describe('a process that is killed', () => {
  const { open } = useShopProcesses();
  let collections: Collections;
  beforeAll(() => {
    collections = open();
  });

  /** Runs for every write at which the process can die, before it and after it, until it lives to its end; answers how often it died. */
  const everyDeath = async (name: string, run: (mark: string, death: Death) => Promise<boolean>): Promise<number> => {
    let deaths = 0;
    for (const when of ['before', 'after'] as const) {
      for (let write = 1; await run(`${name}-${when}-${String(write)}-`, { write, when }); write += 1) deaths += 1;
    }
    return deaths;
  };

  it('while it erases has done nothing that cannot be finished: doing it again removes all and answers one receipt', { timeout: 120_000 }, async () => {
    const deaths = await everyDeath('erasing', async (mark, death) => {
      const customer = markedCustomer(mark);
      await hold(collections, customer);
      const { collections: dying, isDead } = dyingCollections(collections, death);
      await swallow(personalStoresOver(dying).erasures.erase(customer.customerId, NOW));
      const { erasures } = personalStoresOver(collections);
      const receipt = await erasures.erase(customer.customerId, new Date(NOW.getTime() + 1_000));
      expect([mark, await holding(collections, mark)]).toEqual([mark, []]);
      const again = await erasures.erase(customer.customerId, new Date(NOW.getTime() + 2_000));
      expect(again).toEqual(receipt);
      // Only the step that it died in can be missing from the count: of a visit, an order, an interaction and a part in a comparison.
      const { orders, interactions, profiles, consents, servedLists, exposures } = receipt;
      expect(orders + interactions + profiles + consents + servedLists + exposures).toBeGreaterThanOrEqual(isDead() ? 6 : 9);
      return isDead();
    });
    expect(deaths).toBeGreaterThan(40);
  });

  it('while it erases leaves nothing that the next learning does not find', { timeout: 120_000 }, async () => {
    await everyDeath('swept', async (mark, death) => {
      const customer = markedCustomer(mark);
      await hold(collections, customer);
      const { collections: dying, isDead } = dyingCollections(collections, death);
      await swallow(personalStoresOver(dying).erasures.erase(customer.customerId, NOW));
      const { erasures } = personalStoresOver(collections);
      await erasures.sweep();
      const begun = await erasures.sweep();
      // Before its tombstone is set, nobody has been erased.
      if (death.write > 2) expect([mark, begun, await holding(collections, mark)]).toEqual([mark, 0, []]);
      return isDead();
    });
  });

  it('after it wrote of somebody who was erased meanwhile, and before it looked again, leaves what the next learning removes', async () => {
    const mark = 'written-by-the-dead-';
    const customer = markedCustomer(mark);
    await hold(collections, customer);
    const { erasures, unfenced } = personalStoresOver(collections);
    await erasures.erase(customer.customerId, NOW);
    const elsewhere = { sessionId: `${mark}-visit-2` };
    await unfenced.facts.recordOrders([customer.order('1'), customer.order('guest', { customerId: null })]);
    await unfenced.facts.recordInteractions([customer.view('2', elsewhere), customer.view('nameless', { customerId: null, ...elsewhere })]);
    await unfenced.facts.recordConsents([customer.consent]);
    await refreshProfiles([customer.customerId], unfenced);
    await unfenced.servingLog.recordServed([customer.page('1')]);
    await unfenced.servingLog.recordExposures([
      { lane: 'CROSS_SELL', unitId: customer.sessionId, arm: 'HOLDOUT', at: NOW },
      { lane: 'PERSONALISATION', unitId: customer.customerId, arm: 'HOLDOUT', at: NOW },
    ]);
    expect(await erasures.sweep()).toBe(9);
    expect(await holding(collections, mark)).toEqual([]);
    expect(await erasures.sweep()).toBe(0);
  });

  it('after it found a visit of an erased customer leaves what nobody known did there to the next learning', async () => {
    const customer = markedCustomer('visit-of-the-dead-');
    const { erasures, unfenced, facts } = personalStoresOver(collections);
    await facts.recordInteractions([customer.view('1')]);
    await erasures.erase(customer.customerId, NOW);
    await unfenced.facts.recordInteractions([customer.view('nameless', { customerId: null })]);
    expect(await erasures.sweep()).toBe(1);
    expect(await holding(collections, customer.mark)).toEqual([]);
  });
});
