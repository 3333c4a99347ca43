import { INTERACTION_KINDS, type Interaction, type InteractionKind } from '../../domain/facts/interaction.js';
import type { FactTotals, InteractionFact } from '../../domain/facts/reading.js';
import type { RecordingOutcome } from '../../domain/facts/recording.js';
import { totalsOf } from '../../domain/facts/totals.js';
import type { Collections, InteractionDocument } from '../collections.js';
import type { DayMarks } from '../measurement/day-marks.js';
import { ahead } from '../ahead.js';
import { customersOf } from './customers-of.js';
import { areFew, findFew } from './few-facts.js';
import { ACCEPTED, DUPLICATE, insertNew, saysTheSame } from './record-new.js';

const toDocument = (interaction: Interaction): InteractionDocument => ({
  _id: interaction.id,
  kind: interaction.kind,
  customerId: interaction.customerId,
  sessionId: interaction.sessionId,
  productId: interaction.productId,
  categoryId: interaction.categoryId,
  query: interaction.query,
  at: interaction.at,
  recommendationId: interaction.recommendationId,
  slot: interaction.slot,
});

/** A stored interaction as the domain knows it. */
export const toInteraction = ({ _id, ...rest }: InteractionDocument): Interaction => ({ id: _id, ...rest });

/** Newest first, ties by id: as the index on customer, kind, time and id runs backwards. */
const BACKWARDS = { at: -1, _id: -1 } as const;

/** Where interactions are kept. */
export const createInteractionStore = ({ interactions }: Pick<Collections, 'interactions'>, marks: Pick<DayMarks, 'interactions'>) => ({
  async recordInteractions(batch: readonly Interaction[]): Promise<readonly RecordingOutcome[]> {
    const documents = batch.map(toDocument);
    const known = await insertNew(interactions, documents);
    // Of those known already too: an earlier call may have been stopped after it wrote them and before they were marked.
    await marks.interactions(documents);
    const held =
      known.size === 0
        ? []
        : await interactions.find({ _id: { $in: [...known].flatMap((index) => documents[index]?._id ?? []) } }).toArray();
    const heldById = new Map(held.map((document) => [document._id, toDocument(toInteraction(document))]));
    return documents.map((document, index) => {
      if (!known.has(index)) return ACCEPTED;
      return saysTheSame(heldById.get(document._id), document)
        ? DUPLICATE
        : { kind: 'rejected', message: `interaction ${document._id} is held with other contents` };
    });
  },

  async newestInteractionAt(until?: Date): Promise<Date | null> {
    const before = until === undefined ? {} : { at: { $lt: until } };
    const [newest] = await interactions.find(before, { projection: { at: 1 } }).sort({ at: -1 }).limit(1).toArray();
    return newest?.at ?? null;
  },

  countInteractions: (): Promise<number> => interactions.estimatedDocumentCount(),

  async *interactions(from: Date, until: Date): AsyncIterable<InteractionFact> {
    const cursor = interactions.find(
      { at: { $gte: from, $lt: until } },
      { projection: { kind: 1, customerId: 1, sessionId: 1, productId: 1, at: 1 }, batchSize: 5_000 },
    );
    for await (const batch of ahead(cursor))
      for (const { _id, kind, customerId, sessionId, productId, at } of batch) yield { id: _id, kind, customerId, sessionId, productId, at };
  },

  /** Whether these customers' interactions are few enough to be read at once. */
  areFew: async (customerIds: readonly string[], newest: number): Promise<boolean> => areFew(interactions, customerIds, newest),

  /** All interactions of these customers; null where they are too many to be read at once. */
  async ofCustomers(customerIds: readonly string[], newest: number): Promise<readonly Interaction[] | null> {
    return (await findFew(interactions, customerIds, newest))?.map(toInteraction) ?? null;
  },

  /** The newest interactions of a customer, of each of the kinds. One read per kind, so that the many of one are not read to find the few of another. */
  async newestOf(customerId: string, newest: number, kinds: readonly InteractionKind[]): Promise<readonly Interaction[]> {
    const read = async (kind: InteractionKind): Promise<readonly InteractionDocument[]> =>
      interactions.find({ customerId, kind }, { batchSize: 5_000 }).sort(BACKWARDS).limit(newest).toArray();
    return (await Promise.all(kinds.map(read))).flat().map(toInteraction);
  },

  /** The totals of a customer's interactions, of every kind. */
  async totalsOf(customerId: string): Promise<FactTotals> {
    const first = (kind: InteractionKind, sort: Readonly<Record<string, 1 | -1>>) =>
      interactions.findOne({ customerId, kind }, { sort, projection: { at: 1 } });
    const [count, ...ends] = await Promise.all([
      interactions.countDocuments({ customerId }),
      ...INTERACTION_KINDS.flatMap((kind) => [first(kind, { at: 1, _id: 1 }), first(kind, BACKWARDS)]),
    ]);
    return { ...totalsOf(ends.flatMap((end) => end?.at ?? [])), count };
  },

  async *customerIds(): AsyncIterable<string> {
    const cursor = interactions
      .find({ customerId: { $gt: '' } }, { projection: { customerId: 1 }, batchSize: 10_000 })
      .sort({ customerId: 1 });
    yield* customersOf(cursor);
  },

  /** Removes interactions from before this instant and answers how many. A replay of them is refused as too old. */
  async expireInteractions(before: Date): Promise<number> {
    return (await interactions.deleteMany({ at: { $lt: before } })).deletedCount;
  },
});
