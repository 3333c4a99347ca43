import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';

import { DEFAULT_LEARNING_SETTINGS } from '../../src/domain/learning/settings.js';
import { refreshProfiles } from '../../src/domain/personalisation/refresh-profiles.js';
import { runLearning } from '../../src/learn/run-learning.js';
import { heldOf } from '../support/bounded-facts.js';
import { anInteraction, anOrder, aProduct, NOW } from '../support/builders.js';
import { useStores } from '../support/store.js';

const collect = async <T>(stream: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const each of stream) all.push(each);
  return all;
};

const kinds = (outcomes: readonly { kind: string }[]): string[] => outcomes.map(({ kind }) => kind);

describe('orders', () => {
  const { stores } = useStores();

  it('are accepted once and are duplicates for ever after', async () => {
    const order = anOrder('once', ['a', 'b']);
    expect(kinds(await stores().facts.recordOrders([order]))).toEqual(['accepted']);
    expect(kinds(await stores().facts.recordOrders([order, order]))).toEqual(['duplicate', 'duplicate']);
  });

  it('end the same whatever order their changes arrive in', async () => {
    const at = (day: number): Date => new Date(Date.UTC(2026, 10, day));
    const changes = [
      anOrder('changing', ['a'], { updatedAt: at(10) }),
      anOrder('changing', ['a', 'b'], { updatedAt: at(11) }),
      anOrder('changing', ['a', 'b'], { updatedAt: at(12), status: 'CANCELLED' }),
    ];
    const orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]];
    for (const [run, order] of orders.entries()) {
      const id = `changing-${String(run)}`;
      for (const index of order) await stores().facts.recordOrders(changes.slice(index, index + 1).map((change) => ({ ...change, id })));
      const held = await heldOf(stores().facts, 'c1');
      const found = held.orders.find((each) => each.id === id);
      expect(found).toMatchObject({ status: 'CANCELLED', updatedAt: at(12) });
    }
  });

  it('are refused with other contents at the same instant, and what was held stays', async () => {
    await stores().facts.recordOrders([anOrder('contested', ['a'])]);
    const [outcome] = await stores().facts.recordOrders([anOrder('contested', ['b'])]);
    expect(outcome).toMatchObject({ kind: 'rejected', message: expect.stringContaining('contested') });
    const held = await heldOf(stores().facts, 'c1');
    expect(held.orders.find(({ id }) => id === 'contested')?.lines.map(({ productId }) => productId)).toEqual(['a']);
  });

  it('cost only themselves in a batch', async () => {
    await stores().facts.recordOrders([anOrder('held', ['a'])]);
    const outcomes = await stores().facts.recordOrders([
      anOrder('new-1', ['a']),
      anOrder('held', ['b']),
      anOrder('new-1', ['a']),
      anOrder('new-2', ['a']),
    ]);
    expect(kinds(outcomes)).toEqual(['accepted', 'rejected', 'duplicate', 'accepted']);
  });

  it('are learned from only when completed and inside the window, which is half-open', async () => {
    const from = new Date('2020-01-01T00:00:00.000Z');
    const until = new Date('2020-02-01T00:00:00.000Z');
    await stores().facts.recordOrders([
      anOrder('w-first', ['a', 'b'], { placedAt: from, updatedAt: from, customerId: null }),
      anOrder('w-last', ['a'], { placedAt: until, updatedAt: until }),
      anOrder('w-cancelled', ['a'], { placedAt: from, updatedAt: from, status: 'CANCELLED' }),
    ]);
    expect(await collect(stores().facts.baskets(from, until))).toEqual([
      { orderId: 'w-first', customerId: null, placedAt: from, productIds: ['a', 'b'] },
    ]);
  });
});

describe('interactions', () => {
  const { stores } = useStores();

  it('are accepted once, duplicates when repeated, and refused with other contents', async () => {
    const view = anInteraction('e1', 'a');
    expect(kinds(await stores().facts.recordInteractions([view, view]))).toEqual(['accepted', 'duplicate']);
    expect(kinds(await stores().facts.recordInteractions([view, anInteraction('e1', 'b'), anInteraction('e2', 'b')]))).toEqual([
      'duplicate',
      'rejected',
      'accepted',
    ]);
  });

  it('expire by age and are counted while they are held', async () => {
    await stores().facts.recordInteractions([anInteraction('old', 'a', { at: new Date('2020-01-01T00:00:00.000Z') })]);
    const before = await stores().facts.countInteractions();
    expect(await stores().facts.expireInteractions(new Date('2021-01-01T00:00:00.000Z'))).toBe(1);
    expect(await stores().facts.countInteractions()).toBe(before - 1);
    expect(await stores().facts.newestInteractionAt()).toEqual(new Date('2026-11-19T10:00:00.000Z'));
  });
});

describe('customers', () => {
  const { stores } = useStores();

  it('are listed once each, ascending, whether they ordered or browsed', async () => {
    await stores().facts.recordOrders([
      anOrder('o1', ['a'], { customerId: 'zoe' }),
      anOrder('o2', ['a'], { customerId: 'ada' }),
      anOrder('o3', ['a'], { customerId: 'ada' }),
      anOrder('o4', ['a'], { customerId: null }),
    ]);
    await stores().facts.recordInteractions([
      anInteraction('e1', 'a', { customerId: 'ben' }),
      anInteraction('e2', 'a', { customerId: 'zoe' }),
      anInteraction('e3', 'a', { customerId: null, sessionId: 's' }),
    ]);
    expect(await collect(stores().facts.customerIds())).toEqual(['ada', 'ben', 'zoe']);
  });

  it('lose their profile with the next learning when the facts behind it have expired', async () => {
    const { facts, profiles, models, serving } = stores();
    await facts.recordInteractions([anInteraction('old', 'a', { customerId: 'mia', at: new Date('2020-01-01T00:00:00.000Z') })]);
    await refreshProfiles(['mia'], { facts, profiles });
    const profileOf = async () => (await serving.profiles(['mia'], { maxTimeMS: 1000, signal: new AbortController().signal })).get('mia');
    expect(await profileOf()).toMatchObject({ interactions: 1, recentProductIds: ['a'] });
    await facts.expireInteractions(new Date('2020-06-01T00:00:00.000Z'));
    await runLearning({ facts, profiles, models, now: () => NOW, settings: DEFAULT_LEARNING_SETTINGS });
    expect(await profileOf()).toMatchObject({ interactions: 0, products: [], recentProductIds: [], since: null });
  });

  it('have their own facts and nobody else’s', async () => {
    const bounds = { orders: 10, interactions: 10, kinds: ['VIEW' as const] };
    const [[ben, nobody] = [], ...more] = await collect(stores().facts.customerFacts(['ben', 'nobody'], bounds));
    expect(more).toEqual([]);
    expect(ben?.interactions.map(({ id }) => id)).toEqual(['e1']);
    expect(ben?.orders).toEqual([]);
    expect(nobody).toEqual({ customerId: 'nobody', orders: [], interactions: [], orderTotals: null, interactionTotals: null });
  });
});

describe('recording many orders', () => {
  const commands: string[] = [];
  const { stores } = useStores((name) => commands.push(name));
  const at = (day: number): Date => new Date(Date.UTC(2026, 10, day));
  const many = (prefix: string, count: number, day: number) =>
    Array.from({ length: count }, (_, index) => anOrder(`${prefix}${String(index)}`, ['a'], { updatedAt: at(day) }));

  const commandsOf = async (prefix: string, count: number, day: number): Promise<readonly [string[], ReadonlySet<string>]> => {
    commands.length = 0;
    const outcomes = await stores().facts.recordOrders(many(prefix, count, day));
    return [[...commands], new Set(kinds(outcomes))];
  };

  it.each([
    ['repeats', 1, 'duplicate'],
    ['changes', 2, 'accepted'],
  ])('costs as many commands for one as for many: %s', async (name, day, kind) => {
    await stores().facts.recordOrders(many(name, 40, 1));
    const [one, kindOfOne] = await commandsOf(name, 1, day);
    const [all, kindsOfAll] = await commandsOf(name, 40, day === 1 ? 1 : 3);
    expect([kindOfOne, kindsOfAll]).toEqual([new Set([kind]), new Set([kind])]);
    expect(all).toEqual(one);
  });

  it('tells each apart when other writers meet them half-way', async () => {
    await stores().facts.recordOrders(many('met', 6, 1));
    const both = await Promise.all([2, 3].map(async (day) => stores().facts.recordOrders(many('met', 6, day))));
    expect(both.map((outcomes) => outcomes.length)).toEqual([6, 6]);
    expect(kinds(both[1] ?? [])).toEqual(Array.from({ length: 6 }, () => 'accepted'));
    const held = await heldOf(stores().facts, 'c1');
    expect(held.orders.filter(({ id }) => id.startsWith('met')).map(({ updatedAt }) => updatedAt)).toEqual(
      Array.from({ length: 6 }, () => at(3)),
    );
  });
});

describe('the catalogue', () => {
  const { stores } = useStores();

  it('keeps the last product written, and repeats change nothing', async () => {
    const first = aProduct('p', { priceMinor: 100 });
    const second = aProduct('p', { priceMinor: 200 });
    expect(kinds(await stores().facts.recordProducts([first, first, second]))).toEqual(['accepted', 'duplicate', 'accepted']);
    expect((await stores().facts.productsByIds(['p', 'unknown'])).get('p')).toEqual(second);
  });

  it('takes products derived from orders only where it has none', async () => {
    await stores().facts.recordProducts([aProduct('known', { title: 'Known' })]);
    const outcomes = await stores().facts.recordUnknownProducts([aProduct('known', { title: 'Other' }), aProduct('new')]);
    expect(kinds(outcomes)).toEqual(['duplicate', 'accepted']);
    expect((await stores().facts.productsByIds(['known'])).get('known')?.title).toBe('Known');
  });
});

describe('a catalogue that is sent again', () => {
  const { stores, address } = useStores();

  it('finishes what a call that was stopped after its first write left undone', async () => {
    const product = aProduct('lamp', { categoryPath: ['home', 'lamps'] });
    await stores().facts.recordProducts([product]);
    const client = new MongoClient(address().uri);
    await client.db(address().database).collection('categories').deleteMany({});
    await client.close();
    const held = await stores().snapshots.read(null);
    expect(kinds(await stores().facts.recordProducts([product]))).toEqual(['duplicate']);
    expect((await stores().snapshots.read(held)).snapshot.categoryPaths.get('lamps')).toEqual(['home', 'lamps']);
  });
});

describe('consents', () => {
  const { stores } = useStores();
  const at = (day: number): Date => new Date(Date.UTC(2026, 10, day));

  it('are the newest decision, whatever order they arrive in', async () => {
    const decisions = [
      { customerId: 'c', consent: true, decidedAt: at(1) },
      { customerId: 'c', consent: false, decidedAt: at(3) },
      { customerId: 'c', consent: true, decidedAt: at(2) },
    ];
    expect(kinds(await stores().facts.recordConsents(decisions))).toEqual(['accepted', 'accepted', 'duplicate']);
    const signal = new AbortController().signal;
    expect(await stores().serving.consents(['c', 'unknown'], { maxTimeMS: 1000, signal })).toEqual(new Map([['c', false]]));
  });

  it('are a refusal when two decisions of one instant contradict each other', async () => {
    const both = [true, false, true].map((consent) => ({ customerId: 'd', consent, decidedAt: at(1) }));
    await stores().facts.recordConsents(both);
    const signal = new AbortController().signal;
    expect((await stores().serving.consents(['d'], { maxTimeMS: 1000, signal })).get('d')).toBe(false);
  });
});
