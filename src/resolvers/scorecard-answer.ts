import { minorDigits, toDecimal } from '../domain/catalogue/money.js';
import type { CrossSellScorecard, PersonalisationScorecard, SourceContribution, Uplift } from '../domain/measurement/scorecard.js';
import { productOf } from './mappers.js';

/** Amounts of one currency in the words of the contract; without a currency there are none. */
const inCurrency = (currencyCode: string | null) => ({
  /** Exact. */
  money: (minor: number | null) =>
    minor === null || currencyCode === null ? null : { amount: toDecimal(minor, currencyCode), currencyCode },
  /** What was estimated, in units of the currency. */
  units: (uplift: Uplift | null) => {
    if (uplift === null || currencyCode === null) return null;
    const inUnits = (minor: number): number => minor / 10 ** minorDigits(currencyCode);
    const { treatment, holdout, difference, low, high, ...rest } = uplift;
    return {
      treatment: inUnits(treatment),
      holdout: inUnits(holdout),
      difference: inUnits(difference),
      low: inUnits(low),
      high: inUnits(high),
      ...rest,
    };
  },
});
type Amounts = ReturnType<typeof inCurrency>;

const sourceAnswer = ({ money }: Amounts, { revenueMinor, ...counts }: SourceContribution) => ({ ...counts, revenue: money(revenueMinor) });

/** Pairs are there only where orders are, and so a currency. */
const pairAnswers = ({ money }: Amounts, pairs: CrossSellScorecard['topPairs']) =>
  pairs.flatMap(({ anchorId, productId, orderLines, revenueMinor }) => {
    const revenue = money(revenueMinor);
    return revenue === null ? [] : [{ anchor: productOf(anchorId), product: productOf(productId), orderLines, revenue }];
  });

/** What cross-selling did, in the words of the contract. */
export const crossSellScorecardAnswer = (scorecard: CrossSellScorecard) => {
  const amounts = inCurrency(scorecard.currencyCode);
  const { money, units } = amounts;
  const { averageOrderValueMinor, averageOrderValueWithCrossSellMinor, averageOrderValueWithoutMinor, ...rest } = scorecard;
  return {
    ...rest,
    averageOrderValue: money(averageOrderValueMinor),
    averageOrderValueWithCrossSell: money(averageOrderValueWithCrossSellMinor),
    averageOrderValueWithout: money(averageOrderValueWithoutMinor),
    uplift: units(scorecard.uplift),
    upliftPerVisit: units(scorecard.upliftPerVisit),
    bySource: scorecard.bySource.map((source) => sourceAnswer(amounts, source)),
    topPairs: pairAnswers(amounts, scorecard.topPairs),
    byWeek: scorecard.byWeek.map(({ averageOrderValueMinor: value, ...week }) => ({ ...week, averageOrderValue: money(value) })),
  };
};

/** What personalisation did, in the words of the contract. */
export const personalisationScorecardAnswer = (scorecard: PersonalisationScorecard) => {
  const amounts = inCurrency(scorecard.currencyCode);
  const { lifetimeValueMinor, ...rest } = scorecard;
  return {
    ...rest,
    lifetimeValue: amounts.money(lifetimeValueMinor),
    lifetimeValueUplift: amounts.units(scorecard.lifetimeValueUplift),
    retention: [...scorecard.retention],
    bySource: scorecard.bySource.map((source) => sourceAnswer(amounts, source)),
    byWeek: [...scorecard.byWeek],
  };
};
