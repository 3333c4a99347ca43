import type { BasketFact, CustomerOrder, FactTotals } from '../../domain/facts/reading.js';
import type { Order, OrderStatus } from '../../domain/facts/order.js';
import type { RecordingOutcome } from '../../domain/facts/recording.js';
import { dayOf } from '../../domain/measurement/day.js';
import type { Collections, OrderDocument } from '../collections.js';
import type { DayMarks } from '../measurement/day-marks.js';
import { ahead } from '../ahead.js';
import { customersOf } from './customers-of.js';
import { areFew, findFew } from './few-facts.js';
import { bytesOf, OrderBytes } from './order-bytes.js';
import { ACCEPTED, DUPLICATE, insertNew, saysTheSame } from './record-new.js';

const MOST_TRIES = 10;

/** Newest first, ties by id: as the index on customer, status, time and id runs backwards. */
const BACKWARDS = { placedAt: -1, _id: -1 } as const;

/** What a profile is folded from. */
const CUSTOMER_ORDER = { customerId: 1, placedAt: 1, updatedAt: 1, status: 1, currencyCode: 1, 'lines.productId': 1, 'lines.unitPriceMinor': 1 } as const;

const completedOf = (customerId: string): { customerId: string; status: OrderStatus } => ({ customerId, status: 'COMPLETED' });

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

/** A stored order as the domain knows it. */
export const toOrder = ({ _id, formerlyPlacedAt: _, ...rest }: OrderDocument): Order => ({ id: _id, ...rest });

/** Every time at which an order has stood. */
const timesOf = ({ placedAt, formerlyPlacedAt = [] }: OrderDocument): readonly Date[] => [placedAt, ...formerlyPlacedAt];

/** The order that takes another's place. It remembers the days on which it stood before, so that they are marked whenever it is sent again. */
const succeeding = (held: OrderDocument, document: OrderDocument): OrderDocument => {
  const days = new Map(timesOf(held).map((time) => [dayOf(time), time]));
  days.delete(dayOf(document.placedAt));
  return days.size === 0 ? document : { ...document, formerlyPlacedAt: [...days.values()] };
};

/** Hears of each order that was held when another came under its id. */
type OnHeld = (held: OrderDocument) => void;

/** An order that changes hands changes two customers' profiles. */
const acceptedFrom = (former: string | null, customerId: string | null): RecordingOutcome =>
  former === null || former === customerId ? ACCEPTED : { kind: 'accepted', formerCustomerId: former };

/** Whether a write is needed, or what became of an order without one. */
const judge = (held: OrderDocument, document: OrderDocument): RecordingOutcome | 'newer' => {
  const age = document.updatedAt.getTime() - held.updatedAt.getTime();
  if (age > 0) return 'newer';
  if (age < 0 || saysTheSame(toDocument(toOrder(held)), document)) return DUPLICATE;
  return { kind: 'rejected', message: `order ${document._id} is held with other contents and the same updatedAt` };
};

/** Where orders are kept. */
export const createOrderStore = ({ orders }: Pick<Collections, 'orders'>, marks: Pick<DayMarks, 'orders'>) => {
  /** Compare-and-set on `updatedAt`: of two writers that meet, the newer order stands whoever comes last. */
  const recordKnown = async (document: OrderDocument, onHeld: OnHeld): Promise<RecordingOutcome> => {
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const held = await orders.findOne({ _id: document._id });
      if (held === null) {
        if ((await insertNew(orders, [document])).size === 0) return ACCEPTED;
        continue;
      }
      onHeld(held);
      const judgement = judge(held, document);
      if (judgement !== 'newer') return judgement;
      const { matchedCount } = await orders.replaceOne({ _id: document._id, updatedAt: held.updatedAt }, succeeding(held, document));
      if (matchedCount === 1) return acceptedFrom(held.customerId, document.customerId);
    }
    return { kind: 'rejected', message: `order ${document._id} is being changed by too many writers; send it again` };
  };

  const heldOf = async (documents: readonly OrderDocument[]): Promise<ReadonlyMap<string, OrderDocument>> => {
    if (documents.length === 0) return new Map();
    const found = await orders.find({ _id: { $in: documents.map(({ _id }) => _id) } }, { batchSize: 2_000 }).toArray();
    return new Map(found.map((document) => [document._id, document]));
  };

  /** Swaps in the newer of many orders at once; those that did not get in, because another writer came first, are absent from the answer. */
  const replaceNewer = async (newer: readonly OrderDocument[], held: ReadonlyMap<string, OrderDocument>): Promise<ReadonlySet<OrderDocument>> => {
    if (newer.length === 0) return new Set();
    const { matchedCount } = await orders.bulkWrite(
      newer.flatMap((document) => {
        const former = held.get(document._id);
        if (former === undefined) return [];
        return [{ replaceOne: { filter: { _id: document._id, updatedAt: former.updatedAt }, replacement: succeeding(former, document) } }];
      }),
      { ordered: false },
    );
    if (matchedCount === newer.length) return new Set(newer);
    // A bulk write answers sums only: what is held now says which of them got in.
    const now = await heldOf(newer);
    return new Set(
      newer.filter((document) => {
        const standing = now.get(document._id);
        return standing !== undefined && saysTheSame(toDocument(toOrder(standing)), document);
      }),
    );
  };

  /** Many at once, so that the number of commands does not grow with the batch; whoever meets another writer goes on alone. */
  const recordAllKnown = async (documents: readonly OrderDocument[], onHeld: OnHeld): Promise<readonly RecordingOutcome[]> => {
    const held = await heldOf(documents);
    held.forEach(onHeld);
    const judgements = documents.map((document) => {
      const known = held.get(document._id);
      return known === undefined ? 'newer' : judge(known, document);
    });
    const replaced = await replaceNewer(documents.filter(({ _id }, index) => judgements[index] === 'newer' && held.has(_id)), held);
    const outcomes: RecordingOutcome[] = [];
    for (const [index, document] of documents.entries()) {
      const judgement = judgements[index] ?? 'newer';
      if (judgement !== 'newer') outcomes.push(judgement);
      else if (replaced.has(document)) outcomes.push(acceptedFrom(held.get(document._id)?.customerId ?? null, document.customerId));
      else outcomes.push(await recordKnown(document, onHeld));
    }
    return outcomes;
  };

  const read = new OrderBytes();

  return {
    async recordOrders(batch: readonly Order[]): Promise<readonly RecordingOutcome[]> {
      const documents = batch.map(toDocument);
      const times = documents.map(({ placedAt }) => placedAt);
      const known = await insertNew(orders, documents);
      const settled = (
        await recordAllKnown(
          documents.filter((_, index) => known.has(index)),
          (held) => times.push(...timesOf(held)),
        )
      ).values();
      // Of those known already too: an earlier call may have been stopped after it wrote them and before they were marked.
      await marks.orders(times);
      return documents.map((_, index) => (known.has(index) ? (settled.next().value ?? DUPLICATE) : ACCEPTED));
    },

    async newestOrderAt(until?: Date): Promise<Date | null> {
      const before = until === undefined ? {} : { placedAt: { $lt: until } };
      const [newest] = await orders
        .find({ ...before, status: 'COMPLETED' }, { projection: { placedAt: 1 } })
        .sort({ placedAt: -1 })
        .limit(1)
        .toArray();
      return newest?.placedAt ?? null;
    },

    countOrders: (): Promise<number> => orders.estimatedDocumentCount(),

    async *baskets(from: Date, until: Date): AsyncIterable<BasketFact> {
      const cursor = orders.find(
        { placedAt: { $gte: from, $lt: until }, status: 'COMPLETED' },
        { projection: { customerId: 1, placedAt: 1, 'lines.productId': 1 }, batchSize: 2_000, raw: true },
      );
      for await (const batch of ahead(cursor)) for (const document of batch) yield read.basket(bytesOf(document));
    },

    /** Whether these customers' orders, cancelled ones too, are few enough to be read at once. */
    areFew: async (customerIds: readonly string[], newest: number): Promise<boolean> => areFew(orders, customerIds, newest),

    /** All orders of these customers, cancelled ones too; null where they are too many to be read at once. */
    async ofCustomers(customerIds: readonly string[], newest: number): Promise<readonly CustomerOrder[] | null> {
      const found = await findFew(orders, customerIds, newest, { projection: CUSTOMER_ORDER, raw: true });
      return found?.map((document) => read.order(bytesOf(document))) ?? null;
    },

    /** The newest completed orders of a customer. */
    async newestOf(customerId: string, newest: number): Promise<readonly Order[]> {
      return (await orders.find(completedOf(customerId), { batchSize: 5_000 }).sort(BACKWARDS).limit(newest).toArray()).map(toOrder);
    },

    /** The totals of a customer's completed orders. */
    async totalsOf(customerId: string): Promise<FactTotals> {
      const first = (sort: Readonly<Record<string, 1 | -1>>) =>
        orders.findOne(completedOf(customerId), { sort, projection: { placedAt: 1 } });
      const [count, oldest, latest] = await Promise.all([
        orders.countDocuments(completedOf(customerId)),
        first({ placedAt: 1, _id: 1 }),
        first(BACKWARDS),
      ]);
      return { count, oldest: oldest?.placedAt ?? null, newest: latest?.placedAt ?? null };
    },

    async *customerIds(): AsyncIterable<string> {
      const cursor = orders.find({ customerId: { $gt: '' } }, { projection: { customerId: 1 }, batchSize: 10_000 }).sort({ customerId: 1 });
      yield* customersOf(cursor);
    },
  };
};
