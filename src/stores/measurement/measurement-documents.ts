import type { MeasurementArm } from '../../domain/measurement/arm.js';
import type { Lane } from '../../domain/merchandising/rule.js';
import type { RecommendationSource } from '../../domain/ranking/candidate.js';

/** Log: one page of a list on a day that it was served on; expires. Key: recommendation id, first slot and length of the page, UTC day. */
export interface ServedDocument {
  _id: string;
  recommendationId: string;
  lane: Lane;
  placement: string;
  customerId: string | null;
  anchorIds: readonly string[];
  firstSlot: number;
  productIds: readonly string[];
  sources: readonly RecommendationSource[];
  /** The first time on that day. */
  servedAt: Date;
}

/** Log: since when a unit is in an arm of a lane's comparison; expires a while after it was last exposed. Key: lane, arm and unit. */
export interface ExposureDocument {
  _id: string;
  lane: Lane;
  arm: MeasurementArm;
  /** A session id (CROSS_SELL) or a customer id (PERSONALISATION). */
  unitId: string;
  /** The earliest time. */
  at: Date;
  /** The latest, to the day. */
  lastAt: Date;
}

/** How often the facts of a day have changed; see `DayChanges`. Key: UTC day. */
export interface DayChangesDocument {
  _id: string;
  changes: number;
  touches: number;
}

/** When a roll-up last left nothing undone, and how far back facts have expired. Key: "rolled-up" or "expired". */
export interface MeasuredDocument {
  _id: string;
  at: Date;
}
