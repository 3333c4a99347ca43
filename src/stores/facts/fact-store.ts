import type { FactReader } from '../../domain/facts/reading.js';
import type { FactWriter } from '../../domain/facts/recording.js';
import { byCodePoint } from '../../domain/facts/text-order.js';
import { ahead } from '../ahead.js';
import { createCatalogueStore } from './catalogue-store.js';
import type { Collections } from '../collections.js';
import { createDayMarks, type DayMarks } from '../measurement/day-marks.js';
import { createFactsExpiry } from '../measurement/facts-expiry.js';
import { createConsentStore } from './consent-store.js';
import { createCustomerFacts } from './customer-facts.js';
import { createInteractionStore } from './interaction-store.js';
import { createOrderStore } from './order-store.js';

/** The union of ascending streams of ids, each id once. */
async function* mergeAscending(...sources: readonly AsyncIterable<string>[]): AsyncIterable<string> {
  const streams = sources.map((source) => source[Symbol.asyncIterator]());
  const heads = await Promise.all(streams.map(async (stream) => stream.next()));
  for (;;) {
    let least: string | null = null;
    for (const { done, value } of heads) if (done !== true && (least === null || byCodePoint(value, least) < 0)) least = value;
    if (least === null) return;
    yield least;
    for (const [index, stream] of streams.entries()) {
      for (let head = heads[index]; head?.done !== true && head?.value === least; head = heads[index]) heads[index] = await stream.next();
    }
  }
}

/** Customers with a profile: the facts behind it may have expired since. */
async function* profiledIds({ profiles }: Pick<Collections, 'profiles'>): AsyncIterable<string> {
  for await (const batch of ahead(profiles.find({}, { projection: { _id: 1 }, batchSize: 10_000 }).sort({ _id: 1 }))) for (const { _id } of batch) yield _id;
}

/** Where facts are written and read in bulk. */
export const createFactStore = (collections: Collections, marks: DayMarks = createDayMarks(collections)) => {
  const orders = createOrderStore(collections, marks);
  const interactions = createInteractionStore(collections, marks);
  const expiry = createFactsExpiry(collections);
  const catalogue = createCatalogueStore(collections);
  const consents = createConsentStore(collections);
  const facts: FactReader & FactWriter = {
    recordOrders: orders.recordOrders,
    recordInteractions: interactions.recordInteractions,
    recordProducts: catalogue.recordProducts,
    recordUnknownProducts: catalogue.recordUnknownProducts,
    recordConsents: consents.recordConsents,
    newestOrderAt: orders.newestOrderAt,
    newestInteractionAt: interactions.newestInteractionAt,
    countOrders: orders.countOrders,
    countInteractions: interactions.countInteractions,
    baskets: orders.baskets,
    interactions: interactions.interactions,
    products: catalogue.products,
    productsByIds: catalogue.productsByIds,
    catalogueRevision: catalogue.catalogueRevision,
    customerIds: () => mergeAscending(orders.customerIds(), interactions.customerIds(), profiledIds(collections)),
    customerFacts: createCustomerFacts({ orders, interactions }),
  };
  return {
    ...facts,

    /** Removes interactions from before this instant and answers how many. The sheets of their days stay as they are. */
    async expireInteractions(before: Date): Promise<number> {
      await expiry.note(before);
      return interactions.expireInteractions(before);
    },
  };
};
