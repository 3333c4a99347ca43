import type { BasketFact } from '../domain/facts/reading.js';
import type { Order } from '../domain/facts/order.js';
import type { RecordingOutcome } from '../domain/facts/recording.js';
import type { Collections, OrderDocument } from './collections.js';
import { ACCEPTED, DUPLICATE, insertNew, saysTheSame } from './record-new.js';

const MOST_TRIES = 10;

const toDocument = (order: Order): OrderDocument => ({
  _id: order.id,
  customerId: order.customerId,
  sessionId: order.sessionId,
  placedAt: order.placedAt,
  updatedAt: order.updatedAt,
  status: order.status,
  currencyCode: order.currencyCode,
  lines: order.lines.map(({ productId, quantity, unitPriceMinor, recommendationId }) => ({
    productId,
    quantity,
    unitPriceMinor,
    recommendationId,
  })),
});

const toOrder = ({ _id, ...rest }: OrderDocument): Order => ({ id: _id, ...rest });

/** An order that changes hands changes two customers' profiles. */
const acceptedFrom = (former: string | null, customerId: string | null): RecordingOutcome =>
  former === null || former === customerId ? ACCEPTED : { kind: 'accepted', formerCustomerId: former };

/** Where orders are kept. */
export const createOrderStore = ({ orders }: Pick<Collections, 'orders'>) => {
  /** Compare-and-set on `updatedAt`: of two writers that meet, the newer order stands whoever comes last. */
  const recordKnown = async (document: OrderDocument): Promise<RecordingOutcome> => {
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const held = await orders.findOne({ _id: document._id });
      if (held === null) {
        if ((await insertNew(orders, [document])).size === 0) return ACCEPTED;
        continue;
      }
      const age = document.updatedAt.getTime() - held.updatedAt.getTime();
      if (age < 0) return DUPLICATE;
      if (age === 0)
        return saysTheSame(toDocument(toOrder(held)), document)
          ? DUPLICATE
          : { kind: 'rejected', message: `order ${document._id} is held with other contents and the same updatedAt` };
      const { matchedCount } = await orders.replaceOne({ _id: document._id, updatedAt: held.updatedAt }, document);
      if (matchedCount === 1) return acceptedFrom(held.customerId, document.customerId);
    }
    return { kind: 'rejected', message: `order ${document._id} is being changed by too many writers; send it again` };
  };

  return {
    async recordOrders(batch: readonly Order[]): Promise<readonly RecordingOutcome[]> {
      const documents = batch.map(toDocument);
      const known = await insertNew(orders, documents);
      const outcomes: RecordingOutcome[] = [];
      for (const [index, document] of documents.entries())
        outcomes.push(known.has(index) ? await recordKnown(document) : ACCEPTED);
      return outcomes;
    },

    async newestOrderAt(): Promise<Date | null> {
      const [newest] = await orders
        .find({ status: 'COMPLETED' }, { projection: { placedAt: 1 } })
        .sort({ placedAt: -1 })
        .limit(1)
        .toArray();
      return newest?.placedAt ?? null;
    },

    countOrders: (): Promise<number> => orders.estimatedDocumentCount(),

    async *baskets(from: Date, until: Date): AsyncIterable<BasketFact> {
      const cursor = orders.find(
        { placedAt: { $gte: from, $lt: until }, status: 'COMPLETED' },
        { projection: { customerId: 1, placedAt: 1, 'lines.productId': 1 }, batchSize: 2_000 },
      );
      for await (const { _id, customerId, placedAt, lines } of cursor)
        yield { orderId: _id, customerId, placedAt, productIds: lines.map(({ productId }) => productId) };
    },

    async ofCustomers(customerIds: readonly string[]): Promise<readonly Order[]> {
      return (await orders.find({ customerId: { $in: [...customerIds] } }, { batchSize: 5_000 }).toArray()).map(toOrder);
    },

    async *customerIds(): AsyncIterable<string> {
      const cursor = orders.find({ customerId: { $gt: '' } }, { projection: { customerId: 1 }, batchSize: 10_000 }).sort({ customerId: 1 });
      for await (const { customerId } of cursor) if (customerId !== null) yield customerId;
    },
  };
};
