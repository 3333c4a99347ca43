import type { Lane } from '../merchandising/rule.js';
import { isHeldOut } from './holdout.js';

/** The two sides of a comparison, in the words of the public contract. */
export type MeasurementArm = 'TREATMENT' | 'HOLDOUT';

/** How much of each lane is held out, and by which draw. */
export interface HoldoutSettings {
  /** Share of the units that are held out, 0 to 1, by lane. */
  readonly holdoutShares: Readonly<Record<Lane, number>>;
  readonly holdoutSalt: string;
}

/** The arm of a unit: a visit for cross-selling, a customer for personalisation. The same for ever, as long as share and salt are. */
export const armOf = (lane: Lane, unitId: string, { holdoutShares, holdoutSalt }: HoldoutSettings): MeasurementArm =>
  isHeldOut(lane, unitId, holdoutShares[lane], holdoutSalt) ? 'HOLDOUT' : 'TREATMENT';
