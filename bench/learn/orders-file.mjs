// Orders as columns of numbers in a file, so that every way of counting, in whatever language, begins with the same ones and with nothing else in memory:
// four Uint32 (orders, lines, products, customers), then keys and times (Float64 per order), owners (Uint32 per order), offsets (Uint32, one more
// than orders) and products (Uint32 per line). Products are distinct and ascending within an order. Little-endian. Ids by number in a second file.
import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';

/** Most bytes that are read or written at a time. */
const PART = 2 ** 26;

const inParts = (column, take) => {
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  for (let at = 0; at < bytes.length; ) at += take(bytes, at, Math.min(PART, bytes.length - at));
  return column;
};

/** Writes the orders that learning collected. */
export const writeOrders = (path, { orders, productIds }) => {
  const { count, customers, keys, times, owners, offsets, products } = orders;
  const file = openSync(path, 'w');
  const head = Uint32Array.of(count, products.length, productIds.length, customers);
  for (const column of [head, keys, times, owners, offsets, products]) inParts(column, (bytes, at, size) => writeSync(file, bytes, at, size));
  closeSync(file);
  writeFileSync(`${path}.ids`, productIds.join('\n'));
};

/** Reads them back. */
export const readOrders = (path) => {
  const file = openSync(path, 'r');
  const read = (column) => inParts(column, (bytes, at, size) => readSync(file, bytes, at, size, null));
  const [count, lines, , customers] = read(new Uint32Array(4));
  const keys = read(new Float64Array(count));
  const times = read(new Float64Array(count));
  const owners = read(new Uint32Array(count));
  const offsets = read(new Uint32Array(count + 1));
  const products = read(new Uint32Array(lines));
  closeSync(file);
  return { orders: { count, customers, keys, times, owners, offsets, products }, productIds: readFileSync(`${path}.ids`, 'utf8').split('\n') };
};
