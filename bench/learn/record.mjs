// Records a synthetic shop's catalogue and orders in a store.
import { performance } from 'node:perf_hooks';

import { built } from '../built.mjs';
import { syntheticOrders } from './synthetic-shop.mjs';

const BATCH = 1_000;
const CATEGORIES = 50;

const product = (at) => ({
  id: `product-${at}`,
  title: `Product ${at}`,
  categoryPath: ['shop', `category-${at % CATEGORIES}`],
  brand: null,
  tags: [],
  priceMinor: 1_000 + at,
  currencyCode: 'GBP',
  variantOf: null,
  inStock: true,
  active: true,
});

const order = ({ orderId, customerId, placedAt, productIds }) => ({
  id: orderId,
  customerId,
  sessionId: null,
  placedAt,
  updatedAt: placedAt,
  status: 'COMPLETED',
  currencyCode: 'GBP',
  lines: productIds.map((productId) => ({ productId, quantity: 1, unitPriceMinor: 1_000, recommendationId: null })),
});

/** Hands on what a generator makes in batches. */
function* inBatches(things) {
  let batch = [];
  for (const thing of things) {
    batch.push(thing);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Records a shop of these sizes. Answers the seconds it took. */
export const recordSyntheticShop = async (address, sizes) => {
  const { openStores } = await built('stores/open.js');
  const stores = openStores(address);
  const began = performance.now();
  try {
    await stores.prepare();
    for (const batch of inBatches(Array.from({ length: sizes.products }, (_, at) => product(at)))) await stores.facts.recordProducts(batch);
    for (const batch of inBatches(syntheticOrders(sizes))) await stores.facts.recordOrders(batch.map(order));
  } finally {
    await stores.close();
  }
  return (performance.now() - began) / 1000;
};
