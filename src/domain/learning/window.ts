import { DAY_MS } from './decay.js';

/** A stretch of time, `[from, until)`, whose facts are counted. */
export interface LearningWindow {
  readonly from: Date;
  readonly until: Date;
  /** The last moment of the window: the age of facts is measured from here. */
  readonly asOf: Date;
}

/** The window of `days` days whose last moment is `asOf`; null without one, which is when there are no facts. */
export const windowEnding = (asOf: Date | null, days: number): LearningWindow | null => {
  if (asOf === null) return null;
  const until = asOf.getTime() + 1;
  return { from: new Date(until - days * DAY_MS), until: new Date(until), asOf };
};

/** Whether a moment lies in the window; never in none. */
export const isWithin = (window: LearningWindow | null, at: Date): boolean =>
  window !== null && at >= window.from && at < window.until;

/** The later of two moments; null when there is neither. */
export const laterOf = (first: Date | null, second: Date | null): Date | null => {
  if (first === null || second === null) return first ?? second;
  return first >= second ? first : second;
};
