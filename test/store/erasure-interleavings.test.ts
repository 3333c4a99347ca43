import { describe, expect, it } from 'vitest';

import { refreshProfiles } from '../../src/domain/personalisation/refresh-profiles.js';
import type { Collections } from '../../src/stores/collections.js';
import { NOW } from '../support/builders.js';
import { holding, markedCustomer, personalStoresOver, type MarkedCustomer } from '../support/fenced-stores.js';
import { useShopProcesses } from '../support/shop-processes.js';
import { everySchedule, playSchedule, type Schedule } from '../support/stepped-collections.js';

type Stores = ReturnType<typeof personalStoresOver>;

/** Everything that writes about customers, while they are being erased. */
const WRITERS: Readonly<Record<string, (stores: Stores, customer: MarkedCustomer) => Promise<unknown>>> = {
  'a recorder of orders': async ({ facts }, { order, mark }) =>
    facts.recordOrders([order('new', { sessionId: `${mark}-visit-2` }), order('nameless', { customerId: null, sessionId: `${mark}-visit-2` })]),
  'a recorder of interactions': async ({ facts }, { view, mark }) =>
    facts.recordInteractions([view('nameless', { customerId: null, sessionId: `${mark}-visit-2` }), view('new', { sessionId: `${mark}-visit-2` })]),
  'a recorder of what nobody known did in a visit of theirs': async ({ facts }, { view }) => facts.recordInteractions([view('nameless', { customerId: null })]),
  'a replay of what is held': async ({ facts }, { order }) => facts.recordOrders([order('held')]),
  'a replay of the guest’s order that one of theirs was before': async ({ facts }, { order }) =>
    facts.recordOrders([order('held', { customerId: null, sessionId: null, updatedAt: new Date(NOW.getTime() - 86_400_000_000) })]),
  'a recorder of what was somebody else’s order before': async ({ facts, unfenced }, { order }) => {
    await unfenced.facts.recordOrders([order('moved', { customerId: null, sessionId: null, updatedAt: new Date(NOW.getTime() - 86_400_000_000) })]);
    await facts.recordOrders([order('moved', { sessionId: null })]);
  },
  'the computing of a first profile and of the next': async ({ facts, profiles }, { customerId }) => {
    await refreshProfiles([customerId], { facts, profiles });
    await refreshProfiles([customerId], { facts, profiles });
  },
  'a decision about consent': async ({ facts }, { customerId }) =>
    facts.recordConsents([{ customerId, consent: false, decidedAt: NOW }]),
  'the log of what was served': async ({ servingLog }, { page }) => servingLog.recordServed([page('new')]),
  'the log of who takes part in comparisons': async ({ servingLog }, { customerId, sessionId }) =>
    servingLog.recordExposures([
      { lane: 'PERSONALISATION', unitId: customerId, arm: 'HOLDOUT', at: NOW },
      { lane: 'CROSS_SELL', unitId: sessionId, arm: 'TREATMENT', at: NOW },
    ]),
};

const hold = async (collections: Collections, customers: readonly MarkedCustomer[]): Promise<void> => {
  const { facts, servingLog } = personalStoresOver(collections);
  await facts.recordOrders(customers.map(({ order }) => order('held')));
  await facts.recordInteractions(customers.flatMap(({ view }) => [view('held'), view('held-nameless', { customerId: null })]));
  await facts.recordConsents(customers.map(({ consent }) => consent));
  await servingLog.recordServed(customers.map(({ page }) => page('held')));
  await servingLog.recordExposures(customers.map(({ sessionId }) => ({ lane: 'CROSS_SELL', unitId: sessionId, arm: 'TREATMENT', at: NOW })));
};

/** All in which one breaks into the other once, and every so many of those in which it is broken into itself. */
const schedulesOf = (most: readonly [number, number]): readonly Schedule[] => {
  const all = everySchedule(most);
  const [once, twice] = [all.filter(({ whole }) => whole), all.filter(({ whole }) => !whole)];
  return [...once, ...twice.filter((_, at) => at % 23 === 0)];
};

describe('an erasure while somebody writes', () => {
  const { open } = useShopProcesses();

  it.each(Object.entries(WRITERS))('leaves nothing, whoever comes first at whichever command: %s', { timeout: 240_000 }, async (name, write) => {
    const collections = open();
    const run = async (customer: MarkedCustomer, schedule: Schedule): Promise<readonly number[]> => {
      const erase = async (own: Collections): Promise<unknown> => personalStoresOver(own).erasures.erase(customer.customerId, NOW);
      return playSchedule(collections, [erase, async (own) => write(personalStoresOver(own), customer)], schedule);
    };
    // How many commands each of them may send is known from letting either go first.
    const probes = [markedCustomer(`${name}-0`), markedCustomer(`${name}-1`)];
    await hold(collections, probes);
    const counts = await Promise.all(probes.map(async (probe, actor) => run(probe, { steps: [{ actor, commands: Infinity }], whole: true })));
    const most = [0, 1].map((actor) => Math.max(...counts.map((sent) => sent[actor] ?? 0)));
    const schedules = schedulesOf([most[0] ?? 0, most[1] ?? 0]);
    expect(schedules.length).toBeGreaterThan(40);
    const customers = schedules.map((_, at) => markedCustomer(`${name}-${String(at)}-`));
    await hold(collections, customers);
    expect(await holding(collections, name)).not.toEqual([]);
    for (const [at, customer] of customers.entries()) await run(customer, schedules[at] ?? { steps: [], whole: true });
    expect(await holding(collections, name)).toEqual([]);
  });
});
