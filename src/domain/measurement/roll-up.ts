import { daySheetOf } from './day-sheet-of.js';
import type { DaySheets, MeasuredFacts } from './measured-facts.js';
import { readDay } from './read-day.js';
import { staleDays } from './stale-days.js';
import { TouchWindow } from './touch-window.js';

/** How far a roll-up has come, in days. */
export interface RollUpProgress {
  readonly done: number;
  readonly total: number;
}

/** What a roll-up reads, writes and is told. */
export interface RollUp {
  readonly measured: MeasuredFacts;
  readonly sheets: DaySheets;
  /** When it begins, which is how fresh everything is when it has ended. */
  readonly now: Date;
  /** How long before an order a touch still counts for it, in whole days, 1 or more. */
  readonly windowDays: number;
  /** Called at the beginning and after each day. */
  readonly onProgress?: (progress: RollUpProgress) => void;
}

/**
 * Makes every stale sheet again, day by day, ascending; answers how many. A day whose facts are gone gets an empty sheet. Memory holds one day's
 * facts and the touches of one attribution window. When reading or writing fails, the sheets made so far stay and the next roll-up makes the others.
 *
 * How often days have changed is read BEFORE their facts, and whoever writes facts counts the change after: a sheet holds at least the facts that
 * its basis counts. Whatever it missed is counted later than its basis, so that the sheet is stale and never passes for a fresh one; and since no
 * sheet replaces one of a newer basis, a slow roll-up undoes nothing of a quicker one.
 */
export const rollUp = async ({ measured, sheets, now, windowDays, onProgress }: RollUp): Promise<{ readonly days: number }> => {
  const changes = await measured.dayChanges();
  const stale = staleDays(changes, await sheets.bases(), windowDays);
  const window = new TouchWindow(measured, windowDays);
  onProgress?.({ done: 0, total: stale.length });
  for (const [index, { day, basis }] of stale.entries()) {
    await sheets.put(daySheetOf(await readDay(day, window, measured, windowDays)), basis, now);
    onProgress?.({ done: index + 1, total: stale.length });
  }
  await sheets.noteMeasured(now);
  return { days: stale.length };
};
