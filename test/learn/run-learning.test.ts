import { describe, expect, it } from 'vitest';
import { sizeWeightedScorer } from '../../src/domain/cross-sell/score-pair.js';
import { scorersOf } from '../../src/domain/learning/learn-statistics.js';
import { DEFAULT_LEARNING_SETTINGS } from '../../src/domain/learning/settings.js';
import { LEARNING_PHASES, type LearningProgress } from '../../src/learn/progress.js';
import { type LearningDeps, runLearning } from '../../src/learn/run-learning.js';
import { type BeforeWrite, FactsInArrays, InMemoryModels, InMemoryProfiles } from '../support/in-memory-learning.js';
import { InMemoryMeasured } from '../support/in-memory-measured.js';
import { bought, daysAgo, did, product, type ShopFacts, TODAY } from '../support/learning-facts.js';

const shop: ShopFacts = {
  orders: ['ann', 'bob', 'cat', 'dan'].flatMap((customer) => [
    bought(`tents of ${customer}`, customer, ['tent', 'pegs']),
    bought(`mugs of ${customer}`, customer, ['mug']),
  ]),
  interactions: ['s1', 's2', 's3'].flatMap((sessionId) =>
    ['tent', 'mug'].map((productId) => did(`${sessionId} ${productId}`, { sessionId, productId, customerId: 'eve' })),
  ),
  products: [product('tent', { categoryPath: ['camping'] })],
};

interface Shop {
  readonly facts: FactsInArrays;
  readonly models: InMemoryModels;
  readonly profiles: InMemoryProfiles;
  readonly measured: InMemoryMeasured;
}

const open = (facts: ShopFacts = shop, beforeWrite?: BeforeWrite): Shop => ({
  facts: new FactsInArrays(facts),
  models: new InMemoryModels(beforeWrite),
  profiles: new InMemoryProfiles(beforeWrite),
  measured: new InMemoryMeasured(),
});

const run = (stores: Shop, changes: Partial<LearningDeps> = {}) =>
  runLearning({
    ...stores,
    measuring: { measured: stores.measured, sheets: stores.measured, windowDays: 7 },
    now: () => TODAY,
    settings: DEFAULT_LEARNING_SETTINGS,
    ...changes,
  });

class Killed extends Error {}

/** Dies at the write with this number, and lives on afterwards. */
const dyingAt = (fatal: number): BeforeWrite => {
  let writes = 0;
  return () => {
    writes += 1;
    if (writes === fatal) throw new Killed();
  };
};

const contentsOf = ({ models, profiles }: Shop) => ({
  documents: [...models.publishedDocuments()].sort(),
  profiles: [...profiles.stored].map(([id, { profile }]) => [id, JSON.stringify(profile)]).sort(),
});

describe('a learning run', () => {
  it('publishes what it learned and builds every profile', async () => {
    const stores = open();
    const { model, alreadyPublished, profiles, phases } = await run(stores);
    expect(model).toMatchObject({ asOf: TODAY, publishedAt: TODAY, windowDays: 365, orders: 8, products: 3, pairs: 2, customers: 4 });
    expect(await stores.models.published()).toEqual(model);
    expect([alreadyPublished, profiles]).toEqual([false, 5]);
    expect([...stores.profiles.stored.keys()]).toEqual(['ann', 'bob', 'cat', 'dan', 'eve']);
    expect(phases.map(({ phase }) => phase)).toEqual(LEARNING_PHASES);
  });

  it('publishes the words and brands whose products go together, and counts them', async () => {
    const pairs = [['l1', 'l2'], ['l3', 'l4'], ['tea', 'mug'], ['map', 'pen'], ['cup', 'jug']] as const;
    const ids = pairs.flat();
    const stores = open({
      orders: pairs.flatMap((pair) => ['ann', 'bob', 'cat'].map((customer) => bought(`${pair.join()} of ${customer}`, customer, pair))),
      products: ids.map((id) => product(id, { title: id.startsWith('l') ? `Lantern ${id}` : id, brand: null })),
    });
    expect((await run(stores)).traits).toBe(1);
    expect(await run(open())).toMatchObject({ traits: 0 });
    expect(stores.models.publishedDocuments().filter((line) => line.includes('word:'))).toEqual([expect.stringContaining('word:lantern')]);
  });

  it('rolls up the days whose facts have changed', async () => {
    const stores = open();
    await stores.measured.recordOrders([bought('one', 'ann', ['tent']), bought('two', null, ['mug'], daysAgo(3))]);
    expect((await run(stores)).daysMeasured).toBe(2);
    expect(await stores.measured.measuredAt()).toEqual(TODAY);
    await stores.measured.recordOrders([bought('three', null, ['mug'])]);
    expect((await run(stores)).daysMeasured).toBe(1);
  });

  it('measures nothing where it is not told to', async () => {
    const { facts, models, profiles } = open();
    const { daysMeasured, phases } = await runLearning({ facts, models, profiles, now: () => TODAY, settings: DEFAULT_LEARNING_SETTINGS });
    expect([daysMeasured, phases.find(({ phase }) => phase === 'measuring')]).toEqual([null, undefined]);
  });

  it('names the version by the newest fact and the contents', async () => {
    const { model } = await run(open());
    expect(model.version).toMatch(/^20260301T120000Z-[0-9a-f]{10}$/);
    const backwards = open({ ...shop, orders: [...(shop.orders ?? [])].reverse() });
    expect((await run(backwards)).model.version).toBe(model.version);
  });

  it('names another version for other facts, settings or formulas', async () => {
    const settings = { ...DEFAULT_LEARNING_SETTINGS, halfLifeDays: 90 };
    const scorers = { ...scorersOf(DEFAULT_LEARNING_SETTINGS), coPurchase: sizeWeightedScorer(0.3) };
    const more = { ...shop, orders: [...(shop.orders ?? []), bought('one more', null, ['mug'])] };
    const versions = [
      (await run(open())).model.version,
      (await run(open(), { settings })).model.version,
      (await run(open(), { scorers })).model.version,
      (await run(open(more))).model.version,
    ];
    expect(new Set(versions).size).toBe(4);
  });

  it('does not write a published version again, but builds the profiles', async () => {
    const stores = open();
    const first = await run(stores);
    stores.profiles.stored.clear();
    const again = await run(stores, { now: () => new Date(TODAY.getTime() + 1) });
    expect(again).toMatchObject({ alreadyPublished: true, profiles: 5, model: first.model });
    expect(stores.profiles.stored.size).toBe(5);
    expect(again.phases.map(({ phase }) => phase)).not.toContain('publishing');
  });

  it('publishes a model that counts nothing for a shop without facts', async () => {
    const stores = open({});
    const { model, profiles } = await run(stores);
    expect(model).toMatchObject({ asOf: new Date(0), orders: 0, products: 0, pairs: 0, customers: 0 });
    expect(await stores.models.published()).toEqual(model);
    expect([stores.models.publishedDocuments(), profiles]).toEqual([[], 0]);
  });

  it('reports each step from its beginning to its end', async () => {
    const heard: LearningProgress[] = [];
    await run(open(), { onProgress: (progress) => heard.push(progress) });
    for (const phase of LEARNING_PHASES) {
      const steps = heard.filter((progress) => progress.phase === phase);
      expect(steps[0]?.done).toBe(0);
      expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total);
    }
    expect(heard.find(({ phase, done }) => phase === 'reading orders' && done > 0)).toMatchObject({ done: 8, total: 8 });
  });

  it('reports on the way and builds profiles in batches of 500 in a larger shop', async () => {
    const orders = Array.from({ length: 1001 }, (_, index) => bought(`o${index}`, `c${index}`, ['mug']));
    const heard: LearningProgress[] = [];
    const { profiles } = await run(open({ orders }), { onProgress: (progress) => heard.push(progress) });
    const doneIn = (phase: string) => heard.filter((progress) => progress.phase === phase).map(({ done }) => done);
    expect(profiles).toBe(1001);
    const built = doneIn('building profiles');
    // Batches end in any order.
    expect(built.map((done, index) => done - (built[index - 1] ?? 0)).sort((a, b) => a - b)).toEqual([0, 0, 1, 500, 500]);
    expect(doneIn('reading orders')).toEqual([0, 1000, 1001, 1001]);
  });

  it('leaves nothing to repair when it is killed at any write, and a second run gives the same bytes', async () => {
    const clean = open();
    await run(clean);
    const wanted = contentsOf(clean);
    let fatal = 1;
    for (let survived = false; !survived; fatal += 1) {
      let write = dyingAt(fatal);
      const stores = open(shop, () => write());
      survived = await run(stores).then(() => true, (error: unknown) => {
        expect(error).toBeInstanceOf(Killed);
        return false;
      });
      if ((await stores.models.published()) !== null) expect(contentsOf(stores).documents).toEqual(wanted.documents);
      write = () => undefined;
      await run(stores);
      expect(contentsOf(stores)).toEqual(wanted);
    }
    expect(fatal).toBeGreaterThan(wanted.documents.length + wanted.profiles.length);
  });

  it('leaves the version before in place until the new one is whole', async () => {
    let write: BeforeWrite = () => undefined;
    const stores = open(shop, () => write());
    const before = await run(stores);
    const documents = stores.models.publishedDocuments();
    const settings = { ...DEFAULT_LEARNING_SETTINGS, minCustomers: 1 };
    for (let fatal = 1; (await stores.models.published())?.version === before.model.version; fatal += 1) {
      expect(stores.models.publishedDocuments()).toEqual(documents);
      write = dyingAt(fatal);
      await run(stores, { settings }).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
    }
    write = () => undefined;
    const after = await run(stores, { settings });
    expect(after.alreadyPublished).toBe(true);
    expect([...stores.models.documents.keys()].sort()).toEqual([before.model.version, after.model.version].sort());
  });
});
