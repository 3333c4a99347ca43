import { DAY_MS } from '../../learning/decay.js';
import { dayOf, daysAfter } from '../day.js';
import type { DaySheets } from '../measured-facts.js';
import type { PersonalisationScorecard, ScorecardQuestion } from '../scorecard.js';
import { eachDayOnce } from './each-day-once.js';
import { PersonalisationReading } from './personalisation-reading.js';
import { personalisationUplifts } from './personalisation-uplifts.js';
import { LONGEST_RETENTION_DAYS, newCustomersOf, retentionOf } from './retention.js';

const FAR_FUTURE = '9999-12-31';

/** Where nobody ordered for long after the period, the next order still tells that the time of its customers is over. */
const noteNextOrder = async (reading: PersonalisationReading, from: string, sheets: Pick<DaySheets, 'sheets'>): Promise<void> => {
  for await (const sheet of sheets.sheets(from, FAR_FUTURE)) {
    reading.noteNewest(sheet);
    if (sheet.orders.length > 0) return;
  }
};

/**
 * What personalisation did for the customers of a period. Reads all sheets before the end of the period (first orders, lifetime value, exposures)
 * and those of the 90 days after it (who came back), once, one at a time; what it holds grows with the customers. The question's period
 * is one that `readPeriod` let through; its placement is a surface.
 */
export const personalisationScorecardFor = async (
  question: ScorecardQuestion,
  sheets: Pick<DaySheets, 'sheets' | 'measuredAt'>,
): Promise<PersonalisationScorecard> => {
  const measuredAt = await sheets.measuredAt();
  const reading = new PersonalisationReading(question);
  const end = daysAfter(dayOf(question.period.until), LONGEST_RETENTION_DAYS);
  for await (const sheet of eachDayOnce(sheets.sheets(null, end))) reading.add(sheet);
  const judged = reading.currencies.judged(question.currencyCode);
  const fold = reading.folds.judged(judged);
  const newCustomers = newCustomersOf(fold.histories.all(), question.period);
  const isOver = ({ first }: { readonly first: number }): boolean => first + LONGEST_RETENTION_DAYS * DAY_MS <= reading.newest;
  if (!newCustomers.every(isOver)) await noteNextOrder(reading, end, sheets);
  const figures = fold.figures();
  const { repeatPurchase, lifetimeValue } = personalisationUplifts(fold.histories.all(), {
    exposed: reading.exposed,
    from: question.period.from,
    orders: figures.orders,
    surface: question.placement,
  });
  return {
    measuredAt,
    currencyCode: judged,
    ordersInOtherCurrencies: reading.currencies.others(judged),
    ...figures,
    ...reading.sources.figures(fold.lines),
    retention: retentionOf(newCustomers, reading.newest),
    repeatPurchaseUplift: repeatPurchase.uplift,
    lifetimeValueUplift: lifetimeValue.uplift,
    upliftShortfall: repeatPurchase.shortfall ?? lifetimeValue.shortfall,
  };
};
