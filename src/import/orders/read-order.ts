import { validateOrder, type OrderLineInput, type ValidatedOrder } from '../../domain/facts/order-input.js';
import type { Problem } from '../../domain/facts/problem.js';
import type { CellReader } from '../fields/cells.js';
import type { FieldName } from '../fields/fields.js';
import type { Cells } from '../input/source-row.js';
import { decideLine, type LineChoices } from './line-choices.js';

/** Most lines of one order in a file: wholesale orders are longer than those of a web shop. */
export const MOST_FILE_LINES = 10_000;

/** How rows are read as orders. */
export interface OrderReading {
  readonly read: CellReader;
  readonly choices: LineChoices;
  /** Currency of rows that name none; null when every row must. */
  readonly currency: string | null;
  readonly now: Date;
  readonly fieldOf: (key: string) => FieldName | undefined;
}

/** What a row says. */
export type ReadOrder =
  | { readonly kind: 'order'; readonly checked: ValidatedOrder; readonly titles: readonly (readonly [string, string])[] }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'reject'; readonly problems: readonly Problem[] };

type ReadLine =
  | { readonly kind: 'keep'; readonly line: OrderLineInput; readonly title: unknown }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'reject'; readonly problem: Problem };

const readLine = (cells: Cells, path: string, { read, choices }: OrderReading): ReadLine => {
  const productId = read.productId(cells.product_id);
  const quantity = read.whole(cells.quantity);
  const decision = decideLine({ productId, quantity, unitPrice: read.decimal(cells.unit_price) }, choices, path);
  if (decision.kind !== 'keep') return decision;
  const { unitPrice } = decision;
  return { kind: 'keep', line: { productId, quantity, unitPrice, recommendationId: read.id(cells.recommendation_id) }, title: cells.title };
};

const titleOf = ({ line, title }: Extract<ReadLine, { kind: 'keep' }>): readonly (readonly [string, string])[] =>
  typeof title === 'string' && typeof line.productId === 'string' ? [[line.productId, title]] : [];

const checkWhole = (cells: Cells, lines: unknown, { read, currency, now }: OrderReading): ValidatedOrder => {
  const placedAt = read.date(cells.placed_at);
  const order = {
    orderId: read.id(cells.order_id),
    customerId: read.id(cells.customer_id),
    sessionId: read.id(cells.session_id),
    placedAt,
    updatedAt: cells.updated_at === undefined ? placedAt : read.date(cells.updated_at),
    status: read.upper(cells.status),
    currencyCode: read.upper(cells.currency) ?? currency,
    lines,
  };
  return validateOrder(order, { now, maxLines: MOST_FILE_LINES });
};

const cellsOf = (line: unknown, reading: OrderReading): Cells => {
  if (typeof line !== 'object' || line === null) return {};
  const cells: Partial<Record<FieldName, unknown>> = {};
  for (const [key, value] of Object.entries(line)) {
    const field = reading.fieldOf(key);
    if (field !== undefined) cells[field] = value;
  }
  return cells;
};

const fromLines = (cells: Cells, lines: readonly ReadLine[], reading: OrderReading): ReadOrder => {
  const problems = lines.flatMap((line) => (line.kind === 'reject' ? [line.problem] : []));
  if (problems.length > 0) return { kind: 'reject', problems };
  const kept = lines.flatMap((line) => (line.kind === 'keep' ? [line] : []));
  const skipped = lines.find((line) => line.kind === 'skip');
  if (kept.length === 0 && skipped !== undefined) return skipped;
  const checked = checkWhole(cells, kept.map(({ line }) => line), reading);
  return { kind: 'order', checked, titles: kept.flatMap(titleOf) };
};

/** Reads a row as an order: a whole one when it holds `lines`, else an order of the one line that it is. */
export const readOrder = (cells: Cells, reading: OrderReading): ReadOrder => {
  if (cells.lines === undefined) return fromLines(cells, [readLine(cells, 'lines[0]', reading)], reading);
  if (!Array.isArray(cells.lines)) return { kind: 'order', checked: checkWhole(cells, cells.lines, reading), titles: [] };
  const lines = cells.lines.map((line: unknown, index) => readLine(cellsOf(line, reading), `lines[${index}]`, reading));
  return fromLines(cells, lines, reading);
};
