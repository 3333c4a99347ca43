import fc from 'fast-check';
import { MongoClient, type Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Interaction } from '../../src/domain/facts/interaction.js';
import type { Order } from '../../src/domain/facts/order.js';
import { DAY_MS } from '../../src/domain/learning/decay.js';
import { foldProfile } from '../../src/domain/personalisation/fold-profile.js';
import type { BehaviourProfile } from '../../src/domain/personalisation/profile.js';
import { DEFAULT_PROFILE_SETTINGS, NEWEST_INTERACTIONS, NEWEST_ORDERS } from '../../src/domain/personalisation/profile-settings.js';
import { refreshProfiles } from '../../src/domain/personalisation/refresh-profiles.js';
import { collectionsOf } from '../../src/stores/collections.js';
import { createFactStore } from '../../src/stores/facts/fact-store.js';
import { createProfileStore } from '../../src/stores/profile-store.js';
import { anInteraction, anOrder } from '../support/builders.js';
import { InMemoryProfiles } from '../support/in-memory-learning.js';
import { someInteractions, someOrders } from '../support/random-shops.js';
import { useStores } from '../support/store.js';

const views = (customerId: string, count: number, kind: Interaction['kind'] = 'VIEW'): readonly Interaction[] =>
  Array.from({ length: count }, (_, index) =>
    anInteraction(`${customerId}-${kind}-${index}`, `p${index % 7}`, { customerId, kind, at: new Date(index) }),
  );

const KINDS: Readonly<Partial<Record<Interaction['kind'], Interaction['kind']>>> = {
  CLICK: 'VIEW',
  SEARCH: 'IMPRESSION',
  REMOVE_FROM_BASKET: 'ADD_TO_BASKET',
};

/** The same facts of two customers, of few kinds and at few instants, so that many lie beyond a bound and many at it. */
const crowded = <T extends Order | Interaction>(fact: T, run: number): T => ({
  ...fact,
  id: `${run}-${fact.id}`,
  customerId: fact.customerId === null ? null : `${run}-${fact.customerId < 'd' ? 'ann' : 'bob'}`,
  ...('at' in fact
    ? { kind: KINDS[fact.kind] ?? fact.kind, at: new Date(fact.at.getTime() - (fact.at.getTime() % DAY_MS)) }
    : { placedAt: new Date(fact.placedAt.getTime() - (fact.placedAt.getTime() % DAY_MS)) }),
});

describe('computing profiles again', () => {
  const { stores, address } = useStores();
  const commands: string[] = [];
  let client: MongoClient;
  let documents = 0;

  beforeAll(() => {
    client = new MongoClient(address().uri, { monitorCommands: true });
    client.on('commandStarted', ({ commandName, command }) => {
      commands.push(`${commandName} ${String((command as Document)[commandName])}`);
    });
    client.on('commandSucceeded', ({ reply }) => {
      const { cursor } = reply as Document;
      documents += (cursor?.firstBatch ?? cursor?.nextBatch ?? []).length;
    });
  });
  afterAll(async () => client.close());

  const costOf = async (customerIds: readonly string[]): Promise<{ documents: number; commands: readonly string[] }> => {
    const collections = collectionsOf(client.db(address().database));
    commands.length = 0;
    documents = 0;
    await refreshProfiles(customerIds, { facts: createFactStore(collections), profiles: createProfileStore(collections) });
    return { documents, commands: [...commands] };
  };
  const profileOf = async (customerId: string): Promise<BehaviourProfile | undefined> =>
    (await stores().serving.profiles([customerId], { maxTimeMS: 1000, signal: new AbortController().signal })).get(customerId);

  it('reads no more for a customer who did ten times as much, and still knows how much that was', async () => {
    await stores().facts.recordInteractions([...views('much', 2_000), ...views('much', 500, 'IMPRESSION')]);
    await stores().facts.recordInteractions([...views('ten-times', 20_000), ...views('ten-times', 5_000, 'IMPRESSION')]);
    const much = await costOf(['much']);
    expect((await costOf(['ten-times'])).documents).toBe(much.documents);
    expect(much.documents).toBeLessThan(2.5 * NEWEST_INTERACTIONS);
    expect(await profileOf('ten-times')).toMatchObject({ interactions: 25_000, since: new Date(0), asOf: new Date(19_999) });
  });

  it('reads no more for a wholesaler with ten times the orders, and still counts those that stand', async () => {
    const orders = (customerId: string, count: number) =>
      Array.from({ length: count }, (_, index) =>
        anOrder(`${customerId}-${index}`, ['a'], {
          customerId,
          placedAt: new Date(index),
          status: index % 4 === 0 ? 'CANCELLED' : 'COMPLETED',
        }),
      );
    await stores().facts.recordOrders(orders('shop', 400));
    await stores().facts.recordOrders(orders('chain', 4_000));
    const shop = await costOf(['shop']);
    expect((await costOf(['chain'])).documents).toBe(shop.documents);
    expect(shop.documents).toBeLessThan(2.5 * NEWEST_ORDERS);
    expect(await profileOf('chain')).toMatchObject({ orders: 3_000, since: new Date(1), asOf: new Date(3_999), products: [{ purchases: NEWEST_ORDERS }] });
  });

  it('remembers what the customer asked to see less of, however much is looked at later', async () => {
    const refusal = anInteraction('refusal', 'unwanted', { customerId: 'looker', kind: 'NOT_INTERESTED', at: new Date(-1) });
    await stores().facts.recordInteractions([refusal, ...views('looker', 3_000)]);
    await costOf(['looker']);
    expect((await profileOf('looker'))?.products.find(({ productId }) => productId === 'unwanted')).toMatchObject({ notInterested: true });
  });

  it('costs one command per collection for many customers as for one, where nobody did much', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `light-${index}`);
    await stores().facts.recordInteractions(ids.flatMap((id) => views(id, 20)));
    const one = await costOf(['light-0']);
    expect(one.commands.filter((command) => /orders|interactions/.test(command))).toEqual(['find orders', 'find interactions']);
    await costOf(ids);
    expect((await costOf(ids)).commands.filter((command) => /orders|interactions/.test(command))).toEqual(['find orders', 'find interactions']);
  });

  it('lets one who did much cost the others of the batch little', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `among-${index}`);
    await stores().facts.recordInteractions(ids.flatMap((id) => views(id, 20)));
    await stores().facts.recordInteractions(views('giant', 10_000));
    const batch = [...ids.slice(0, 11), 'giant', ...ids.slice(11)];
    const { documents: read, commands: sent } = await costOf(batch);
    expect(read).toBeLessThan(10 * NEWEST_INTERACTIONS);
    expect(sent.length).toBeLessThan(80);
    for (const id of ids) expect(await profileOf(id)).toMatchObject({ interactions: 20 });
    expect(await profileOf('giant')).toMatchObject({ interactions: 10_000 });
  });

  it('gives the fold over all facts to the last byte, whatever the bounds and the batches', async () => {
    const bound = fc.integer({ min: 1, max: 5 });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(someOrders, someInteractions, bound, bound, fc.nat(3), async (placed, done, maxOrders, maxInteractions, cut) => {
        run += 1;
        const orders = placed.map((order) => crowded(order, run));
        const interactions = done.map((interaction) => crowded(interaction, run));
        const ids = ['ann', 'bob', 'nobody'].map((name) => `${run}-${name}`);
        const settings = { ...DEFAULT_PROFILE_SETTINGS, maxOrders, maxInteractions };
        const profiles = new InMemoryProfiles();
        profiles.settings = settings;
        await stores().facts.recordOrders(orders);
        await stores().facts.recordInteractions(interactions);
        for (const batch of [ids.slice(0, cut), ids.slice(cut)]) await refreshProfiles(batch, { facts: stores().facts, profiles });
        for (const customerId of ids) {
          const all = {
            customerId,
            orders: orders.filter((order) => order.customerId === customerId),
            interactions: interactions.filter((interaction) => interaction.customerId === customerId),
            orderTotals: null,
            interactionTotals: null,
          };
          expect(JSON.stringify(profiles.stored.get(customerId)?.profile)).toBe(JSON.stringify(foldProfile(all, new Map(), settings)));
        }
      }),
      { numRuns: 60 },
    );
  });
});
