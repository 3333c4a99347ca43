import type { DaySheet } from '../day-sheet.js';
import type { ScorecardQuestion } from '../scorecard.js';
import { CrossSellFold } from './cross-sell-fold.js';
import { ExposedUnits } from './exposed-units.js';
import { CurrencyTally, FoldPerCurrency } from './judged-currency.js';
import type { LaneScope } from './lane-scope.js';
import { SourceTally } from './source-tally.js';
import { Weeks } from './weeks.js';

/** Takes the sheets of a period, one at a time, in any order. */
export class CrossSellReading {
  readonly currencies = new CurrencyTally();
  readonly folds: FoldPerCurrency<CrossSellFold>;
  readonly sources: SourceTally;
  readonly exposed: ExposedUnits;
  readonly #weeks: Weeks;

  constructor({ period, placement, currencyCode }: ScorecardQuestion) {
    const scope: LaneScope = { lane: 'CROSS_SELL', placement };
    this.#weeks = new Weeks(period);
    this.folds = new FoldPerCurrency(currencyCode, () => new CrossSellFold(scope, period, this.#weeks));
    this.sources = new SourceTally(scope);
    this.exposed = new ExposedUnits(scope.lane);
  }

  add(sheet: DaySheet): void {
    this.sources.add(sheet);
    this.exposed.add(sheet);
    const week = this.#weeks.indexOf(sheet.day);
    for (const order of sheet.orders) {
      this.currencies.add(order.currencyCode);
      this.folds.of(order.currencyCode)?.add(order, week);
    }
  }
}
