import type { OrderRow } from '../day-sheet.js';
import type { CrossSellScorecard, Period } from '../scorecard.js';
import { CreditedLines } from './credited-lines.js';
import { CreditedPairs } from './credited-pairs.js';
import { creditsIn, type LaneScope } from './lane-scope.js';
import { OrderTotals } from './order-totals.js';
import { VisitSpend } from './visit-spend.js';
import type { Weeks } from './weeks.js';

/** Everything that the orders of one currency say about cross-selling. */
export class CrossSellFold {
  readonly totals = new OrderTotals();
  readonly lines = new CreditedLines();
  readonly pairs = new CreditedPairs();
  readonly visits: VisitSpend;
  readonly #weeks: readonly { readonly from: Date; readonly totals: OrderTotals }[];
  readonly #scope: LaneScope;

  constructor(scope: LaneScope, period: Period, weeks: Weeks) {
    this.#scope = scope;
    this.visits = new VisitSpend(period);
    this.#weeks = weeks.starts.map((from) => ({ from, totals: new OrderTotals() }));
  }

  /** Takes an order of the period, placed in the week of this index. */
  add(order: OrderRow, week: number): void {
    const credits = creditsIn(this.#scope, order);
    this.totals.add(order, credits);
    this.#weeks[week]?.totals.add(order, credits);
    this.lines.add(credits);
    this.pairs.add(credits);
    this.visits.add(order);
  }

  byWeek(): CrossSellScorecard['byWeek'] {
    return this.#weeks.map(({ from, totals }) => {
      const { averageOrderValueMinor, attachRate, revenueShare } = totals.figures();
      return { from, orders: totals.orders, averageOrderValueMinor, attachRate, revenueShare };
    });
  }
}
