// A synthetic shop whose orders were led to by lists: every visit takes part in a comparison, a third of the orders come from a list that was shown and clicked.
import { built } from '../built.mjs';
import { seeded, sizesOf, syntheticOrders } from '../learn/synthetic-shop.mjs';

const BATCH = 1_000;
const SHOWN = 5;
const MINUTE = 60_000;

const pageOf = (recommendationId, order, random) => {
  const productIds = [...new Set([order.productIds[0], ...Array.from({ length: SHOWN - 1 }, () => `product-${Math.floor(random() * 200)}`)])];
  return {
    recommendationId,
    lane: 'CROSS_SELL',
    placement: random() < 0.5 ? 'PRODUCT_PAGE' : 'BASKET',
    customerId: null,
    anchorIds: [`product-${Math.floor(random() * 200)}`],
    firstSlot: 1,
    productIds,
    sources: productIds.map((_, at) => ['RULE', 'CO_PURCHASE', 'POPULAR'][at % 3]),
    servedAt: new Date(order.placedAt.getTime() - 20 * MINUTE),
  };
};

const actsOn = ({ recommendationId, productIds, servedAt }, { customerId }, sessionId) => {
  const act = (kind, productId, at) => ({
    id: `${recommendationId}-${kind}-${at}`,
    kind,
    customerId,
    sessionId,
    productId,
    categoryId: null,
    query: null,
    at: new Date(servedAt.getTime() + MINUTE),
    recommendationId,
    slot: at + 1,
  });
  return [...productIds.map((productId, at) => act('IMPRESSION', productId, at)), act('CLICK', productIds[0], 0)];
};

const orderOf = ({ orderId, customerId, placedAt, productIds }, sessionId) => ({
  id: orderId,
  customerId,
  sessionId,
  placedAt,
  updatedAt: placedAt,
  status: 'COMPLETED',
  currencyCode: 'GBP',
  lines: productIds.map((productId) => ({ productId, quantity: 1, unitPriceMinor: 1_000, recommendationId: null })),
});

const exposuresOf = ({ customerId, placedAt }, sessionId, arm) => {
  const at = new Date(placedAt.getTime() - 30 * MINUTE);
  const visit = { lane: 'CROSS_SELL', unitId: sessionId, arm, at };
  return customerId === null ? [visit] : [visit, { lane: 'PERSONALISATION', unitId: customerId, arm: customerId.endsWith('0') ? 'HOLDOUT' : 'TREATMENT', at }];
};

/** What was told of one order and of the visit that it was placed in. */
function* told(lines) {
  const random = seeded(4);
  let number = 0;
  for (const order of syntheticOrders(sizesOf(lines))) {
    number += 1;
    const sessionId = `visit-${number}`;
    const page = number % 3 === 0 ? pageOf(`x-${number}`, order, random) : null;
    yield {
      order: orderOf(order, sessionId),
      pages: page === null ? [] : [page],
      acts: page === null ? [] : actsOn(page, order, sessionId),
      exposures: exposuresOf(order, sessionId, number % 20 === 0 ? 'HOLDOUT' : 'TREATMENT'),
    };
  }
}

/** Records a shop with this many order lines and answers how many orders and interactions it has. */
export const recordListedShop = async (address, lines) => {
  const { openStores } = await built('stores/open.js');
  const stores = openStores(address);
  const counted = { orders: 0, interactions: 0 };
  const write = async (batch) => {
    const acts = batch.flatMap((one) => one.acts);
    await stores.servingLog.recordServed(batch.flatMap(({ pages }) => pages));
    await stores.servingLog.recordExposures(batch.flatMap(({ exposures }) => exposures));
    if (acts.length > 0) await stores.facts.recordInteractions(acts);
    await stores.facts.recordOrders(batch.map(({ order }) => order));
    counted.orders += batch.length;
    counted.interactions += acts.length;
  };
  try {
    await stores.prepare();
    let batch = [];
    for (const one of told(lines)) {
      batch.push(one);
      if (batch.length < BATCH) continue;
      await write(batch);
      batch = [];
    }
    if (batch.length > 0) await write(batch);
  } finally {
    await stores.close();
  }
  return counted;
};
