import { describe, expect, it } from 'vitest';

import { harness } from './harness.js';

interface Order {
  readonly id: string;
  readonly lines: readonly { readonly productId: string; readonly title: string }[];
}
interface Task {
  readonly training: {
    readonly orders: readonly Order[];
    readonly interactions: readonly { readonly productId?: string }[];
    readonly unsold?: readonly { readonly productId: string; readonly title: string }[];
  };
  readonly baskets: readonly { readonly id: string; readonly productIds: readonly string[]; readonly one: readonly (readonly [string, string])[]; readonly all: readonly string[] }[];
}
interface Dataset {
  readonly name: string;
  readonly protocol: readonly string[];
  readonly complements: Task | null;
  readonly picks: unknown;
}

const { withColdProducts } = await harness<{ withColdProducts(dataset: Dataset, share: number): Dataset }>('datasets/cold-products.mjs');
const { factsOf } = await harness<{
  factsOf(lists: readonly (readonly string[])[], unsold?: readonly string[]): { readonly ids: readonly string[]; readonly counts: Float64Array };
}>('facts.mjs');

const line = (productId: string) => ({ productId, title: `The ${productId}` });
const order = (id: string, ids: readonly string[]): Order => ({ id, lines: ids.map(line) });
const IDS = Array.from({ length: 40 }, (_, at) => `p${String(at)}`);

/** Forty products in pairs of neighbours, and one basket that holds all of them. */
const shop: Dataset = {
  name: 'a shop',
  protocol: ['as it was'],
  complements: {
    training: { orders: IDS.map((id, at) => order(`o${String(at)}`, [id, IDS[at + 1] ?? 'p0'])), interactions: [...IDS.map((productId) => ({ productId })), {}] },
    baskets: [{ id: 'b1', productIds: IDS, one: [['p0', 'p1']], all: ['p2'] }],
  },
  picks: {},
};
const soldIn = ({ training }: Task) => new Set(training.orders.flatMap(({ lines }) => lines.map(({ productId }) => productId)));

describe('Cold products', () => {
  const found = withColdProducts(shop, 0.25);
  const task = found.complements ?? { training: { orders: [], interactions: [] }, baskets: [] };
  const cold = new Set((task.training.unsold ?? []).map(({ productId }) => productId));

  it('are some of the range, always the same ones, and more of them for a larger share', () => {
    expect(cold.size).toBeGreaterThan(0);
    expect(cold.size).toBeLessThan(IDS.length);
    expect(withColdProducts(shop, 0.25)).toEqual(found);
    const more = new Set(withColdProducts(shop, 0.5).complements?.training.unsold?.map(({ productId }) => productId));
    expect([...cold].every((id) => more.has(id))).toBe(true);
    expect(more.size).toBeGreaterThan(cold.size);
  });

  it('are in the catalogue with their titles, and in nothing that is learned from', () => {
    expect(task.training.unsold).toContainEqual(line([...cold][0] ?? ''));
    expect([...soldIn(task)].filter((id) => cold.has(id))).toEqual([]);
    expect(soldIn(task).size + cold.size).toBe(IDS.length);
    expect(task.training.orders.every(({ lines }) => lines.length > 0)).toBe(true);
    expect(task.training.interactions.filter(({ productId }) => productId === undefined || cold.has(productId))).toEqual([{}]);
  });

  it('are what is asked about, and others what is to be found', () => {
    const [basket] = task.baskets;
    expect(basket?.one).toHaveLength(5);
    expect(basket?.one.every(([query, hidden]) => cold.has(query) && !cold.has(hidden))).toBe(true);
    expect(basket?.all).toEqual([]);
    expect(found.picks).toBeNull();
    expect(found.protocol).toEqual(['as it was', expect.stringContaining(`${String(cold.size)} are in the catalogue`)]);
  });

  it('are numbered behind what is sold, with no basket of their own', () => {
    const facts = factsOf([['tea'], ['tea', 'jam']], ['new-tea', 'new-jam']);
    expect(facts.ids).toEqual(['tea', 'jam', 'new-jam', 'new-tea']);
    expect([...facts.counts]).toEqual([2, 1, 0, 0]);
  });

  it('need baskets that hold one and something else', () => {
    expect(() => withColdProducts({ ...shop, complements: null }, 0.1)).toThrow('a shop has no baskets');
    const alone = { ...task, training: shop.complements?.training ?? task.training, baskets: [{ id: 'b1', productIds: [[...cold][0] ?? ''], one: [], all: [] }] };
    expect(() => withColdProducts({ ...shop, complements: alone }, 0.25)).toThrow(`holds one of ${String(cold.size)} cold products`);
  });
});
