import { describe, expect, it } from 'vitest';

import { forgetProduct } from '../../src/domain/privacy/forget-product.js';
import type { Collections } from '../../src/stores/collections.js';
import { NOW } from '../support/builders.js';
import { type Death, dyingCollections } from '../support/dying-collections.js';
import { markedCustomer, personalStoresOver, type MarkedCustomer } from '../support/fenced-stores.js';
import { useStagedShop } from '../support/staged-shop.js';

const DAY_MS = 86_400_000;

describe('what a killed learning run has grouped', () => {
  const open = useStagedShop();
  type Shop = ReturnType<typeof open>;

  /** A customer who ordered and looked at things, by name and without it, alone and beside a sister, who did the same. */
  const hold = async ({ facts }: Shop, mark: string): Promise<MarkedCustomer> => {
    const customer = markedCustomer(mark);
    const { order, view } = customer;
    const [alone, shared, sister, elsewhere] = [`${mark}-alone`, `${mark}-shared`, `sister-of-${mark}`, { sessionId: `${mark}-elsewhere` }];
    const [nobody, herself] = [{ customerId: null }, { customerId: sister, sessionId: 'of-the-sister' }];
    await facts.recordOrders([order('1'), order('2', { sessionId: null }), order('guest', nobody), order('sister', herself)]);
    await facts.recordInteractions([
      ...['p1', 'p2', 'p3'].map((productId) => view(`alone-${productId}`, { sessionId: alone, productId })),
      view('day', { sessionId: null }),
      view('shared', { sessionId: shared }),
      view('shared-sister', { sessionId: shared, customerId: sister, productId: 'p2' }),
      view('named', elsewhere),
      view('sister', { ...herself, productId: 'p2' }),
    ]);
    return customer;
  };

  it('is rid of an erased customer at once, in whichever run it is, and the receipt says of how much', async () => {
    const shop = open();
    const { customerId } = await hold(shop, 'ada');
    await shop.facts.recordInteractions([markedCustomer('ada').view('nameless', { customerId: null, sessionId: 'ada-visit' })]);
    const runs = [await shop.stage('a1'), await shop.stage('a2')];
    for (const run of runs)
      expect(await shop.groupsHolding(run, 'ada')).toEqual([
        ...['day 20776 of ada-customer', 'of customer ada-customer', 'of customer sister-of-ada', 'of order ada-order-guest'],
        ...['order ada-order-1', 'order ada-order-2', 'order ada-order-guest', 'order ada-order-sister'],
        ...['session ada-alone', 'session ada-elsewhere', 'session ada-shared', 'session ada-visit', 'session of-the-sister'],
      ]);
    const receipt = await shop.erasures.erase(customerId, NOW);
    expect(receipt).toMatchObject({ orders: 3, interactions: 7, learningGroups: 20 });
    for (const run of runs) expect(await shop.groupsHolding(run, 'ada')).toEqual(['of customer sister-of-ada', 'order ada-order-sister', 'session of-the-sister']);
    expect(await shop.erasures.erase(customerId, NOW)).toEqual(receipt);
  });

  it('is rid of an order that was nobody’s when it was grouped', async () => {
    const shop = open();
    const { customerId, order } = markedCustomer('moved');
    await shop.facts.recordOrders([order('1', { customerId: null, sessionId: null, updatedAt: new Date(NOW.getTime() - DAY_MS) })]);
    const run = await shop.stage('b1');
    await shop.facts.recordOrders([order('1', { sessionId: null, updatedAt: NOW })]);
    expect(await shop.groupsHolding(run, 'moved')).toEqual(['of order moved-order-1', 'order moved-order-1']);
    await shop.erasures.erase(customerId, NOW);
    expect(await shop.groupsHolding(run, 'moved')).toEqual([]);
  });

  it('is rid of what was staged after the erasure, of facts that were read before it, with the next learning', async () => {
    const shop = open();
    const ben = await hold(shop, 'ben');
    await hold(shop, 'eva');
    await shop.facts.recordInteractions([ben.view('nameless', { customerId: null, sessionId: 'ben-elsewhere' })]);
    const before = await shop.stage('c1');
    const held = await shop.collections.interactions.find({}).toArray();
    const ordered = await shop.collections.orders.find({}).toArray();
    await shop.erasures.erase(ben.customerId, NOW);
    expect(await shop.groupsHolding(before, 'ben')).toEqual(['of customer sister-of-ben', 'order ben-order-sister', 'session of-the-sister']);
    // As one aggregation finds them that began before.
    for (const document of held) await shop.collections.interactions.replaceOne({ _id: document._id }, document, { upsert: true });
    for (const document of ordered) await shop.collections.orders.replaceOne({ _id: document._id }, document, { upsert: true });
    const late = await shop.stage('c2');
    await shop.collections.interactions.deleteMany({ customerId: ben.customerId });
    await shop.collections.orders.deleteMany({ $or: [{ customerId: ben.customerId }, { _id: 'ben-order-guest' }] });
    const others = await shop.groupsHolding(late, 'eva');
    expect(await shop.groupsHolding(late, 'ben')).toHaveLength(12);
    expect(await shop.erasures.sweep()).toBeGreaterThan(0);
    expect(await shop.groupsHolding(late, 'ben')).toEqual(['of customer sister-of-ben', 'order ben-order-sister', 'session of-the-sister']);
    expect([await shop.groupsHolding(late, 'eva'), others.length]).toEqual([others, 12]);
    expect(await shop.erasures.sweep()).toBe(0);
  });

  it('is looked through by the run itself before it counts, for whom was erased meanwhile', async () => {
    const shop = open();
    const { order, view, customerId } = markedCustomer('cat');
    await shop.erasures.erase(customerId, NOW);
    await shop.unfenced.facts.recordOrders([order('1')]);
    await shop.unfenced.facts.recordInteractions([view('1')]);
    const [other, own] = [await shop.stage('d1'), await shop.stage('d2')];
    expect(await shop.groupSweep.run(own)).toBe(3);
    expect([await shop.groupsHolding(own, 'cat'), (await shop.groupsHolding(other, 'cat')).length]).toEqual([[], 3]);
  });

  it('is rid of an erased customer also where the erasure is killed, once it is asked for again', { timeout: 120_000 }, async () => {
    const shop = open();
    const deathAt = async (write: number, when: Death['when']): Promise<boolean> => {
      const mark = `kill-${when}-${String(write)}-`;
      const { customerId, order, view } = markedCustomer(mark);
      await shop.facts.recordOrders([order('1'), order('guest', { customerId: null })]);
      await shop.facts.recordInteractions([view('1'), view('nameless', { customerId: null, sessionId: `${mark}-visit` })]);
      const groups = shop.staged.named(await shop.stage(`e${String(write)}`));
      // What dies is told by its name only.
      const dying = dyingCollections({ ...shop.collections, groups } as Collections, { write, when });
      const { groups: dyingGroups } = dying.collections as Collections & { readonly groups: typeof groups };
      const staged = { ...shop.staged, all: async () => [dyingGroups] };
      await personalStoresOver(dying.collections, staged).erasures.erase(customerId, NOW).catch(() => undefined);
      await shop.erasures.erase(customerId, NOW);
      expect([mark, await shop.allHolding(mark)]).toEqual([mark, []]);
      await groups.drop();
      return dying.isDead();
    };
    for (const when of ['before', 'after'] as const) {
      let write = 1;
      while (await deathAt(write, when)) write += 1;
      expect(write).toBeGreaterThan(20);
    }
  });

  it('is rid of visits in which a customer looked at what is to be forgotten, and keeps what they bought', async () => {
    const shop = open();
    const { customerId, order, view } = markedCustomer('dan');
    await shop.facts.recordOrders([order('1', { sessionId: null })]);
    await shop.facts.recordInteractions([
      ...['p1', 'p2', 'p3'].map((productId) => view(`capped-${productId}`, { productId, sessionId: 'dan-capped' })),
      view('one', { sessionId: 'dan-one' }),
      view('other', { sessionId: 'dan-other', productId: 'p2' }),
      view('of-others', { sessionId: 'dan-sister', customerId: 'sister' }),
    ]);
    const run = await shop.stage('f1');
    expect(await forgetProduct({ customerId, productId: 'p1' }, { ...shop, now: NOW })).toEqual({ ok: true, interactions: 2 });
    expect(await shop.groupsHolding(run, 'dan')).toEqual(['of customer dan-customer', 'order dan-order-1', 'session dan-other', 'session dan-sister']);
  });

  it('keeps, with every learning, visits in which a customer looked again at what was forgotten', async () => {
    const shop = open();
    const { customerId, view } = markedCustomer('fay');
    expect(await forgetProduct({ customerId, productId: 'p1' }, { ...shop, now: NOW })).toEqual({ ok: true, interactions: 0 });
    await shop.facts.recordInteractions([view('again', { at: new Date(NOW.getTime() + 60_000) })]);
    const run = await shop.stage('g1', new Date(NOW.getTime() + DAY_MS));
    await shop.erasures.sweep();
    expect(await shop.groupsHolding(run, 'fay')).toEqual(['session fay-visit']);
  });
});

describe('a shop where products were forgotten and nobody was erased', () => {
  const open = useStagedShop();

  it('has no groups looked through, whoever learns', async () => {
    const shop = open();
    const { customerId, order } = markedCustomer('gus');
    await forgetProduct({ customerId, productId: 'p1' }, { ...shop, now: NOW });
    await shop.facts.recordOrders([order('1')]);
    const run = await shop.stage('h1');
    // As of an order without a name that is held no more: whoever looks finds it.
    await shop.staged.named(run).insertOne({ _id: 'order gone', kind: 'orders', owner: 'order gone', at: NOW, products: ['p1'], size: 1, weight: 1, startedAt: NOW });
    expect([await shop.erasures.sweep(), await shop.groupSweep.run(run)]).toEqual([0, 0]);
    expect(await shop.groupsHolding(run, 'order gone')).toEqual(['order gone']);
    await shop.erasures.erase('somebody', NOW);
    expect([await shop.groupSweep.run(run), await shop.groupsHolding(run, 'order gone')]).toEqual([1, []]);
  });
});
