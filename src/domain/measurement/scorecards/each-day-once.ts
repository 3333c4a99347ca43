import type { DaySheet } from '../day-sheet.js';

/** The sheets as they come, but none of a day that came before. */
export async function* eachDayOnce(sheets: AsyncIterable<DaySheet>): AsyncGenerator<DaySheet, void, undefined> {
  const seen = new Set<string>();
  for await (const sheet of sheets) {
    if (!seen.has(sheet.day)) yield sheet;
    seen.add(sheet.day);
  }
}
