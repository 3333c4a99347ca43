import type { MeasurementArm } from '../arm.js';

/** The same of both sides of a comparison. */
export type ByArm<T> = Readonly<Record<MeasurementArm, T>>;

/** The same of both sides, each made by its name. */
export const byArm = <T>(make: (arm: MeasurementArm) => T): ByArm<T> => ({ TREATMENT: make('TREATMENT'), HOLDOUT: make('HOLDOUT') });
