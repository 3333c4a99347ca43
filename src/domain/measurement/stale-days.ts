import { daysAfter } from './day.js';
import type { DayChanges, SheetBasis } from './measured-facts.js';

/** A day whose sheet is to be made, and the state of the facts that it will have been made from. */
export interface StaleDay {
  readonly day: string;
  readonly basis: SheetBasis;
}

/** Adds up the touches of each day and of the window before it, in one pass over days that ascend. */
const basesOf = (changes: readonly DayChanges[], windowDays: number): readonly StaleDay[] => {
  let [first, touches] = [0, 0];
  return changes.map(({ day, changes: own, touches: ownTouches }) => {
    touches += ownTouches;
    const from = daysAfter(day, -windowDays);
    for (let oldest = changes[first]; oldest !== undefined && oldest.day < from; oldest = changes[first]) {
      touches -= oldest.touches;
      first += 1;
    }
    return { day, basis: { changes: own, touches, windowDays } };
  });
};

const isSame = (one: SheetBasis, other: SheetBasis | undefined): boolean =>
  other !== undefined && one.changes === other.changes && one.touches === other.touches && one.windowDays === other.windowDays;

/** The days whose sheets are missing or made from another state of the facts, ascending. `changes` ascends by day. */
export const staleDays = (
  changes: readonly DayChanges[],
  bases: ReadonlyMap<string, SheetBasis>,
  windowDays: number,
): readonly StaleDay[] => basesOf(changes, windowDays).filter(({ day, basis }) => !isSame(basis, bases.get(day)));
