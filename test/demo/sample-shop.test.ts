import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { familyOf } from '../../src/domain/catalogue/product.js';
import { isOneEnough } from '../../src/demo/shop/lasting-goods.js';
import { loadSampleShop } from '../../src/demo/shop/load.js';
import { generateSampleShop } from '../../src/demo/shop/sample-shop.js';
import { InMemoryFacts } from '../support/in-memory-facts.js';

const NOW = new Date('2026-11-20T15:45:00Z');
const MIDNIGHT = new Date('2026-11-20T00:00:00Z');
const DAY_MS = 86_400_000;

const shop = generateSampleShop({ now: NOW });
const productById = new Map(shop.products.map((product) => [product.id, product]));
const completed = shop.orders.filter(({ status }) => status === 'COMPLETED');

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const countOf = (productId: string): number =>
  completed.filter(({ lines }) => lines.some((line) => line.productId === productId)).length;

/** Share of the first product's orders that hold any of the others. */
const confidence = (anchor: string, complements: readonly string[]): number => {
  const orders = completed.filter(({ lines }) => lines.some(({ productId }) => productId === anchor));
  const together = orders.filter(({ lines }) => lines.some(({ productId }) => complements.includes(productId)));
  return together.length / orders.length;
};

const countBy = <T>(values: Iterable<T>): ReadonlyMap<T, number> => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

describe('The sample shop', () => {
  it('is the same to the byte for the same seed and day, whatever the time of day', () => {
    const again = generateSampleShop({ now: new Date('2026-11-20T00:00:00Z') });
    expect(digest(again)).toBe(digest(shop));
  });

  it('is another one for another seed, and moves along with the day', () => {
    expect(digest(generateSampleShop({ now: NOW, seed: 7 }).orders)).not.toBe(digest(shop.orders));
    const tomorrow = generateSampleShop({ now: new Date(NOW.getTime() + DAY_MS) });
    expect(tomorrow.orders.at(-1)?.placedAt.getTime()).toBeGreaterThanOrEqual(MIDNIGHT.getTime());
  });

  it('is as large as a small shop', () => {
    expect(shop.products.length).toBeGreaterThanOrEqual(280);
    expect(shop.products.length).toBeLessThanOrEqual(350);
    expect(shop.customers).toHaveLength(2_504);
    expect(shop.orders.length).toBeGreaterThanOrEqual(12_000);
    expect(shop.orders.length).toBeLessThanOrEqual(15_500);
    expect(shop.interactions.length).toBeGreaterThan(8_000);
  });

  it('has every id once', () => {
    for (const facts of [shop.products, shop.customers, shop.orders, shop.interactions]) {
      expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    }
  });

  it('has a category tree of two to three levels, in which a category has one place', () => {
    const parents = new Map<string, string>();
    for (const { categoryPath } of shop.products) {
      expect([2, 3]).toContain(categoryPath.length);
      categoryPath.forEach((category, at) => {
        const parent = categoryPath[at - 1] ?? '';
        expect(parents.get(category) ?? parent).toBe(parent);
        parents.set(category, parent);
      });
    }
    expect([...parents].filter(([, parent]) => parent === '').map(([category]) => category)).toEqual([
      ...['toys', 'power', 'computing', 'kitchen', 'garden', 'books', 'pets', 'sport', 'health', 'home'],
    ]);
  });

  it('has variants of products that exist, some sold out, and some left the range', () => {
    const variants = shop.products.filter(({ variantOf }) => variantOf !== null);
    expect(variants.length).toBeGreaterThan(50);
    for (const { variantOf } of variants) expect(productById.get(variantOf ?? '')?.variantOf).toBeNull();
    expect(shop.products.filter(({ inStock }) => !inStock).length).toBeGreaterThan(2);
    expect(shop.products.filter(({ active }) => !active).length).toBeGreaterThan(1);
  });

  it('describes every product for the neighbour that owns them, and keeps descriptions out of the facts', () => {
    expect(shop.descriptions.map(({ id }) => id)).toEqual(shop.products.map(({ id }) => id));
    expect(shop.descriptions.every(({ description }) => description.length > 20)).toBe(true);
    expect(shop.products.some((product) => 'description' in product)).toBe(false);
  });

  it('holds a year of orders by time, the newest of yesterday, at the prices of known products', () => {
    const times = shop.orders.map(({ placedAt }) => placedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(MIDNIGHT.getTime() - (times.at(-1) ?? 0)).toBeLessThan(DAY_MS);
    expect((times[0] ?? 0) - (MIDNIGHT.getTime() - 365 * DAY_MS)).toBeGreaterThanOrEqual(0);
    for (const order of shop.orders) {
      expect(order.updatedAt.getTime()).toBeGreaterThanOrEqual(order.placedAt.getTime());
      expect(order.updatedAt.getTime()).toBeLessThanOrEqual(MIDNIGHT.getTime());
      for (const { productId, unitPriceMinor } of order.lines) expect(productById.get(productId)?.priceMinor).toBe(unitPriceMinor);
    }
  });

  it('holds a month of browsing by time, before midnight', () => {
    const times = shop.interactions.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(MIDNIGHT.getTime());
    expect(times[0]).toBeGreaterThanOrEqual(MIDNIGHT.getTime() - 30 * DAY_MS);
    for (const { kind, productId, query } of shop.interactions) {
      expect(kind === 'SEARCH' ? query : productById.get(productId ?? '')).toBeTruthy();
    }
  });

  it('has guests, visitors who are not signed in, and cancelled orders', () => {
    expect(shop.orders.filter(({ customerId }) => customerId === null).length).toBeGreaterThan(400);
    expect(shop.interactions.filter(({ customerId }) => customerId === null).length).toBeGreaterThan(400);
    expect(shop.orders.length - completed.length).toBeGreaterThan(200);
  });

  it('sells complements together', () => {
    const sleeves = ['laptop-sleeve', 'laptop-sleeve-moss', 'laptop-sleeve-rust', 'sleeve-neoprene', 'sleeve-neoprene-navy', 'sleeve-leather'];
    expect(confidence('laptop-14', sleeves)).toBeGreaterThan(0.3);
    expect(confidence('rc-car', ['aa-batteries-8', 'aa-batteries-24', 'aa-rechargeable-4'])).toBeGreaterThan(0.3);
    expect(confidence('espresso-machine', ['descaler'])).toBeGreaterThan(0.25);
    expect(confidence('tent', ['sleeping-bag', 'sleeping-mat'])).toBeGreaterThan(0.3);
  });

  it('shows substitutes together and does not sell them together', () => {
    const laptops = new Set(shop.products.filter(({ categoryPath }) => categoryPath.includes('laptops')).map(familyOf));
    const familiesIn = (ids: readonly (string | null)[]): number =>
      new Set(ids.map((id) => productById.get(id ?? '')).filter((product) => product !== undefined).map(familyOf).filter((id) => laptops.has(id))).size;
    const visits = new Map<string, string[]>();
    for (const { sessionId, productId } of shop.interactions) {
      visits.set(sessionId ?? '', [...(visits.get(sessionId ?? '') ?? []), productId ?? '']);
    }
    expect([...visits.values()].filter((ids) => familiesIn(ids) > 1).length).toBeGreaterThan(50);
    expect(completed.filter(({ lines }) => familiesIn(lines.map(({ productId }) => productId)) > 1)).toEqual([]);
    expect(isOneEnough('laptops')).toBe(true);
  });

  it('has customers who buy the same again every month or two', () => {
    const bought = countBy(completed.flatMap(({ customerId, lines }) => lines.map(({ productId }) => `${customerId ?? 'guest'} ${productId}`)));
    const again = [...bought].filter(([key, times]) => times >= 5 && !key.startsWith('guest'));
    expect(again.filter(([key]) => key.includes('dog-food')).length).toBeGreaterThan(50);
    expect(again.filter(([key]) => key.includes('beans-')).length).toBeGreaterThan(50);
  });

  it('sells nearly everything often enough to learn from', () => {
    const seldom = shop.products.filter(({ id }) => countOf(id) < 3).map(({ id }) => id);
    expect(seldom.length).toBeLessThan(shop.products.length * 0.05);
  });
});

describe('The customers of the examples', () => {
  const ordersOf = (id: string) => shop.orders.filter(({ customerId }) => customerId === id);
  const visitsOf = (id: string) => shop.interactions.filter(({ customerId }) => customerId === id);
  const consentOf = (id: string) => shop.consents.find(({ customerId }) => customerId === id)?.consent;

  it('are Ada and Ben with a long history, Cleo without consent, and a newcomer without history', () => {
    expect([consentOf('ada'), consentOf('ben'), consentOf('cleo'), consentOf('newcomer')]).toEqual([true, true, false, true]);
    expect([ordersOf('ada').length, ordersOf('ben').length, ordersOf('cleo').length, ordersOf('newcomer').length]).toEqual([9, 11, 6, 0]);
    expect([visitsOf('ada').length > 10, visitsOf('ben').length > 5, visitsOf('newcomer').length]).toEqual([true, true, 0]);
  });

  it('show a habit: Ben buys beans every month, and is due again', () => {
    const beans = ordersOf('ben').filter(({ lines }) => lines.some(({ productId }) => productId === 'beans-house'));
    expect(beans.length).toBeGreaterThan(9);
    expect(MIDNIGHT.getTime() - (beans.at(-1)?.placedAt.getTime() ?? 0)).toBeGreaterThan(30 * DAY_MS);
  });

  it('are among many others, of whom about 85 % consent', () => {
    const share = shop.consents.filter(({ consent }) => consent).length / shop.customers.length;
    expect(share).toBeGreaterThan(0.82);
    expect(share).toBeLessThan(0.88);
  });
});

describe('Loading the sample shop', () => {
  it('writes every fact once, and a second time changes nothing', async () => {
    const facts = new InMemoryFacts();
    const servingLog = { recordServed: vi.fn(() => Promise.resolve()), recordExposures: vi.fn(() => Promise.resolve()) };
    const total = shop.products.length + shop.consents.length + shop.orders.length + shop.interactions.length;
    const progress: number[] = [];
    expect(await loadSampleShop(shop, { facts, servingLog }, (written) => progress.push(written))).toBe(total);
    expect(progress.at(-1)).toBe(total + shop.servedPages.length + shop.exposures.length);
    expect(servingLog.recordServed.mock.calls.flat(2)).toEqual(shop.servedPages);
    expect(servingLog.recordExposures.mock.calls.flat(2)).toEqual(shop.exposures);
    expect(await loadSampleShop(shop, { facts, servingLog })).toBe(0);
  });
});
