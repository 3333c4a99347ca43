import type { MeasurementArm } from '../../domain/measurement/arm.js';
import { isEarlier, type Exposure } from '../../domain/measurement/exposure.js';
import type { Lane } from '../../domain/merchandising/rule.js';
import type { ExposureDocument } from './measurement-documents.js';

const ARMS: readonly MeasurementArm[] = ['TREATMENT', 'HOLDOUT'];

/** The key of a unit's exposure in one arm. Lanes and arms have no colon, so that no two units share one. */
export const exposureKey = ({ lane, arm, unitId }: Pick<Exposure, 'lane' | 'arm' | 'unitId'>): string => `${lane}:${arm}:${unitId}`;

/** The keys under which a unit can be found: its arm changes with the share or the salt. */
export const exposureKeysOf = (lane: Lane, unitId: string): readonly string[] => ARMS.map((arm) => exposureKey({ lane, arm, unitId }));

/** A kept exposure as the domain knows it. */
export const toExposure = ({ lane, unitId, arm, at }: ExposureDocument): Exposure => ({ lane, unitId, arm, at });

/** The exposure of each unit of one lane that counts: its earliest. */
export const earliestByUnit = (exposures: readonly Exposure[]): ReadonlyMap<string, Exposure> => {
  const earliest = new Map<string, Exposure>();
  for (const exposure of exposures) {
    const other = earliest.get(exposure.unitId);
    if (other === undefined || isEarlier(exposure, other)) earliest.set(exposure.unitId, exposure);
  }
  return earliest;
};
