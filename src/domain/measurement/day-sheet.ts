import type { Lane } from '../merchandising/rule.js';
import type { RecommendationSource } from '../ranking/candidate.js';
import type { MeasurementArm } from './arm.js';

/** One completed order of the day, as far as the scorecards need it. */
export interface OrderRow {
  /** A number for the customer, the same on every day: `fingerprint`. Null for a guest. */
  readonly customer: number | null;
  /** A number for the visit, the same on every day. Null when unknown. */
  readonly visit: number | null;
  readonly placedAt: Date;
  readonly currencyCode: string;
  readonly revenueMinor: number;
  readonly units: number;
  /** The visit's part in the comparison of cross-selling, if it began no later than the order; else null. */
  readonly crossSell: ArmAt | null;
  /** The customer's part in the comparison of personalisation, if it began no later than the order; else null. */
  readonly personalisation: ArmAt | null;
  /** Lines that a list led to. */
  readonly credits: readonly CreditRow[];
}

/** Since when a unit takes part in a comparison, and on which side. */
export interface ArmAt {
  readonly arm: MeasurementArm;
  readonly at: Date;
}

/** One order line that is credited to a list. */
export interface CreditRow {
  readonly lane: Lane;
  readonly placement: string;
  readonly source: RecommendationSource;
  /** The anchor of a cross-sold line: of several anchors the first by id that the order holds too, else the first by id. Null for picks. */
  readonly anchorId: string | null;
  readonly productId: string;
  readonly units: number;
  readonly revenueMinor: number;
}

/** What was done on the day with what lists showed. */
export interface ActivityRow {
  readonly lane: Lane;
  readonly placement: string;
  readonly source: RecommendationSource;
  readonly impressions: number;
  readonly clicks: number;
  readonly basketAdds: number;
}

/** Lists of a placement that came to a screen on the day, each once per visitor. */
export interface ListsRow {
  readonly lane: Lane;
  readonly placement: string;
  readonly lists: number;
}

/** Units whose part in a comparison began on the day. */
export interface ExposedRow {
  readonly lane: Lane;
  readonly arm: MeasurementArm;
  readonly units: number;
}

/**
 * One UTC day, rolled up: a pure fold over the facts that concern it, so that duplicates, replays, disorder and cancellations cannot bend it.
 * Rows are in an order that depends on their contents only. No id of a customer, visit, order or interaction is in it.
 */
export interface DaySheet {
  /** `2026-11-21`. */
  readonly day: string;
  readonly orders: readonly OrderRow[];
  readonly activity: readonly ActivityRow[];
  readonly lists: readonly ListsRow[];
  readonly exposed: readonly ExposedRow[];
}
