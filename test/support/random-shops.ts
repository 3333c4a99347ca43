import fc from 'fast-check';
import type { Interaction } from '../../src/domain/facts/interaction.js';
import { INTERACTION_KINDS } from '../../src/domain/facts/interaction.js';
import type { Order } from '../../src/domain/facts/order.js';
import { bought, daysAgo, did, product, type ShopFacts } from './learning-facts.js';

const CUSTOMERS = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay'];
const PRODUCTS = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'];

const customer = fc.constantFrom(...CUSTOMERS);
const productId = fc.constantFrom(...PRODUCTS);
const time = fc.nat(40).map((tenths) => daysAgo(tenths / 10));

const basket = fc.record({
  customerId: fc.option(customer),
  productIds: fc.array(productId, { maxLength: 6 }),
  placedAt: time,
  status: fc.constantFrom<Order['status'][]>('COMPLETED', 'COMPLETED', 'COMPLETED', 'CANCELLED'),
});

/** Orders with few customers and products, so that they meet often. */
export const someOrders: fc.Arbitrary<readonly Order[]> = fc
  .array(basket, { maxLength: 30 })
  .map((baskets) => baskets.map(({ customerId, productIds, placedAt, status }, index) => ({
      ...bought(`o${index}`, customerId, productIds, placedAt),
      status,
    })),
  );

const act = fc.record({
  kind: fc.constantFrom(...INTERACTION_KINDS),
  customerId: fc.option(customer),
  sessionId: fc.option(fc.constantFrom('s1', 's2', 's3', 's4')),
  productId: fc.option(productId, { freq: 9 }),
  at: time,
});

/** Interactions with few customers, sessions and products. */
export const someInteractions: fc.Arbitrary<readonly Interaction[]> = fc
  .array(act, { maxLength: 60 })
  .map((acts) => acts.map((changes, index) => did(`i${index}`, changes)));

const catalogue = PRODUCTS.slice(1).map((id, index) =>
  product(id, {
    categoryPath: ['all', index % 2 === 0 ? 'even' : 'odd'],
    brand: index % 3 === 0 ? 'acme' : null,
    variantOf: index === 2 ? 'p1' : null,
  }),
);

/** A whole small shop. */
export const someShop: fc.Arbitrary<Required<ShopFacts>> = fc.record({
  orders: someOrders,
  interactions: someInteractions,
  products: fc.constant(catalogue),
});

/** The same things in another order, some of them more than once. */
export const shuffledWithRepeats = <T>(things: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc
    .tuple(fc.subarray([...things]), fc.infiniteStream(fc.double({ noNaN: true })))
    .map(([repeated, lots]) =>
      [...things, ...repeated]
        .map((thing) => ({ thing, lot: lots.next().value ?? 0 }))
        .sort((a, b) => a.lot - b.lot)
        .map(({ thing }) => thing),
    );
