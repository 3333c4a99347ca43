import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aFile, ImportShop, ORDER_HEADER } from './import-shop.js';

const row = (id: string, changes: Partial<Record<'at' | 'product' | 'quantity' | 'price' | 'currency' | 'customer', string>> = {}): string =>
  [
    id,
    changes.at ?? '2026-05-01 10:00:00',
    changes.product ?? 'p1',
    changes.quantity ?? '1',
    changes.price ?? '2.50',
    changes.currency ?? 'GBP',
    changes.customer ?? 'c1',
  ].join(',');

const orders = (...rows: string[]): string => [ORDER_HEADER, ...rows, ''].join('\n');

const firstReason = async (line: string): Promise<string> => {
  const shop = new ImportShop();
  const report = await shop.run('orders', orders(row('good'), line, row('also-good')));
  expect([report.rows, report.accepted, report.rejected]).toEqual([3, 2, 1]);
  expect([...shop.facts.orders.keys()].sort()).toEqual(['also-good', 'good']);
  return shop.err[0] ?? '';
};

describe('A row that is wrong costs only itself', () => {
  it.each([
    ['a negative quantity', row('o', { quantity: '-3' }), 'line 3: field quantity: must be a whole number of 1 or more, got -3'],
    ['a quantity that is no number', row('o', { quantity: 'many' }), 'line 3: field quantity: must be a whole number of 1 or more, got "many"'],
    ['no price', row('o', { price: '' }), 'line 3: field unit_price: must be above 0 (see --missing-price), got nothing'],
    ['a price of 0', row('o', { price: '0.00' }), 'line 3: field unit_price: must be above 0 (see --missing-price), got "0.00"'],
    ['a price below 0', row('o', { price: '-1' }), 'line 3: field unit_price: must be 0 or more, got "-1"'],
    ['a price with a thousandth', row('o', { price: '0.001' }), 'line 3: field unit_price: must be a decimal number that is exact in GBP, got "0.001"'],
    ['an unknown currency', row('o', { currency: 'QQQ' }), 'line 3: field currency: must be a known ISO 4217 currency code in capitals, got "QQQ"'],
    ['a date to come', row('o', { at: '2030-01-01' }), 'line 3: field placed_at: must not be in the future, got 2030-01-01T00:00:00.000Z'],
    ['a date that the calendar lacks', row('o', { at: '2026-02-30' }), 'line 3: field placed_at: must be a date, got "2026-02-30"'],
    ['an operator as an id', row('$gt'), 'line 3: field order_id: must be an id that is no operator or reserved word, got "$gt"'],
    ['a reserved word as an id', row('__proto__'), 'line 3: field order_id: must be an id that is no operator or reserved word, got "__proto__"'],
    ['a NUL', row('o', { product: 'a\u0000b' }), 'line 3: field product_id: must be an id without control characters, got "a\\u0000b"'],
    ['too few values', 'o,2026-05-01', 'line 3: has 2 values where the header has 7'],
    ['too many values', `${row('o')},surplus`, 'line 3: has 8 values where the header has 7'],
    ['a quote that is never closed', `"${row('o')}`, 'line 3: a quoted field is never closed'],
    ['text after a closing quote', row('o', { product: '"a"b' }), 'line 3: something follows the closing quote of a field'],
    ['a quote inside an unquoted field', row('o', { product: 'a"b"' }), 'line 3: a quote stands inside a field that is not quoted'],
    ['more than a megabyte', row('o', { product: 'x'.repeat(1_100_000) }), 'line 3: the line is longer than 1 MB'],
  ])('%s', async (_, line, told) => {
    expect(await firstReason(line)).toBe(told);
  });

  it('a quote that is never closed, with quoted rows after it', async () => {
    const shop = new ImportShop();
    const quoted = row('b', { product: '"p, 2"' });
    const report = await shop.run('orders', orders(row('a', { product: '"open' }), quoted, row('c', { product: '"p ""3"""' })));
    expect([report.rows, report.accepted, report.rejected]).toEqual([3, 2, 1]);
    expect(shop.facts.orders.get('b')?.lines[0]?.productId).toBe('p, 2');
    expect(shop.facts.orders.get('c')?.lines[0]?.productId).toBe('p "3"');
  });

  it('bytes of another encoding, which --encoding latin1 reads', async () => {
    const bytes = Buffer.from('product_id,title\np1,Caf\u00e9\n', 'latin1');
    const shop = new ImportShop();
    expect((await shop.run('catalogue', bytes)).rejectedByReason[0]?.reason).toContain('try --encoding latin1');
    await shop.run('catalogue', bytes, '--encoding', 'latin1');
    expect(shop.facts.catalogue.get('p1')?.title).toBe('Café');
  });

  it('lines of JSON that are no objects, hold reserved keys, or operators for ids', async () => {
    const good = { eventId: 'e1', kind: 'view', sessionId: 's1', productId: 'p1', at: '2026-05-01T10:00:00Z' };
    const lines = [
      JSON.stringify(good),
      '{"eventId": "e2", ',
      '[1]',
      '{"__proto__": {"admin": true}, "eventId": "e3"}',
      JSON.stringify({ ...good, eventId: { $gt: '' } }),
      JSON.stringify({ ...good, eventId: 'e5', at: '2026-05-01T10:00:00+02:00' }),
    ];
    const shop = new ImportShop();
    const report = await shop.run('interactions', lines.join('\n'));
    expect([report.rows, report.accepted, report.rejected]).toEqual([6, 2, 4]);
    expect(report.firstRejected.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '2 the line is no JSON object',
      '3 the line is no JSON object',
      '4 the key __proto__ is refused',
      '5 must be an id (text that is not empty), got {"$gt":""}',
    ]);
    expect(shop.facts.interactionsById.get('e5')?.at.toISOString()).toBe('2026-05-01T08:00:00.000Z');
  });

  it('interactions older than they are kept, unless every age is asked for', async () => {
    const line = JSON.stringify({ eventId: 'e1', kind: 'VIEW', sessionId: 's1', productId: 'p1', at: '2020-05-01T10:00:00Z' });
    const shop = new ImportShop();
    expect((await shop.run('interactions', line)).rejectedByReason[0]?.reason).toContain('within the last 400 days');
    expect((await shop.run('interactions', line, '--retention-days', 'any')).accepted).toBe(1);
  });

  it('other contents under an id that is recorded already', async () => {
    const shop = new ImportShop();
    await shop.run('orders', orders(row('o')));
    const report = await shop.run('orders', orders(row('o', { quantity: '9' })));
    expect([report.accepted, report.duplicates, report.rejected]).toEqual([0, 0, 1]);
    expect(report.rejectedByReason).toEqual([{ reason: 'conflicts with what is recorded under the same id', rows: 1 }]);
    expect(shop.facts.orders.get('o')?.lines[0]?.quantity).toBe(1);
  });

  it('and all of them are written to the --rejects file', async () => {
    const path = aFile('rejects.csv', '');
    const bad = Array.from({ length: 25 }, (_, index) => row(`o${index}`, { product: '$where' }));
    const shop = new ImportShop();
    await shop.run('orders', orders(...bad), '--rejects', path);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(26);
    expect(lines.slice(0, 2)).toEqual(['line,reason,field', '2,"must be an id that is no operator or reserved word, got ""$where""",product_id']);
    expect(shop.err.filter((line) => line.startsWith('line '))).toHaveLength(20);
    expect(shop.err.at(-1)).toContain('5 more rejected rows');
  });
});

describe('A file that is to be imported', () => {
  it('is never written over by its own rejected rows, however the two are spelt', async () => {
    const path = aFile('orders.csv', orders(row('o', { product: '$where' })));
    const before = readFileSync(path, 'utf8');
    const shop = new ImportShop();
    for (const spelt of [path, path.replace('/orders.csv', '/./orders.csv')])
      await expect(shop.command(['orders', path, '--rejects', spelt])).rejects.toThrow('that is the file to be imported');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });
});

describe('A file that cannot be taken', () => {
  it.each([
    ['an empty one', '', 'the input is empty'],
    ['one of blank lines', '\n\n', 'the input is empty'],
    ['one with __proto__ in its header', `${ORDER_HEADER},__proto__\n`, 'column 8 of the header is named __proto__'],
    ['one with constructor in its header', `constructor,${ORDER_HEADER}\n`, 'column 1 of the header is named constructor'],
    ['one with a broken header', 'order_id,"placed_at', 'the header row is broken'],
    ['one that is a single line without end', 'x'.repeat(3_000_000), 'the header row is broken: the line is longer than 1 MB'],
    ['one with a column twice', `${ORDER_HEADER},quantity\n`, 'the header names the column "quantity" twice'],
    ['one that is a JSON array', '[{"orderId":"o1"}]', 'one object per line'],
    ['one in UTF-16', Buffer.from('\uFEFForder_id', 'utf16le'), 'UTF-16'],
  ])('is refused in one sentence: %s', async (_, input, told) => {
    const shop = new ImportShop();
    expect(await shop.failing('orders', input)).toContain(told);
    expect(shop.facts.writes).toEqual([]);
  });

  it('says which columns it lacks, which it has, and how to map them', async () => {
    const message = await new ImportShop().failing('orders', 'InvoiceNo,StockCode,Quantity\n');
    expect(message).toContain('no column for order_id, placed_at, product_id, unit_price; the file has InvoiceNo, StockCode, Quantity');
    expect(message).toContain('--map order_id=InvoiceNo');
  });

  it('is refused when it does not exist or is a directory', async () => {
    const shop = new ImportShop();
    await expect(shop.command(['orders', '/nowhere/orders.csv'])).rejects.toThrow('cannot read /nowhere/orders.csv');
    await expect(shop.command(['orders', '/'])).rejects.toThrow('/ is a directory');
  });

  it('a header without rows is read to its end: there is nothing wrong with it', async () => {
    expect(await new ImportShop().run('orders', `${ORDER_HEADER}\r\n`)).toMatchObject({ rows: 0, rejected: 0, failure: null });
  });
});

describe('A gzip that breaks off', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => row(`order-${Math.floor(index / 2)}`, { product: `p${index * 7919}`, customer: '' }));
  const packed = gzipSync(orders(...many));

  it('keeps what was read before, whole orders only, and fails with one clear error', async () => {
    const shop = new ImportShop();
    const message = await shop.failing('orders', packed.subarray(0, packed.length / 2));
    const report = shop.report();
    expect(message).toMatch(/broke off: unexpected end of file; what was read before is kept/);
    expect(report.accepted).toBeGreaterThan(5000);
    expect(report.accepted + report.rejected).toBe(report.rows);
    expect([...shop.facts.orders.values()].every(({ lines }) => lines.length === 2)).toBe(true);
  });

  it('and the whole file can be imported after it: nothing is lost, doubled or in conflict', async () => {
    const shop = new ImportShop();
    await shop.failing('orders', packed.subarray(0, packed.length / 2));
    const report = await shop.run('orders', packed);
    expect([report.rows, report.rejected]).toEqual([20_000, 0]);
    expect(shop.facts.orders.size).toBe(10_000);
  });

  it('keeps what was read before corrupt bytes', async () => {
    const corrupt = Buffer.from(packed);
    corrupt.fill(0xff, packed.length - 2000, packed.length - 1000);
    const shop = new ImportShop();
    expect(await shop.failing('orders', corrupt)).toContain('broke off');
    const report = shop.report();
    expect(report.accepted + report.rejected).toBe(report.rows);
  });
});
