import type { CreditRow, OrderRow } from '../day-sheet.js';
import { shareOf } from './share.js';

/** Orders of one currency and what lists of the scope led to of their revenue. */
export class RevenueTotals {
  orders = 0;
  #revenueMinor = 0;
  #creditedMinor = 0;

  /** `credits` are those of the scope. */
  add({ revenueMinor }: OrderRow, credits: readonly CreditRow[]): void {
    this.orders += 1;
    this.#revenueMinor += revenueMinor;
    for (const credit of credits) this.#creditedMinor += credit.revenueMinor;
  }

  /** Null without revenue. */
  creditedShare(): number | null {
    return shareOf(this.#creditedMinor, this.#revenueMinor);
  }
}
