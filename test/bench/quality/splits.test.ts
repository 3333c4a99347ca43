import { describe, expect, it } from 'vitest';

import { harness } from './harness.js';

interface Line {
  readonly productId: string;
}
interface Order {
  readonly id: string;
  readonly customerId: string | null;
  readonly at: number;
  readonly lines: readonly Line[];
}
interface TestBasket {
  readonly id: string;
  readonly one: readonly (readonly [string, string])[];
  readonly all: readonly string[];
}
interface Shop {
  readonly orders: readonly Order[];
  readonly interactions: readonly { readonly customerId?: string; readonly at: Date }[];
  readonly catalogue: null;
}
interface Split {
  readonly complements: { readonly training: Shop; readonly baskets: readonly TestBasket[]; readonly now: Date };
  readonly picks: { readonly customers: readonly { readonly id: string; readonly truth: readonly string[]; readonly now: Date }[] };
}
type SplitBy = (shop: Shop, options: { part: 'test' | 'validation'; testFrom: number | null }) => Split;

const { splitByTime } = await harness<{ splitByTime: SplitBy }>('datasets/split-time.mjs');
const { splitLastBaskets } = await harness<{ splitLastBaskets: SplitBy }>('datasets/split-last-basket.mjs');
const { bucketOf } = await harness<{ bucketOf(prefix: string, key: string): number }>('datasets/bucket.mjs');
const { drawCases, sampleOf } = await harness<{
  drawCases(baskets: readonly { id: string; productIds: readonly string[] }[], known: ReadonlySet<string>, prefix: string): readonly TestBasket[];
  sampleOf<T extends { id: string }>(things: readonly T[], most: number, prefix: string): readonly T[];
}>('datasets/draw-cases.mjs');

const day = (number: number): number => Date.UTC(2026, 0, number, 12);

const order = (id: string, customerId: string | null, on: number, ...productIds: readonly string[]): Order => ({
  id,
  customerId,
  at: day(on),
  lines: productIds.map((productId) => ({ productId })),
});

const aShop = (orders: readonly Order[], interactions: Shop['interactions'] = []): Shop => ({ orders, interactions, catalogue: null });

const WEEKS = aShop(
  [
    order('1', 'ann', 1, 'tea', 'jam'),
    order('2', 'ann', 5, 'tea'),
    order('3', null, 6, 'rice', 'tea'),
    order('4', 'ann', 20, 'jam', 'new'),
    order('5', 'ann', 20, 'tea'),
    order('6', 'ann', 22, 'rice'),
    order('7', 'bob', 23, 'tea', 'jam'),
    order('8', 'bob', 30, 'tea', 'jam'),
  ],
  [{ customerId: 'ann', at: new Date(day(4)) }, { customerId: 'ann', at: new Date(day(20) - 3_600_000) }, { at: new Date(day(25)) }],
);

describe('A split by time', () => {
  const options = { part: 'test', testFrom: Date.UTC(2026, 0, 20) } as const;

  it('trains on nothing from the held-out time on, interactions included', () => {
    const { training } = splitByTime(WEEKS, options).complements;
    expect(training.orders.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(training.interactions).toHaveLength(1);
  });

  it('scores the first day in the window of customers with two baskets before, cut to what training knows', () => {
    const { customers } = splitByTime(WEEKS, options).picks;
    expect(customers).toEqual([{ id: 'ann', truth: ['jam', 'tea'], now: new Date(options.testFrom) }]);
  });

  it('takes the equally long window before for validation', () => {
    const { complements } = splitByTime(WEEKS, { ...options, part: 'validation' });
    expect(complements.now.getTime()).toBe(options.testFrom - (day(30) + 1 - options.testFrom));
    expect(complements.training.orders.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('holds out the last tenth of the time where nobody says when', () => {
    expect(splitByTime(WEEKS, { part: 'test', testFrom: null }).complements.training.orders.map(({ id }) => id)).not.toContain('8');
  });

  it('refuses a date that leaves nothing on one side', () => {
    expect(() => splitByTime(WEEKS, { part: 'test', testFrom: day(31) })).toThrow('2026-01-01 to 2026-01-30');
  });
});

describe('A split by last basket', () => {
  it('holds out the newest day of each customer with three, with what was done on that day, and nothing else', () => {
    const parts = (['test', 'validation'] as const).map((part) => splitLastBaskets(WEEKS, { part, testFrom: null }));
    const customers = parts.flatMap(({ picks }) => picks.customers);
    expect(customers).toEqual([{ id: 'ann', truth: ['rice'], now: new Date(Date.UTC(2026, 0, 22)) }]);
    for (const { complements } of parts) {
      expect(complements.training.orders.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '7', '8']);
      expect(complements.training.interactions).toHaveLength(3);
    }
  });
});

describe('Drawn cases', () => {
  const known = new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  const basket = { id: 'order-1', productIds: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'unknown'] };

  it('are up to five of each kind, of known products, never a product with itself, and the same every time', () => {
    const [drawn] = drawCases([basket], known, 'any');
    expect(drawn?.one).toHaveLength(5);
    expect(new Set(drawn?.one.map((pair) => pair.join())).size).toBe(5);
    expect(new Set(drawn?.all).size).toBe(5);
    for (const [query, hidden] of drawn?.one ?? []) expect(known.has(query) && known.has(hidden) && query !== hidden).toBe(true);
    expect(drawCases([{ ...basket, productIds: basket.productIds.toReversed() }], known, 'any')).toEqual([drawn]);
  });

  it('need two known products', () => {
    expect(drawCases([{ id: '1', productIds: ['a', 'unknown'] }], known, 'any')).toEqual([]);
    expect(drawCases([{ id: '1', productIds: ['a', 'b'] }], known, 'any')[0]?.one).toHaveLength(2);
  });

  it('are sampled the same way every time, in their order', () => {
    const things = Array.from({ length: 50 }, (_, at) => ({ id: String(at) }));
    const sample = sampleOf(things, 10, 'any');
    expect(sample).toHaveLength(10);
    expect(sampleOf(things.toReversed(), 10, 'any').toReversed()).toEqual(sample);
    expect(sampleOf(things, 50, 'any')).toBe(things);
  });

  it('share the hash buckets of the protocol', () => {
    // The first 8 hexadecimal digits of sha256("q1:tafeng4") are those of a validation customer in the published split.
    expect(bucketOf('tafeng', '4')).toBeLessThan(10);
    expect(bucketOf('tafeng', '1')).toBeGreaterThanOrEqual(10);
  });
});
