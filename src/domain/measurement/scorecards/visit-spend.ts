import type { MeasurementArm } from '../arm.js';
import type { OrderRow } from '../day-sheet.js';
import type { ClusterSums } from '../interval/ratio.js';
import type { Period } from '../scorecard.js';
import { byArm, type ByArm } from './arms.js';

interface Visit {
  readonly arm: MeasurementArm;
  orders: number;
  revenueMinor: number;
}

/**
 * What visits whose part in the comparison of cross-selling began in the period ordered in it, in one currency. Those that began before are left out:
 * another share may have been held out then, and the arms would differ by how old their visits are.
 */
export class VisitSpend {
  readonly #period: Period;
  readonly #visits = new Map<number, Visit>();

  constructor(period: Period) {
    this.#period = period;
  }

  /** Takes an order of the period. Visits that take no part, or began before the period, are passed over. */
  add({ visit, crossSell, revenueMinor }: OrderRow): void {
    if (visit === null || crossSell === null) return;
    const { arm, at } = crossSell;
    if (at < this.#period.from) return;
    const known = this.#visits.get(visit);
    const sums = known ?? { arm, orders: 0, revenueMinor: 0 };
    sums.orders += 1;
    sums.revenueMinor += revenueMinor;
    if (known === undefined) this.#visits.set(visit, sums);
  }

  /** Each visit's revenue and orders, to compare the value of an order. */
  orders(): ByArm<readonly ClusterSums[]> {
    return byArm((arm) => this.#of(arm).map(({ revenueMinor, orders }) => ({ value: revenueMinor, count: orders })));
  }

  /** The revenue of each visit that ordered. */
  revenues(): ByArm<readonly number[]> {
    return byArm((arm) => this.#of(arm).map(({ revenueMinor }) => revenueMinor));
  }

  #of(arm: MeasurementArm): readonly Visit[] {
    return [...this.#visits.values()].filter((visit) => visit.arm === arm);
  }
}
