import { ORDER_SHAPE } from '../../domain/facts/batch-plan.js';
import type { FactWriter, RecordingOutcome } from '../../domain/facts/recording.js';
import { writeBatch } from '../../recording/write-batch.js';
import { countOutcome, WRITE_BATCH, type SinkContext } from '../kinds/row-sink.js';
import type { DerivedCatalogue } from './derived-catalogue.js';
import type { ReadyOrder } from './order-row.js';

const MOST_LINES_AT_ONCE = 10_000;
const ACCEPTED: RecordingOutcome = { kind: 'accepted' };

/** Writes orders in batches that are bounded in orders and in lines, and counts their rows. */
export class OrderWriter {
  readonly #writer: FactWriter | null;
  readonly #catalogue: DerivedCatalogue | null;
  readonly #context: SinkContext;
  #waiting: ReadyOrder[] = [];
  #lines = 0;
  /** Orders accepted. */
  accepted = 0;

  /** Without a writer nothing is written and every order counts as accepted: a dry run. */
  constructor(writer: FactWriter | null, catalogue: DerivedCatalogue | null, context: SinkContext) {
    this.#writer = writer;
    this.#catalogue = catalogue;
    this.#context = context;
  }

  async add(order: ReadyOrder): Promise<void> {
    this.#waiting.push(order);
    this.#lines += order.order.lines.length;
    if (this.#waiting.length >= WRITE_BATCH || this.#lines >= MOST_LINES_AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#lines = 0;
    const outcomes = await this.#write(batch);
    batch.forEach((ready, index) => this.#settle(ready, outcomes[index] ?? ACCEPTED));
  }

  async #write(batch: readonly ReadyOrder[]): Promise<readonly RecordingOutcome[]> {
    const writer = this.#writer;
    if (writer === null || batch.length === 0) return [];
    return writeBatch(batch.map(({ order }) => order), ORDER_SHAPE, (orders) => writer.recordOrders(orders));
  }

  #settle({ lines, order, titles }: ReadyOrder, outcome: RecordingOutcome): void {
    countOutcome(lines, outcome, this.#context.tally);
    if (outcome.kind === 'rejected') return;
    if (outcome.kind === 'accepted') {
      this.accepted += 1;
      if (outcome.formerCustomerId !== undefined) this.#context.touched(outcome.formerCustomerId);
    }
    if (order.customerId !== null) this.#context.touched(order.customerId);
    this.#catalogue?.observe(order, titles);
  }
}
