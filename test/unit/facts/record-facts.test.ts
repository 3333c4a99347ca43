import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { OrderInput } from '../../../src/domain/facts/order-input.js';
import { recordInteractions, recordOrders, type RecordingDeps, type RecordingResult } from '../../../src/recording/record-facts.js';
import { InMemoryFacts, InMemoryProfiles } from '../../support/in-memory-facts.js';

const aShop = (): RecordingDeps & { readonly facts: InMemoryFacts; readonly profiles: InMemoryProfiles } => ({
  facts: new InMemoryFacts(),
  profiles: new InMemoryProfiles(),
  now: new Date('2026-06-01T12:00:00Z'),
  retentionDays: 400,
});

const anOrder = (orderId: unknown, changes: OrderInput = {}): OrderInput => ({
  orderId,
  customerId: 'c1',
  placedAt: new Date('2026-05-01'),
  updatedAt: new Date('2026-05-01'),
  currencyCode: 'GBP',
  lines: [{ productId: 'p1', quantity: 1, unitPrice: '5' }],
  ...changes,
});

const aView = { kind: 'VIEW', customerId: 'c1', productId: 'p1', at: new Date('2026-05-31') };

const countsOf = (result: RecordingResult): readonly number[] =>
  result.ok ? [result.accepted, result.duplicates, result.rejected.length] : [];

describe('Recording', () => {
  it('takes each record by itself: a bad one costs only itself and is named', async () => {
    const shop = aShop();
    const result = await recordOrders([anOrder('o1'), anOrder('o2', { lines: [] }), anOrder('o3')], shop);
    expect(result).toEqual({
      ok: true,
      accepted: 2,
      duplicates: 0,
      rejected: [{ id: 'o2', message: 'lines must be 1 to 1000 order lines, got 0' }],
    });
    expect([...shop.facts.orders.keys()]).toEqual(['o1', 'o3']);
  });

  it('changes nothing when it is repeated', async () => {
    const shop = aShop();
    await recordOrders([anOrder('o1')], shop);
    expect(countsOf(await recordOrders([anOrder('o1')], shop))).toEqual([0, 1, 0]);
  });

  it('tells repeats within one call from other contents under the same id, and the first wins', async () => {
    const shop = aShop();
    const other = anOrder('o1', { lines: [{ productId: 'p2', quantity: 1, unitPrice: '5' }] });
    const result = await recordOrders([anOrder('o1'), anOrder('o1'), other], shop);
    expect(countsOf(result)).toEqual([1, 1, 1]);
    expect(result.ok && result.rejected[0]?.message).toContain('came first');
    expect(shop.facts.orders.get('o1')?.lines[0]?.productId).toBe('p1');
  });

  it('treats a repeat of a record that the store refuses like that record', async () => {
    const shop = aShop();
    await recordOrders([anOrder('o1')], shop);
    const other = anOrder('o1', { customerId: 'c2' });
    expect(countsOf(await recordOrders([other, other], shop))).toEqual([0, 0, 2]);
  });

  it('takes versions of one order in one call, and the newest stands', async () => {
    const shop = aShop();
    const cancelled = anOrder('o1', { status: 'CANCELLED', updatedAt: new Date('2026-05-03') });
    expect(countsOf(await recordOrders([anOrder('o1'), cancelled, anOrder('o1')], shop))).toEqual([2, 1, 0]);
    expect(shop.facts.orders.get('o1')?.status).toBe('CANCELLED');
    expect(shop.facts.writes).toEqual([1, 1]);
  });

  it('computes the profiles of the customers touched, also when a cut-short call comes again', async () => {
    const shop = aShop();
    await recordInteractions([{ ...aView, eventId: 'e1' }, { ...aView, eventId: 'e2', customerId: null, sessionId: 's1' }], shop);
    expect(shop.profiles.stored.get('c1')?.profile.interactions).toBe(1);
    shop.profiles.stored.clear();
    await recordInteractions([{ ...aView, eventId: 'e1' }], shop);
    expect(shop.profiles.stored.get('c1')?.profile.recentProductIds).toEqual(['p1']);
  });

  it('leaves profiles alone when everything was rejected', async () => {
    const shop = aShop();
    const result = await recordInteractions([{ ...aView, eventId: { $gt: '' } }], shop);
    expect(result).toMatchObject({ accepted: 0, rejected: [{ id: '{"$gt":""}' }] });
    expect(shop.profiles.stored.size).toBe(0);
  });

  it('tells the first five problems of a record and how many more there are', async () => {
    const lines = Array.from({ length: 8 }, () => ({ productId: 'p1', quantity: 0, unitPrice: '1' }));
    const result = await recordOrders([anOrder('o1', { lines })], aShop());
    expect(result.ok && result.rejected[0]?.message).toMatch(/lines\[4\]\.quantity [^;]*; and 3 more$/);
  });

  it('refuses an empty call and one of more than 500 records whole', async () => {
    const many = Array.from({ length: 501 }, (_, index) => ({ ...aView, eventId: `e${index}` }));
    const shop = aShop();
    expect(await recordInteractions(many, shop)).toMatchObject({
      ok: false,
      problems: [{ path: 'interactions', message: 'interactions must hold 1 to 500 records, got 501' }],
    });
    expect(await recordOrders([], shop)).toMatchObject({ ok: false });
    expect(shop.facts.writes).toEqual([]);
  });

  it('says it aloud when a store answers too few outcomes', async () => {
    const shop = aShop();
    shop.facts.recordOrders = () => Promise.resolve([]);
    await expect(recordOrders([anOrder('o1')], shop)).rejects.toThrow('fewer outcomes');
  });

  it('answers for every record: accepted + duplicates + rejected is how many were sent', async () => {
    const order = fc.record({
      orderId: fc.constantFrom<unknown>('a', 'b', 'c', '', '$x', 7),
      customerId: fc.constantFrom<unknown>(null, 'c1', {}),
      updatedAt: fc.constantFrom(new Date('2026-05-01'), new Date('2026-05-02'), new Date('2030-01-01')),
      status: fc.constantFrom('COMPLETED', 'CANCELLED'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 20 }), async (orders) => {
        const result = await recordOrders(orders.map(({ orderId, ...changes }) => anOrder(orderId, changes)), aShop());
        expect(countsOf(result).reduce((a, b) => a + b, 0)).toBe(orders.length);
      }),
    );
  });
});
