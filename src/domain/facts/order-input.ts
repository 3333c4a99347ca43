import { toDecimal } from '../catalogue/money.js';
import { checkId, checkOptionalId } from './check-text.js';
import { checkCurrency, checkPastInstant, checkPrice, checkWhole } from './check-value.js';
import type { Order, OrderLine, OrderStatus } from './order.js';
import { problem, type Problem } from './problem.js';

/** One order line as someone sent it: the shape is the public contract's, the values are not trusted yet. */
export interface OrderLineInput {
  readonly productId?: unknown;
  readonly quantity?: unknown;
  /** Decimal text: "12.90". */
  readonly unitPrice?: unknown;
  readonly recommendationId?: unknown;
}

/** An order as someone sent it: the shape is the public contract's, the values are not trusted yet. */
export interface OrderInput {
  readonly orderId?: unknown;
  readonly customerId?: unknown;
  readonly sessionId?: unknown;
  readonly placedAt?: unknown;
  readonly updatedAt?: unknown;
  /** COMPLETED when absent. */
  readonly status?: unknown;
  readonly currencyCode?: unknown;
  readonly lines?: unknown;
}

/** What an order is checked against. */
export interface OrderRules {
  readonly now: Date;
  /** Most lines of one order; 1,000 when absent. */
  readonly maxLines?: number;
}

/** A valid order, or everything that is wrong with it. */
export type ValidatedOrder =
  | { readonly ok: true; readonly order: Order }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const MAX_LINES = 1000;
/**
 * Most minor units that an order is worth, such as ten thousand million pounds. Sums over 9,000 orders of this size are still exact (2^53), and no shop
 * has them: an order beyond it is a mistake that would hide all others.
 */
const MOST_MINOR = 1_000_000_000_000;
const QUANTITY = { least: 1, most: 1_000_000 };

const isRecord = (value: unknown): value is OrderLineInput => typeof value === 'object' && value !== null;

const checkLine = (value: unknown, path: string, currencyCode: string | null, found: Problem[]): OrderLine => {
  if (!isRecord(value)) found.push(problem(path, 'must be an order line', value));
  const line = isRecord(value) ? value : {};
  return {
    productId: checkId(line.productId, `${path}.productId`, found),
    quantity: checkWhole(line.quantity, `${path}.quantity`, QUANTITY, found),
    unitPriceMinor: currencyCode === null ? 0 : checkPrice(line.unitPrice, `${path}.unitPrice`, currencyCode, found),
    recommendationId: checkOptionalId(line.recommendationId, `${path}.recommendationId`, found),
  };
};

const checkLines = (value: unknown, most: number, currencyCode: string | null, found: Problem[]): readonly OrderLine[] => {
  if (Array.isArray(value) && value.length >= 1 && value.length <= most) {
    return value.map((line: unknown, index) => checkLine(line, `lines[${index}]`, currencyCode, found));
  }
  const given = Array.isArray(value) ? value.length : value;
  found.push(problem('lines', `must be 1 to ${most} order lines`, given));
  return [];
};

/** Up to the limit sums of numbers are exact; beyond it they are off by less than what they are beyond it, and the message has the exact one. */
const checkWorth = (lines: readonly OrderLine[], currencyCode: string, found: Problem[]): void => {
  if (lines.reduce((sum, { quantity, unitPriceMinor }) => sum + quantity * unitPriceMinor, 0) <= MOST_MINOR) return;
  const worth = lines.reduce((sum, { quantity, unitPriceMinor }) => sum + BigInt(quantity) * BigInt(unitPriceMinor), 0n);
  const most = `must be worth at most ${toDecimal(MOST_MINOR, currencyCode)} ${currencyCode} together`;
  found.push(problem('lines', most, toDecimal(worth, currencyCode)));
};

const checkStatus = (value: unknown, found: Problem[]): OrderStatus => {
  if (value === undefined || value === null || value === 'COMPLETED') return 'COMPLETED';
  if (value === 'CANCELLED') return 'CANCELLED';
  found.push(problem('status', 'must be COMPLETED or CANCELLED', value));
  return 'COMPLETED';
};

const checkTimes = (input: OrderInput, now: Date, found: Problem[]): Pick<Order, 'placedAt' | 'updatedAt'> => {
  const before = found.length;
  const placedAt = checkPastInstant(input.placedAt, 'placedAt', now, found);
  const updatedAt = checkPastInstant(input.updatedAt, 'updatedAt', now, found);
  if (found.length === before && updatedAt < placedAt) {
    found.push(problem('updatedAt', 'must not be before placedAt', updatedAt));
  }
  return { placedAt, updatedAt };
};

/** Checks an order whole: every problem is found, not only the first. */
export const validateOrder = (input: OrderInput, rules: OrderRules): ValidatedOrder => {
  const found: Problem[] = [];
  const id = checkId(input.orderId, 'orderId', found);
  const customerId = checkOptionalId(input.customerId, 'customerId', found);
  const sessionId = checkOptionalId(input.sessionId, 'sessionId', found);
  const times = checkTimes(input, rules.now, found);
  const status = checkStatus(input.status, found);
  const currencyCode = checkCurrency(input.currencyCode, 'currencyCode', found);
  const lines = checkLines(input.lines, rules.maxLines ?? MAX_LINES, currencyCode, found);
  if (currencyCode !== null) checkWorth(lines, currencyCode, found);
  if (found.length > 0 || currencyCode === null) return { ok: false, problems: found };
  return { ok: true, order: { id, customerId, sessionId, ...times, status, currencyCode, lines } };
};
