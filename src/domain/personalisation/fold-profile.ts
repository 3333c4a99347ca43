import type { CustomerFacts, Grouped } from '../facts/reading.js';
import { earlierOf, totalsOf } from '../facts/totals.js';
import { laterOf } from '../learning/window.js';
import { type BehaviourEvent, behaviourEvents, distinctFacts } from './behaviour-events.js';
import { foldHabits, habitStrength, strongestHabits } from './product-habits.js';
import type { BehaviourProfile, FacetWeight, ProductHabit } from './profile.js';
import type { ProfileSettings } from './profile-settings.js';
import { typicalPrice } from './typical-price.js';

type Products = ReadonlyMap<string, Grouped>;

const distinct = (ids: readonly string[]): Iterable<string> => (ids.length < 2 ? ids : new Set(ids));

/** Sums the strength of the habits over what each product belongs to; strongest first, ties by id. */
const weighFacets = (
  habits: readonly ProductHabit[],
  facetsOf: (productId: string) => readonly string[],
  limit: number,
): readonly FacetWeight[] => {
  const weights = new Map<string, number>();
  for (const habit of habits) {
    const strength = habitStrength(habit);
    for (const id of distinct(facetsOf(habit.productId))) weights.set(id, (weights.get(id) ?? 0) + strength);
  }
  return [...weights]
    .map(([id, weight]) => ({ id, weight }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
};

const brandsOf = (products: Products, productId: string): readonly string[] => {
  const brand = products.get(productId)?.brand ?? null;
  return brand === null ? [] : [brand];
};

const recentProducts = (events: readonly BehaviourEvent[], limit: number): readonly string[] => {
  const seen = events.filter(({ act }) => act !== 'REMOVE_FROM_BASKET' && act !== 'NOT_INTERESTED');
  return [...new Set(seen.map(({ productId }) => productId).reverse())].slice(0, limit);
};

/**
 * Folds a customer's facts into a behaviour profile: pure, and the same to the last bit for the same facts in any order, with or without repeats,
 * whether all of them are at hand or the newest within the bounds and the totals. Cancelled orders do not count. `interactions`, `orders`, `since`
 * and `asOf` speak of all facts; all else of the newest, within the bounds of the settings. Products missing from `products` have a habit but
 * no category or brand.
 */
export const foldProfile = (
  facts: CustomerFacts,
  products: Products,
  settings: ProfileSettings,
): BehaviourProfile => {
  const known = distinctFacts(facts);
  const orders = facts.orderTotals ?? totalsOf(known.orders.map(({ placedAt }) => placedAt));
  const interactions = facts.interactionTotals ?? totalsOf(known.interactions.map(({ at }) => at));
  const asOf = laterOf(orders.newest, interactions.newest);
  const events = behaviourEvents(known, settings);
  const habits = asOf === null ? [] : foldHabits(events, asOf.getTime(), settings);
  return {
    customerId: facts.customerId,
    asOf,
    since: earlierOf(orders.oldest, interactions.oldest),
    interactions: interactions.count,
    orders: orders.count,
    products: strongestHabits(habits, settings.maxProducts),
    categories: weighFacets(habits, (id) => products.get(id)?.categoryPath ?? [], settings.maxCategories),
    brands: weighFacets(habits, (id) => brandsOf(products, id), settings.maxBrands),
    recentProductIds: recentProducts(events, settings.maxRecent),
    typicalPrice: typicalPrice(known.orders.slice(-settings.maxOrders)),
    purchaseHalfLifeDays: settings.purchaseHalfLifeDays,
  };
};
