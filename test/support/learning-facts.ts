import type { ProductFacts } from '../../src/domain/catalogue/product.js';
import type { Interaction } from '../../src/domain/facts/interaction.js';
import type { Order } from '../../src/domain/facts/order.js';
import { FactCollector, type LearningFacts, learningWindows } from '../../src/domain/learning/collect-facts.js';
import { DEFAULT_LEARNING_SETTINGS, type LearningSettings } from '../../src/domain/learning/settings.js';
import { laterOf } from '../../src/domain/learning/window.js';

/** The moment at which the facts of these tests happen unless they say otherwise. */
export const TODAY = new Date('2026-03-01T12:00:00Z');

/** So many days before TODAY. */
export const daysAgo = (days: number): Date => new Date(TODAY.getTime() - days * 86_400_000);

/** A completed order of one of each product. */
export const bought = (id: string, customerId: string | null, productIds: readonly string[], placedAt = TODAY): Order => ({
  id,
  customerId,
  sessionId: null,
  placedAt,
  updatedAt: placedAt,
  status: 'COMPLETED',
  currencyCode: 'GBP',
  lines: productIds.map((productId) => ({ productId, quantity: 1, unitPriceMinor: 100, recommendationId: null })),
});

/** An interaction: a view by nobody in particular unless told otherwise. */
export const did = (id: string, changes: Partial<Interaction> = {}): Interaction => ({
  id,
  kind: 'VIEW',
  customerId: null,
  sessionId: null,
  productId: null,
  categoryId: null,
  query: null,
  at: TODAY,
  recommendationId: null,
  slot: null,
  ...changes,
});

/** A product of the catalogue. */
export const product = (id: string, changes: Partial<ProductFacts> = {}): ProductFacts => ({
  id,
  title: id,
  categoryPath: [],
  brand: null,
  tags: [],
  priceMinor: 100,
  currencyCode: 'GBP',
  variantOf: null,
  inStock: true,
  active: true,
  ...changes,
});

/** A shop's facts, in any order. */
export interface ShopFacts {
  readonly orders?: readonly Order[];
  readonly interactions?: readonly Interaction[];
  readonly products?: readonly ProductFacts[];
}

const newestOf = (times: readonly Date[]): Date | null => times.reduce<Date | null>(laterOf, null);

/** Collects a shop's facts as learning does, without a store. */
export const collect = (
  { orders = [], interactions = [], products = [] }: ShopFacts,
  settings: LearningSettings = DEFAULT_LEARNING_SETTINGS,
): LearningFacts => {
  const completed = orders.filter(({ status }) => status === 'COMPLETED');
  const newest = {
    order: newestOf(completed.map(({ placedAt }) => placedAt)),
    interaction: newestOf(interactions.map(({ at }) => at)),
  };
  const collector = new FactCollector(learningWindows(newest, settings));
  for (const { id, customerId, placedAt, lines } of completed) {
    collector.addBasket({ orderId: id, customerId, placedAt, productIds: lines.map(({ productId }) => productId) });
  }
  for (const interaction of interactions) collector.addInteraction(interaction);
  const catalogue = collector.close();
  for (const one of products) catalogue.addProduct(one);
  return catalogue.finish();
};
