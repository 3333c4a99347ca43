import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MongoClient } from 'mongodb';
import { afterEach, describe, expect, it } from 'vitest';

import type { Interaction } from '../../src/domain/facts/interaction.js';
import type { Order } from '../../src/domain/facts/order.js';
import { DEFAULT_LEARNING_SETTINGS } from '../../src/domain/learning/settings.js';
import type { Exposure } from '../../src/domain/measurement/exposure.js';
import type { ServedPage } from '../../src/domain/measurement/served-page.js';
import { refreshProfiles } from '../../src/domain/personalisation/refresh-profiles.js';
import { startEmbeddedStore } from '../../src/embedded/index.js';
import { runLearning } from '../../src/learn/run-learning.js';
import { openStores, type StoreAddress, type Stores } from '../../src/stores/open.js';
import { anInteraction, anOrder, aProduct, NOW } from '../support/builders.js';
import { markedCustomer } from '../support/fenced-stores.js';
import { allDocumentsOf } from '../support/store.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A shop in an embedded store on the disk. */
const withShop = async <T>(run: (shop: { stores: Stores; address: StoreAddress; folder: string }) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-erasure-'));
  folders.push(folder);
  const store = await startEmbeddedStore({ directory: folder });
  const address = { uri: store.uri, database: 'tandem' };
  const stores = openStores(address);
  try {
    await stores.prepare();
    return await run({ stores, address, folder });
  } finally {
    await stores.close();
    await store.close();
  }
};

interface Facts {
  readonly orders: readonly Order[];
  readonly interactions: readonly Interaction[];
  readonly pages: readonly ServedPage[];
  readonly exposures: readonly Exposure[];
}

const day = (ago: number): Date => new Date(NOW.getTime() - ago * 86_400_000);
const PRODUCTS = ['p1', 'p2', 'p3', 'p4', 'p5'];

/** What thirty others do: enough for pairs to be learned, and for days, lists and arms to be measured. */
const OTHERS: Facts = {
  orders: Array.from({ length: 30 }, (_, at) =>
    anOrder(`o${String(at)}`, [PRODUCTS[at % 5] ?? '', PRODUCTS[(at + 1) % 5] ?? ''], {
      ...{ customerId: `c${String(at % 11)}`, sessionId: `s${String(at)}`, placedAt: day(at % 9), updatedAt: day(at % 9) },
    }),
  ),
  interactions: Array.from({ length: 60 }, (_, at) =>
    anInteraction(`e${String(at)}`, PRODUCTS[at % 5] ?? '', {
      ...{ kind: 'CLICK', customerId: `c${String(at % 11)}`, sessionId: `s${String(at % 30)}`, at: day(at % 9), recommendationId: 'shelf' },
    }),
  ),
  pages: [
    {
      ...{ recommendationId: 'shelf', lane: 'CROSS_SELL', placement: 'PRODUCT_PAGE', customerId: null, anchorIds: ['p5'], firstSlot: 1 },
      ...{ productIds: ['p1', 'p2', 'p3'], sources: ['CO_PURCHASE', 'CO_PURCHASE', 'POPULAR'], servedAt: day(10) },
    },
  ],
  exposures: Array.from({ length: 30 }, (_, at) => ({ lane: 'CROSS_SELL', unitId: `s${String(at)}`, arm: at % 3 === 0 ? 'HOLDOUT' : 'TREATMENT', at: day(9) })),
};

const customer = markedCustomer('canary-4711');
/** What the customer does, part of it without a name, so that it would count in all that is learned and measured. */
const THEIRS: Facts = {
  orders: [0, 2, 4].flatMap((ago) => [
    customer.order(`named-${String(ago)}`, { placedAt: day(ago), updatedAt: day(ago) }),
    customer.order(`guest-${String(ago)}`, { customerId: null, placedAt: day(ago), updatedAt: day(ago) }),
  ]),
  interactions: [0, 2, 4].flatMap((ago) => [
    customer.view(`named-${String(ago)}`, { kind: 'CLICK', at: day(ago), recommendationId: 'shelf' }),
    customer.view(`nameless-${String(ago)}`, { kind: 'ADD_TO_BASKET', customerId: null, at: day(ago), recommendationId: 'shelf' }),
    customer.view(`search-${String(ago)}`, { kind: 'SEARCH', productId: null, query: 'canary-4711 query', at: day(ago), recommendationId: null }),
  ]),
  pages: [customer.page('own')],
  exposures: [
    { lane: 'CROSS_SELL', unitId: customer.sessionId, arm: 'HOLDOUT', at: day(5) },
    { lane: 'PERSONALISATION', unitId: customer.customerId, arm: 'TREATMENT', at: day(5) },
  ],
};

const fill = async ({ facts, servingLog, profiles }: Stores, { orders, interactions, pages, exposures }: Facts): Promise<void> => {
  await facts.recordOrders(orders);
  await facts.recordInteractions(interactions);
  await servingLog.recordServed(pages);
  await servingLog.recordExposures(exposures);
  const named = [...orders, ...interactions].flatMap(({ customerId }) => customerId ?? []);
  await refreshProfiles(named, { facts, profiles });
};

const openShop = async (stores: Stores): Promise<void> => {
  await stores.facts.recordProducts(PRODUCTS.map((id) => aProduct(id)));
  await fill(stores, OTHERS);
};

const learn = async (stores: Stores): Promise<string> => {
  const measuring = { measured: stores.measured, sheets: stores.sheets, windowDays: 7 };
  const { model } = await runLearning({ ...stores, measuring, now: () => NOW, settings: { ...DEFAULT_LEARNING_SETTINGS, minCustomers: 2 } });
  return model.version;
};

const filesHolding = (folder: string, text: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => readFileSync(join(folder, name)).includes(text));

const sheetsOf = async ({ sheets }: Stores): Promise<readonly unknown[]> => {
  const held: unknown[] = [];
  for await (const sheet of sheets.sheets(null, '2027-01-01')) held.push(sheet);
  return held;
};

/** All that is derived, apart from when and how often it was made. */
const derivedIn = async ({ stores, address }: { readonly stores: Stores; readonly address: StoreAddress }) => {
  const { copurchase_stats, similarity_stats, popularity, product_demand, trait_affinities, proposed_pairs, behaviour_profiles } = await allDocumentsOf(address);
  const version = (await stores.models.published())?.version;
  const ofVersion = (documents: readonly unknown[] = []) => documents.filter((document) => (document as { version?: string }).version === version);
  return {
    model: await stores.models.published(),
    statistics: [copurchase_stats, similarity_stats, popularity, product_demand, trait_affinities, proposed_pairs].map(ofVersion),
    profiles: behaviour_profiles?.map((document) => ({ ...(document as object), revision: 0 })),
    sheets: await sheetsOf(stores),
  };
};

describe('an embedded store after an erasure, the next learning and giving back the space', () => {
  it('holds no byte of the customer, their visits, orders, interactions, searches or lists in any document or file', async () => {
    await withShop(async ({ stores, address, folder }) => {
      await openShop(stores);
      await fill(stores, THEIRS);
      await stores.facts.recordConsents([customer.consent]);
      await learn(stores);
      expect(filesHolding(folder, customer.mark)).toHaveLength(1);
      const receipt = await stores.erasures.erase(customer.customerId, NOW);
      expect(receipt).toMatchObject({ orders: 6, interactions: 9, profiles: 1, consents: 1, servedLists: 1, exposures: 2 });
      expect(filesHolding(folder, customer.mark)).toHaveLength(1);
      await learn(stores);
      await stores.erasures.reclaim();
      expect(JSON.stringify(await allDocumentsOf(address))).not.toContain(customer.mark);
      expect(filesHolding(folder, customer.mark)).toEqual([]);
      expect(filesHolding(folder, 'p5').length).toBeGreaterThan(0);
    });
  });

  it('has learned and measured what it would have learned and measured without the customer, in spite of replays', async () => {
    const without = await withShop(async (shop) => {
      await openShop(shop.stores);
      await learn(shop.stores);
      return derivedIn(shop);
    });
    expect(without.statistics.flat().length).toBeGreaterThan(5);
    expect(without.sheets).toHaveLength(11);
    await withShop(async (shop) => {
      const { stores } = shop;
      await openShop(stores);
      await fill(stores, THEIRS);
      const before = await learn(stores);
      expect(await derivedIn(shop)).not.toEqual(without);
      await stores.erasures.erase(customer.customerId, NOW);
      await fill(stores, { ...THEIRS, orders: THEIRS.orders.toReversed(), interactions: THEIRS.interactions.toReversed() });
      expect(await learn(stores)).not.toBe(before);
      expect(await derivedIn(shop)).toEqual(without);
    });
  });

  it('gives the space back with the next learning, where whoever erased was killed before', async () => {
    await withShop(async ({ stores, folder }) => {
      await openShop(stores);
      await fill(stores, THEIRS);
      await stores.erasures.erase(customer.customerId, NOW);
      await learn(stores);
      expect(filesHolding(folder, customer.mark)).toEqual([]);
    });
  });

  it('is not rewritten where nobody was ever erased', async () => {
    await withShop(async ({ stores, folder }) => {
      await openShop(stores);
      const files = readdirSync(folder);
      await stores.erasures.reclaim();
      await learn(stores);
      expect(readdirSync(folder)).toEqual(files);
    });
  });

  it('may be given back its space by many at once while others write', async () => {
    await withShop(async ({ stores, address, folder }) => {
      await openShop(stores);
      await fill(stores, THEIRS);
      await stores.erasures.erase(customer.customerId, NOW);
      const late = Array.from({ length: 40 }, (_, at) => anOrder(`late-${String(at)}`, ['p1'], { customerId: 'late' }));
      await Promise.all([...late.map(async (order) => stores.facts.recordOrders([order])), ...[1, 2, 3, 4, 5].map(async () => stores.erasures.reclaim())]);
      expect(filesHolding(folder, customer.mark)).toEqual([]);
      const client = new MongoClient(address.uri);
      expect(await client.db(address.database).collection('orders').countDocuments({ customerId: 'late' })).toBe(40);
      await client.close();
    });
  });
});
