import type { DateReader } from './dates.js';

/**
 * How cells are read as values. A cell that cannot be read comes back as it is, so that the validation refuses it and shows it.
 * Absent cells stay undefined.
 */
export interface CellReader {
  id(cell: unknown): unknown;
  productId(cell: unknown): unknown;
  whole(cell: unknown): unknown;
  decimal(cell: unknown): unknown;
  flag(cell: unknown): unknown;
  /** Ids between separators; lists of JSON stay lists. */
  list(cell: unknown, separator: string): unknown;
  upper(cell: unknown): unknown;
  date: DateReader;
}

/** Choices of the caller that bear on cells. */
export interface CellSettings {
  readonly date: DateReader;
  /** Ids lose the `.0` that spreadsheets and data frames add to numbers. */
  readonly integerIds: boolean;
  /** Product ids are put in capitals. */
  readonly uppercaseProducts: boolean;
  /** `2,55` is 2.55. */
  readonly decimalComma: boolean;
}

const WHOLE = /^[+-]?\d{1,15}(\.0+)?$/;
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true], ['yes', true], ['y', true], ['1', true],
  ['false', false], ['no', false], ['n', false], ['0', false],
]);

const id = (cell: unknown): unknown => {
  if (typeof cell === 'number' && Number.isSafeInteger(cell)) return String(cell);
  return typeof cell === 'string' ? cell.trim() : cell;
};

const integerId = (cell: unknown): unknown => {
  const text = id(cell);
  return typeof text === 'string' ? text.replace(/^(\d+)\.0+$/, '$1') : text;
};

const upper = (cell: unknown): unknown => (typeof cell === 'string' ? cell.toUpperCase() : cell);

const decimal = (cell: unknown): unknown => (typeof cell === 'number' ? String(cell) : cell);

const list = (cell: unknown, separator: string, readId: (cell: unknown) => unknown): unknown => {
  if (Array.isArray(cell)) return cell.map(readId);
  if (typeof cell !== 'string') return cell;
  return cell.split(separator).map((part) => part.trim()).filter((part) => part !== '');
};

/** A reader for these choices. */
export const cellReader = ({ date, integerIds, decimalComma, uppercaseProducts }: CellSettings): CellReader => {
  const readId = integerIds ? integerId : id;
  return {
    id: readId,
    productId: (cell) => (uppercaseProducts ? upper(readId(cell)) : readId(cell)),
    whole: (cell) => (typeof cell === 'string' && WHOLE.test(cell) ? Number(cell) : cell),
    decimal: (cell) => (decimalComma && typeof cell === 'string' ? cell.replace(',', '.') : decimal(cell)),
    flag: (cell) => (typeof cell === 'string' || typeof cell === 'number' ? (FLAGS.get(String(cell).toLowerCase()) ?? cell) : cell),
    list: (cell, separator) => list(cell, separator, readId),
    upper,
    date,
  };
};
