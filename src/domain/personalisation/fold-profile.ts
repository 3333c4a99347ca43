import type { CustomerFacts, Grouped } from '../facts/reading.js';
import { earlierOf, totalsOf } from '../facts/totals.js';
import { laterOf } from '../learning/window.js';
import { type BehaviourEvent, behaviourEvents, distinctFacts } from './behaviour-events.js';
import { foldHabits, habitStrength, strongestHabits } from './product-habits.js';
import type { BehaviourProfile, FacetWeight } from './profile.js';
import type { ProfileSettings } from './profile-settings.js';
import { typicalPrice } from './typical-price.js';

/** The groups of products, by product id. */
export type GroupsOfProducts = Pick<ReadonlyMap<string, Grouped>, 'get'>;

const NONE: readonly string[] = [];

// Paths are short, and nearly always without repeats.
const distinct = (ids: readonly string[]): readonly string[] => (ids.every((id, index) => ids.indexOf(id) === index) ? ids : [...new Set(ids)]);

/** Sums the strength of the habits over what each product belongs to; strongest first, ties by id. Habits and groups are in step. */
const weighFacets = (
  strengths: readonly number[],
  groups: readonly (Grouped | undefined)[],
  facetsOf: (product: Grouped) => readonly string[],
  limit: number,
): readonly FacetWeight[] => {
  const weights = new Map<string, number>();
  for (let index = 0; index < groups.length; index += 1) {
    const product = groups[index];
    if (product === undefined) continue;
    for (const id of facetsOf(product)) weights.set(id, (weights.get(id) ?? 0) + (strengths[index] ?? 0));
  }
  const facets: FacetWeight[] = [];
  for (const [id, weight] of weights) if (weight > 0) facets.push({ id, weight });
  return facets.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)).slice(0, limit);
};

const categoriesOf = ({ categoryPath }: Grouped): readonly string[] => distinct(categoryPath);

const brandsOf = ({ brand }: Grouped): readonly string[] => (brand === null ? NONE : [brand]);

const recentProducts = (events: readonly BehaviourEvent[], limit: number): readonly string[] => {
  const recent = new Set<string>();
  for (let index = events.length - 1; index >= 0 && recent.size < limit; index -= 1) {
    const event = events[index];
    if (event !== undefined && event.act !== 'REMOVE_FROM_BASKET' && event.act !== 'NOT_INTERESTED') recent.add(event.productId);
  }
  return [...recent];
};

/**
 * Folds a customer's facts into a behaviour profile: pure, and the same to the last bit for the same facts in any order, with or without repeats,
 * whether all of them are at hand or the newest within the bounds and the totals. Cancelled orders do not count. `interactions`, `orders`, `since`
 * and `asOf` speak of all facts; all else of the newest, within the bounds of the settings. Products missing from `products` have a habit but
 * no category or brand.
 */
export const foldProfile = (
  facts: CustomerFacts,
  products: GroupsOfProducts,
  settings: ProfileSettings,
): BehaviourProfile => {
  const known = distinctFacts(facts);
  const orders = facts.orderTotals ?? totalsOf(known.orders.map(({ placedAt }) => placedAt));
  const interactions = facts.interactionTotals ?? totalsOf(known.interactions.map(({ at }) => at));
  const asOf = laterOf(orders.newest, interactions.newest);
  const events = behaviourEvents(known, settings);
  const habits = asOf === null ? [] : foldHabits(events, asOf.getTime(), settings);
  const strengths = habits.map(habitStrength);
  const groups = habits.map(({ productId }) => products.get(productId));
  return {
    customerId: facts.customerId,
    asOf,
    since: earlierOf(orders.oldest, interactions.oldest),
    interactions: interactions.count,
    orders: orders.count,
    products: strongestHabits(habits, settings.maxProducts),
    categories: weighFacets(strengths, groups, categoriesOf, settings.maxCategories),
    brands: weighFacets(strengths, groups, brandsOf, settings.maxBrands),
    recentProductIds: recentProducts(events, settings.maxRecent),
    typicalPrice: typicalPrice(known.orders.slice(-settings.maxOrders)),
    purchaseHalfLifeDays: settings.purchaseHalfLifeDays,
  };
};
