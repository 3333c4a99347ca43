import { shown } from '../../domain/facts/problem.js';
import { readable, rejectFor, type RowSink, type SinkContext } from '../kinds/row-sink.js';
import type { Cells } from '../input/source-row.js';
import { mergeRows } from './merge-rows.js';
import { groupRows, type OrderGroup } from './order-groups.js';
import { packRow, unpackRow, type OrderRow } from './order-row.js';
import type { OrderWriter } from './order-writer.js';
import { MOST_FILE_LINES, readOrder, type OrderReading } from './read-order.js';
import { RowSpool } from './row-spool.js';

const TOO_MANY = `more than ${MOST_FILE_LINES.toLocaleString('en-GB')} rows have the same order id`;
const CUT_OFF = 'the input breaks off in this order';

function* unpacked(lines: Iterable<string>): Generator<OrderRow> {
  for (const line of lines) yield unpackRow(line);
}

/**
 * Orders from a file. Rows of one order line each are gathered by order id wherever they stand, in two passes over a spool on disk;
 * rows that hold a whole order are written as they come.
 */
export class OrderSink implements RowSink {
  readonly #reading: OrderReading;
  readonly #writer: OrderWriter;
  readonly #context: SinkContext;
  readonly #spool = new RowSpool();
  #spooled = 0;
  #lastOrderId: string | null = null;

  constructor(reading: OrderReading, writer: OrderWriter, context: SinkContext) {
    this.#reading = reading;
    this.#writer = writer;
    this.#context = context;
  }

  async take(rows: Parameters<RowSink['take']>[0]): Promise<void> {
    for (const { line, cells } of readable(rows, this.#context.tally)) await this.#takeRow(line, cells);
  }

  /** An order in which the input broke off may lack lines: it is refused, so that importing the whole file later is no conflict. */
  async finish(cutOff: boolean): Promise<void> {
    try {
      await this.#writeSpooled(cutOff ? this.#lastOrderId : null);
      await this.#writer.flush();
    } finally {
      this.#spool.close();
    }
  }

  #takeRow(line: number, cells: Cells): Promise<void> | undefined {
    const row = readOrder(cells, this.#reading);
    if (row.kind === 'skip') this.#context.tally.skip(row.reason);
    else if (row.kind === 'reject') rejectFor(line, row.problems, this.#context);
    else if (!row.checked.ok) rejectFor(line, row.checked.problems, this.#context);
    else if (cells.lines !== undefined) return this.#writer.add({ lines: [line], order: row.checked.order, titles: row.titles });
    else {
      const title = row.titles[0]?.[1] ?? null;
      this.#spoolRow({ line, versioned: cells.updated_at !== undefined, order: row.checked.order, title });
    }
    return undefined;
  }

  #spoolRow(row: OrderRow): void {
    this.#spool.add(row.order.id, packRow(row));
    this.#spooled += 1;
    this.#lastOrderId = row.order.id;
  }

  async #writeSpooled(brokenOrderId: string | null): Promise<void> {
    const { progress } = this.#context;
    progress.begin('writing orders', this.#spooled);
    let done = 0;
    for (const lines of this.#spool.partitions()) {
      const groups = groupRows(unpacked(lines), ({ line }) => this.#refuse([line], TOO_MANY));
      for (const group of groups) {
        if (group.orderId === brokenOrderId) this.#refuse(group.rows.map(({ line }) => line), CUT_OFF);
        else await this.#writeGroup(group);
        done += group.rows.length;
        progress.at(done, done);
      }
    }
  }

  async #writeGroup({ rows }: OrderGroup): Promise<void> {
    const merged = mergeRows(rows);
    const lines = rows.map(({ line }) => line);
    if (!merged.ok) {
      const rule = 'differs between the rows of one order';
      const reason = `${rule}: ${merged.values.map(shown).join(' and ')}`;
      for (const line of lines) this.#context.tally.reject({ line, field: this.#context.columnOf(merged.path), rule, reason });
      return;
    }
    const titles = rows.flatMap(({ order, title }) => order.lines.flatMap(({ productId }) => (title === null ? [] : [[productId, title] as const])));
    await this.#writer.add({ lines, order: merged.order, titles });
  }

  #refuse(lines: readonly number[], rule: string): void {
    for (const line of lines) this.#context.tally.reject({ line, field: '', rule, reason: rule });
  }
}
