import { daysBefore } from './day.js';
import { orderOf, type UnnumberedOrder } from './order-of.js';
import { createRandom } from './random.js';
import type { SampleProduct, Stock } from './stock.js';
import { visitLog, type UnnumberedInteraction } from './visits.js';

/** A customer with a story, for the examples. */
export interface NamedCustomer {
  readonly id: string;
  readonly name: string;
  readonly consent: boolean;
  /** Days ago, and what was bought, one of each. */
  readonly orders: readonly (readonly [number, ...string[]])[];
  /** Days ago, and what was viewed; a trailing `+` was put in the basket, too. */
  readonly visits: readonly (readonly [number, ...string[]])[];
}

/** Buys toys for two children, had a new laptop, and runs out of batteries every two months. */
const ADA: NamedCustomer = {
  id: 'ada',
  name: 'Ada Marsh',
  consent: true,
  orders: [
    [334, 'bricks-classic', 'gift-wrap'],
    [300, 'rc-car', 'aa-batteries-8'],
    [241, 'aa-batteries-8', 'plush-otter', 'book-otter'],
    [182, 'aa-batteries-8', 'game-orchard', 'game-sleeves'],
    [119, 'laptop-14', 'laptop-sleeve', 'usb-hub'],
    [118, 'aa-batteries-8'],
    [74, 'robot-kit', 'robot-sensors', 'book-robots'],
    [62, 'aa-batteries-8', 'greeting-cards'],
    [27, 'mouse-wireless', 'mouse-mat'],
  ],
  visits: [
    [20, 'backpack-commuter', 'backpack-rolltop'],
    [11, 'robot-dog', 'robot-arm', 'robot-bug'],
    [5, 'bricks-space', 'bricks-train+'],
    [2, 'keyboard-slim', 'laptop-stand', 'keyboard-mechanical'],
    [1, 'rc-buggy', 'rc-truck', 'rc-drone'],
  ],
};

/** Cooks, bakes and gets through a kilo of beans a month; the last one is nearly gone. */
const BEN: NamedCustomer = {
  id: 'ben',
  name: 'Ben Okafor',
  consent: true,
  orders: [
    [352, 'espresso-machine', 'beans-house', 'milk-jug'],
    [320, 'beans-house', 'descaler'],
    [288, 'beans-house', 'skillet-26', 'chainmail-scrubber'],
    [257, 'beans-house'],
    [226, 'beans-house', 'descaler'],
    [195, 'beans-house', 'knife-chef', 'knife-sharpener'],
    [164, 'beans-house', 'strong-flour', 'proving-basket'],
    [133, 'beans-house', 'descaler'],
    [101, 'beans-house', 'book-bread'],
    [68, 'beans-house', 'casserole'],
    [36, 'beans-house', 'descaler', 'espresso-cups'],
  ],
  visits: [
    [16, 'grinder', 'grinder-hand'],
    [8, 'wok', 'frying-pan', 'griddle'],
    [3, 'stand-mixer', 'kitchen-scale+'],
    [1, 'grinder', 'tamper'],
  ],
};

/** Gardens, has a dog, and does not want to be profiled. */
const CLEO: NamedCustomer = {
  id: 'cleo',
  name: 'Cleo Fraser',
  consent: false,
  orders: [
    [247, 'seeds-tomato', 'seed-trays', 'seed-compost'],
    [210, 'compost', 'pot-terracotta', 'tomato-feed'],
    [150, 'secateurs', 'gloves-garden'],
    [120, 'dog-food-salmon', 'dog-chews'],
    [78, 'dog-food-salmon'],
    [35, 'dog-food-salmon', 'dog-biscuits'],
  ],
  visits: [[4, 'pot-glazed', 'pot-terracotta-30-cm'], [2, 'dog-bed', 'dog-towel']],
};

/** Signed up today: consents, and has done nothing yet. */
const NEWCOMER: NamedCustomer = { id: 'newcomer', name: 'Nia Newcomer', consent: true, orders: [], visits: [] };

/** The customers that the examples speak of. */
export const NAMED_CUSTOMERS: readonly NamedCustomer[] = [ADA, BEN, CLEO, NEWCOMER];

const productCalled = (stock: Stock, id: string): SampleProduct => {
  const product = stock.products.find((candidate) => candidate.id === id);
  if (product === undefined) throw new Error(`The sample shop has no product ${id}`);
  return product;
};

/** The orders of a customer's story. */
export const storiedOrders = (stock: Stock, { id, orders }: NamedCustomer, midnight: Date): readonly UnnumberedOrder[] =>
  orders.map(([daysAgo, ...products]) => {
    const placedAt = daysBefore(midnight, daysAgo, 18.5);
    const purchases = products.map((product) => ({ product: productCalled(stock, product), quantity: 1 }));
    return orderOf({ customerId: id, sessionId: null, placedAt, updatedAt: placedAt, status: 'COMPLETED' }, purchases);
  });

/** The visits of a customer's story. */
export const storiedVisits = (
  stock: Stock,
  { id, visits }: NamedCustomer,
  midnight: Date,
  seed: number,
): readonly UnnumberedInteraction[] =>
  visits.flatMap(([daysAgo, ...products], at) => {
    const visit = { customerId: id, sessionId: `visit-${id}-${at}`, startsAt: daysBefore(midnight, daysAgo, 20) };
    const { seen, note } = visitLog(visit, midnight, createRandom(seed, visit.sessionId));
    for (const viewed of products) {
      const product = productCalled(stock, viewed.replace(/\+$/, ''));
      note('VIEW', product);
      if (viewed.endsWith('+')) note('ADD_TO_BASKET', product);
    }
    return seen;
  });
