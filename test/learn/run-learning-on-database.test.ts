import { describe, expect, it } from 'vitest';
import type { Order } from '../../src/domain/facts/order.js';
import { CannotCount } from '../../src/domain/learning/database-counting.js';
import { DEFAULT_LEARNING_SETTINGS } from '../../src/domain/learning/settings.js';
import { type LearningDeps, type LearningResult, runLearning } from '../../src/learn/run-learning.js';
import { FactsInArrays, InMemoryModels, InMemoryProfiles } from '../support/in-memory-learning.js';
import { daysAgo, TODAY } from '../support/learning-facts.js';
import { databaseOf, engineOn, MingoDatabase } from '../support/mingo-database.js';
import { EARLIER, halfOf, NEWER } from '../support/shop-of-sets.js';

const shopWith = (orders: readonly Order[], models = new InMemoryModels()) => {
  const database = databaseOf({ orders, interactions: [] });
  return { facts: new FactsInArrays({ orders }), models, profiles: new InMemoryProfiles(), database };
};

type Shop = ReturnType<typeof shopWith>;

const learn = ({ database, ...stores }: Shop, changes: Partial<LearningDeps> = {}): Promise<LearningResult> => {
  const engine = engineOn(database, () => TODAY);
  return runLearning({ ...stores, engine, leftBehind: engine, now: () => TODAY, settings: DEFAULT_LEARNING_SETTINGS, ...changes });
};

const collectionsLeft = ({ database }: Shop): readonly string[] => [...database.collections.keys()].filter((name) => name.startsWith('learning_'));

describe('a learning run that has the database count', () => {
  it('publishes what one that reads the facts itself would, and builds the profiles', async () => {
    const shop = shopWith(EARLIER);
    const { model, profiles, phases } = await learn(shop);
    const { facts, profiles: stored } = shopWith(EARLIER);
    const read = await runLearning({ facts, models: new InMemoryModels(), profiles: stored, now: () => TODAY, settings: DEFAULT_LEARNING_SETTINGS });
    expect({ ...model, version: '' }).toEqual({ ...read.model, version: '' });
    expect([profiles, shop.profiles.stored.size]).toEqual([360, 360]);
    expect(phases.map(({ phase }) => phase)).toEqual([
      ...['keeping out the erased', 'trying the database', 'grouping facts', 'reading catalogue', 'counting pairs', 'finding traits', 'comparing'],
      ...['writing statistics', 'publishing', 'building profiles', 'sweeping up'],
    ]);
    expect(collectionsLeft(shop)).toEqual([]);
  });

  it('learns nothing new from the same facts', async () => {
    const shop = shopWith(EARLIER);
    await learn(shop);
    expect((await learn(shop)).alreadyPublished).toBe(true);
  });

  it('publishes a model that counts nothing for a shop without facts', async () => {
    const { model } = await learn(shopWith([]));
    expect(model).toMatchObject({ asOf: new Date(0), orders: 0, products: 0, pairs: 0, customers: 0 });
  });

  it.each([
    ['withholds what was learned from half of the orders', [...halfOf(EARLIER), ...NEWER]],
    ['publishes what is no worse', [...EARLIER, ...NEWER]],
  ])('%s, by the comparison that reading the facts comes to', async (_name, orders) => {
    const [counted, read] = [shopWith(orders), shopWith(orders)];
    await learn(shopWith(EARLIER, counted.models));
    await learn(shopWith(EARLIER, read.models));
    const { facts, models, profiles } = read;
    const wanted = await runLearning({ facts, models, profiles, now: () => TODAY, settings: DEFAULT_LEARNING_SETTINGS });
    const { comparison, withheld } = await learn(counted);
    expect(comparison).toEqual(wanted.comparison);
    expect([withheld, comparison.orders]).toEqual([orders.length < EARLIER.length, 60]);
    expect(collectionsLeft(counted)).toEqual([]);
  });
});

const ofCustomer = (groups: string, customerId: string, database: MingoDatabase): void => {
  for (const { _id, owner } of database.documentsOf(groups)) if (owner === `customer ${customerId}`) database.collections.get(groups)?.delete(JSON.stringify(_id));
};

/** Forgets a customer's groups when it is asked the nth question of them. */
class ForgettingDatabase extends MingoDatabase {
  left = Infinity;
  forgotten = '';

  override async *stream<T>(...told: Parameters<MingoDatabase['stream']>): AsyncIterable<T> {
    this.left -= 1;
    if (this.left === 0) for (const name of await this.collectionsNamed('learning_')) ofCustomer(name, this.forgotten, this);
    yield* super.stream<T>(...told);
  }
}

describe('a learning run while a customer is erased', () => {
  const [first] = EARLIER;
  const erased = first?.customerId ?? '';
  const others = EARLIER.filter(({ customerId }) => customerId !== erased);

  it('counts without those of whom it is told before it counts', async () => {
    const shop = shopWith(EARLIER);
    const engine = engineOn(shop.database, () => TODAY, async (groups) => ofCustomer(groups, erased, shop.database));
    const [{ model }, wanted] = [await learn(shop, { engine }), await learn(shopWith(others))];
    expect(others.length).toBeLessThan(EARLIER.length);
    expect({ ...model, version: '' }).toEqual({ ...wanted.model, version: '' });
  });

  it('leaves nothing behind where they cannot be looked for', async () => {
    const shop = shopWith(EARLIER);
    const engine = engineOn(shop.database, () => TODAY, async () => Promise.reject(new Error('no connection')));
    await expect(learn(shop, { engine })).rejects.toThrow('no connection');
    expect([await shop.models.published(), collectionsLeft(shop)]).toEqual([null, []]);
  });

  // Eight questions try the database and settle its groups.
  it.each([9, 10, 11, 12, 13, 14, 15, 16])('goes on, whatever it has counted by then, and publishes numbers: question %i', async (question) => {
    const database = new ForgettingDatabase();
    for (const [name, documents] of databaseOf({ orders: EARLIER, interactions: [] }).collections) database.collections.set(name, documents);
    [database.left, database.forgotten] = [question, erased];
    const shop = { ...shopWith(EARLIER), database };
    const { model } = await learn(shop);
    expect(model.orders).toBeGreaterThanOrEqual(others.length);
    const lines = [...shop.models.documents.values()].flatMap((published) => [...published]);
    // What is no number is written as null; in demand, so is an interval that nobody knows.
    expect([lines.length > 100, lines.filter((line) => !line.startsWith('["demand"') && line.includes('null')).length, database.left < 1]).toEqual([true, 0, true]);
  });
});

/** Dies at one of the commands that change something, and lives on afterwards. */
class DyingDatabase extends MingoDatabase {
  left = Infinity;

  override async merge(...told: Parameters<MingoDatabase['merge']>): Promise<void> {
    this.left -= 1;
    if (this.left === 0) throw new Error('killed');
    await super.merge(...told);
  }
}

const dyingShop = (): { readonly database: DyingDatabase; readonly shop: Shop } => {
  const database = new DyingDatabase();
  for (const [name, documents] of databaseOf({ orders: EARLIER, interactions: [] }).collections) database.collections.set(name, documents);
  return { database, shop: { ...shopWith(EARLIER), database } };
};

describe('a learning run whose database fails on the way', () => {
  // Four aggregations try the database; those of the run follow.
  it.each([5, 6, 7])('publishes nothing and leaves nothing behind: aggregation %i', async (fatal) => {
    const { database, shop } = dyingShop();
    database.left = fatal;
    await expect(learn(shop)).rejects.toThrow('killed');
    expect([await shop.models.published(), collectionsLeft(shop)]).toEqual([null, []]);
    database.left = Infinity;
    expect((await learn(shop)).model.orders).toBe(EARLIER.length);
  });

  it('is refused where the database counts wrongly, before anything is learned', async () => {
    const { database, shop } = dyingShop();
    database.merge = async () => undefined;
    await expect(learn(shop)).rejects.toThrow(CannotCount);
    await expect(learn(shop)).rejects.toThrow(/^the database cannot count pairs by itself: it counted a shop of two products wrongly\. Run tandem learn without --engine mongodb/);
    expect([shop.profiles.stored.size, collectionsLeft(shop)]).toEqual([0, []]);
  });

  it.each([true, false])('has what a stopped run left removed by a later one, whether that has the database count (%s) or not', async (counts) => {
    const shop = shopWith(EARLIER);
    const left = `learning_${daysAgo(4).getTime()}_f00_groups`;
    const underWay = `learning_${daysAgo(1).getTime()}_f00_groups`;
    for (const name of [left, underWay]) await shop.database.create(name);
    const { facts, models, profiles } = shop;
    if (counts) await learn(shop);
    else await runLearning({ facts, models, profiles, leftBehind: engineOn(shop.database), now: () => TODAY, settings: DEFAULT_LEARNING_SETTINGS });
    expect(collectionsLeft(shop)).toEqual([underWay]);
  });
});
