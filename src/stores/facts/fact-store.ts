import type { FactReader } from '../../domain/facts/reading.js';
import type { FactWriter } from '../../domain/facts/recording.js';
import { createCatalogueStore } from './catalogue-store.js';
import type { Collections } from '../collections.js';
import { createDayMarks, type DayMarks } from '../measurement/day-marks.js';
import { createFactsExpiry } from '../measurement/facts-expiry.js';
import { createConsentStore } from './consent-store.js';
import { createCustomerFacts } from './customer-facts.js';
import { createInteractionStore } from './interaction-store.js';
import { createOrderStore } from './order-store.js';

/** The union of two ascending streams of ids, each id once. */
async function* mergeAscending(first: AsyncIterable<string>, second: AsyncIterable<string>): AsyncIterable<string> {
  const streams = [first[Symbol.asyncIterator](), second[Symbol.asyncIterator]()];
  const heads = await Promise.all(streams.map(async (stream) => stream.next()));
  let last: string | null = null;
  for (;;) {
    const open = heads.flatMap((head, index) => (head.done === true ? [] : [{ id: head.value, index }]));
    const [least] = open.toSorted((a, b) => Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)));
    if (least === undefined) return;
    if (least.id !== last) yield least.id;
    last = least.id;
    const stream = streams[least.index];
    if (stream !== undefined) heads[least.index] = await stream.next();
  }
}

/** Customers with a profile: the facts behind it may have expired since. */
async function* profiledIds({ profiles }: Pick<Collections, 'profiles'>): AsyncIterable<string> {
  for await (const { _id } of profiles.find({}, { projection: { _id: 1 }, batchSize: 10_000 }).sort({ _id: 1 })) yield _id;
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
    customerIds: () => mergeAscending(mergeAscending(orders.customerIds(), interactions.customerIds()), profiledIds(collections)),
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
