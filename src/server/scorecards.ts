import type { DaySheets } from '../domain/measurement/measured-facts.js';
import type { CrossSellScorecard, PersonalisationScorecard, ScorecardQuestion } from '../domain/measurement/scorecard.js';
import { crossSellScorecardFor } from '../domain/measurement/scorecards/cross-sell-scorecard.js';
import { personalisationScorecardFor } from '../domain/measurement/scorecards/personalisation-scorecard.js';

/** Where scorecards are worked out. They look through years, so whoever stops waiting says so by the signal, and the promise is rejected. */
export interface Scorecards {
  crossSell(question: ScorecardQuestion, signal: AbortSignal): Promise<CrossSellScorecard>;
  personalisation(question: ScorecardQuestion, signal: AbortSignal): Promise<PersonalisationScorecard>;
}

type ReadSheets = Pick<DaySheets, 'sheets' | 'measuredAt'>;

/** The sheets, read for as long as somebody waits. */
const whileWanted = (source: ReadSheets, signal: AbortSignal): ReadSheets => ({
  measuredAt: async () => source.measuredAt(),
  sheets: async function* (from, until) {
    for await (const sheet of source.sheets(from, until)) {
      signal.throwIfAborted();
      yield sheet;
    }
  },
});

/** Works scorecards out in this very thread, which can do nothing else meanwhile. */
export const scorecardsFrom = (sheets: ReadSheets): Scorecards => ({
  crossSell: async (question, signal) => crossSellScorecardFor(question, whileWanted(sheets, signal)),
  personalisation: async (question, signal) => personalisationScorecardFor(question, whileWanted(sheets, signal)),
});
