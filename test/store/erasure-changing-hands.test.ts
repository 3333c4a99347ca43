import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { refreshProfiles } from '../../src/domain/personalisation/refresh-profiles.js';
import { OF_AN_ERASED_CUSTOMER } from '../../src/domain/privacy/fence.js';
import type { Order } from '../../src/domain/facts/order.js';
import type { Collections } from '../../src/stores/collections.js';
import { anOrder, NOW } from '../support/builders.js';
import { personalStoresOver } from '../support/fenced-stores.js';
import { useShopProcesses } from '../support/shop-processes.js';

const REJECTED = { kind: 'rejected', message: OF_AN_ERASED_CUSTOMER };
const version = (id: string, number: number, customerId: string | null, changes: Partial<Order> = {}): Order =>
  anOrder(id, ['p1'], { customerId, sessionId: null, placedAt: new Date('2025-03-03T10:00:00Z'), updatedAt: new Date(NOW.getTime() + number * 60_000), ...changes });

describe('an order that changes hands around an erasure', () => {
  const { open } = useShopProcesses();
  let collections: Collections;
  let stores: ReturnType<typeof personalStoresOver>;
  beforeAll(() => {
    collections = open();
    stores = personalStoresOver(collections);
  });
  const ownerOf = async (id: string) => (await collections.orders.findOne({ _id: id }))?.customerId;

  it('leaves its former owner when a newer version says it is the erased customer’s', async () => {
    await stores.facts.recordOrders([version('moved', 1, 'xaver')]);
    await refreshProfiles(['xaver'], stores);
    await stores.erasures.erase('eve', NOW);
    const changesOf = async () => (await collections.dayChanges.findOne({ _id: '2025-03-03' }))?.changes ?? 0;
    const before = await changesOf();
    expect(await stores.facts.recordOrders([version('moved', 2, 'eve')])).toEqual([REJECTED]);
    expect(await ownerOf('moved')).toBeUndefined();
    expect(await collections.profiles.findOne({ _id: 'xaver' })).toMatchObject({ orders: 0 });
    expect(await changesOf()).toBeGreaterThan(before);
    expect(await stores.facts.recordOrders([version('moved', 1, 'xaver')])).toEqual([REJECTED]);
    expect(await stores.facts.recordOrders([version('moved', 3, 'eve', { status: 'CANCELLED' })])).toEqual([REJECTED]);
    expect(await ownerOf('moved')).toBeUndefined();
  });

  it('stays with its new owner whatever older versions say', async () => {
    await stores.facts.recordOrders([version('kept', 2, 'xaver')]);
    await stores.erasures.erase('eva', NOW);
    expect(await stores.facts.recordOrders([version('kept', 1, 'eva')])).toEqual([REJECTED]);
    expect(await stores.facts.recordOrders([version('kept', 3, 'xaver', { status: 'CANCELLED' })])).toEqual([{ kind: 'accepted' }]);
  });

  it('does not come back as the guest’s order that it was before', async () => {
    await stores.facts.recordOrders([version('claimed', 1, null)]);
    await stores.facts.recordOrders([version('claimed', 2, 'claimer')]);
    await stores.erasures.erase('claimer', NOW);
    expect(await stores.facts.recordOrders([version('claimed', 1, null)])).toEqual([REJECTED]);
    await stores.unfenced.facts.recordOrders([version('claimed', 1, null)]);
    expect(await stores.erasures.sweep()).toBe(1);
    expect(await ownerOf('claimed')).toBeUndefined();
  });

  it('names nobody and no order in what keeps it out', async () => {
    await stores.facts.recordOrders([version('canary-order', 1, 'hidden')]);
    await stores.erasures.erase('hidden', NOW);
    expect(JSON.stringify(await collections.erasures.find({}).toArray())).not.toContain('canary-order');
  });

  it('ends with whoever the newest version names, and nowhere when that is the erased, in whatever order all come', { timeout: 60_000 }, async () => {
    let run = 0;
    const owners = fc.array(fc.constantFrom('erased', 'xaver', null), { minLength: 2, maxLength: 4 });
    const history = owners.chain((names) => fc.tuple(fc.constant(names), fc.shuffledSubarray([-1, ...names.keys()], { minLength: names.length + 1, maxLength: names.length + 1 })));
    await fc.assert(
      fc.asyncProperty(history, async ([names, order]) => {
        run += 1;
        const [id, erased] = [`run-${String(run)}`, `erased-${String(run)}`];
        for (const step of [...order, ...order]) {
          const name = names[step] ?? null;
          if (step === -1) await stores.erasures.erase(erased, NOW);
          else await stores.facts.recordOrders([version(id, step, name === 'erased' ? erased : name)]);
        }
        const newest = names.at(-1) ?? null;
        expect(await ownerOf(id)).toBe(newest === 'erased' ? undefined : newest);
      }),
      { numRuns: 60 },
    );
  });
});
