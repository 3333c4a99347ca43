import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './built-program.js';

const FOLDER = process.env['TANDEM_DATA_DIR'] ?? join(ROOT, '../shared/data');
/** Real orders of a British wholesaler, where they are at hand. */
export const FILE = join(FOLDER, 'online-retail/online-retail.csv.gz');
/** Whether they are; where not, tests that need them say aloud that they are skipped. */
export const present = existsSync(FILE);
if (!present) console.warn(`skipped: Online Retail is not at ${FILE}; set TANDEM_DATA_DIR to test with it`);

/** The command of docs/data-guide.md. */
export const OPTIONS = [
  ...['--currency', 'GBP', '--map', 'order_id=InvoiceNo,product_id=StockCode,title=Description,quantity=Quantity'],
  ...['--map', 'placed_at=InvoiceDate,unit_price=UnitPrice,customer_id=CustomerID', '--integer-ids'],
  ...['--uppercase-products', '--only-products', '^\\d{5}[A-Z]{0,2}$', '--returns', 'skip', '--missing-price', 'skip', '--derive-catalogue'],
];
