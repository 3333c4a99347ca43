import type { CreditRow, OrderRow } from '../day-sheet.js';
import { perOne, shareOf } from './share.js';

/** Sums over orders of one currency, with and without a line that lists of the scope led to. */
export class OrderTotals {
  orders = 0;
  revenueMinor = 0;
  #units = 0;
  #attached = 0;
  #attachedRevenueMinor = 0;
  #creditedRevenueMinor = 0;

  /** `credits` are those of the scope. */
  add(order: OrderRow, credits: readonly CreditRow[]): void {
    this.orders += 1;
    this.revenueMinor += order.revenueMinor;
    this.#units += order.units;
    if (credits.length === 0) return;
    this.#attached += 1;
    this.#attachedRevenueMinor += order.revenueMinor;
    for (const { revenueMinor } of credits) this.#creditedRevenueMinor += revenueMinor;
  }

  /** What the sums say; null where there is nothing to divide by. */
  figures(): {
    readonly averageOrderValueMinor: number | null;
    readonly averageOrderValueWithCrossSellMinor: number | null;
    readonly averageOrderValueWithoutMinor: number | null;
    readonly attachRate: number | null;
    readonly revenueShare: number | null;
    readonly unitsPerOrder: number | null;
  } {
    return {
      averageOrderValueMinor: perOne(this.revenueMinor, this.orders),
      averageOrderValueWithCrossSellMinor: perOne(this.#attachedRevenueMinor, this.#attached),
      averageOrderValueWithoutMinor: perOne(this.revenueMinor - this.#attachedRevenueMinor, this.orders - this.#attached),
      attachRate: shareOf(this.#attached, this.orders),
      revenueShare: shareOf(this.#creditedRevenueMinor, this.revenueMinor),
      unitsPerOrder: shareOf(this.#units, this.orders),
    };
  }
}
