import type { Lane } from '../../merchandising/rule.js';
import type { MeasurementArm } from '../arm.js';
import type { DaySheet } from '../day-sheet.js';
import { isSameShare } from '../interval/homogeneity.js';
import type { ByArm } from './arms.js';

/** Units whose part in a comparison began in some time. */
export interface Exposed {
  readonly units: ByArm<number>;
  /**
   * Whether the same share of them was held out all the time, as far as chance allows. If not, the arms differ by when their units began: whatever
   * changed with time, such as Christmas, looks like an effect.
   */
  readonly isSteady: boolean;
}

const NONE: ByArm<number> = { TREATMENT: 0, HOLDOUT: 0 };

/** Counts the units of a lane whose part in its comparison began, by day. */
export class ExposedUnits {
  readonly #lane: Lane;
  readonly #days = new Map<string, Record<MeasurementArm, number>>();

  constructor(lane: Lane) {
    this.#lane = lane;
  }

  add({ day, exposed }: DaySheet): void {
    for (const { lane, arm, units } of exposed) {
      if (lane !== this.#lane) continue;
      const counts = this.#days.get(day) ?? { ...NONE };
      counts[arm] += units;
      this.#days.set(day, counts);
    }
  }

  /** Those that began on this day or later; all of them when null. */
  since(first: string | null): Exposed {
    const days = [...this.#days]
      .filter(([day]) => first === null || day >= first)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, units]) => units);
    const sum = (arm: MeasurementArm): number => days.reduce((total, units) => total + units[arm], 0);
    return {
      units: { TREATMENT: sum('TREATMENT'), HOLDOUT: sum('HOLDOUT') },
      isSteady: isSameShare(days.map(({ TREATMENT, HOLDOUT }) => ({ hits: HOLDOUT, size: HOLDOUT + TREATMENT }))),
    };
  }
}
