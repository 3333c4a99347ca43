import { Binary } from 'mongodb';

/** One way of writing a number: the narrowest that holds all numbers of a column is taken. */
interface Width {
  readonly bytes: number;
  holds(number: number): boolean;
  write(view: DataView, at: number, number: number): void;
  read(view: DataView, at: number): number;
}

const wholeWithin = (least: number, most: number) => (number: number): boolean =>
  Number.isInteger(number) && !Object.is(number, -0) && number >= least && number <= most;

const LITTLE_ENDIAN = true;

const WIDTHS: readonly Width[] = [
  { bytes: 1, holds: wholeWithin(0, 2 ** 8 - 1), write: (view, at, number) => view.setUint8(at, number), read: (view, at) => view.getUint8(at) },
  {
    bytes: 2,
    holds: wholeWithin(0, 2 ** 16 - 1),
    write: (view, at, number) => view.setUint16(at, number, LITTLE_ENDIAN),
    read: (view, at) => view.getUint16(at, LITTLE_ENDIAN),
  },
  {
    bytes: 4,
    holds: wholeWithin(-(2 ** 31), 2 ** 31 - 1),
    write: (view, at, number) => view.setInt32(at, number, LITTLE_ENDIAN),
    read: (view, at) => view.getInt32(at, LITTLE_ENDIAN),
  },
  {
    bytes: 8,
    holds: () => true,
    write: (view, at, number) => view.setFloat64(at, number, LITTLE_ENDIAN),
    read: (view, at) => view.getFloat64(at, LITTLE_ENDIAN),
  },
];

const widthFor = (numbers: readonly number[]): Width => {
  const width = WIDTHS.find(({ holds }) => numbers.every(holds));
  if (width === undefined) throw new Error('Every number fits into the widest width');
  return width;
};

/** A column of numbers as bytes: an eighth to a half of what an array takes, and read without a look at each element's type. */
export const packed = (numbers: readonly number[]): Binary => {
  const { bytes, write } = widthFor(numbers);
  const buffer = new Uint8Array(numbers.length * bytes);
  const view = new DataView(buffer.buffer);
  numbers.forEach((number, row) => write(view, row * bytes, number));
  return new Binary(buffer);
};

/**
 * Fills `rows` with the numbers of a column that has as many, and answers it.
 * @throws Error when the bytes are no whole number of rows: somebody has changed the document.
 */
export const unpackInto = <Rows extends number[] | Float64Array | Uint32Array>(rows: Rows, column: Binary): Rows => {
  if (rows.length === 0) return rows;
  const { buffer, byteOffset, byteLength } = column.value();
  const width = WIDTHS.find(({ bytes }) => bytes * rows.length === byteLength);
  if (width === undefined) throw new Error(`A column of ${String(byteLength)} bytes does not hold ${String(rows.length)} numbers`);
  const view = new DataView(buffer, byteOffset, byteLength);
  for (let row = 0; row < rows.length; row += 1) rows[row] = width.read(view, row * width.bytes);
  return rows;
};

/**
 * The numbers of a column with this many rows.
 * @throws Error when the bytes are no whole number of rows: somebody has changed the document.
 */
export const unpacked = (column: Binary, rows: number): readonly number[] => unpackInto(new Array<number>(rows), column);
