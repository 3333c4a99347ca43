import type { MeasurementArm } from '../arm.js';
import type { OrderRow } from '../day-sheet.js';

/** What one customer ordered, in one currency. Times in milliseconds since 1970. */
export interface CustomerHistory {
  first: number;
  /** Null until there is a second order; the same as `first` for two orders at one instant. */
  second: number | null;
  /** From their first order to the end of the period. */
  lifetimeMinor: number;
  ordersInPeriod: number;
  /** Their side of the comparison, where they take part in it and ordered since. */
  arm: MeasurementArm | null;
  /** Since when they take part in it. */
  partSince: number;
  /** Orders of the period since they take part. */
  comparedOrders: number;
  comparedMinor: number;
}

const NEW: Omit<CustomerHistory, 'first'> = { second: null, lifetimeMinor: 0, ordersInPeriod: 0, arm: null, partSince: Infinity, comparedOrders: 0, comparedMinor: 0 };

/** A known customer's order. */
export interface KnownOrder extends OrderRow {
  readonly customer: number;
}

/** Whether an order's customer is known. */
export const isKnown = (order: OrderRow): order is KnownOrder => order.customer !== null;

/** The two earliest of the orders' times, in whatever order they come. */
const notePlaced = (history: CustomerHistory, time: number): void => {
  const [first, later] = time < history.first ? [time, history.first] : [history.first, time];
  history.first = first;
  history.second = history.second === null ? later : Math.min(history.second, later);
};

/** What each known customer ordered, in one currency: the first and the second time, and sums. */
export class CustomerHistories {
  readonly #histories = new Map<number, CustomerHistory>();

  /** Takes an order placed before the end of the period. */
  add(order: KnownOrder, isInPeriod: boolean): void {
    const history = this.#noted(order);
    history.lifetimeMinor += order.revenueMinor;
    if (!isInPeriod) return;
    history.ordersInPeriod += 1;
    if (order.personalisation === null) return;
    history.arm = order.personalisation.arm;
    history.partSince = order.personalisation.at.getTime();
    history.comparedOrders += 1;
    history.comparedMinor += order.revenueMinor;
  }

  /** Takes an order placed after the period: it tells whether a customer of the period came back. */
  addLater(order: KnownOrder): void {
    this.#noted(order);
  }

  /** When a customer ordered first; null when they never did. */
  firstOf(customer: number): number | null {
    return this.#histories.get(customer)?.first ?? null;
  }

  all(): Iterable<CustomerHistory> {
    return this.#histories.values();
  }

  #noted({ customer, placedAt }: KnownOrder): CustomerHistory {
    const known = this.#histories.get(customer);
    if (known !== undefined) {
      notePlaced(known, placedAt.getTime());
      return known;
    }
    const history = { ...NEW, first: placedAt.getTime() };
    this.#histories.set(customer, history);
    return history;
  }
}
