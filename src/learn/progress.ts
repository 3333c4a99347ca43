/** The steps of a learning run, in the order in which they are taken. */
export const LEARNING_PHASES = [
  'keeping out the erased',
  'reading orders',
  'reading interactions',
  'reading catalogue',
  'counting pairs',
  'finding traits',
  'comparing',
  'writing statistics',
  'publishing',
  'building profiles',
  'measuring',
  'sweeping up',
] as const;

/** Steps of a learning run that has the database count, taken in the place of reading orders and interactions. */
export const DATABASE_PHASES = ['trying the database', 'grouping facts'] as const;

/** One step of a learning run. */
export type LearningPhase = (typeof LEARNING_PHASES)[number] | (typeof DATABASE_PHASES)[number];

/** How far a step has come; it has ended when `done` is `total`. */
export interface LearningProgress {
  readonly phase: LearningPhase;
  readonly done: number;
  /** Null while it is not known how much there is to do. */
  readonly total: number | null;
}

/** Hears of progress. */
export type OnLearningProgress = (progress: LearningProgress) => void;

/** How long one step took. */
export interface PhaseTime {
  readonly phase: LearningPhase;
  readonly seconds: number;
}

/** Runs the steps one after another and keeps the time of each. */
export class PhaseClock {
  readonly #now: () => Date;
  readonly #onProgress: OnLearningProgress;
  readonly #times: PhaseTime[] = [];

  constructor(now: () => Date, onProgress: OnLearningProgress) {
    this.#now = now;
    this.#onProgress = onProgress;
  }

  get times(): readonly PhaseTime[] {
    return this.#times;
  }

  /** Runs one step. `report` tells how far it has come; the step's answer is handed on. */
  async run<T>(phase: LearningPhase, total: number | null, step: (report: (done: number) => void) => Promise<T> | T): Promise<T> {
    const began = this.#now().getTime();
    let last = 0;
    const report = (done: number): void => {
      last = done;
      this.#onProgress({ phase, done, total });
    };
    report(0);
    const result = await step(report);
    this.#onProgress({ phase, done: last, total: last });
    this.#times.push({ phase, seconds: (this.#now().getTime() - began) / 1000 });
    return result;
  }
}
