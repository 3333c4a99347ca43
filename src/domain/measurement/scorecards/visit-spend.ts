import type { MeasurementArm } from '../arm.js';
import type { OrderRow } from '../day-sheet.js';
import type { ClusterSums } from '../interval/ratio.js';
import type { Period } from '../scorecard.js';
import { byArm, type ByArm } from './arms.js';

interface Visit {
  readonly arm: MeasurementArm;
  /** Whether its part in the comparison began in the period. */
  readonly isNew: boolean;
  orders: number;
  revenueMinor: number;
}

/** What visits that take part in the comparison of cross-selling ordered in the period, in one currency. */
export class VisitSpend {
  readonly #period: Period;
  readonly #visits = new Map<number, Visit>();

  constructor(period: Period) {
    this.#period = period;
  }

  /** Takes an order of the period. Visits that take no part are passed over. */
  add({ visit, crossSell, revenueMinor }: OrderRow): void {
    if (visit === null || crossSell === null) return;
    const known = this.#visits.get(visit);
    const { arm, at } = crossSell;
    const sums = known ?? { arm, isNew: at >= this.#period.from && at < this.#period.until, orders: 0, revenueMinor: 0 };
    sums.orders += 1;
    sums.revenueMinor += revenueMinor;
    if (known === undefined) this.#visits.set(visit, sums);
  }

  /** Each visit's revenue and orders, to compare the value of an order. */
  orders(): ByArm<readonly ClusterSums[]> {
    return byArm((arm) => this.#of(arm).map(({ revenueMinor, orders }) => ({ value: revenueMinor, count: orders })));
  }

  /** The revenue of each visit whose part began in the period. */
  revenues(): ByArm<readonly number[]> {
    return byArm((arm) => this.#of(arm).flatMap(({ isNew, revenueMinor }) => (isNew ? [revenueMinor] : [])));
  }

  #of(arm: MeasurementArm): readonly Visit[] {
    return [...this.#visits.values()].filter((visit) => visit.arm === arm);
  }
}
