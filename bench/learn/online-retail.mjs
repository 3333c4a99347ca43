// The real orders of UCI Online Retail, where its file is at hand.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = process.env.TANDEM_DATA_DIR ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** The file; null where it is not at hand. */
export const onlineRetailFile = () => {
  const path = join(folder, 'online-retail', 'online-retail.csv.gz');
  return existsSync(path) ? path : null;
};

/** Cells of one line; quotation marks may hold commas. */
const cellsOf = (line) => [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)].map(([, quoted, plain]) => quoted ?? plain);

/** Its invoices that are no returns, with what was bought. */
export function* onlineRetailOrders(path) {
  const [head, ...lines] = gunzipSync(readFileSync(path)).toString('utf8').split(/\r?\n/);
  const names = cellsOf(head);
  const column = (name) => names.indexOf(name);
  const [invoice, code, quantity, date, customer] = ['InvoiceNo', 'StockCode', 'Quantity', 'InvoiceDate', 'CustomerID'].map(column);
  const orders = new Map();
  for (const line of lines) {
    const cells = cellsOf(line);
    if (line === '' || cells[invoice].startsWith('C') || Number(cells[quantity]) <= 0) continue;
    const order = orders.get(cells[invoice]) ?? { orderId: cells[invoice], customerId: cells[customer] || null, placedAt: new Date(cells[date]), productIds: [] };
    order.productIds.push(cells[code]);
    orders.set(order.orderId, order);
  }
  yield* orders.values();
}
