// The training part as a shop would hand it over: the documented import form (docs/data-guide.md).
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

const COLUMNS = ['order_id', 'placed_at', 'customer_id', 'product_id', 'title', 'quantity', 'unit_price', 'currency'];

const cell = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

function* rowsOf(orders) {
  yield `${COLUMNS.join(',')}\n`;
  for (const { id, customerId, at, currency, lines } of orders) {
    const placedAt = new Date(at).toISOString();
    for (const { productId, title, quantity, unitPrice } of lines)
      yield `${[id, placedAt, customerId ?? '', productId, title, String(quantity), unitPrice, currency].map(cell).join(',')}\n`;
  }
}

/**
 * Writes orders as one row per line.
 * @param {string} file
 * @param {readonly import('../shapes.mjs').Order[]} orders
 */
export const writeOrders = (file, orders) => pipeline(rowsOf(orders), createWriteStream(file));

function* linesOf(things) {
  for (const thing of things) yield `${JSON.stringify(thing)}\n`;
}

/** Writes interactions as JSON Lines. */
export const writeInteractions = (file, interactions) => pipeline(linesOf(interactions), createWriteStream(file));

function* groupedProducts({ orders, unsold = [] }, groupOf) {
  const titles = new Map([...orders.flatMap(({ lines }) => lines), ...unsold].map(({ productId, title }) => [productId, title]));
  for (const [productId, title] of titles) {
    const group = groupOf(productId);
    yield { product_id: productId, title, categories: group === null ? [] : [group] };
  }
}

/** Writes a catalogue of the products that orders hold and of those that none does, each with its group as its one category, as JSON Lines. */
export const writeCatalogue = (file, training, groupOf) => pipeline(linesOf(groupedProducts(training, groupOf)), createWriteStream(file));
