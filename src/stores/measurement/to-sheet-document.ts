import type { ArmAt, CreditRow, DaySheet, OrderRow } from '../../domain/measurement/day-sheet.js';
import { startOf } from '../../domain/measurement/day.js';
import type { SheetBasis } from '../../domain/measurement/measured-facts.js';
import type { Lane } from '../../domain/merchandising/rule.js';
import type { RecommendationSource } from '../../domain/ranking/candidate.js';
import { packed } from './packed-numbers.js';
import type { CreditColumns, DaySheetDocument, OrderColumns, SheetWords } from './sheet-documents.js';

/** Stands for null in a column. */
const NONE = -1;

/** Texts that are met again and again, each written once. */
class Words<T extends string> {
  readonly #places = new Map<T, number>();

  placeOf(word: T): number {
    const known = this.#places.get(word);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(word, place);
    return place;
  }

  all(): readonly T[] {
    return [...this.#places.keys()];
  }
}

const newWords = () => ({
  currencies: new Words<string>(),
  lanes: new Words<Lane>(),
  placements: new Words<string>(),
  sources: new Words<RecommendationSource>(),
  products: new Words<string>(),
});
type OpenWords = ReturnType<typeof newWords>;

const written = ({ currencies, lanes, placements, sources, products }: OpenWords): SheetWords => ({
  currencies: currencies.all(),
  lanes: lanes.all(),
  placements: placements.all(),
  sources: sources.all(),
  products: products.all(),
});

const armNumber = (part: ArmAt | null): number => (part === null ? 0 : part.arm === 'TREATMENT' ? 1 : 2);

const lastingFor = (part: ArmAt | null, placedAt: Date): number => (part === null ? 0 : placedAt.getTime() - part.at.getTime());

const columnOf = <T>(rows: readonly T[], number: (row: T) => number) => packed(rows.map(number));

const orderColumns = (rows: readonly OrderRow[], day: string, words: OpenWords): OrderColumns => {
  const began = startOf(day).getTime();
  return {
    count: rows.length,
    customers: columnOf(rows, ({ customer }) => customer ?? NONE),
    visits: columnOf(rows, ({ visit }) => visit ?? NONE),
    placedAt: columnOf(rows, ({ placedAt }) => placedAt.getTime() - began),
    currencies: columnOf(rows, ({ currencyCode }) => words.currencies.placeOf(currencyCode)),
    revenueMinor: columnOf(rows, ({ revenueMinor }) => revenueMinor),
    units: columnOf(rows, ({ units }) => units),
    crossSell: columnOf(rows, ({ crossSell }) => armNumber(crossSell)),
    crossSellFor: columnOf(rows, ({ crossSell, placedAt }) => lastingFor(crossSell, placedAt)),
    personalisation: columnOf(rows, ({ personalisation }) => armNumber(personalisation)),
    personalisationFor: columnOf(rows, ({ personalisation, placedAt }) => lastingFor(personalisation, placedAt)),
  };
};

interface Credited {
  readonly order: number;
  readonly credit: CreditRow;
}

const creditColumns = (orders: readonly OrderRow[], words: OpenWords): CreditColumns => {
  const rows = orders.flatMap(({ credits }, order) => credits.map((credit): Credited => ({ order, credit })));
  return {
    count: rows.length,
    orders: columnOf(rows, ({ order }) => order),
    lanes: columnOf(rows, ({ credit }) => words.lanes.placeOf(credit.lane)),
    placements: columnOf(rows, ({ credit }) => words.placements.placeOf(credit.placement)),
    sources: columnOf(rows, ({ credit }) => words.sources.placeOf(credit.source)),
    anchors: columnOf(rows, ({ credit }) => (credit.anchorId === null ? NONE : words.products.placeOf(credit.anchorId))),
    products: columnOf(rows, ({ credit }) => words.products.placeOf(credit.productId)),
    units: columnOf(rows, ({ credit }) => credit.units),
    revenueMinor: columnOf(rows, ({ credit }) => credit.revenueMinor),
  };
};

/** A sheet as it is kept. The same sheet gives the same bytes. */
export const toSheetDocument = (sheet: DaySheet, { changes, touches, windowDays }: SheetBasis, at: Date): DaySheetDocument => {
  const words = newWords();
  const orders = orderColumns(sheet.orders, sheet.day, words);
  const credits = creditColumns(sheet.orders, words);
  const { day: _id, activity, lists, exposed } = sheet;
  return { _id, changes, touches, windowDays, at, words: written(words), orders, credits, activity, lists, exposed };
};
