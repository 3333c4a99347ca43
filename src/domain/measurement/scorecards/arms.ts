import type { Lane } from '../../merchandising/rule.js';
import type { MeasurementArm } from '../arm.js';
import type { DaySheet } from '../day-sheet.js';

/** The same of both sides of a comparison. */
export type ByArm<T> = Readonly<Record<MeasurementArm, T>>;

/** The same of both sides, each made by its name. */
export const byArm = <T>(make: (arm: MeasurementArm) => T): ByArm<T> => ({ TREATMENT: make('TREATMENT'), HOLDOUT: make('HOLDOUT') });

/** Counts the units of a lane whose part in its comparison began. */
export class ExposedUnits {
  readonly #lane: Lane;
  readonly #units = { TREATMENT: 0, HOLDOUT: 0 };

  constructor(lane: Lane) {
    this.#lane = lane;
  }

  add({ exposed }: DaySheet): void {
    for (const { lane, arm, units } of exposed) if (lane === this.#lane) this.#units[arm] += units;
  }

  units(): ByArm<number> {
    return { ...this.#units };
  }
}
