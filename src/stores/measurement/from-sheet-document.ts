import type { ArmAt, CreditRow, DaySheet, OrderRow } from '../../domain/measurement/day-sheet.js';
import { startOf } from '../../domain/measurement/day.js';
import { unpacked } from './packed-numbers.js';
import type { CreditColumns, DaySheetDocument, OrderColumns, SheetWords } from './sheet-documents.js';

/** The entry at a place that was counted when the sheet was written. */
const entryAt = <T>(entries: readonly T[], place: number): T => {
  const entry = entries[place];
  if (entry === undefined) throw new Error(`A sheet names entry ${String(place)} of ${String(entries.length)}`);
  return entry;
};

const unlessNone = (number: number): number | null => (number < 0 ? null : number);

const partOf = (arm: number, lasting: number, placedAt: number): ArmAt | null =>
  arm === 0 ? null : { arm: arm === 1 ? 'TREATMENT' : 'HOLDOUT', at: new Date(placedAt - lasting) };

/** Reads columns that are all as long as their first says: a place inside is never empty. */
const readColumns = <K extends string>(columns: Readonly<Record<K, Parameters<typeof unpacked>[0]>>, names: readonly K[], count: number) => {
  const numbers = new Map(names.map((name) => [name, unpacked(columns[name], count)]));
  return (name: K, row: number): number => numbers.get(name)?.[row] ?? 0;
};

const CREDIT_COLUMNS = ['orders', 'lanes', 'placements', 'sources', 'anchors', 'products', 'units', 'revenueMinor'] as const;

const creditsByOrder = (columns: CreditColumns, words: SheetWords): ReadonlyMap<number, readonly CreditRow[]> => {
  const at = readColumns(columns, CREDIT_COLUMNS, columns.count);
  const credits = new Map<number, CreditRow[]>();
  for (let row = 0; row < columns.count; row += 1) {
    const anchor = unlessNone(at('anchors', row));
    const credit: CreditRow = {
      lane: entryAt(words.lanes, at('lanes', row)),
      placement: entryAt(words.placements, at('placements', row)),
      source: entryAt(words.sources, at('sources', row)),
      anchorId: anchor === null ? null : entryAt(words.products, anchor),
      productId: entryAt(words.products, at('products', row)),
      units: at('units', row),
      revenueMinor: at('revenueMinor', row),
    };
    const order = at('orders', row);
    const others = credits.get(order);
    if (others === undefined) credits.set(order, [credit]);
    else others.push(credit);
  }
  return credits;
};

const ORDER_COLUMNS = [
  'customers',
  'visits',
  'placedAt',
  'currencies',
  'revenueMinor',
  'units',
  'crossSell',
  'crossSellFor',
  'personalisation',
  'personalisationFor',
] as const;

const ordersIn = (columns: OrderColumns, credits: ReadonlyMap<number, readonly CreditRow[]>, words: SheetWords, began: number): readonly OrderRow[] => {
  const at = readColumns(columns, ORDER_COLUMNS, columns.count);
  return Array.from({ length: columns.count }, (_, row): OrderRow => {
    const placedAt = began + at('placedAt', row);
    return {
      customer: unlessNone(at('customers', row)),
      visit: unlessNone(at('visits', row)),
      placedAt: new Date(placedAt),
      currencyCode: entryAt(words.currencies, at('currencies', row)),
      revenueMinor: at('revenueMinor', row),
      units: at('units', row),
      crossSell: partOf(at('crossSell', row), at('crossSellFor', row), placedAt),
      personalisation: partOf(at('personalisation', row), at('personalisationFor', row), placedAt),
      credits: credits.get(row) ?? [],
    };
  });
};

/**
 * A kept sheet as the domain knows it.
 * @throws Error when somebody has changed the document so that its columns no longer fit together.
 */
export const toSheet = ({ _id: day, words, orders, credits, activity, lists, exposed }: DaySheetDocument): DaySheet => ({
  day,
  orders: ordersIn(orders, creditsByOrder(credits, words), words, startOf(day).getTime()),
  activity,
  lists,
  exposed,
});
