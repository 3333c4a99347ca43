import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { generateSampleShop } from '../../src/demo/shop/sample-shop.js';
import type { SliceLimits } from '../../src/domain/learning/anchor-slices.js';
import { CannotCount } from '../../src/domain/learning/database-counting.js';
import { learnStatistics, scorersOf } from '../../src/domain/learning/learn-statistics.js';
import { DEFAULT_LEARNING_SETTINGS, type LearningSettings } from '../../src/domain/learning/settings.js';
import { startEmbeddedStore } from '../../src/embedded/index.js';
import { learnOnDatabase } from '../../src/learn/engine/learn-on-database.js';
import { PhaseClock } from '../../src/learn/progress.js';
import { windowsNow } from '../../src/learn/read-facts.js';
import { openStores, type StoreAddress } from '../../src/stores/open.js';
import { collect, TODAY } from '../support/learning-facts.js';
import { expectSameOutcome } from '../support/same-statistics.js';
import { allDocumentsOf, useStores } from '../support/store.js';

const isForeign = (process.env['MONGODB_URI'] ?? '') !== '';
if (!isForeign) console.warn('skipped: learning by aggregations is tried on a database only where MONGODB_URI names one; the embedded store refuses it');

const namesIn = async (address: StoreAddress): Promise<readonly string[]> => Object.keys(await allDocumentsOf(address)).filter((name) => name.startsWith('learning_'));

describe('an embedded store', () => {
  let address: StoreAddress;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const store = await startEmbeddedStore();
    address = { uri: store.uri, database: 'shop' };
    close = async () => store.close();
  });
  afterAll(async () => close());

  it('is refused in one sentence that says what to do, and keeps nothing of having been tried', async () => {
    const stores = openStores(address);
    try {
      const refusal: unknown = await stores.counting.check().catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(CannotCount);
      expect(String(refusal)).toMatch(
        /the database cannot count pairs by itself: it answered ".*embedded store aggregates only to count documents.*"\. Run tandem learn without --engine mongodb, or give it a MongoDB of version 4\.4 or later$/,
      );
      expect(await namesIn(address)).toEqual([]);
    } finally {
      await stores.close();
    }
  });

  it('is rid of what runs left that were stopped long ago, and of nothing else', async () => {
    const client = new MongoClient(address.uri);
    const stores = openStores(address);
    const daysBefore = (days: number): string => `learning_${TODAY.getTime() - days * 86_400_000}_a1_groups`;
    try {
      const [old, recent] = [daysBefore(4), daysBefore(1)];
      for (const name of [old, recent]) await client.db(address.database).collection(name).insertOne({ products: [] });
      await stores.counting.sweep(TODAY);
      expect(await namesIn(address)).toEqual([recent]);
    } finally {
      await stores.close();
      await client.close();
    }
  });

  it('is rid of what a run left of an erased customer, without waiting for anything', async () => {
    const client = new MongoClient(address.uri);
    const stores = openStores(address);
    try {
      const groups = client.db(address.database).collection<{ _id: string; owner: string }>(`learning_${TODAY.getTime()}_b2_groups`);
      await groups.insertMany([{ _id: 'order 1', owner: 'customer ada' }, { _id: 'order 2', owner: 'customer ben' }]);
      expect(await stores.erasures.erase('ada', TODAY)).toMatchObject({ learningGroups: 1 });
      expect((await groups.find().toArray()).map(({ owner }) => owner)).toEqual(['customer ben']);
    } finally {
      await stores.close();
      await client.close();
    }
  });
});

describe.runIf(isForeign)('a MongoDB that aggregates', () => {
  const { stores, address } = useStores();
  const shop = generateSampleShop({ now: TODAY });

  const inParts = async <T>(things: readonly T[], write: (part: readonly T[]) => Promise<unknown>): Promise<void> => {
    for (let start = 0; start < things.length; start += 1_000) await write(things.slice(start, start + 1_000));
  };

  beforeAll(async () => {
    const { facts } = stores();
    await inParts(shop.orders, facts.recordOrders);
    await inParts(shop.interactions, async (part) => facts.recordInteractions(part));
    await facts.recordProducts(shop.products);
  }, 300_000);

  it.each<[string, Partial<LearningSettings>, SliceLimits | null]>([
    ['as the product is delivered', {}, null],
    ['where many groups are larger than the cap, in slices that are counted at once', { basketCap: 4 }, { work: 1e9, anchors: 60 }],
  ])('learns the sample shop as learning from columns does, %s, and leaves nothing behind', async (_name, changes, limits) => {
    const { facts, counting } = stores();
    const settings = { ...DEFAULT_LEARNING_SETTINGS, ...changes };
    const now = await windowsNow(facts, settings);
    const learning = { engine: counting, facts, catalogue: facts, settings, scorers: scorersOf(settings), now: () => new Date(), ...(limits === null ? {} : { limits }) };
    const { outcome } = await learnOnDatabase({ now, then: null }, learning, new PhaseClock(() => new Date(), () => undefined));
    expectSameOutcome(outcome, learnStatistics(collect(shop, settings), settings));
    expect(outcome.counts.pairs).toBeGreaterThan(1_000);
    expect(await namesIn(address())).toEqual([]);
  }, 600_000);
});
