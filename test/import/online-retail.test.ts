import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ImportShop } from './import-shop.js';

const ROWS = 20_000;
const FOLDER = process.env['TANDEM_DATA_DIR'] ?? join(import.meta.dirname, '../../../shared/data');
const FILE = join(FOLDER, 'online-retail/online-retail.csv.gz');
const present = existsSync(FILE);
if (!present) console.warn(`skipped: Online Retail is not at ${FILE}; set TANDEM_DATA_DIR to test with it`);

const OPTIONS = [
  ...['--currency', 'GBP', '--integer-ids', '--uppercase-products', '--only-products', '^\\d{5}[A-Z]{0,2}$'],
  ...['--map', 'order_id=InvoiceNo,product_id=StockCode,title=Description,quantity=Quantity'],
  ...['--map', 'placed_at=InvoiceDate,unit_price=UnitPrice,customer_id=CustomerID'],
  ...['--returns', 'skip', '--missing-price', 'skip', '--derive-catalogue'],
];

const head = async (rows: number): Promise<readonly string[]> => {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(FILE).pipe(createGunzip()) })) {
    lines.push(line);
    if (lines.length > rows) break;
  }
  return lines;
};

describe.runIf(present)('The first rows of Online Retail', () => {
  it('import with every row counted, returns, missing prices and service codes left out', async () => {
    const lines = await head(ROWS);
    const shop = new ImportShop();
    const report = await shop.run('orders', lines.join('\n'), ...OPTIONS);
    expect(report).toMatchObject({ rows: ROWS, duplicates: 0, rejected: 0, failure: null });
    expect(report.accepted + report.skipped).toBe(ROWS);
    expect(report.accepted).toBeGreaterThan(ROWS * 0.9);
    expect(shop.facts.orders.size).toBe(report.orders);
    expect(shop.facts.catalogue.get('22423')?.title).toBe('REGENCY CAKESTAND 3 TIER');
    expect(shop.facts.orders.get('536365')).toMatchObject({ customerId: '17850', placedAt: new Date('2010-12-01T08:26:00Z') });
  });
});
