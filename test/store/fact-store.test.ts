import { describe, expect, it } from 'vitest';

import { anInteraction, anOrder, aProduct } from '../support/builders.js';
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
      const [held] = await stores().facts.customerFacts(['c1']);
      const found = held?.orders.find((each) => each.id === id);
      expect(found).toMatchObject({ status: 'CANCELLED', updatedAt: at(12) });
    }
  });

  it('are refused with other contents at the same instant, and what was held stays', async () => {
    await stores().facts.recordOrders([anOrder('contested', ['a'])]);
    const [outcome] = await stores().facts.recordOrders([anOrder('contested', ['b'])]);
    expect(outcome).toMatchObject({ kind: 'rejected', message: expect.stringContaining('contested') });
    const [held] = await stores().facts.customerFacts(['c1']);
    expect(held?.orders.find(({ id }) => id === 'contested')?.lines.map(({ productId }) => productId)).toEqual(['a']);
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

  it('have their own facts and nobody else’s', async () => {
    const [ben, nobody] = await stores().facts.customerFacts(['ben', 'nobody']);
    expect(ben?.interactions.map(({ id }) => id)).toEqual(['e1']);
    expect(ben?.orders).toEqual([]);
    expect(nobody).toEqual({ customerId: 'nobody', orders: [], interactions: [] });
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
