import type { Lane } from '../merchandising/rule.js';
import type { MeasurementArm } from './arm.js';

/**
 * That a unit takes part in the comparison of a lane: recorded alike in both arms, at the moment from which the arms may differ. For
 * cross-selling the unit is a visit that asked for its arm; for personalisation a customer whose list would be personal but for the holdout.
 */
export interface Exposure {
  readonly lane: Lane;
  /** A session id (CROSS_SELL) or a customer id (PERSONALISATION). */
  readonly unitId: string;
  readonly arm: MeasurementArm;
  readonly at: Date;
}

/** By time, then by arm: which of two exposures of a unit counts. A unit whose arm was changed stays where it was first (intention to treat). */
export const isEarlier = (one: Exposure, other: Exposure): boolean =>
  one.at < other.at || (one.at.getTime() === other.at.getTime() && one.arm === 'HOLDOUT' && other.arm !== 'HOLDOUT');
