import type { OrderRow } from '../day-sheet.js';
import type { PersonalisationScorecard } from '../scorecard.js';
import { CreditedLines } from './credited-lines.js';
import { CustomerHistories, isKnown } from './customer-histories.js';
import { CustomerWeeks } from './customer-weeks.js';
import { creditsIn, type LaneScope } from './lane-scope.js';
import { RevenueTotals } from './revenue-totals.js';
import { perOne, shareOf } from './share.js';
import type { Weeks } from './weeks.js';

/** Everything that the orders of one currency say about customers. */
export class PersonalisationFold {
  readonly histories = new CustomerHistories();
  readonly lines = new CreditedLines();
  readonly #revenue = new RevenueTotals();
  readonly #weeks: CustomerWeeks;
  readonly #scope: LaneScope;

  constructor(scope: LaneScope, weeks: Weeks) {
    this.#scope = scope;
    this.#weeks = new CustomerWeeks(weeks);
  }

  /** Takes an order placed before the period. */
  addEarlier(order: OrderRow): void {
    if (isKnown(order)) this.histories.add(order, false);
  }

  /** Takes an order of the period, placed in the week of this index. Guests are nobody's relationship, but their lines came from lists. */
  add(order: OrderRow, week: number): void {
    const credits = creditsIn(this.#scope, order);
    this.lines.add(credits);
    if (!isKnown(order)) return;
    this.histories.add(order, true);
    this.#revenue.add(order, credits);
    this.#weeks.add(order, credits, week);
  }

  /** Takes an order placed after the period. */
  addLater(order: OrderRow): void {
    if (isKnown(order)) this.histories.addLater(order);
  }

  figures(): Pick<
    PersonalisationScorecard,
    'customers' | 'orders' | 'repeatPurchaseRate' | 'lifetimeValueMinor' | 'revenueShare' | 'byWeek'
  > {
    const customers = [...this.histories.all()].filter(({ ordersInPeriod }) => ordersInPeriod > 0);
    const lifetime = customers.reduce((sum, { lifetimeMinor }) => sum + lifetimeMinor, 0);
    return {
      customers: customers.length,
      orders: this.#revenue.orders,
      repeatPurchaseRate: shareOf(customers.filter(({ ordersInPeriod }) => ordersInPeriod >= 2).length, customers.length),
      lifetimeValueMinor: perOne(lifetime, customers.length),
      revenueShare: this.#revenue.creditedShare(),
      byWeek: this.#weeks.figures(this.histories),
    };
  }
}
