import { dayOf } from '../day.js';
import type { DaySheets } from '../measured-facts.js';
import type { CrossSellScorecard, ScorecardQuestion } from '../scorecard.js';
import { CrossSellReading } from './cross-sell-reading.js';
import { crossSellUplifts } from './cross-sell-uplifts.js';
import { eachDayOnce } from './each-day-once.js';

/**
 * What cross-selling did for the orders of a period. Reads the sheets of the period once, one at a time; what it holds grows with the visits
 * that ordered and the pairs that were credited. The question's period is one that `readPeriod` let through.
 */
export const crossSellScorecardFor = async (
  question: ScorecardQuestion,
  sheets: Pick<DaySheets, 'sheets' | 'measuredAt'>,
): Promise<CrossSellScorecard> => {
  const { period, placement, currencyCode } = question;
  const measuredAt = await sheets.measuredAt();
  const reading = new CrossSellReading(question);
  for await (const sheet of eachDayOnce(sheets.sheets(dayOf(period.from), dayOf(period.until)))) reading.add(sheet);
  const judged = reading.currencies.judged(currencyCode);
  const fold = reading.folds.judged(judged);
  const { orders } = fold.totals;
  const { perOrder, perVisit } = crossSellUplifts(fold.visits, { exposed: reading.exposed.since(null), orders, placement });
  return {
    measuredAt,
    currencyCode: judged,
    orders,
    ordersInOtherCurrencies: reading.currencies.others(judged),
    ...fold.totals.figures(),
    ...reading.sources.figures(fold.lines),
    uplift: perOrder.uplift,
    upliftPerVisit: perVisit.uplift,
    upliftShortfall: perOrder.shortfall ?? perVisit.shortfall,
    topPairs: fold.pairs.top(),
    byWeek: fold.byWeek(),
  };
};
