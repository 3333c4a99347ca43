import type { DaySheet, OrderRow } from '../day-sheet.js';
import { dayOf } from '../day.js';
import type { ScorecardQuestion } from '../scorecard.js';
import { ExposedUnits } from './exposed-units.js';
import { CurrencyTally, FoldPerCurrency } from './judged-currency.js';
import type { LaneScope } from './lane-scope.js';
import { PersonalisationFold } from './personalisation-fold.js';
import { SourceTally } from './source-tally.js';
import { Weeks } from './weeks.js';

/** Takes sheets before, in and after a period, one at a time, in any order. */
export class PersonalisationReading {
  readonly currencies = new CurrencyTally();
  readonly folds: FoldPerCurrency<PersonalisationFold>;
  readonly sources: SourceTally;
  readonly exposed: ExposedUnits;
  /** The newest order of anybody, in any currency; milliseconds since 1970. */
  newest = 0;
  readonly #from: string;
  readonly #until: string;
  readonly #weeks: Weeks;

  constructor({ period, placement, currencyCode }: ScorecardQuestion) {
    const scope: LaneScope = { lane: 'PERSONALISATION', placement };
    this.#from = dayOf(period.from);
    this.#until = dayOf(period.until);
    this.#weeks = new Weeks(period);
    this.folds = new FoldPerCurrency(currencyCode, () => new PersonalisationFold(scope, this.#weeks));
    this.sources = new SourceTally(scope);
    this.exposed = new ExposedUnits(scope.lane);
  }

  add(sheet: DaySheet): void {
    this.noteNewest(sheet);
    if (sheet.day < this.#until) this.exposed.add(sheet);
    if (sheet.day >= this.#from && sheet.day < this.#until) this.#addDay(sheet);
    else for (const order of sheet.orders) this.#addOutside(order, sheet.day);
  }

  /** Orders beyond all that is folded tell how far what is known reaches. */
  noteNewest({ orders }: DaySheet): void {
    for (const { placedAt } of orders) this.newest = Math.max(this.newest, placedAt.getTime());
  }

  #addDay(sheet: DaySheet): void {
    this.sources.add(sheet);
    const week = this.#weeks.indexOf(sheet.day);
    for (const order of sheet.orders) {
      this.currencies.add(order.currencyCode);
      this.folds.of(order.currencyCode)?.add(order, week);
    }
  }

  #addOutside(order: OrderRow, day: string): void {
    const fold = this.folds.of(order.currencyCode);
    if (day < this.#from) fold?.addEarlier(order);
    else fold?.addLater(order);
  }
}
