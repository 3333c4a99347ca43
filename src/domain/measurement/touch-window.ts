import type { Interaction } from '../facts/interaction.js';
import { laterOf } from '../learning/window.js';
import { isActivity } from './activity.js';
import { daysAfter, startOf } from './day.js';
import type { MeasuredFacts } from './measured-facts.js';
import { TouchIndex } from './touch-index.js';
import type { Touches } from './touch.js';

/** Slides over days that ascend and holds the touches of each day and of the attribution window before it; every interaction is read once. */
export class TouchWindow {
  readonly #facts: Pick<MeasuredFacts, 'listedInteractions'>;
  readonly #windowDays: number;
  readonly #touches = new TouchIndex();
  #readUntil: Date | null = null;

  constructor(facts: Pick<MeasuredFacts, 'listedInteractions'>, windowDays: number) {
    this.#facts = facts;
    this.#windowDays = windowDays;
  }

  /** The touches up to the day last entered. */
  get touches(): Touches {
    return this.#touches;
  }

  /** Moves on to a later day and answers what was done with lists on it. */
  async enter(day: string): Promise<readonly Interaction[]> {
    const oldest = daysAfter(day, -this.#windowDays);
    const [start, end] = [startOf(day), startOf(daysAfter(day, 1))];
    this.#touches.forgetBefore(oldest);
    await this.#read(laterOf(this.#readUntil, startOf(oldest)) ?? start, start, () => undefined);
    const acts: Interaction[] = [];
    await this.#read(start, end, (act) => {
      if (isActivity(act.kind)) acts.push(act);
    });
    this.#readUntil = end;
    return acts;
  }

  async #read(from: Date, until: Date, take: (act: Interaction) => void): Promise<void> {
    if (from >= until) return;
    for await (const act of this.#facts.listedInteractions(from, until)) {
      this.#touches.add(act);
      take(act);
    }
  }
}
