import type { DaySheet } from '../domain/measurement/day-sheet.js';
import { codedError } from '../server/errors.js';
import { DEADLINE_EXCEEDED } from '../server/refusals.js';
import type { RequestContext } from '../server/request-context.js';

/** The day sheets, read for as long as somebody waits for the answer: a scorecard may look through years of them. */
export const unlessOver = ({ sheets, isOver }: Pick<RequestContext, 'sheets' | 'isOver'>): RequestContext['sheets'] => ({
  measuredAt: () => sheets.measuredAt(),
  sheets: async function* (from: string | null, until: string): AsyncGenerator<DaySheet> {
    for await (const sheet of sheets.sheets(from, until)) {
      if (isOver()) throw codedError('DEADLINE_EXCEEDED', DEADLINE_EXCEEDED.message);
      yield sheet;
    }
  },
});
