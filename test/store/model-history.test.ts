import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';

import { NotRetained } from '../../src/domain/merchandising/kept/not-retained.js';
import { aModel, someNeighbours, somePopularity, someStatistics } from '../support/builders.js';
import { useStores } from '../support/store.js';

const deadline = { maxTimeMS: 2_000, signal: new AbortController().signal };
const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 0, minute));

const shopOf = () => {
  const { stores, address } = useStores();
  return {
    publish: async (version: string, minute: number): Promise<void> => {
      const statistics = someStatistics({
        coPurchase: [someNeighbours('a', { [version]: 1 })],
        popularity: [somePopularity('', { [version]: 1 })],
      });
      await stores().models.stage(version, statistics);
      await stores().models.publish(aModel({ version, publishedAt: at(minute) }));
    },
    versionAt: async (minute: number) => (await stores().pastModels.within(deadline).modelAt(at(minute)))?.version ?? null,
    held: async (version: string) => (await stores().serving.coPurchase(version, ['a'], deadline)).size === 1,
    stores,
    withDatabase: async <T>(run: (db: ReturnType<MongoClient['db']>) => Promise<T>): Promise<T> => {
      const client = new MongoClient(address().uri);
      try {
        return await run(client.db(address().database));
      } finally {
        await client.close();
      }
    },
  };
};

describe('published versions', () => {
  const shop = shopOf();

  it('were none before the first learning', async () => {
    expect(await shop.versionAt(0)).toBeNull();
  });

  it('hold for their own time each, and again when they are published again', async () => {
    await shop.publish('A', 0);
    await shop.publish('B', 10);
    await shop.publish('A', 20);
    expect([await shop.versionAt(-1), await shop.versionAt(0), await shop.versionAt(10), await shop.versionAt(20)]).toEqual([null, 'A', 'B', 'A']);
    expect(await shop.stores().models.published()).toEqual(aModel({ version: 'A', publishedAt: at(20) }));
  });

  it('go on when what is published is published again', async () => {
    await shop.publish('A', 30);
    expect(await shop.stores().models.published()).toMatchObject({ publishedAt: at(20) });
  });

  it('stay by number, and beyond them nothing is told of the past that might be wrong', async () => {
    await shop.publish('C', 40);
    await shop.publish('D', 50);
    await shop.stores().models.sweep(new Date(), 3);
    expect([await shop.held('A'), await shop.held('B'), await shop.held('C'), await shop.held('D')]).toEqual([true, false, true, true]);
    await expect(shop.versionAt(15)).rejects.toThrow(NotRetained);
    await expect(shop.versionAt(-1)).rejects.toThrow(expect.objectContaining({ since: at(20) }));
    expect([await shop.versionAt(20), await shop.versionAt(45)]).toEqual(['A', 'C']);
  });

  it('say what sold best, version by version', async () => {
    const past = shop.stores().pastModels.within(deadline);
    expect(await past.bestSellers('C')).toEqual({ categoryId: '', ids: ['C'], scores: [1] });
    expect(await past.bestSellers('B')).toBeNull();
  });

  it('are not promised when something else removed their statistics', async () => {
    await shop.withDatabase(async (db) => db.collection('popularity').deleteMany({ version: 'C' }));
    await expect(shop.versionAt(45)).rejects.toThrow(NotRetained);
    expect(await shop.versionAt(55)).toBe('D');
  });

  it('of runs that publish at once are all remembered', async () => {
    const names = Array.from({ length: 5 }, (_, index) => `at once ${String(index)}`);
    await Promise.all(names.map(async (version) => shop.publish(version, 60)));
    await shop.publish('last', 70);
    await shop.stores().models.sweep(new Date(), 6);
    expect(await Promise.all(names.map(shop.held))).toEqual([true, true, true, true, true]);
  });
});

describe('what was learned and held back', () => {
  const shop = shopOf();
  const withheld = (minute: number) => ({ modelVersion: `X${String(minute)}`, at: at(minute), orders: 60, publishedHitRate: 0.08, withheldHitRate: 0.05, margin: 0.004 });
  const noted = async () => (await shop.stores().snapshots.read(null)).snapshot.withheld;

  it('is nothing before the first learning, and nothing is held back beside a version that is not published', async () => {
    await shop.stores().models.withhold('A', withheld(1));
    expect(await noted()).toBeNull();
    await shop.publish('A', 0);
    await shop.stores().models.withhold('B', withheld(1));
    expect(await noted()).toBeNull();
  });

  it('is shown as it was noted, the newest, whatever is swept; what is published stays what it is', async () => {
    await shop.stores().models.withhold('A', withheld(5));
    await shop.stores().models.withhold('A', withheld(10));
    await shop.stores().models.sweep(at(11), 2);
    expect(await noted()).toEqual(withheld(10));
    expect(await shop.stores().models.published()).toEqual(aModel({ version: 'A', publishedAt: at(0) }));
  });

  it('reaches a reader that has the shop in memory, and is gone there once it is published', async () => {
    const held = await shop.stores().snapshots.read(null);
    expect(held.snapshot.withheld).toEqual(withheld(10));
    await shop.stores().models.withhold('A', withheld(15));
    const later = await shop.stores().snapshots.read(held);
    expect(later.snapshot.withheld).toEqual(withheld(15));
    await shop.publish('B', 20);
    expect((await shop.stores().snapshots.read(later)).snapshot).toMatchObject({ withheld: null, model: { version: 'B' } });
  });

  it('is gone once the published version itself is learned again, and not when it was another', async () => {
    await shop.stores().models.withhold('B', withheld(25));
    await shop.stores().models.complete('A', someStatistics());
    expect(await noted()).toEqual(withheld(25));
    await shop.stores().models.complete('B', someStatistics());
    expect(await noted()).toBeNull();
    expect(await shop.stores().models.published()).toMatchObject({ version: 'B', publishedAt: at(20) });
  });

  it('is not lost to a sweep of another run at the same time', async () => {
    for (let round = 0; round < 10; round += 1) {
      await shop.stores().models.withhold('B', withheld(30 + round));
      for (const version of ['C', 'B']) await shop.publish(`${version}${String(round)}`, 40 + round);
      const published = `B${String(round)}`;
      await Promise.all([shop.stores().models.sweep(at(60), 2), shop.stores().models.withhold(published, withheld(50 + round)), shop.stores().models.sweep(at(60), 2)]);
      expect(await noted()).toEqual(withheld(50 + round));
    }
  });
});

describe('a pointer that was written before there was a history', () => {
  const shop = shopOf();

  it('is read, with the version before', async () => {
    const { version, ...published } = aModel({ version: 'B', publishedAt: at(10) });
    const previous = aModel({ version: 'A', publishedAt: at(0) });
    await shop.publish('A', 0);
    await shop.publish('B', 10);
    await shop.withDatabase(async (db) =>
      db.collection<{ _id: string }>('models').replaceOne({ _id: 'published' }, { ...published, version, previous }),
    );
    expect([await shop.versionAt(5), await shop.versionAt(10)]).toEqual(['A', 'B']);
    await expect(shop.versionAt(-1)).rejects.toThrow(NotRetained);
    await shop.stores().models.sweep(new Date(), 7);
    expect([await shop.held('A'), await shop.held('B')]).toEqual([true, true]);
    await shop.publish('C', 20);
    expect([await shop.versionAt(5), await shop.versionAt(15), await shop.versionAt(25)]).toEqual(['A', 'B', 'C']);
    await expect(shop.versionAt(-1)).rejects.toThrow(NotRetained);
  });
});
