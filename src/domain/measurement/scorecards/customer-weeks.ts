import type { CreditRow } from '../day-sheet.js';
import type { PersonalisationScorecard } from '../scorecard.js';
import type { CustomerHistories, KnownOrder } from './customer-histories.js';
import { RevenueTotals } from './revenue-totals.js';
import { shareOf } from './share.js';
import type { Weeks } from './weeks.js';

interface Week {
  readonly from: Date;
  readonly customers: Set<number>;
  readonly revenue: RevenueTotals;
}

/** Who ordered in which week of the period, in one currency. */
export class CustomerWeeks {
  readonly #weeks: readonly Week[];

  constructor(weeks: Weeks) {
    this.#weeks = weeks.starts.map((from) => ({ from, customers: new Set(), revenue: new RevenueTotals() }));
  }

  /** Takes an order placed in the week of this index. */
  add(order: KnownOrder, credits: readonly CreditRow[], index: number): void {
    const week = this.#weeks[index];
    week?.customers.add(order.customer);
    week?.revenue.add(order, credits);
  }

  /** Who returned is told by the histories: those who had ordered before the week began. */
  figures(histories: CustomerHistories): PersonalisationScorecard['byWeek'] {
    return this.#weeks.map(({ from, customers, revenue }) => {
      const isBefore = (first: number | null): boolean => first !== null && first < from.getTime();
      const returning = [...customers].filter((customer) => isBefore(histories.firstOf(customer)));
      return {
        from,
        customers: customers.size,
        returningShare: shareOf(returning.length, customers.size),
        revenueShare: revenue.creditedShare(),
      };
    });
  }
}
