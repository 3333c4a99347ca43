import { describe, expect, it } from 'vitest';
import type { Order } from '../../src/domain/facts/order.js';
import { DEFAULT_LEARNING_SETTINGS } from '../../src/domain/learning/settings.js';
import type { LearningProgress } from '../../src/learn/progress.js';
import { type LearningDeps, type LearningResult, runLearning } from '../../src/learn/run-learning.js';
import { FactsInArrays, InMemoryModels, InMemoryProfiles } from '../support/in-memory-learning.js';
import { InMemoryMeasured } from '../support/in-memory-measured.js';
import { bought, daysAgo, TODAY } from '../support/learning-facts.js';
import { EARLIER, halfOf, NEWER, setOf } from '../support/shop-of-sets.js';

interface Shop {
  readonly facts: FactsInArrays;
  readonly models: InMemoryModels;
  readonly profiles: InMemoryProfiles;
  readonly measured: InMemoryMeasured;
}

const learn = ({ measured, ...stores }: Shop, changes: Partial<LearningDeps> = {}): Promise<LearningResult> =>
  runLearning({
    ...stores,
    measuring: { measured, sheets: measured, windowDays: 7 },
    now: () => TODAY,
    settings: DEFAULT_LEARNING_SETTINGS,
    ...changes,
  });

/** A shop that has published what it learned from its earlier orders, and then holds these. */
const publishedThenHolds = async (orders: readonly Order[]): Promise<Shop & { readonly published: LearningResult }> => {
  const stores = { models: new InMemoryModels(), profiles: new InMemoryProfiles(), measured: new InMemoryMeasured() };
  const published = await learn({ ...stores, facts: new FactsInArrays({ orders: EARLIER }) });
  await stores.measured.recordOrders(NEWER);
  return { ...stores, facts: new FactsInArrays({ orders }), published };
};

describe('a learning run of a shop that has published before', () => {
  it('publishes what is no worse, and tells what it was compared by', async () => {
    const shop = await publishedThenHolds([...EARLIER, ...NEWER]);
    const { withheld, comparison, model, learned } = await learn(shop);
    expect(comparison).toMatchObject({ verdict: 'NOT_WORSE', orders: 60, published: 1, rival: 1 });
    expect([withheld, model.version]).toEqual([false, learned.version]);
    expect(await shop.models.published()).toEqual(model);
  });

  it('withholds what was learned from half of the orders: nothing is written, the pointer stays', async () => {
    const { published, ...shop } = await publishedThenHolds([...halfOf(EARLIER), ...NEWER]);
    const before = [...shop.models.documents.keys()];
    const { withheld, comparison, model, learned, alreadyPublished, phases } = await learn(shop);
    expect([withheld, alreadyPublished, comparison.verdict, comparison.orders]).toEqual([true, false, 'WORSE', 60]);
    expect(model).toEqual(published.model);
    expect(await shop.models.published()).toEqual(published.model);
    expect(learned.version).not.toBe(model.version);
    expect(learned.orders).toBe(halfOf(EARLIER).length + NEWER.length);
    expect([...shop.models.documents.keys()]).toEqual(before);
    expect(phases.map(({ phase }) => phase)).not.toContain('writing statistics');
  });

  it('remembers what it withheld and by what figures until something is published, also where it is the published version that is learned again', async () => {
    const shop = await publishedThenHolds([...halfOf(EARLIER), ...NEWER]);
    expect(shop.models.withheld()).toBeNull();
    const { learned, comparison } = await learn(shop);
    const { orders, published: publishedHitRate, rival: withheldHitRate, margin } = comparison;
    const noted = { modelVersion: learned.version, at: TODAY, orders, publishedHitRate, withheldHitRate, margin };
    expect(shop.models.withheld()).toEqual(noted);
    expect(publishedHitRate).toBeGreaterThan(withheldHitRate ?? 1);

    await learn({ ...shop, facts: new FactsInArrays({ orders: EARLIER }) });
    expect(shop.models.withheld()).toBeNull();
    await learn(shop);
    expect(shop.models.withheld()).toEqual(noted);
    await learn({ ...shop, facts: new FactsInArrays({ orders: [...EARLIER, ...NEWER] }) });
    expect(shop.models.withheld()).toBeNull();
    await learn(shop, { settings: { ...DEFAULT_LEARNING_SETTINGS, minCustomers: 8 }, force: true });
    expect(shop.models.withheld()).toBeNull();
  });

  it('builds profiles and measures also where it withholds', async () => {
    const shop = await publishedThenHolds([...halfOf(EARLIER), ...NEWER]);
    shop.profiles.stored.clear();
    const { withheld, profiles, daysMeasured } = await learn(shop);
    expect([withheld, profiles, daysMeasured]).toEqual([true, halfOf(EARLIER).length, 2]);
    expect(shop.profiles.stored.size).toBe(profiles);
  });

  it('publishes what is worse where it is forced to, and says that it is', async () => {
    const shop = await publishedThenHolds([...halfOf(EARLIER), ...NEWER]);
    const { withheld, comparison, model, learned } = await learn(shop, { force: true });
    expect([withheld, comparison.verdict, model.version]).toEqual([false, 'WORSE', learned.version]);
    expect(await shop.models.published()).toEqual(model);
  });

  it('withholds settings that make lists worse, and publishes with the settings of before', async () => {
    const shop = await publishedThenHolds([...EARLIER, ...NEWER]);
    const strict = { ...DEFAULT_LEARNING_SETTINGS, minCustomers: 8 };
    expect((await learn(shop, { settings: strict })).comparison).toMatchObject({ verdict: 'WORSE', published: 1, rival: 0 });
    expect((await learn(shop)).withheld).toBe(false);
  });

  it('goes on withholding until the facts are back', async () => {
    const { facts: _, ...shop } = await publishedThenHolds([]);
    const lost = new FactsInArrays({ orders: [...halfOf(EARLIER), ...NEWER] });
    const first = await learn({ ...shop, facts: lost });
    expect(await learn({ ...shop, facts: lost })).toMatchObject({ withheld: true, comparison: first.comparison });
    expect((await learn({ ...shop, facts: new FactsInArrays({ orders: [...EARLIER, ...NEWER] }) })).withheld).toBe(false);
  });

  it('publishes what is learned of a range that has changed: neither knew the new products', async () => {
    const newRange = Array.from({ length: 300 }, (_, index) => bought(`new${index}`, `d${index}`, setOf(`new${index % 30}`), daysAgo(index / 100)));
    const { withheld, comparison, model } = await learn(await publishedThenHolds([...EARLIER, ...newRange, ...NEWER]));
    expect([withheld, comparison.verdict, comparison.orders]).toEqual([false, 'NOT_WORSE', 60]);
    expect(model.orders).toBe(EARLIER.length + newRange.length + NEWER.length);
  });

  it('is as good as what it published although the facts of then have left the window since', async () => {
    const shop = await publishedThenHolds([...EARLIER, ...NEWER]);
    const settings = { ...DEFAULT_LEARNING_SETTINGS, windowDays: 15 };
    const { comparison, model } = await learn(shop, { settings });
    expect(model.orders).toBe(NEWER.length);
    expect(comparison).toMatchObject({ verdict: 'NOT_WORSE', orders: 60, rival: 1 });
  });

  it.each<[string, readonly Order[], number]>([
    ['no orders came since', [], 0],
    ['fewer than fifty came', NEWER.slice(0, 49), 49],
    ['most orders hold one product', NEWER.map((order, index) => (index < 20 ? order : { ...order, lines: order.lines.slice(0, 1) })), 20],
  ])('compares nothing and publishes where %s', async (_, newer, orders) => {
    const shop = await publishedThenHolds([...halfOf(EARLIER), ...newer]);
    const { withheld, comparison, model, learned } = await learn(shop);
    expect([withheld, comparison]).toEqual([false, { verdict: 'TOO_FEW_ORDERS', orders, published: null, rival: null, margin: null }]);
    expect(model.version).toBe(learned.version);
  });

  it('compares nothing where nothing was published, and where it learned the same again', async () => {
    const shop = await publishedThenHolds(EARLIER);
    expect(shop.published.comparison.verdict).toBe('NOTHING_PUBLISHED');
    expect(await learn(shop)).toMatchObject({ alreadyPublished: true, withheld: false, comparison: { verdict: 'UNCHANGED', orders: 0 } });
    const empty = { ...shop, models: new InMemoryModels() };
    await learn({ ...empty, facts: new FactsInArrays({}) });
    expect((await learn(empty)).comparison.verdict).toBe('NOTHING_PUBLISHED');
  });

  it('compares the same in whatever order it is told of the facts', async () => {
    const orders = [...halfOf(EARLIER), ...NEWER];
    const comparisons = await Promise.all(
      [orders, orders.toReversed()].map(async (told) => (await learn(await publishedThenHolds(told))).comparison),
    );
    expect(comparisons[1]).toEqual(comparisons[0]);
  });

  it('shows how far comparing has come', async () => {
    const heard: LearningProgress[] = [];
    await learn(await publishedThenHolds([...EARLIER, ...NEWER]), { onProgress: (progress) => heard.push(progress) });
    const comparing = heard.filter(({ phase }) => phase === 'comparing');
    expect([comparing[0]?.done, comparing.at(-1)?.done, comparing.at(-1)?.total]).toEqual([0, 180, 180]);
  });
});
