import { familyOf } from '../../../domain/catalogue/product.js';
import type { Order } from '../../../domain/facts/order.js';
import type { RecommendationSource } from '../../../domain/ranking/candidate.js';
import { grouped } from '../grouped.js';
import { leafOf } from '../shelf-choice.js';
import type { SampleProduct, Stock } from '../stock.js';
import type { SampleVisit } from './sample-visit.js';
import { columnsOf, faceOf, ON_SCREEN, type Entry, type ShownList } from './shown-list.js';

const ORDERS_LOOKED_AT = 12;

/** Answers what a customer bought before an instant, the newest first. Orders are given by time. */
const boughtBefore = (stock: Stock, orders: readonly Order[]): ((customerId: string, before: Date) => readonly SampleProduct[]) => {
  const products = new Map(stock.products.map((product) => [product.id, product]));
  const completed = orders.filter(({ status }) => status === 'COMPLETED');
  const byCustomer = grouped(completed.map((order) => [order.customerId, order] as const));
  return (customerId, before) =>
    (byCustomer.get(customerId) ?? [])
      .filter(({ placedAt }) => placedAt < before)
      .slice(-ORDERS_LOOKED_AT)
      .toReversed()
      .flatMap(({ lines }) => lines.flatMap(({ productId }) => products.get(productId) ?? []));
};

const boughtAgain = (bought: readonly SampleProduct[]): readonly SampleProduct[] => {
  const byFamily = [...grouped(bought.map((product) => [familyOf(product), product] as const)).values()];
  return byFamily.filter(({ length }) => length > 1).toSorted((a, b) => b.length - a.length).flatMap(([newest]) => newest ?? []);
};

const put = (products: readonly SampleProduct[], source: RecommendationSource, most: number): readonly Entry[] =>
  products.slice(0, most).map((product) => [product, source]);

/** Answers a customer's home page on a visit: what they buy again, what is like what they bought last, and what is popular. */
export const homeLists = (stock: Stock, orders: readonly Order[]): ((customerId: string, visit: SampleVisit) => ShownList) => {
  const bought = boughtBefore(stock, orders);
  const shelves = new Map([...stock.familiesIn].map(([category, families]) => [category, families.flatMap((family) => faceOf(stock, family))]));
  const entriesFor = (owned: readonly SampleProduct[]): readonly Entry[] => {
    const families = new Set(owned.map(familyOf));
    const fresh = (category: string): readonly SampleProduct[] => (shelves.get(category) ?? []).filter((product) => !families.has(familyOf(product)));
    const [newest] = owned;
    return [
      ...put(boughtAgain(owned), 'BUY_AGAIN', 2),
      ...put(newest === undefined ? [] : fresh(leafOf(newest)), 'SIMILAR_TO_RECENT', 1),
      ...put(newest === undefined ? [] : fresh(newest.categoryPath[0] ?? ''), 'FAVOURITE_CATEGORY', 2),
      ...put(fresh('home'), 'POPULAR', ON_SCREEN),
    ];
  };
  return (customerId, visit) => ({
    recommendationId: `p-sample-home-${visit.sessionId}`,
    lane: 'PERSONALISATION',
    placement: 'HOME',
    customerId,
    anchorIds: [],
    ...columnsOf(entriesFor(bought(customerId, visit.beganAt)), ON_SCREEN),
  });
};
